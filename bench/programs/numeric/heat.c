#include "../twin.h"

static double **make_plate(int64_t n) {
  double **plate = new_rows(n, n);
  for (int64_t i = 0; i < n; i++) plate[i][0] = 100;
  return plate;
}

static double step(double **old, double **new, double rate, int64_t n) {
  double greatest = 0;
  for (int64_t i = 1; i < n - 1; i++) {
    const double *above = old[i - 1], *here = old[i], *below = old[i + 1];
    double *out = new[i];
    for (int64_t j = 1; j < n - 1; j++) {
      double change = rate * (above[j] + below[j] + here[j - 1] + here[j + 1] - 4 * here[j]);
      out[j] = here[j] + change;
      if (change > greatest) greatest = change;
    }
  }
  return greatest;
}

int main(int argc, char **argv) {
  int64_t n = size_argument(argc, argv, 250);
  double **old = make_plate(n), **new = make_plate(n), change = 0, total = 0;
  for (int i = 0; i < 300; i++) {
    change = step(old, new, 0.2, n);
    double **t = old;
    old = new, new = t;
  }
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < n; j++) total += old[i][j];
  printf("%.6f %.9f\n", total, change);
  return 0;
}
