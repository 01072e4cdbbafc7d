/* Natural numbers: powers modulo a number. See bignat.h.
 *
 * Modulo an odd number, factors are kept times R, a power of two, and Montgomery's reduction divides a product by R without
 * guessing quotients (Montgomery 1985). Numbers are then arrays of digits of less than 32 bits, so that 64 bits have room for
 * the sum of a column of products: no carries until the end, and the multiplications need not wait for each other. R is more
 * than four times the modulus, so that results below twice the modulus serve as factors without being reduced further.
 */
#include <string.h>

#include "bignat.h"

enum {
  ROWS = 4,           /* digits of a factor that are multiplied at once; the number of digits is a multiple */
  WIDE_BITS = 28,     /* a digit of not so many ... */
  WIDE_DIGITS = 124,  /* 2 * 124 products of 2 * 28 bits, and the carries, fit 64 bits */
  NARROW_BITS = 26,
  NARROW_DIGITS = 640 /* beyond, division by parts wins */
};

/* The modulus, and scratch. Factors are `length` limbs: digits in Montgomery's form, else limbs below the modulus. */
typedef struct {
  const Limb *m;
  uint32_t n, length;
  bool montgomery;
  uint32_t bits;     /* of a digit */
  Limb mask, inverse; /* -1 / m modulo a digit */
  Limb *digits;      /* of the modulus */
  uint64_t *sums;    /* 2 length columns */
  Limb *product, *quotient; /* 2 n and n + 1 limbs */
} Modulus;

static void to_digits(const Modulus *mod, Limb *digits, const Limb *a, uint32_t n) {
  for (uint32_t i = 0; i < mod->length; i++) {
    uint32_t at = i * mod->bits, word = at / LIMB_BITS;
    uint64_t pair = word < n ? a[word] : 0;
    if (word + 1 < n) pair |= (uint64_t)a[word + 1] << LIMB_BITS;
    digits[i] = (Limb)(pair >> at % LIMB_BITS) & mod->mask;
  }
}

/* The n limbs that digits fit in. */
static void from_digits(const Modulus *mod, Limb *r, uint32_t n, const Limb *digits) {
  uint64_t part = 0;
  uint32_t have = 0, at = 0;
  for (uint32_t i = 0; i < n; i++) {
    for (; have < LIMB_BITS && at < mod->length; have += mod->bits) part |= (uint64_t)digits[at++] << have;
    r[i] = (Limb)part;
    part >>= LIMB_BITS;
    have = have < LIMB_BITS ? 0 : have - LIMB_BITS;
  }
}

/* sums += a * factor for four digits of a factor and n of a, which come after the three digits `before`, last first; those
 * above the last, three columns, are included. */
static void add_rows(uint64_t *sums, const Limb *a, uint32_t n, const Limb factor[ROWS], const Limb before[3]) {
  uint64_t f0 = factor[0], f1 = factor[1], f2 = factor[2], f3 = factor[3];
  uint64_t b1 = before[0], b2 = before[1], b3 = before[2];
  for (uint32_t i = 0; i < n; i++) {
    uint64_t digit = a[i];
    sums[i] += digit * f0 + b1 * f1 + b2 * f2 + b3 * f3;
    b3 = b2, b2 = b1, b1 = digit;
  }
  sums[n] += b1 * f1 + b2 * f2 + b3 * f3;
  sums[n + 1] += b1 * f2 + b2 * f3;
  sums[n + 2] += b1 * f3;
}

static const Limb NONE_BEFORE[3];

static void add_product(const Modulus *mod, const Limb *a, const Limb *b) {
  for (uint32_t i = 0; i < mod->length; i += ROWS) add_rows(mod->sums + i, a, mod->length, b + i, NONE_BEFORE);
}

/* Each product of different digits occurs twice: those of a block of digits with the higher ones once, with the block doubled. */
static void add_square(const Modulus *mod, const Limb *a) {
  for (uint32_t i = 0; i < mod->length; i += ROWS) {
    Limb twice[ROWS];
    uint64_t *sums = mod->sums + 2 * i;
    for (uint32_t j = 0; j < ROWS; j++) {
      twice[j] = 2 * a[i + j];
      sums[2 * j] += (uint64_t)a[i + j] * a[i + j];
      for (uint32_t k = 0; k < j; k++) sums[j + k] += (uint64_t)a[i + j] * twice[k];
    }
    add_rows(sums + ROWS, a + i + ROWS, mod->length - i - ROWS, twice, NONE_BEFORE);
  }
}

/* r = sums / R modulo m: multiples of m that make the lowest columns zero, four at a time, are added. */
static void reduce(const Modulus *mod, Limb *r) {
  const Limb *m = mod->digits, before[3] = {m[3], m[2], m[1]};
  uint32_t n = mod->length, bits = mod->bits;
  for (uint32_t i = 0; i < n; i += ROWS) {
    Limb factor[ROWS];
    uint64_t *sums = mod->sums + i, carry = 0;
    for (uint32_t j = 0; j < ROWS; j++) {
      uint64_t sum = sums[j] + carry;
      for (uint32_t k = 0; k < j; k++) sum += (uint64_t)factor[k] * m[j - k];
      factor[j] = (Limb)sum * mod->inverse & mod->mask;
      carry = (sum + (uint64_t)factor[j] * m[0]) >> bits;
    }
    sums[ROWS] += carry;
    add_rows(sums + ROWS, m + ROWS, n - ROWS, factor, before);
  }
  uint64_t carry = 0;
  for (uint32_t i = 0; i < n; i++) {
    carry += mod->sums[n + i];
    r[i] = (Limb)carry & mod->mask;
    carry >>= bits;
  }
}

/* r = a * b modulo m; r may be a or b. */
static bool modular_mul(const Modulus *mod, Limb *r, const Limb *a, const Limb *b) {
  if (!mod->montgomery) {
    return nat_mul(mod->product, a, mod->n, b, mod->n) &&
           nat_divrem(mod->quotient, r, mod->product, 2 * mod->n, mod->m, mod->n);
  }
  memset(mod->sums, 0, 2 * mod->length * sizeof(uint64_t));
  if (a == b) add_square(mod, a);
  else add_product(mod, a, b);
  reduce(mod, r);
  return true;
}

/* r = a as a factor. */
static bool to_factor(const Modulus *mod, Limb *r, const Limb *a, uint32_t an) {
  if (!mod->montgomery) {
    memset(r, 0, mod->n * sizeof(Limb));
    memcpy(r, a, an * sizeof(Limb));
    return true;
  }
  uint64_t shift = (uint64_t)mod->length * mod->bits, n = an + shift / LIMB_BITS + 1, limbs = 2 * n + mod->n + 1;
  Limb *shifted = nat_scratch(limbs), *rest = shifted + n, *quotient = rest + mod->n;
  if (shifted == NULL) return false;
  nat_shl(shifted, a, an, shift);
  bool ok = nat_divrem(quotient, rest, shifted, (uint32_t)n, mod->m, mod->n);
  if (ok) to_digits(mod, r, rest, mod->n);
  nat_scratch_free(shifted, limbs);
  return ok;
}

/* r = the number that a factor stands for. */
static void from_factor(const Modulus *mod, Limb *r, Limb *factor) {
  if (!mod->montgomery) {
    memcpy(r, factor, mod->n * sizeof(Limb));
    return;
  }
  memset(mod->sums, 0, 2 * mod->length * sizeof(uint64_t));
  for (uint32_t i = 0; i < mod->length; i++) mod->sums[i] = factor[i];
  reduce(mod, factor);
  from_digits(mod, r, mod->n, factor);
  if (nat_cmp(r, nat_len(r, mod->n), mod->m, mod->n) == 0) memset(r, 0, mod->n * sizeof(Limb));
}

static uint32_t digits_needed(const Limb *m, uint32_t n, uint32_t bits) {
  uint64_t digits = (nat_bits(m, n) + 2 + bits - 1) / bits;
  return (uint32_t)((digits + ROWS - 1) / ROWS * ROWS);
}

/* How to multiply modulo m. It has still no scratch; the limbs of it that it needs are returned. */
static uint64_t modulus_plan(Modulus *mod, const Limb *m, uint32_t n) {
  *mod = (Modulus){.m = m, .n = n, .length = n, .bits = WIDE_BITS};
  if ((m[0] & 1) == 0 || n >= NARROW_DIGITS) return 3 * (uint64_t)n + 1;
  uint32_t digits = digits_needed(m, n, WIDE_BITS);
  if (digits > WIDE_DIGITS) {
    mod->bits = NARROW_BITS;
    digits = digits_needed(m, n, NARROW_BITS);
  }
  if (digits > NARROW_DIGITS) return 3 * (uint64_t)n + 1;
  mod->montgomery = true;
  mod->length = digits;
  return 5 * (uint64_t)digits;
}

static void modulus_set_scratch(Modulus *mod, Limb *scratch) {
  if (!mod->montgomery) {
    mod->product = scratch;
    mod->quotient = scratch + 2 * mod->n;
    return;
  }
  mod->sums = (uint64_t *)scratch;
  mod->digits = scratch + 4 * mod->length;
  mod->mask = ((Limb)1 << mod->bits) - 1;
  to_digits(mod, mod->digits, mod->m, mod->n);
  Limb inverse = 1; /* Newton's iteration doubles the number of correct bits. */
  for (int correct = 1; correct < LIMB_BITS; correct *= 2) inverse *= 2 - mod->m[0] * inverse;
  mod->inverse = -inverse & mod->mask;
}

static Limb powmod1(Limb a, const Limb *e, uint32_t en, Limb m) {
  uint64_t result = 1, square = a;
  for (uint32_t i = 0; i < en; i++) {
    for (Limb bits = e[i], left = LIMB_BITS; left > 0; left--, bits >>= 1) {
      if ((bits & 1) != 0) result = result * square % m;
      square = square * square % m;
    }
  }
  return (Limb)result;
}

static bool bit(const Limb *e, uint64_t at) {
  return (e[at / LIMB_BITS] >> at % LIMB_BITS & 1) != 0;
}

/* Bits of the windows that make the number of multiplications least for exponents of that many bits. */
static uint32_t window_bits(uint64_t bits) {
  return bits <= 24 ? 1 : bits <= 80 ? 3 : bits <= 240 ? 4 : bits <= 672 ? 5 : 6;
}

/* result = table[0] ** e by windows that end in a one, from the top; table has the odd powers. e not zero. Menezes, van Oorschot
 * and Vanstone, Handbook of Applied Cryptography, algorithm 14.85. */
static bool power_by_windows(const Modulus *mod, Limb *result, const Limb *table, uint32_t window, const Limb *e, uint64_t bits) {
  bool ok = true, started = false;
  for (uint64_t at = bits; ok && at > 0;) {
    uint32_t width = 1, digit = 0;
    if (bit(e, at - 1)) {
      width = at < window ? (uint32_t)at : window;
      while (!bit(e, at - width)) width--;
      for (uint32_t i = 1; i <= width; i++) digit = digit << 1 | bit(e, at - i);
    }
    at -= width;
    for (uint32_t i = 0; ok && started && i < width; i++) ok = modular_mul(mod, result, result, result);
    if (digit == 0) continue;
    const Limb *odd_power = table + digit / 2 * mod->length;
    if (!started) memcpy(result, odd_power, mod->length * sizeof(Limb));
    else if (ok) ok = modular_mul(mod, result, result, odd_power);
    started = true;
  }
  return ok;
}

bool nat_powmod(Limb *r, const Limb *a, uint32_t an, const Limb *e, uint32_t en, const Limb *m, uint32_t mn) {
  if (mn == 1) {
    r[0] = en == 0 ? 1 : powmod1(an == 0 ? 0 : a[0], e, en, m[0]);
    return true;
  }
  if (en == 0) {
    memset(r, 0, mn * sizeof(Limb));
    r[0] = 1;
    return true;
  }
  Modulus mod;
  uint64_t bits = nat_bits(e, en), scratch_limbs = modulus_plan(&mod, m, mn);
  uint32_t window = window_bits(bits), entries = 1u << (window - 1);
  uint64_t limbs = scratch_limbs + (uint64_t)mod.length * (entries + 1);
  Limb *scratch = nat_scratch(limbs);
  if (scratch == NULL) return false;
  modulus_set_scratch(&mod, scratch);
  Limb *result = scratch + scratch_limbs, *table = result + mod.length;
  bool ok = to_factor(&mod, table, a, an) && (entries == 1 || modular_mul(&mod, result, table, table));
  for (uint32_t i = 1; ok && i < entries; i++) {
    ok = modular_mul(&mod, table + i * mod.length, table + (i - 1) * mod.length, result);
  }
  ok = ok && power_by_windows(&mod, result, table, window, e, bits);
  if (ok) from_factor(&mod, r, result);
  nat_scratch_free(scratch, limbs);
  return ok;
}
