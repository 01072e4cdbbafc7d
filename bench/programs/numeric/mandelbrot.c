#include "../twin.h"

static int64_t escape_time(double cx, double cy, int64_t limit) {
  double x = 0, y = 0;
  for (int64_t i = 0; i < limit; i++) {
    double xx = x * x, yy = y * y;
    if (xx + yy > 4) return i;
    y = 2 * x * y + cy;
    x = xx - yy + cx;
  }
  return limit;
}

int main(int argc, char **argv) {
  int64_t n = size_argument(argc, argv, 600), limit = 200, inside = 0, total = 0;
  for (int64_t row = 0; row < n; row++) {
    double cy = 2.0 * (double)row / (double)n - 1.0;
    for (int64_t column = 0; column < n; column++) {
      double cx = 3.0 * (double)column / (double)n - 2.0;
      int64_t steps = escape_time(cx, cy, limit);
      inside += steps == limit;
      total += steps;
    }
  }
  printf("%" PRId64 " %" PRId64 "\n", inside, total);
  return 0;
}
