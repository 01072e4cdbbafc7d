/* Text to double and back: what is read prints, and reads back as the same double; exact digits read back too. */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "../dtoa.h"

static void require(int condition) {
  if (!condition) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  double d, back;
  uint32_t used = dtoa_parse((const char *)data, (uint32_t)size, &d);
  require(used <= size);
  if (used == 0 || isinf(d)) return 0;
  require(d >= 0);
  char text[DTOA_REPR_CHARS], digits[DTOA_DIGITS];
  uint32_t count = dtoa_repr(text, d);
  require(dtoa_parse(text, count, &back) == count && back == d);
  if (d == 0) return 0;
  int point, places = (int)(size % 40);
  count = dtoa_precise(digits, &point, d, 17 + places);
  require(dtoa_from_digits(digits, count, point - (int64_t)count) == d);
  count = dtoa_fixed(digits, &point, d, places);
  require(count <= DTOA_DIGITS && fabs(dtoa_from_digits(digits, count, point - (int64_t)count) - d) <= pow(10, -places) * 0.5001 + d * 1e-15);
  return 0;
}
