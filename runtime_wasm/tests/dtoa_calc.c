/* Reads "op ..." lines about doubles given by their bits, prints the answers: the native half of
 * tests/runtime/test_dtoa.py, which compares with CPython. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../dtoa.h"

static double from_bits(const char *word) {
  uint64_t bits = strtoull(word, NULL, 16);
  double d;
  memcpy(&d, &bits, sizeof d);
  return d;
}

static void print_bits(double d) {
  uint64_t bits;
  memcpy(&bits, &d, sizeof bits);
  printf("%016llx\n", (unsigned long long)bits);
}

int main(void) {
  static char line[1 << 16], digits[DTOA_DIGITS];
  while (fgets(line, sizeof line, stdin) != NULL) {
    char *op = strtok(line, " \n"), *word = strtok(NULL, " \n");
    int point = 0;
    if (strcmp(op, "repr") == 0) {
      uint32_t count = dtoa_repr(digits, from_bits(word));
      printf("%.*s\n", (int)count, digits);
    } else if (strcmp(op, "parse") == 0) {
      double d;
      if (dtoa_parse(word, (uint32_t)strlen(word), &d) != strlen(word)) return 2;
      print_bits(d);
    } else {
      int places = atoi(strtok(NULL, " \n"));
      double d = from_bits(word);
      uint32_t count = strcmp(op, "fixed") == 0 ? dtoa_fixed(digits, &point, d, places) : dtoa_precise(digits, &point, d, places);
      printf("%.*s %d\n", (int)count, digits, count == 0 ? 0 : point);
    }
  }
  return 0;
}
