/* What the C twins of the kernels need to print; the same source runs natively and as wasm. */
#ifndef BENCH_H
#define BENCH_H
#include <math.h>
#include <stdint.h>
#include <stdio.h>
static inline size_t format_int(char *out, int64_t i) {
  char digits[24];
  size_t n = 0, at = 0;
  uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
  do digits[n++] = (char)('0' + u % 10); while (u /= 10);
  if (i < 0) out[at++] = '-';
  while (n) out[at++] = digits[--n];
  return at;
}
static inline void put_text(const char *s) { fputs(s, stdout); }
static inline void put_int(int64_t i) {
  char text[24];
  fwrite(text, 1, format_int(text, i), stdout);
}
static inline void put_fixed9(double d) { printf("%.9f\n", d); }
#endif
