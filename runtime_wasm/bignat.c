/* Natural numbers: basic arithmetic, multiplication, division. See bignat.h. */
#include "bignat.h"

#include <string.h>

#include "molt.h"

/* Measured under wasmtime: below these lengths the quadratic methods win. */
enum { KARATSUBA_LIMBS = 56, RECURSIVE_DIVISION_LIMBS = 56 };

uint32_t nat_len(const Limb *a, uint32_t n) {
  while (n > 0 && a[n - 1] == 0) n--;
  return n;
}

static int cmp_same_length(const Limb *a, const Limb *b, uint32_t n) {
  while (n-- > 0) {
    if (a[n] != b[n]) return a[n] < b[n] ? -1 : 1;
  }
  return 0;
}

int nat_cmp(const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  if (an != bn) return an < bn ? -1 : 1;
  return cmp_same_length(a, b, an);
}

uint64_t nat_bits(const Limb *a, uint32_t n) {
  if (n == 0) return 0;
  return (uint64_t)n * LIMB_BITS - (uint32_t)__builtin_clz(a[n - 1]);
}

uint64_t nat_popcount(const Limb *a, uint32_t n) {
  uint64_t count = 0;
  for (uint32_t i = 0; i < n; i++) count += (uint32_t)__builtin_popcount(a[i]);
  return count;
}

uint64_t nat_ctz(const Limb *a, uint32_t n) {
  (void)n;
  uint32_t i = 0;
  while (a[i] == 0) i++;
  return (uint64_t)i * LIMB_BITS + (uint32_t)__builtin_ctz(a[i]);
}

bool nat_any_below(const Limb *a, uint32_t n, uint64_t bits) {
  uint64_t whole = bits / LIMB_BITS;
  for (uint32_t i = 0; i < n && i < whole; i++) {
    if (a[i] != 0) return true;
  }
  uint32_t rest = bits % LIMB_BITS;
  return whole < n && rest != 0 && a[whole] << (LIMB_BITS - rest) != 0;
}

uint32_t nat_from_u64(Limb r[2], uint64_t u) {
  r[0] = (Limb)u;
  r[1] = (Limb)(u >> LIMB_BITS);
  return nat_len(r, 2);
}

Limb nat_add1(Limb *r, const Limb *a, uint32_t n, Limb b) {
  for (uint32_t i = 0; i < n; i++) {
    Limb sum = a[i] + b;
    b = sum < b;
    r[i] = sum;
  }
  return b;
}

Limb nat_sub1(Limb *r, const Limb *a, uint32_t n, Limb b) {
  for (uint32_t i = 0; i < n; i++) {
    Limb limb = a[i];
    r[i] = limb - b;
    b = limb < b;
  }
  return b;
}

static uint64_t load_pair(const Limb *a) {
  uint64_t pair;
  memcpy(&pair, a, sizeof pair);
  return pair;
}

static void store_pair(Limb *r, uint64_t pair) {
  memcpy(r, &pair, sizeof pair);
}

Limb nat_add(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  uint64_t carry = 0;
  uint32_t i = 0;
  for (; i + 2 <= bn; i += 2) {
    uint64_t x = load_pair(a + i), half = x + load_pair(b + i), sum = half + carry;
    carry = (half < x) | (sum < half);
    store_pair(r + i, sum);
  }
  if (i < bn) {
    carry += (uint64_t)a[i] + b[i];
    r[i] = (Limb)carry;
    carry >>= LIMB_BITS;
  }
  return nat_add1(r + bn, a + bn, an - bn, (Limb)carry);
}

Limb nat_sub(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  uint64_t borrow = 0;
  uint32_t i = 0;
  for (; i + 2 <= bn; i += 2) {
    uint64_t x = load_pair(a + i), y = load_pair(b + i), half = x - y;
    store_pair(r + i, half - borrow);
    borrow = (x < y) | (half < borrow);
  }
  if (i < bn) {
    uint64_t difference = (uint64_t)a[i] - b[i] - borrow;
    r[i] = (Limb)difference;
    borrow = difference >> 63;
  }
  return nat_sub1(r + bn, a + bn, an - bn, (Limb)borrow);
}

Limb nat_mul1(Limb *r, const Limb *a, uint32_t n, Limb m, Limb carry) {
  for (uint32_t i = 0; i < n; i++) {
    uint64_t product = (uint64_t)a[i] * m + carry;
    r[i] = (Limb)product;
    carry = (Limb)(product >> LIMB_BITS);
  }
  return carry;
}

/* r -= a * m over n limbs; the limb that is borrowed. r - x is ~(~r + x), so that one sum of 64 bits has room for all. */
static Limb sub_mul1(Limb *r, const Limb *a, uint32_t n, Limb m) {
  Limb borrow = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t sum = (uint64_t)a[i] * m + (Limb)~r[i] + borrow;
    r[i] = ~(Limb)sum;
    borrow = (Limb)(sum >> LIMB_BITS);
  }
  return borrow;
}

/* r += a * (m0 + m1 << 32) + carry over n limbs; the two limbs that are carried out. Two rows at once load and store half as
 * much, and their carries do not wait for each other. */
static uint64_t add_mul2(Limb *r, const Limb *a, uint32_t n, uint64_t m0, uint64_t m1, Limb carry) {
  uint64_t carry0 = carry, carry1 = 0, before = 0;
#pragma GCC unroll 4
  for (uint32_t i = 0; i < n; i++) {
    uint64_t limb = a[i], sum0 = limb * m0 + r[i] + carry0, sum1 = before * m1 + (Limb)sum0 + carry1;
    r[i] = (Limb)sum1;
    carry0 = sum0 >> LIMB_BITS;
    carry1 = sum1 >> LIMB_BITS;
    before = limb;
  }
  return before * m1 + carry0 + carry1;
}

/* r -= a * (m0 + m1 << 32) over n limbs; the two limbs that are borrowed. See sub_mul1. */
static uint64_t sub_mul2(Limb *r, const Limb *a, uint32_t n, uint64_t m0, uint64_t m1) {
  uint64_t borrow0 = 0, borrow1 = 0, before = 0;
#pragma GCC unroll 4
  for (uint32_t i = 0; i < n; i++) {
    uint64_t limb = a[i], sum0 = limb * m0 + (Limb)~r[i] + borrow0, sum1 = before * m1 + (Limb)sum0 + borrow1;
    r[i] = ~(Limb)sum1;
    borrow0 = sum0 >> LIMB_BITS;
    borrow1 = sum1 >> LIMB_BITS;
    before = limb;
  }
  return before * m1 + borrow0 + borrow1;
}

Limb nat_div1(Limb *q, const Limb *a, uint32_t n, Limb d) {
  Limb rest = 0;
  while (n-- > 0) {
    uint64_t part = (uint64_t)rest << LIMB_BITS | a[n];
    q[n] = (Limb)(part / d);
    rest = (Limb)(part % d);
  }
  return rest;
}

Limb nat_mod1(const Limb *a, uint32_t n, Limb d) {
  Limb rest = 0;
  while (n-- > 0) rest = (Limb)(((uint64_t)rest << LIMB_BITS | a[n]) % d);
  return rest;
}

void nat_shl(Limb *r, const Limb *a, uint32_t n, uint64_t bits) {
  uint32_t words = (uint32_t)(bits / LIMB_BITS), shift = bits % LIMB_BITS;
  Limb above = 0;
  for (uint32_t i = n; i-- > 0;) {
    uint64_t pair = (uint64_t)a[i] << shift;
    r[i + words + 1] = above | (Limb)(pair >> LIMB_BITS);
    above = (Limb)pair;
  }
  r[words] = above;
  memset(r, 0, words * sizeof(Limb));
}

void nat_shr(Limb *r, const Limb *a, uint32_t n, uint64_t bits) {
  uint32_t words = (uint32_t)(bits / LIMB_BITS), shift = bits % LIMB_BITS;
  for (uint32_t i = words; i < n; i++) {
    uint64_t pair = a[i] | (uint64_t)(i + 1 < n ? a[i + 1] : 0) << LIMB_BITS;
    r[i - words] = (Limb)(pair >> shift);
  }
}

/* ---- Multiplication ---- */

static void mul_schoolbook(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  uint32_t i = bn & 1;
  if (i != 0) r[an] = nat_mul1(r, a, an, b[0], 0);
  else memset(r, 0, an * sizeof(Limb));
  for (; i < bn; i += 2) store_pair(r + an + i, add_mul2(r + i, a, an, b[i], b[i + 1], 0));
}

/* Each product of two different limbs occurs twice: sum them once, double, add the squares. */
static void square_schoolbook(Limb *r, const Limb *a, uint32_t n) {
  memset(r, 0, n * sizeof(Limb));
  uint32_t i = 0;
  for (; i + 2 <= n; i += 2) {
    uint64_t first = (uint64_t)a[i] * a[i + 1] + r[2 * i + 1];
    r[2 * i + 1] = (Limb)first;
    store_pair(r + n + i, add_mul2(r + 2 * i + 2, a + i + 2, n - i - 2, a[i], a[i + 1], (Limb)(first >> LIMB_BITS)));
  }
  if (i < n) r[n + i] = 0;
  Limb top = 0;
  uint64_t carry = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t square = (uint64_t)a[i] * a[i];
    Limb low = r[2 * i], high = r[2 * i + 1];
    carry += (uint64_t)(low << 1 | top) + (Limb)square;
    r[2 * i] = (Limb)carry;
    carry = (carry >> LIMB_BITS) + (high << 1 | low >> 31) + (square >> LIMB_BITS);
    r[2 * i + 1] = (Limb)carry;
    carry >>= LIMB_BITS;
    top = high >> 31;
  }
}

/* r = |a - b| over an limbs, an >= bn; whether a < b. */
static bool absolute_difference(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  bool less = nat_len(a, an) <= bn && cmp_same_length(a, b, bn) < 0;
  if (less) {
    nat_sub(r, b, bn, a, bn);
    memset(r + bn, 0, (an - bn) * sizeof(Limb));
  } else {
    nat_sub(r, a, an, b, bn);
  }
  return less;
}

/* The scratch limbs of mul_karatsuba. */
static uint64_t karatsuba_scratch(uint32_t n) {
  return 4 * (uint64_t)n + 16;
}

/* r = a * b for equal lengths (Karatsuba and Ofman 1962, with differences instead of sums):
 * a0 b1 + a1 b0 = a0 b0 + a1 b1 - (a0 - a1)(b0 - b1). */
static void mul_karatsuba(Limb *r, const Limb *a, const Limb *b, uint32_t n, Limb *scratch) {
  if (n < KARATSUBA_LIMBS) {
    if (a == b) square_schoolbook(r, a, n);
    else mul_schoolbook(r, a, n, b, n);
    return;
  }
  uint32_t low = (n + 1) / 2, high = n - low;
  bool negative = absolute_difference(r, a, low, a + low, high);
  Limb *product = scratch, *middle = scratch + 2 * low;
  if (a == b) {
    negative = false;
    mul_karatsuba(product, r, r, low, middle);
  } else {
    negative ^= absolute_difference(r + low, b, low, b + low, high);
    mul_karatsuba(product, r, r + low, low, middle);
  }
  mul_karatsuba(r, a, b, low, middle);
  mul_karatsuba(r + 2 * low, a + low, b + low, high, middle);
  middle[2 * low] = nat_add(middle, r, 2 * low, r + 2 * low, 2 * high);
  if (negative) middle[2 * low] += nat_add(middle, middle, 2 * low, product, 2 * low);
  else middle[2 * low] -= nat_sub(middle, middle, 2 * low, product, 2 * low);
  uint32_t rest = 2 * n - low, length = 2 * low + 1;
  nat_add(r + low, r + low, rest, middle, length < rest ? length : rest);
}

/* The scratch limbs of mul_any: slices of decreasing length stack up to less than 8 bn. */
static uint64_t mul_scratch(uint32_t an, uint32_t bn) {
  if (bn < KARATSUBA_LIMBS) return 0;
  return an == bn ? karatsuba_scratch(bn) : 12 * (uint64_t)bn + 64;
}

/* r = a * b, an >= bn: the longer operand in slices as long as the shorter one. */
static void mul_any(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn, Limb *scratch) {
  if (bn < KARATSUBA_LIMBS) {
    if (a == b && an == bn) square_schoolbook(r, a, an);
    else mul_schoolbook(r, a, an, b, bn);
    return;
  }
  mul_karatsuba(r, a, b, bn, scratch);
  Limb *product = scratch, *rest = scratch + 2 * bn;
  for (uint32_t at = bn; at < an; at += bn) {
    uint32_t slice = an - at < bn ? an - at : bn;
    mul_any(product, b, bn, a + at, slice, rest);
    Limb carry = nat_add(r + at, product, bn, r + at, bn);
    nat_add1(r + at + bn, product + bn, slice, carry);
  }
}

Limb *nat_scratch(uint64_t limbs) {
  if (limbs > UINT32_MAX / sizeof(Limb)) return NULL;
  return mem_alloc((uint32_t)(limbs * sizeof(Limb)));
}

void nat_scratch_free(Limb *scratch, uint64_t limbs) {
  mem_free(scratch, (uint32_t)(limbs * sizeof(Limb)));
}

bool nat_mul(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  if (an < bn) {
    const Limb *swap = a;
    uint32_t length = an;
    a = b, an = bn, b = swap, bn = length;
  }
  uint64_t limbs = mul_scratch(an, bn);
  if (limbs == 0) {
    mul_any(r, a, an, b, bn, NULL);
    return true;
  }
  Limb *scratch = nat_scratch(limbs);
  if (scratch == NULL) return false;
  mul_any(r, a, an, b, bn, scratch);
  nat_scratch_free(scratch, limbs);
  return true;
}

/* ---- Division ---- */

/* A divisor of two limbs or more. Quotient limbs are guessed from its three highest limbs, shifted so that their top bit is
 * set; the rest need not be shifted for that. */
typedef struct {
  const Limb *v;
  uint32_t n, shift;
  Limb top[3];
} Divisor;

/* Limb i of a << shift, where a[-1] is 0 and shift < 32. */
static Limb shifted_limb(const Limb *a, uint32_t i, uint32_t shift) {
  uint64_t pair = (uint64_t)a[i] << LIMB_BITS | (i > 0 ? a[i - 1] : 0);
  return (Limb)(pair << shift >> LIMB_BITS);
}

static void divisor_init(Divisor *d, const Limb *v, uint32_t n) {
  d->v = v;
  d->n = n;
  d->shift = (uint32_t)__builtin_clz(v[n - 1]);
  for (uint32_t i = 0; i < 3; i++) d->top[i] = i + n >= 3 ? shifted_limb(v, i + n - 3, d->shift) : 0;
}

/* A quotient limb from the three highest limbs of what is left, never too small and seldom too large. */
static Limb guess_limb(const Limb *u, const Divisor *d) {
  uint64_t high = (uint64_t)u[2] << LIMB_BITS | u[1], guess = high / d->top[2], rest = high % d->top[2];
  while (guess > UINT32_MAX || guess * d->top[1] > (rest << LIMB_BITS | u[0])) {
    guess--;
    rest += d->top[2];
    if (rest > UINT32_MAX) break;
  }
  return guess > UINT32_MAX ? UINT32_MAX : (Limb)guess;
}

/* One quotient limb: u holds n + 1 limbs, u < v << 32, and becomes the remainder. */
static Limb divide_step(Limb *u, const Divisor *d) {
  uint32_t n = d->n;
  Limb top[3];
  for (uint32_t i = 0; i < 3; i++) top[i] = shifted_limb(u, n - 2 + i, d->shift);
  Limb q = guess_limb(top, d);
  u[n] -= sub_mul1(u, d->v, n, q);
  for (; u[n] != 0; q--) u[n] += nat_add(u, u, n, d->v, n);
  return q;
}

/* Two quotient limbs: u holds n + 2 limbs, u < v << 64, and becomes the remainder. The second limb is guessed from what the
 * first leaves of the top, before either is multiplied by the whole divisor. */
static uint64_t divide_step2(Limb *u, const Divisor *d) {
  uint32_t n = d->n;
  Limb top[4];
  for (uint32_t i = 0; i < 4; i++) top[i] = shifted_limb(u, n - 2 + i, d->shift);
  Limb first = guess_limb(top + 1, d);
  top[3] -= sub_mul1(top, d->top, 3, first);
  if (top[3] == UINT32_MAX) {
    first--;
    top[3] += nat_add(top, top, 3, d->top, 3);
  }
  /* Above the divisor's top, by its lower limbs: then both limbs are the largest. */
  Limb second = top[3] != 0 ? UINT32_MAX : guess_limb(top, d);
  uint64_t q = (uint64_t)first << LIMB_BITS | second, above = load_pair(u + n) - sub_mul2(u, d->v, n, second, first);
  for (; above != 0; q--) above += nat_add(u, u, n, d->v, n);
  store_pair(u + n, 0);
  return q;
}

/* q = u / v over m limbs, u of n + m limbs becomes the remainder in its lowest n limbs, the rest zero; u < v << 32 m.
 * Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D. */
static void div_schoolbook(Limb *q, Limb *u, uint32_t m, const Limb *v, uint32_t n) {
  Divisor d;
  divisor_init(&d, v, n);
  if ((m & 1) != 0) {
    m--;
    q[m] = divide_step(u + m, &d);
  }
  for (; m > 0; m -= 2) store_pair(q + m - 2, divide_step2(u + m - 2, &d));
}

/* As div_schoolbook, for m <= n and v with its top bit set, but u may be larger: the quotient's limb above q (0 or 1) is
 * returned. Brent and Zimmermann, Modern Computer Arithmetic, algorithm 1.8 (after Burnikel and Ziegler). Scratch: m limbs
 * and those of a multiplication of m / 2 + 1 limbs. */
static Limb div_recursive(Limb *q, Limb *u, uint32_t m, const Limb *v, uint32_t n, Limb *scratch) {
  if (m < RECURSIVE_DIVISION_LIMBS) {
    Limb above = cmp_same_length(u + m, v, n) >= 0;
    if (above != 0) nat_sub(u + m, u + m, n, v, n);
    div_schoolbook(q, u, m, v, n);
    return above;
  }
  uint32_t k = m / 2;
  Limb *product = scratch, *rest = scratch + m;
  Limb above = div_recursive(q + k, u + 2 * k, m - k, v + k, n - k, scratch);
  mul_any(product, q + k, m - k, v, k, rest);
  Limb borrow = nat_sub(u + k, u + k, n, product, m);
  if (above != 0) borrow += nat_sub(u + m, u + m, n + k - m, v, k);
  while (borrow != 0) {
    above -= nat_sub1(q + k, q + k, m - k, 1);
    borrow -= nat_add(u + k, u + k, n, v, n);
  }
  Limb middle = div_recursive(q, u + k, k, v + k, n - k, scratch);
  mul_any(product, q, k, v, k, rest);
  borrow = nat_sub(u, u, n, product, 2 * k);
  if (middle != 0) borrow += nat_sub(u + k, u + k, n - k, v, k);
  while (borrow != 0) {
    nat_sub1(q, q, k, 1);
    borrow -= nat_add(u, u, n, v, n);
  }
  return above;
}

/* As div_schoolbook with no limb above q, for any m: the quotient in blocks of n limbs, highest first. */
static void div_blocks(Limb *q, Limb *u, uint32_t m, const Limb *v, uint32_t n, Limb *scratch) {
  while (m > 0) {
    uint32_t block = m % n != 0 ? m % n : n;
    m -= block;
    div_recursive(q + m, u + m, block, v, n, scratch);
  }
}

/* nat_divrem of bn >= 2 by the schoolbook. */
static bool divrem_schoolbook(Limb *q, Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  uint64_t limbs = (uint64_t)an + 1;
  Limb *u = nat_scratch(limbs);
  if (u == NULL) return false;
  memcpy(u, a, an * sizeof(Limb));
  u[an] = 0;
  uint32_t m = an - bn;
  if (cmp_same_length(u + m, b, bn) >= 0) m++;
  else q[m] = 0;
  div_schoolbook(q, u, m, b, bn);
  memcpy(r, u, bn * sizeof(Limb));
  nat_scratch_free(u, limbs);
  return true;
}

bool nat_divrem(Limb *q, Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  if (bn == 1) {
    Limb d = b[0];
    r[0] = nat_div1(q, a, an, d);
    return true;
  }
  uint32_t m = an + 1 - bn, block = m < bn ? m : bn;
  if (block < RECURSIVE_DIVISION_LIMBS) return divrem_schoolbook(q, r, a, an, b, bn);
  uint64_t limbs = (uint64_t)an + 1 + bn + 1 + block + 12 * ((uint64_t)block / 2 + 1) + 64;
  Limb *u = nat_scratch(limbs);
  if (u == NULL) return false;
  Limb *v = u + an + 1;
  uint32_t shift = (uint32_t)__builtin_clz(b[bn - 1]);
  nat_shl(u, a, an, shift);
  nat_shl(v, b, bn, shift);
  div_blocks(q, u, m, v, bn, v + bn + 1);
  nat_shr(r, u, bn, shift);
  nat_scratch_free(u, limbs);
  return true;
}
