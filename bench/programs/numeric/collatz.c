#include "../twin.h"

static int64_t chain_length(int64_t n) {
  int64_t steps = 1;
  for (; n != 1; steps++) n = n % 2 == 0 ? n / 2 : 3 * n + 1;
  return steps;
}

int main(int argc, char **argv) {
  int64_t limit = size_argument(argc, argv, 300000), longest = 0, start = 0, total = 0;
  for (int64_t n = 1; n < limit; n++) {
    int64_t steps = chain_length(n);
    total += steps;
    if (steps > longest) longest = steps, start = n;
  }
  printf("%" PRId64 " %" PRId64 " %" PRId64 "\n", start, longest, total);
  return 0;
}
