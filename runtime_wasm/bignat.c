/* Natural numbers: basic arithmetic, multiplication, division. See bignat.h. */
#include "bignat.h"

#include <string.h>

#include "molt.h"

/* Measured under wasmtime: below these lengths the quadratic methods win. */
enum { KARATSUBA_LIMBS = 40, RECURSIVE_DIVISION_LIMBS = 40 };

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

Limb nat_add(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  uint64_t carry = 0;
  for (uint32_t i = 0; i < bn; i++) {
    carry += (uint64_t)a[i] + b[i];
    r[i] = (Limb)carry;
    carry >>= LIMB_BITS;
  }
  return nat_add1(r + bn, a + bn, an - bn, (Limb)carry);
}

Limb nat_sub(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  uint64_t borrow = 0;
  for (uint32_t i = 0; i < bn; i++) {
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

/* r += a * m over n limbs; the limb that is carried out. */
static Limb add_mul1(Limb *r, const Limb *a, uint32_t n, Limb m) {
  Limb carry = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t product = (uint64_t)a[i] * m + r[i] + carry;
    r[i] = (Limb)product;
    carry = (Limb)(product >> LIMB_BITS);
  }
  return carry;
}

/* r -= a * m over n limbs; the limb that is borrowed. */
static Limb sub_mul1(Limb *r, const Limb *a, uint32_t n, Limb m) {
  Limb borrow = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t product = (uint64_t)a[i] * m + borrow;
    Limb low = (Limb)product, limb = r[i];
    r[i] = limb - low;
    borrow = (Limb)(product >> LIMB_BITS) + (limb < low);
  }
  return borrow;
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
  memset(r, 0, an * sizeof(Limb));
  for (uint32_t i = 0; i < bn; i++) r[an + i] = add_mul1(r + i, a, an, b[i]);
}

/* Each product of two different limbs occurs twice: sum them once, double, add the squares. */
static void square_schoolbook(Limb *r, const Limb *a, uint32_t n) {
  memset(r, 0, n * sizeof(Limb));
  for (uint32_t i = 0; i < n; i++) r[n + i] = add_mul1(r + 2 * i + 1, a + i + 1, n - i - 1, a[i]);
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

/* One quotient limb of Knuth's algorithm D: u holds n + 1 limbs, v n >= 2 with its top bit set, u < v << 32. */
static Limb divide_step(Limb *u, const Limb *v, uint32_t n) {
  uint64_t top = (uint64_t)u[n] << LIMB_BITS | u[n - 1];
  uint64_t guess = top / v[n - 1], rest = top % v[n - 1];
  while (guess > UINT32_MAX || guess * v[n - 2] > (rest << LIMB_BITS | u[n - 2])) {
    guess--;
    rest += v[n - 1];
    if (rest > UINT32_MAX) break;
  }
  Limb borrow = sub_mul1(u, v, n, (Limb)guess);
  Limb above = u[n];
  u[n] = above - borrow;
  if (above < borrow) {
    guess--;
    u[n] += nat_add(u, u, n, v, n);
  }
  return (Limb)guess;
}

/* q = u / v over m limbs, u of n + m limbs becomes the remainder in its lowest n limbs, the rest zero. The quotient's limb
 * above q (0 or 1) is returned. Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D. */
static Limb div_schoolbook(Limb *q, Limb *u, uint32_t m, const Limb *v, uint32_t n) {
  Limb above = 0;
  if (cmp_same_length(u + m, v, n) >= 0) {
    nat_sub(u + m, u + m, n, v, n);
    above = 1;
  }
  while (m-- > 0) q[m] = divide_step(u + m, v, n);
  return above;
}

/* As div_schoolbook, for m <= n. Brent and Zimmermann, Modern Computer Arithmetic, algorithm 1.8 (after Burnikel and
 * Ziegler). Scratch: m limbs and those of a multiplication of m / 2 + 1 limbs. */
static Limb div_recursive(Limb *q, Limb *u, uint32_t m, const Limb *v, uint32_t n, Limb *scratch) {
  if (m < RECURSIVE_DIVISION_LIMBS) return div_schoolbook(q, u, m, v, n);
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

bool nat_divrem(Limb *q, Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn) {
  if (bn == 1) {
    Limb d = b[0];
    r[0] = nat_div1(q, a, an, d);
    return true;
  }
  uint32_t m = an + 1 - bn, block = m < bn ? m : bn;
  bool recursive = block >= RECURSIVE_DIVISION_LIMBS;
  uint64_t limbs = (uint64_t)an + 1 + bn + 1 + (recursive ? block + 12 * ((uint64_t)block / 2 + 1) + 64 : 0);
  Limb *u = nat_scratch(limbs);
  if (u == NULL) return false;
  Limb *v = u + an + 1;
  uint32_t shift = (uint32_t)__builtin_clz(b[bn - 1]);
  nat_shl(u, a, an, shift);
  nat_shl(v, b, bn, shift);
  if (recursive) div_blocks(q, u, m, v, bn, v + bn + 1);
  else div_schoolbook(q, u, m, v, bn);
  nat_shr(r, u, bn, shift);
  nat_scratch_free(u, limbs);
  return true;
}
