/* Reads "op base16 base16 [base16]" lines, prints the results in hexadecimal: the native half of
 * tests/runtime/test_bignat.py, which compares with Python's own integers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../bignat.h"

enum { ROOM = 1 << 16, LINE = 1 << 20 };

static char line[LINE], text[LINE];
static uint8_t digits[LINE];

static uint32_t read_nat(Limb *r, const char *word, uint32_t base) {
  uint32_t count = (uint32_t)strlen(word), n;
  for (uint32_t i = 0; i < count; i++) digits[i] = (uint8_t)(word[i] <= '9' ? word[i] - '0' : word[i] - 'a' + 10);
  if (!nat_from_digits(r, &n, digits, count, base)) exit(2);
  return n;
}

static void print_nat(const Limb *a, uint32_t n, uint32_t base, char end) {
  uint32_t count;
  if (!nat_to_text(text, &count, a, nat_len(a, n), base)) exit(2);
  printf("%.*s%c", (int)count, text, end);
}

int main(void) {
  static Limb a[ROOM], b[ROOM], c[ROOM], r[2 * ROOM], s[ROOM];
  while (fgets(line, sizeof line, stdin) != NULL) {
    const char *op = strtok(line, " \n"), *word[3] = {"0", "0", "0"};
    for (int i = 0; i < 3; i++) {
      const char *next = strtok(NULL, " \n");
      if (next == NULL) break;
      word[i] = next;
    }
    uint32_t an = read_nat(a, word[0], strcmp(op, "dec") == 0 ? 10 : 16), bn = read_nat(b, word[1], 16), cn = read_nat(c, word[2], 16), n;
    bool ok = true;
    double d = 0;
    if (strcmp(op, "mul") == 0) {
      ok = nat_mul(r, a, an, b, bn);
      print_nat(r, an + bn, 16, '\n');
    } else if (strcmp(op, "div") == 0) {
      ok = nat_divrem(r, s, a, an, b, bn);
      print_nat(r, an - bn + 1, 16, ' ');
      print_nat(s, bn, 16, '\n');
    } else if (strcmp(op, "gcd") == 0) {
      ok = nat_gcd(r, &n, a, an, b, bn);
      print_nat(r, n, 16, '\n');
    } else if (strcmp(op, "isqrt") == 0) {
      ok = nat_isqrt(r, a, an);
      print_nat(r, (an + 1) / 2, 16, '\n');
    } else if (strcmp(op, "powmod") == 0) {
      ok = nat_powmod(r, a, an, b, bn, c, cn);
      print_nat(r, cn, 16, '\n');
    } else if (strcmp(op, "pow") == 0) {
      ok = nat_pow(r, &n, a, an, b[0]);
      print_nat(r, n, 16, '\n');
    } else if (strcmp(op, "dec") == 0) {
      print_nat(a, an, 10, '\n');
    } else if (strcmp(op, "hexdec") == 0) {
      print_nat(a, an, 10, '\n');
    } else if (strcmp(op, "double") == 0) {
      printf("%a\n", nat_to_double(a, an));
    } else if (strcmp(op, "ratio") == 0) {
      ok = nat_ratio_to_double(&d, a, an, b, bn);
      printf("%a\n", d);
    } else {
      return 2;
    }
    if (!ok) return 3;
  }
  return 0;
}
