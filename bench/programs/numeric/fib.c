#include "../twin.h"

static int64_t fib(int64_t n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

int main(int argc, char **argv) {
  printf("%" PRId64 "\n", fib(size_argument(argc, argv, 36)));
  return 0;
}
