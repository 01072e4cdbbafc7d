/* Natural numbers and doubles, exactly. See bignat.h. */
#include <math.h>
#include <string.h>

#include "bignat.h"

enum { MANTISSA_BITS = 53, LEAST_EXPONENT = -1074, MOST_BITS = 1024 };

double nat_round(uint64_t m, bool sticky, int64_t exponent) {
  if (m == 0) return 0.0;
  int64_t bits = 64 - __builtin_clzll(m), drop = bits - MANTISSA_BITS;
  if (bits + exponent > MOST_BITS) return HUGE_VAL;
  if (drop + exponent < LEAST_EXPONENT) drop = LEAST_EXPONENT - exponent;
  if (drop > bits) return 0.0;
  if (drop > 0) {
    uint64_t kept = drop == 64 ? 0 : m >> drop, half = (uint64_t)1 << (drop - 1), rest = m & (half | (half - 1));
    if (rest > half || (rest == half && (sticky || (kept & 1) != 0))) kept++;
    m = kept;
    exponent += drop;
  }
  return ldexp((double)m, (int)exponent);
}

uint64_t nat_top64(const Limb *a, uint32_t n, bool *sticky) {
  uint64_t top = (uint64_t)a[n - 1] << LIMB_BITS | (n > 1 ? a[n - 2] : 0);
  uint32_t shift = (uint32_t)__builtin_clz(a[n - 1]);
  *sticky = false;
  if (n > 2) {
    uint64_t next = (uint64_t)a[n - 3] << shift;
    top = top << shift | next >> LIMB_BITS;
    *sticky = (Limb)next != 0 || nat_any_below(a, n, (uint64_t)(n - 3) * LIMB_BITS);
    return top;
  }
  return top << shift;
}

double nat_to_double(const Limb *a, uint32_t n) {
  if (n == 0) return 0.0;
  bool sticky;
  uint64_t top = nat_top64(a, n, &sticky);
  return nat_round(top, sticky, (int64_t)nat_bits(a, n) - 64);
}

double nat_frexp(const Limb *a, uint32_t n, uint64_t *exponent) {
  *exponent = nat_bits(a, n);
  if (n == 0) return 0.0;
  bool sticky;
  uint64_t top = nat_top64(a, n, &sticky);
  return nat_round(top, sticky, -64);
}

/* The quotient of a * 2**shift and b has 55 or 56 bits, more than a double keeps. */
bool nat_ratio_to_double(double *result, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  int64_t shift = 55 - ((int64_t)nat_bits(a, an) - (int64_t)nat_bits(b, bn));
  if (shift < 55 - MOST_BITS - 1 || shift > 55 - LEAST_EXPONENT + 1) {
    *result = shift < 0 ? HUGE_VAL : 0.0;
    return true;
  }
  uint64_t most = an + (shift > 0 ? (uint64_t)shift / LIMB_BITS + 1 : 0), limbs = 2 * most + bn + 1;
  Limb *scaled = nat_scratch(limbs);
  if (scaled == NULL) return false;
  Limb *quotient = scaled + most, *rest = quotient + most + 1;
  bool sticky = false;
  uint32_t n;
  if (shift >= 0) {
    nat_shl(scaled, a, an, (uint64_t)shift);
    n = (uint32_t)most;
  } else {
    nat_shr(scaled, a, an, (uint64_t)-shift);
    sticky = nat_any_below(a, an, (uint64_t)-shift);
    n = an - (uint32_t)((uint64_t)-shift / LIMB_BITS);
  }
  bool ok = nat_divrem(quotient, rest, scaled, n, b, bn);
  if (ok) {
    uint64_t q = quotient[0] | (uint64_t)(n > bn ? quotient[1] : 0) << LIMB_BITS;
    *result = nat_round(q, sticky || nat_len(rest, bn) != 0, -shift);
  }
  nat_scratch_free(scaled, limbs);
  return ok;
}

/* d = mantissa * 2**exponent, the mantissa of 53 bits. d > 0, finite. */
static uint64_t mantissa_of(double d, int *exponent) {
  uint64_t m = (uint64_t)ldexp(frexp(d, exponent), MANTISSA_BITS);
  *exponent -= MANTISSA_BITS;
  return m;
}

uint32_t nat_from_double(Limb r[32], double d) {
  if (d < 1.0) return 0;
  int exponent;
  uint64_t m = mantissa_of(d, &exponent);
  if (exponent <= 0) return nat_from_u64(r, m >> -exponent);
  Limb pair[2], shifted[35];
  uint32_t n = nat_from_u64(pair, m);
  nat_shl(shifted, pair, n, (uint64_t)exponent);
  n = nat_len(shifted, n + (uint32_t)exponent / LIMB_BITS + 1);
  memcpy(r, shifted, n * sizeof(Limb));
  return n;
}

int nat_cmp_double(const Limb *a, uint32_t n, double d) {
  if (n == 0) return d > 0.0 ? -1 : 0;
  if (d < 1.0) return 1;
  if (isinf(d)) return -1;
  int exponent;
  uint64_t m = mantissa_of(d, &exponent) << (64 - MANTISSA_BITS);
  int64_t a_bits = (int64_t)nat_bits(a, n), d_bits = exponent + MANTISSA_BITS;
  if (a_bits != d_bits) return a_bits < d_bits ? -1 : 1;
  bool sticky;
  uint64_t top = nat_top64(a, n, &sticky);
  if (top != m) return top < m ? -1 : 1;
  return sticky;
}
