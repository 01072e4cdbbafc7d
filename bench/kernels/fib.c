#include "bench.h"
static int64_t fib(int64_t n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int main(void) {
  put_int(fib(32));
  put_text("\n");
  return 0;
}
