/* Compares every property and mapping, over all code points, with digests of the host Python's. */
#include "../unicode.h"

#include "check.h"
#include "unicode_expected.h"

#define FNV_START 0xCBF29CE484222325ull
#define FNV_PRIME 0x100000001B3ull

static uint64_t digest_property(int32_t (*property)(uint32_t)) {
  uint64_t digest = FNV_START;
  for (uint32_t cp = 0; cp < 0x110000; cp++) digest = (digest ^ (uint8_t)property(cp)) * FNV_PRIME;
  return digest;
}

static uint64_t digest_mapping(uint32_t (*map)(uint32_t, uint32_t *)) {
  uint64_t digest = FNV_START;
  for (uint32_t cp = 0; cp < 0x110000; cp++) {
    uint32_t out[UNICODE_CASE_MAX];
    uint32_t count = map(cp, out);
    for (uint32_t i = 0; i < count; i++)
      for (int shift = 0; shift < 32; shift += 8)
        digest = (digest ^ (out[i] >> shift & 0xFF)) * FNV_PRIME;
  }
  return digest;
}

#define PROPERTY(function, NAME)                                             \
  static int32_t NAME##_as_int(uint32_t cp) { return function(cp); }         \
  static void test_##NAME(void) { CHECK(digest_property(NAME##_as_int) == EXPECTED_##NAME); }

PROPERTY(unicode_is_alpha, ALPHA)
PROPERTY(unicode_is_decimal, DECIMAL)
PROPERTY(unicode_is_digit, DIGIT)
PROPERTY(unicode_is_numeric, NUMERIC)
PROPERTY(unicode_is_alnum, ALNUM)
PROPERTY(unicode_is_space, SPACE)
PROPERTY(unicode_is_line_break, LINE_BREAK)
PROPERTY(unicode_is_upper, UPPER)
PROPERTY(unicode_is_lower, LOWER)
PROPERTY(unicode_is_title, TITLE)
PROPERTY(unicode_is_printable, PRINTABLE)
PROPERTY(unicode_is_identifier_start, IDENTIFIER_START)
PROPERTY(unicode_is_identifier_continue, IDENTIFIER_CONTINUE)
PROPERTY(unicode_decimal, DECIMAL_VALUE)

int main(void) {
  test_ALPHA();
  test_DECIMAL();
  test_DIGIT();
  test_NUMERIC();
  test_ALNUM();
  test_SPACE();
  test_LINE_BREAK();
  test_UPPER();
  test_LOWER();
  test_TITLE();
  test_PRINTABLE();
  test_IDENTIFIER_START();
  test_IDENTIFIER_CONTINUE();
  test_DECIMAL_VALUE();
  CHECK(digest_mapping(unicode_to_lower) == EXPECTED_TO_LOWER);
  CHECK(digest_mapping(unicode_to_upper) == EXPECTED_TO_UPPER);
  CHECK(digest_mapping(unicode_to_title) == EXPECTED_TO_TITLE);
  CHECK(digest_mapping(unicode_to_casefold) == EXPECTED_TO_CASEFOLD);
  CHECK(unicode_is_cased('a') && unicode_is_cased(0x2B0) && !unicode_is_cased('1'));
  CHECK(unicode_is_case_ignorable('\'') && unicode_is_case_ignorable(0x2B0) && !unicode_is_case_ignorable('a'));
  return check_report();
}
