/* Doubles to decimal and back. See dtoa.h.
 *
 * Shortest digits: Schubfach (Raffaello Giulietti, The Schubfach way to render doubles, 2020). Reading: the product of the
 * first 19 digits and a 128-bit power of ten decides almost always (after Lemire, Number parsing at a gigabyte per second,
 * 2021); the rest, and rounding to a given number of digits, is exact arithmetic on natural numbers.
 */
#include "dtoa.h"

#include <math.h>
#include <string.h>

#include "bignat.h"

/* ---- Powers of ten ---- */

enum { POWER_STEP = 28, POWER_FIRST = -13 };

/* 10**(28 (i - 13)), the highest 192 bits, rounded down. */
static const uint64_t coarse_powers[][3] = {
  {0xe1afa13afbd14d6d, 0x82189c09a3a1ec21, 0x7a43516213c7e04c}, /* -364 */
  {0xe3e27a444d8d98b7, 0xfd1b1b2308169b25, 0x363b1f2c568dc3e2}, /* -336 */
  {0xe61acf033d1a45df, 0x6fb92487298e33bd, 0xadd7728c20b99bd1}, /* -308 */
  {0xe858ad248f5c22c9, 0xd1b3400f8f9cff68, 0xf910f9f648232f14}, /* -280 */
  {0xea9c227723ee8bcb, 0x465e15a979c1cadc, 0x0a0ce827eac11f2d}, /* -252 */
  {0xece53cec4a314ebd, 0xa4f8bf5635246428, 0x4609ac5c7899ca36}, /* -224 */
  {0xef340a98172aace4, 0x86fb897116c87c34, 0x9c39c1da4c49278d}, /* -196 */
  {0xf18899b1bc3f8ca1, 0xdc44e6c3cb279ac1, 0xf80f36174730ca34}, /* -168 */
  {0xf3e2f893dec3f126, 0x5a89dba3c3efccfa, 0xd8ecb58659be9c90}, /* -140 */
  {0xf64335bcf065d37d, 0x4d4617b5ff4a16d5, 0xaa09501d5954a559}, /* -112 */
  {0xf8a95fcf88747d94, 0x75a44c6397ce912a, 0x33cca6c06b07b74d}, /* -84 */
  {0xfb158592be068d2e, 0xeed6e2f0f0d56712, 0xac2e4f162cfad40a}, /* -56 */
  {0xfd87b5f28300ca0d, 0x8bca9d6e188853fc, 0x76dcb60081ce0fa5}, /* -28 */
  {0x8000000000000000, 0x0000000000000000, 0x0000000000000000}, /* 0 */
  {0x813f3978f8940984, 0x4000000000000000, 0x0000000000000000}, /* 28 */
  {0x82818f1281ed449f, 0xbff8f10e7a8921a4, 0x2000000000000000}, /* 56 */
  {0x83c7088e1aab65db, 0x792667c6da79e0fa, 0x0861d3ee22d1cc53}, /* 84 */
  {0x850fadc09923329e, 0x03e2cf6bc604ddb0, 0x74a7ef0198791097}, /* 112 */
  {0x865b86925b9bc5c2, 0x0b8a2392ba45a9b2, 0x5c6658d409fb8bf7}, /* 140 */
  {0x87aa9aff79042286, 0x90fb44d2f05d0842, 0xfb118fc9c217a1d2}, /* 168 */
  {0x88fcf317f22241e2, 0x441fece3bdf81f03, 0x12f274928400100d}, /* 196 */
  {0x8a5296ffe33cc92f, 0x82bd6b70d99aaa6f, 0xbc10c5c5cda97c8d}, /* 224 */
  {0x8bab8eefb6409c1a, 0x1ad089b6c2f7548e, 0x25c7b885ba466e37}, /* 252 */
  {0x8d07e33455637eb2, 0xdb0b487b6423e1e8, 0x7ec63730f500b406}, /* 280 */
  {0x8e679c2f5e44ff8f, 0x570f09eaa7ea7648, 0x5961db50c6d2b886}, /* 308 */
};

static U128 mul64(uint64_t a, uint64_t b) {
  uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
  uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32), cross = a0 * b1 + (uint32_t)middle;
  return (U128){a1 * b1 + (middle >> 32) + (cross >> 32), cross << 32 | (uint32_t)low};
}

static int floor_log2_pow10(int exponent) {
  return exponent * 1741647 >> 19;
}

/* The coarse power below, times a power of five of at most 64 bits. 192 bits leave room for the error of the table:
 * tests/test_dtoa.c compares every result with the exact power. */
U128 dtoa_power_of_ten(int exponent) {
  int index = (exponent - POWER_FIRST * POWER_STEP) / POWER_STEP, rest = exponent - (index + POWER_FIRST) * POWER_STEP;
  const uint64_t *coarse = coarse_powers[index];
  uint64_t five = 1;
  for (int i = 0; i < rest; i++) five *= 5;
  five <<= __builtin_clzll(five);
  U128 high = mul64(coarse[0], five), middle = mul64(coarse[1], five), low = mul64(coarse[2], five);
  uint64_t w1 = middle.low + low.high, w2 = high.low + middle.high, w3 = high.high;
  uint64_t carry = w1 < middle.low;
  w3 += w2 < high.low;
  w2 += carry;
  w3 += w2 < carry;
  if (w3 >> 63 != 0) return (U128){w3, w2};
  return (U128){w3 << 1 | w2 >> 63, w2 << 1 | w1 >> 63};
}

static bool is_exact_power(int exponent) {
  return exponent >= 0 && exponent <= 55;
}

/* ---- Shortest digits ---- */

enum { FRACTION_BITS = 52, EXPONENT_BIAS = 1075 };

/* d = fraction * 2**exponent */
static uint64_t split_double(double d, int *exponent) {
  uint64_t bits;
  memcpy(&bits, &d, sizeof bits);
  uint64_t fraction = bits & (((uint64_t)1 << FRACTION_BITS) - 1);
  int biased = bits >> FRACTION_BITS & 0x7ff;
  *exponent = (biased != 0 ? biased : 1) - EXPONENT_BIAS;
  return biased != 0 ? fraction | (uint64_t)1 << FRACTION_BITS : fraction;
}

/* power * factor >> 128, with the lowest bit set when anything but a rounding error was shifted out. */
static uint64_t scale_to_odd(U128 power, uint64_t factor) {
  U128 low = mul64(power.low, factor), high = mul64(power.high, factor);
  uint64_t middle = high.low + low.high;
  return (high.high + (middle < high.low)) | (middle > 1);
}

/* The decimal in the rounding interval of c * 2**q with the fewest digits: the result times 10**(*exponent). The names are
 * those of Giulietti's paper. */
static uint64_t schubfach(uint64_t c, int q, int *exponent) {
  bool lower_closer = c == (uint64_t)1 << FRACTION_BITS && q > 1 - EXPONENT_BIAS;
  int k = (q * 1262611 - (lower_closer ? 524031 : 0)) >> 22;
  int h = q + floor_log2_pow10(-k) + 1;
  U128 g = dtoa_power_of_ten(-k);
  if (!is_exact_power(-k) && ++g.low == 0) g.high++;
  uint64_t odd = c & 1;
  uint64_t lower = scale_to_odd(g, (4 * c - 2 + lower_closer) << h) + odd;
  uint64_t value = scale_to_odd(g, 4 * c << h);
  uint64_t upper = scale_to_odd(g, (4 * c + 2) << h) - odd;
  uint64_t s = value / 4;
  *exponent = k;
  if (s >= 10) {
    uint64_t tens = s / 10;
    bool below = lower <= 40 * tens, above = 40 * tens + 40 <= upper;
    if (below != above) {
      *exponent = k + 1;
      return tens + above;
    }
  }
  bool below = lower <= 4 * s, above = 4 * s + 4 <= upper;
  if (below != above) return s + above;
  uint64_t middle = 4 * s + 2;
  return s + (value > middle || (value == middle && (s & 1) != 0));
}

static uint32_t strip_zeros(const char *digits, uint32_t count) {
  while (count > 0 && digits[count - 1] == '0') count--;
  return count;
}

uint32_t dtoa_shortest(char digits[DTOA_SHORTEST_DIGITS], int *point, double d) {
  int q, exponent;
  uint64_t c = split_double(d, &q), decimal = schubfach(c, q, &exponent);
  char reversed[20];
  uint32_t count = 0;
  for (; decimal != 0; decimal /= 10) reversed[count++] = (char)('0' + decimal % 10);
  *point = exponent + (int)count;
  uint32_t zeros = 0;
  while (reversed[zeros] == '0') zeros++;
  for (uint32_t i = zeros; i < count; i++) digits[i - zeros] = reversed[count - 1 - (i - zeros)];
  return count - zeros;
}

/* ---- A given number of digits ---- */

enum { WORK_LIMBS = 256, FIVE_STEP = 13, FIVE_TO_STEP = 1220703125 };

static Limb small_power_of_five(uint32_t exponent) {
  Limb power = 1;
  while (exponent-- > 0) power *= 5;
  return power;
}

static uint32_t multiply_by_power_of_five(Limb *a, uint32_t n, uint32_t exponent) {
  while (exponent > 0) {
    uint32_t step = exponent < FIVE_STEP ? exponent : FIVE_STEP;
    exponent -= step;
    a[n] = nat_mul1(a, a, n, small_power_of_five(step), 0);
    n = nat_len(a, n + 1);
  }
  return n;
}

/* Rounded down; *sticky is set when there is a remainder. */
static uint32_t divide_by_power_of_five(Limb *a, uint32_t n, uint32_t exponent, bool *sticky) {
  while (exponent > 0 && n > 0) {
    uint32_t step = exponent < FIVE_STEP ? exponent : FIVE_STEP;
    exponent -= step;
    if (nat_div1(a, a, n, small_power_of_five(step)) != 0) *sticky = true;
    n = nat_len(a, n);
  }
  return n;
}

static uint32_t shift_left(Limb *a, uint32_t n, uint32_t bits) {
  nat_shl(a, a, n, bits);
  return nat_len(a, n + bits / LIMB_BITS + 1);
}

static uint32_t shift_right(Limb *a, uint32_t n, uint32_t bits, bool *sticky) {
  if (nat_any_below(a, n, bits)) *sticky = true;
  if (bits / LIMB_BITS >= n) return 0;
  nat_shr(a, a, n, bits);
  return nat_len(a, n - bits / LIMB_BITS);
}

/* a = d * 10**scale, rounded half to even; the normalised length. */
static uint32_t scale_and_round(Limb a[WORK_LIMBS], double d, int scale) {
  int exponent;
  uint32_t n = nat_from_u64(a, split_double(d, &exponent));
  int shift = exponent + scale + 1; /* one bit more than the result, to round by */
  bool sticky = false;
  if (scale >= 0) n = multiply_by_power_of_five(a, n, (uint32_t)scale);
  if (shift > 0) n = shift_left(a, n, (uint32_t)shift);
  if (scale < 0) n = divide_by_power_of_five(a, n, (uint32_t)-scale, &sticky);
  if (shift < 0) n = shift_right(a, n, (uint32_t)-shift, &sticky);
  if (n == 0) return 0;
  bool half = (a[0] & 1) != 0;
  nat_shr(a, a, n, 1);
  if (half && (sticky || (a[0] & 1) != 0)) nat_add1(a, a, n, 1);
  return nat_len(a, n);
}

/* The digits of a; how many, before trailing zeros were stripped, in *all. Destroys a. */
static uint32_t write_digits(char *digits, uint32_t *all, Limb *a, uint32_t n) {
  char *end = digits + DTOA_DIGITS, *start = nat_put_decimal(end, a, n);
  *all = (uint32_t)(end - start);
  memmove(digits, start, *all);
  return strip_zeros(digits, *all);
}

/* d * 10**places, rounded half to even, when it and what decides the rounding fit one word. */
static bool scale_in_word(double d, int32_t places, uint64_t *result) {
  enum { MOST_PLACES = 4 }; /* 5**4 has 10 bits, a fraction 53 */
  static const uint16_t fives[] = {1, 5, 25, 125, 625};
  int exponent;
  uint64_t fraction = split_double(d, &exponent);
  if (places < 0 || places > MOST_PLACES) return false;
  int shift = -(exponent + places);
  if (shift <= 0 || shift > 63) return false;
  uint64_t product = fraction * fives[places], whole = product >> shift;
  uint64_t rest = product - (whole << shift), half = (uint64_t)1 << (shift - 1);
  *result = whole + (rest > half || (rest == half && (whole & 1) != 0));
  return true;
}

/* As write_digits. */
static uint32_t write_word(char *digits, uint32_t *all, uint64_t word) {
  char reversed[20];
  uint32_t count = 0;
  for (; word > UINT32_MAX; word /= 10) reversed[count++] = (char)('0' + word % 10);
  for (uint32_t rest = (uint32_t)word; rest != 0; rest /= 10) reversed[count++] = (char)('0' + rest % 10);
  for (uint32_t i = 0; i < count; i++) digits[i] = reversed[count - 1 - i];
  *all = count;
  return strip_zeros(digits, count);
}

uint32_t dtoa_fixed(char digits[DTOA_DIGITS], int *point, double d, int32_t places) {
  enum { MOST_PLACES = 1074, LEAST_PLACES = -310 };
  if (places > MOST_PLACES) places = MOST_PLACES;
  *point = 0;
  if (places < LEAST_PLACES) return 0;
  uint64_t word;
  uint32_t all;
  if (scale_in_word(d, places, &word)) {
    uint32_t kept = write_word(digits, &all, word);
    *point = (int)all - places;
    return kept;
  }
  int exponent;
  split_double(d, &exponent);
  if (exponent >= 0 && places > 0) places = 0;
  Limb a[WORK_LIMBS];
  uint32_t n = scale_and_round(a, d, places), count = write_digits(digits, &all, a, n);
  *point = (int)all - places;
  return count;
}

uint32_t dtoa_precise(char digits[DTOA_DIGITS], int *point, double d, int32_t count) {
  enum { MOST_DIGITS = 767 };
  if (count > MOST_DIGITS) count = MOST_DIGITS;
  int exponent;
  uint64_t fraction = split_double(d, &exponent);
  int bits = 63 - __builtin_clzll(fraction) + exponent, tens = (bits * 1233 >> 12) - 1; /* at most floor(log10(d)) */
  Limb a[WORK_LIMBS];
  for (int scale = count - 1 - tens;; scale--) {
    uint32_t all, n = scale_and_round(a, d, scale), kept = write_digits(digits, &all, a, n);
    if (all <= (uint32_t)count) {
      *point = (int)all - scale;
      return kept;
    }
  }
}

/* ---- repr ---- */

uint32_t dtoa_repr(char text[DTOA_REPR_CHARS], double d) {
  if (isnan(d)) return memcpy(text, "nan", 3), 3;
  char *out = text, digits[DTOA_SHORTEST_DIGITS] = "0";
  if (signbit(d)) *out++ = '-';
  if (isinf(d)) return memcpy(out, "inf", 3), (uint32_t)(out + 3 - text);
  int point = 1;
  int count = d == 0 ? 1 : (int)dtoa_shortest(digits, &point, fabs(d));
  if (point > 16 || point <= -4) {
    int exponent = point - 1, magnitude = exponent < 0 ? -exponent : exponent;
    *out++ = digits[0];
    if (count > 1) *out++ = '.';
    for (int i = 1; i < count; i++) *out++ = digits[i];
    *out++ = 'e';
    *out++ = exponent < 0 ? '-' : '+';
    if (magnitude >= 100) *out++ = (char)('0' + magnitude / 100);
    *out++ = (char)('0' + magnitude / 10 % 10);
    *out++ = (char)('0' + magnitude % 10);
    return (uint32_t)(out - text);
  }
  int first = point < 1 ? point - 1 : 0, last = count <= point ? point + 1 : count; /* positions written, 0 the first digit */
  for (int i = first; i < last; i++) {
    if (i == point) *out++ = '.';
    *out++ = i >= 0 && i < count ? digits[i] : '0';
  }
  return (uint32_t)(out - text);
}

/* ---- Reading ---- */

enum { KEPT_DIGITS = 800, QUICK_DIGITS = 19, MOST_EXPONENT = 309, LEAST_EXPONENT = -342 };

/* The significant digits of a decimal: digits * 10**exponent, and a little more if sticky. */
typedef struct Decimal {
  char digits[KEPT_DIGITS];
  uint32_t count;
  bool sticky;
  int64_t exponent;
} Decimal;

static void decimal_init(Decimal *d, int64_t exponent) {
  d->count = 0;
  d->sticky = false;
  d->exponent = exponent;
}

static void decimal_push(Decimal *d, char digit, bool after_point) {
  if (d->count == KEPT_DIGITS) {
    d->sticky |= digit != '0';
    d->exponent += !after_point;
    return;
  }
  d->exponent -= after_point;
  if (d->count != 0 || digit != '0') d->digits[d->count++] = digit;
}

/* Limits of w * 10**exponent, w with its top bit set, from a power of ten that is rounded down by less than one unit:
 * rounding both tells whether the limits decide. */
static double round_product(uint64_t w, int64_t exponent2, int exponent, bool upper) {
  U128 power = dtoa_power_of_ten(exponent), high = mul64(w, power.high), low = mul64(w, power.low);
  uint64_t middle = high.low + low.high;
  uint64_t top = high.high + (middle < high.low);
  bool sticky = middle != 0 || low.low != 0;
  if (upper && !is_exact_power(exponent)) {
    middle += 2;
    if (middle < 2 && ++top == 0) return nat_round((uint64_t)1 << 63, true, exponent2 + floor_log2_pow10(exponent) - 127 + 129);
    sticky = true;
  }
  return nat_round(top, sticky, exponent2 + floor_log2_pow10(exponent) - 127 + 128);
}

/* Exact factors give an exactly rounded result: Clinger, "How to read floating point numbers accurately", PLDI 1990. */
static bool exact_factors(uint64_t w, int exponent, double *result) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  enum { MOST = sizeof powers / sizeof *powers - 1 };
  if (w >> (FRACTION_BITS + 1) != 0 || exponent > MOST || exponent < -MOST) return false;
  *result = exponent < 0 ? (double)w / powers[-exponent] : (double)w * powers[exponent];
  return true;
}

/* False when the first 19 digits do not decide. */
static bool quick_double(const Decimal *d, double *result) {
  uint64_t w = 0;
  uint32_t kept = d->count < QUICK_DIGITS ? d->count : QUICK_DIGITS;
  for (uint32_t i = 0; i < kept; i++) w = w * 10 + (uint64_t)(d->digits[i] - '0');
  int exponent = (int)(d->exponent + (d->count - kept));
  bool cut = kept < d->count;
  if (!cut && !d->sticky && exact_factors(w, exponent, result)) return true;
  uint64_t next = w + cut;
  int shift = __builtin_clzll(w), next_shift = __builtin_clzll(next);
  double lower = round_product(w << shift, -shift, exponent, false);
  double upper = round_product(next << next_shift, -next_shift, exponent, true);
  *result = lower;
  return lower == upper;
}

static double exact_double(const Decimal *d) {
  enum { CHUNK = 9 };
  Limb a[WORK_LIMBS];
  uint32_t n = 0;
  for (uint32_t i = 0; i < d->count;) {
    Limb value = 0, power = 1;
    for (uint32_t end = i + CHUNK; i < end && i < d->count; i++) value = value * 10 + (Limb)(d->digits[i] - '0'), power *= 10;
    a[n] = nat_mul1(a, a, n, power, value);
    n = nat_len(a, n + 1);
  }
  bool sticky = d->sticky, below;
  int exponent = (int)d->exponent, exponent2 = exponent;
  if (exponent >= 0) {
    n = multiply_by_power_of_five(a, n, (uint32_t)exponent);
  } else { /* log2(5) < 7 / 3: the quotient keeps 64 bits */
    uint32_t bits = (uint32_t)(-exponent * 7 / 3) + 64;
    n = shift_left(a, n, bits);
    exponent2 -= (int)bits;
    n = divide_by_power_of_five(a, n, (uint32_t)-exponent, &sticky);
  }
  uint64_t top = nat_top64(a, n, &below);
  return nat_round(top, sticky || below, exponent2 + (int64_t)nat_bits(a, n) - 64);
}

static double decimal_to_double(Decimal *d) {
  uint32_t count = strip_zeros(d->digits, d->count);
  if (!d->sticky) {
    d->exponent += d->count - count;
    d->count = count;
  }
  if (d->count == 0) return 0.0;
  if (d->exponent + d->count > MOST_EXPONENT) return HUGE_VAL;
  if (d->exponent + d->count < LEAST_EXPONENT + QUICK_DIGITS) return d->exponent + d->count < LEAST_EXPONENT ? 0.0 : exact_double(d);
  double result;
  return quick_double(d, &result) ? result : exact_double(d);
}

double dtoa_from_digits(const char *digits, uint32_t count, int64_t exponent) {
  Decimal d;
  decimal_init(&d, exponent);
  for (uint32_t i = 0; i < count; i++) decimal_push(&d, digits[i], false);
  return decimal_to_double(&d);
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* The exponent part at text, if it is one; its length. */
static uint32_t parse_exponent(const char *text, uint32_t size, int64_t *exponent) {
  enum { LIMIT = 1 << 30 };
  uint32_t at = 1;
  if (size == 0 || (text[0] | 0x20) != 'e') return 0;
  bool negative = at < size && text[at] == '-';
  if (at < size && (text[at] == '-' || text[at] == '+')) at++;
  if (at == size || !is_digit(text[at])) return 0;
  int64_t value = 0;
  for (; at < size && is_digit(text[at]); at++) {
    if (value < LIMIT) value = value * 10 + (text[at] - '0');
  }
  *exponent = negative ? -value : value;
  return at;
}

uint32_t dtoa_parse(const char *text, uint32_t size, double *result) {
  Decimal d;
  decimal_init(&d, 0);
  uint32_t at = 0, count = 0;
  for (; at < size && is_digit(text[at]); at++, count++) decimal_push(&d, text[at], false);
  if (at < size && text[at] == '.') {
    for (at++; at < size && is_digit(text[at]); at++, count++) decimal_push(&d, text[at], true);
  }
  if (count == 0) return 0;
  int64_t exponent = 0;
  at += parse_exponent(text + at, size - at, &exponent);
  d.exponent += exponent;
  *result = decimal_to_double(&d);
  return at;
}
