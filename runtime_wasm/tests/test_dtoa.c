/* Doubles to decimal and back: the table of powers against exact arithmetic, round trips, known hard cases. */
#include <math.h>
#include <string.h>

#include "../bignat.h"
#include "../dtoa.h"
#include "check.h"

static uint64_t random_state = 0x9e3779b97f4a7c15u;

static uint64_t random_u64(void) { /* Marsaglia's xorshift64 */
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return random_state;
}

/* The highest 128 bits of 5**e (e >= 0), or of its reciprocal. */
static U128 exact_power(int exponent) {
  static Limb a[400], power[64], rest[64];
  uint32_t magnitude = (uint32_t)(exponent < 0 ? -exponent : exponent), n = 1;
  power[0] = 1;
  for (uint32_t i = 0; i < magnitude; i++) {
    power[n] = nat_mul1(power, power, n, 5, 0);
    n = nat_len(power, n + 1);
  }
  if (exponent < 0) { /* 2**s / 5**m with exactly 128 bits of quotient */
    uint64_t shift = nat_bits(power, n) + 127;
    Limb one = 1;
    nat_shl(a, &one, 1, shift);
    uint32_t an = nat_len(a, (uint32_t)shift / 32 + 2);
    static Limb quotient[400];
    CHECK(nat_divrem(quotient, rest, a, an, power, n));
    uint32_t qn = nat_len(quotient, an - n + 1);
    memcpy(a, quotient, sizeof a);
    CHECK(nat_bits(a, qn) == 128);
    n = qn;
  } else {
    nat_shl(a, power, n, 128);
    n = nat_len(a, n + 5);
    uint64_t drop = nat_bits(a, n) - 128;
    nat_shr(a, a, n, drop);
  }
  return (U128){(uint64_t)a[3] << 32 | a[2], (uint64_t)a[1] << 32 | a[0]};
}

static void test_powers(void) {
  for (int exponent = -364; exponent <= 335; exponent++) {
    U128 expected = exact_power(exponent), got = dtoa_power_of_ten(exponent);
    CHECK(got.high == expected.high && got.low == expected.low);
  }
}

static bool repr_is(double d, const char *expected) {
  char text[DTOA_REPR_CHARS];
  uint32_t count = dtoa_repr(text, d);
  return count == strlen(expected) && memcmp(text, expected, count) == 0;
}

static void test_repr(void) {
  CHECK(repr_is(0.0, "0.0") && repr_is(-0.0, "-0.0") && repr_is(HUGE_VAL, "inf") && repr_is(-HUGE_VAL, "-inf") && repr_is(NAN, "nan"));
  CHECK(repr_is(1.0, "1.0") && repr_is(0.1, "0.1") && repr_is(100.0, "100.0") && repr_is(123.456, "123.456"));
  CHECK(repr_is(1e15, "1000000000000000.0") && repr_is(1e16, "1e+16") && repr_is(1e22, "1e+22") && repr_is(1e23, "1e+23"));
  CHECK(repr_is(0.0001, "0.0001") && repr_is(0.00001, "1e-05") && repr_is(-1.5e-7, "-1.5e-07"));
  CHECK(repr_is(5e-324, "5e-324") && repr_is(1.7976931348623157e308, "1.7976931348623157e+308"));
  CHECK(repr_is(-2.2250738585072014e-308, "-2.2250738585072014e-308") && repr_is(9007199254740993.0, "9007199254740992.0"));
}

static void test_round_trip(void) {
  for (int i = 0; i < 100000; i++) {
    uint64_t bits = random_u64();
    double d, back;
    memcpy(&d, &bits, sizeof d);
    d = fabs(d);
    if (!isfinite(d)) continue;
    char text[DTOA_REPR_CHARS];
    uint32_t count = dtoa_repr(text, d);
    CHECK(dtoa_parse(text, count, &back) == count && back == d);
  }
}

static bool parses_to(const char *text, double expected) {
  double d;
  return dtoa_parse(text, (uint32_t)strlen(text), &d) == strlen(text) && d == expected;
}

static void test_parse(void) {
  CHECK(parses_to("0", 0) && parses_to("0e999999999999999999", 0) && parses_to("1e-999999999999999999", 0));
  CHECK(parses_to("1e999999999999999999", HUGE_VAL) && parses_to("1e309", HUGE_VAL));
  CHECK(parses_to("1.7976931348623158e308", 1.7976931348623157e308) && parses_to("1.7976931348623159e308", HUGE_VAL));
  CHECK(parses_to("2.4703282292062327e-324", 0) && parses_to("2.4703282292062328e-324", 5e-324));
  CHECK(parses_to("9007199254740993", 9007199254740992.0) && parses_to("9007199254740993.00000000000000000000001", 9007199254740994.0));
  CHECK(parses_to(".5", 0.5) && parses_to("5.", 5) && parses_to("000.0005e4", 5) && parses_to("2.2250738585072011e-308", 2.2250738585072011e-308));
  double d;
  CHECK(dtoa_parse("1e", 2, &d) == 1 && dtoa_parse("1e+", 3, &d) == 1 && dtoa_parse(".", 1, &d) == 0 && dtoa_parse("e5", 2, &d) == 0);
}

static void test_fixed(void) {
  char digits[DTOA_DIGITS];
  int point;
  CHECK(dtoa_fixed(digits, &point, 0.5, 0) == 0);
  CHECK(dtoa_fixed(digits, &point, 1.5, 0) == 1 && digits[0] == '2' && point == 1);
  CHECK(dtoa_fixed(digits, &point, 2.5, 0) == 1 && digits[0] == '2');
  CHECK(dtoa_fixed(digits, &point, 2.675, 2) == 3 && memcmp(digits, "267", 3) == 0 && point == 1);
  CHECK(dtoa_fixed(digits, &point, 1250, -2) == 2 && memcmp(digits, "12", 2) == 0 && point == 4);
  CHECK(dtoa_fixed(digits, &point, 0, 5) == 0);
  CHECK(dtoa_fixed(digits, &point, 0.1, 100000) == 55 && point == 0);
  CHECK(dtoa_precise(digits, &point, 9.995, 3) == 3 && memcmp(digits, "999", 3) == 0 && point == 1);
  CHECK(dtoa_precise(digits, &point, 99.99, 2) == 1 && digits[0] == '1' && point == 3);
  CHECK(dtoa_precise(digits, &point, 5e-324, 1000) == 751);
}

int main(void) {
  test_powers();
  test_repr();
  test_round_trip();
  test_parse();
  test_fixed();
  return check_report();
}
