/* Natural numbers: greatest common divisors, roots, powers. See bignat.h. */
#include "bignat.h"

#include <string.h>

static void copy(Limb *r, const Limb *a, uint32_t n) {
  memmove(r, a, n * sizeof(Limb));
}

/* Stein's binary algorithm. */
uint64_t nat_gcd_u64(uint64_t a, uint64_t b) {
  if (a == 0 || b == 0) return a | b;
  int twos = __builtin_ctzll(a | b);
  a >>= __builtin_ctzll(a);
  while (b != 0) {
    b >>= __builtin_ctzll(b);
    uint64_t less = a < b ? a : b;
    b = a < b ? b - a : a - b;
    a = less;
  }
  return a << twos;
}

/* Bits at to at + 61 of a. */
static int64_t window62(const Limb *a, uint32_t n, uint64_t at) {
  uint32_t word = (uint32_t)(at / LIMB_BITS), shift = at % LIMB_BITS;
  uint64_t limb[3];
  for (uint32_t i = 0; i < 3; i++) limb[i] = word + i < n ? a[word + i] : 0;
  uint64_t low = limb[0] | limb[1] << LIMB_BITS;
  uint64_t bits = shift == 0 ? low : low >> shift | limb[2] << (64 - shift);
  return (int64_t)(bits & (((uint64_t)1 << 62) - 1));
}

/* Steps of Euclid's algorithm on numbers known by their leading bits, as a matrix (a, b) -> (p a + q b, s a + t b). */
typedef struct {
  int64_t p, q, s, t;
} GcdSteps;

/* Lehmer's gcd: the steps that are certain from the leading bits alone, with factors below 2**30.
 * Knuth, The Art of Computer Programming, volume 2, 4.5.2, algorithm L. */
static GcdSteps gcd_steps(int64_t x, int64_t y) {
  enum { FACTOR_LIMIT = 1 << 30 };
  GcdSteps m = {1, 0, 0, 1};
  while (y + m.s != 0 && y + m.t != 0) {
    int64_t quotient = (x + m.p) / (y + m.s);
    if (quotient != (x + m.q) / (y + m.t) || quotient >= FACTOR_LIMIT) break;
    GcdSteps next = {m.s, m.t, m.p - quotient * m.s, m.q - quotient * m.t};
    if (next.s >= FACTOR_LIMIT || next.s <= -FACTOR_LIMIT || next.t >= FACTOR_LIMIT || next.t <= -FACTOR_LIMIT) break;
    int64_t rest = x - quotient * y;
    m = next, x = y, y = rest;
  }
  return m;
}

/* (a, b) = (p a + q b, s a + t b) over n limbs; both results are known to be natural numbers below the old a. */
static void apply_steps(Limb *a, Limb *b, uint32_t n, GcdSteps m) {
  int64_t carry_a = 0, carry_b = 0;
  for (uint32_t i = 0; i < n; i++) {
    int64_t x = a[i], y = b[i];
    carry_a += m.p * x + m.q * y;
    carry_b += m.s * x + m.t * y;
    a[i] = (Limb)carry_a;
    b[i] = (Limb)carry_b;
    carry_a >>= LIMB_BITS;
    carry_b >>= LIMB_BITS;
  }
}

static uint64_t as_u64(const Limb *a, uint32_t n) {
  return n == 0 ? 0 : n == 1 ? a[0] : a[0] | (uint64_t)a[1] << LIMB_BITS;
}

bool nat_gcd(Limb *r, uint32_t *rn, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  uint32_t room = (an > bn ? an : bn) + 1;
  uint64_t limbs = 3 * (uint64_t)room;
  Limb *u = nat_scratch(limbs);
  if (u == NULL) return false;
  Limb *scratch = u, *v = u + room, *quotient = v + room;
  uint32_t un = an, vn = bn;
  copy(u, a, an);
  copy(v, b, bn);
  bool ok = true;
  while (ok && (un > 2 || vn > 2) && vn > 0) {
    if (nat_cmp(u, un, v, vn) >= 0) {
      uint64_t at = nat_bits(u, un) - 62;
      GcdSteps steps = gcd_steps(window62(u, un, at), window62(v, vn, at));
      if (steps.q != 0) {
        memset(v + vn, 0, (un - vn) * sizeof(Limb));
        apply_steps(u, v, un, steps);
        vn = nat_len(v, un);
        un = nat_len(u, un);
        continue;
      }
      ok = nat_divrem(quotient, u, u, un, v, vn);
      un = nat_len(u, vn);
    }
    Limb *swap = u;
    uint32_t length = un;
    u = v, un = vn, v = swap, vn = length;
  }
  if (ok && un <= 2 && vn <= 2) {
    Limb pair[2];
    *rn = nat_from_u64(pair, nat_gcd_u64(as_u64(u, un), as_u64(v, vn)));
    copy(r, pair, *rn);
  } else {
    *rn = un;
    copy(r, u, un);
  }
  nat_scratch_free(scratch, limbs);
  return ok;
}

/* The adaptive-precision algorithm by Mark Dickinson that CPython's documentation of math.isqrt describes: the root to d
 * bits gives the root to about 2 d bits by one step of Newton's method. */
bool nat_isqrt(Limb *r, const Limb *a, uint32_t n) {
  uint64_t last = (nat_bits(a, n) - 1) / 2, limbs = 3 * ((uint64_t)n + 2);
  Limb *root = nat_scratch(limbs);
  if (root == NULL) return false;
  Limb *top = root + n + 2, *quotient = top + n + 2;
  uint32_t rootn = 1;
  uint64_t bits = 0;
  bool ok = true;
  root[0] = 1;
  for (int s = last == 0 ? 0 : 64 - __builtin_clzll(last); ok && s-- > 0;) {
    uint64_t before = bits;
    bits = last >> s;
    uint64_t dropped = 2 * last - before - bits + 1, shift = bits - before - 1;
    nat_shr(top, a, n, dropped);
    uint32_t topn = nat_len(top, n - (uint32_t)(dropped / LIMB_BITS)), quotientn = 0;
    if (topn >= rootn) {
      ok = nat_divrem(quotient, top, top, topn, root, rootn);
      quotientn = nat_len(quotient, topn - rootn + 1);
    }
    nat_shl(root, root, rootn, shift);
    rootn += (uint32_t)(shift / LIMB_BITS) + 1;
    if (rootn < quotientn) memset(root + rootn, 0, (quotientn - rootn) * sizeof(Limb)), rootn = quotientn;
    root[rootn] = nat_add(root, root, rootn, quotient, quotientn);
    rootn = nat_len(root, rootn + 1);
  }
  ok = ok && nat_mul(top, root, rootn, root, rootn);
  if (ok && nat_cmp(top, nat_len(top, 2 * rootn), a, n) > 0) nat_sub1(root, root, rootn, 1);
  uint32_t resultn = (n + 1) / 2;
  if (ok) {
    if (rootn < resultn) memset(root + rootn, 0, (resultn - rootn) * sizeof(Limb));
    copy(r, root, resultn);
  }
  nat_scratch_free(root, limbs);
  return ok;
}

uint64_t nat_pow_limbs(const Limb *a, uint32_t an, uint64_t e) {
  uint64_t bits;
  if (__builtin_mul_overflow(nat_bits(a, an), e, &bits)) return UINT64_MAX;
  return bits / LIMB_BITS + 2;
}

/* r = a ** e by squaring, from the top bit of e; spare is of the same length as r. */
static bool pow_odd(Limb *r, uint32_t *rn, const Limb *a, uint32_t an, uint32_t e, Limb *spare) {
  Limb *power = r, *next = spare;
  uint32_t n = an;
  bool ok = true;
  copy(power, a, an);
  for (int bit = 31 - __builtin_clz(e); ok && bit-- > 0;) {
    ok = nat_mul(next, power, n, power, n);
    n = nat_len(next, 2 * n);
    Limb *swap = power;
    power = next, next = swap;
    if (ok && (e >> bit & 1) != 0) {
      ok = nat_mul(next, power, n, a, an);
      n = nat_len(next, n + an);
      swap = power;
      power = next, next = swap;
    }
  }
  if (ok && power != r) copy(r, power, n);
  *rn = n;
  return ok;
}

bool nat_pow(Limb *r, uint32_t *rn, const Limb *a, uint32_t an, uint32_t e) {
  uint64_t twos = nat_ctz(a, an), limbs = nat_pow_limbs(a, an, e) + 1, all = 2 * limbs + an;
  Limb *odd = nat_scratch(all);
  if (odd == NULL) return false;
  Limb *power = odd + an, *spare = power + limbs;
  nat_shr(odd, a, an, twos);
  uint32_t n = nat_len(odd, an - (uint32_t)(twos / LIMB_BITS));
  bool ok = pow_odd(power, &n, odd, n, e, spare);
  if (ok) {
    uint64_t shift = twos * e;
    nat_shl(spare, power, n, shift);
    n = nat_len(spare, n + (uint32_t)(shift / LIMB_BITS) + 1);
    copy(r, spare, n);
    *rn = n;
  }
  nat_scratch_free(odd, all);
  return ok;
}
