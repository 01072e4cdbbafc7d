/* Digits to natural number and back, in every base, and the arithmetic identities of the number with itself. The first byte
 * chooses the base; characters that are no digits are taken modulo the base. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../bignat.h"

static void require(int condition) {
  if (!condition) abort();
}

static Limb *limbs_alloc(uint32_t n) {
  Limb *limbs = malloc((n + 1) * sizeof(Limb));
  require(limbs != NULL);
  return limbs;
}

/* to_text and from_digits undo each other; leading zeros vanish. */
static void check_text(const Limb *a, uint32_t n, uint32_t base) {
  uint32_t room = (uint32_t)nat_digits_bound(nat_bits(a, n), base), count, bn;
  char *text = malloc(room);
  require(text != NULL && nat_to_text(text, &count, a, n, base) && count <= room && count > 0);
  require(text[0] != '0' || (n == 0 && count == 1));
  uint8_t *digits = (uint8_t *)text;
  for (uint32_t i = 0; i < count; i++) digits[i] = (uint8_t)(text[i] <= '9' ? text[i] - '0' : text[i] - 'a' + 10);
  Limb *b = limbs_alloc(nat_limbs_bound(count, base));
  require(nat_from_digits(b, &bn, digits, count, base) && nat_cmp(a, n, b, bn) == 0);
  free(b);
  free(text);
}

/* a * a / a == a, and the root of the square is a. */
static void check_arithmetic(const Limb *a, uint32_t n) {
  Limb *square = limbs_alloc(2 * n), *quotient = limbs_alloc(2 * n), *rest = limbs_alloc(2 * n);
  require(nat_mul(square, a, n, a, n));
  uint32_t squaren = nat_len(square, 2 * n);
  require(nat_divrem(quotient, rest, square, squaren, a, n));
  require(nat_len(rest, n) == 0 && nat_cmp(quotient, nat_len(quotient, squaren - n + 1), a, n) == 0);
  require(nat_isqrt(rest, square, squaren) && nat_cmp(rest, nat_len(rest, (squaren + 1) / 2), a, n) == 0);
  uint32_t gcdn;
  require(nat_gcd(rest, &gcdn, square, squaren, a, n) && nat_cmp(rest, gcdn, a, n) == 0);
  free(square);
  free(quotient);
  free(rest);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const uint32_t printed[] = {2, 8, 10, 16, 32};
  if (size < 2) return 0;
  uint32_t base = 2 + data[0] % 35, count = (uint32_t)size - 1, n;
  uint8_t *digits = malloc(count);
  require(digits != NULL);
  for (uint32_t i = 0; i < count; i++) digits[i] = (uint8_t)(data[i + 1] % base);
  uint32_t room = nat_limbs_bound(count, base);
  Limb *a = limbs_alloc(room);
  require(nat_from_digits(a, &n, digits, count, base) && n <= room);
  for (uint32_t i = 0; i < sizeof printed / sizeof printed[0]; i++) check_text(a, n, printed[i]);
  if (n != 0) check_arithmetic(a, n);
  free(a);
  free(digits);
  return 0;
}
