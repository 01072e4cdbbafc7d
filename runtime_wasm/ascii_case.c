#include "ascii_case.h"

#include <stdbool.h>
#include "bytesearch.h"
#include "unicode.h"

/* Changes the case of the letters from `first` on, eight bytes at a time: adding to the low seven bits of
   a byte carries into its top bit where the byte reaches a bound. */
static void flip_letters(uint8_t *out, const uint8_t *in, uint32_t size, uint8_t first) {
  uint32_t i = 0;
  for (; size - i >= 8; i += 8) {
    uint64_t word = load_u64(in + i), low = word & EACH_BYTE(0x7Full);
    uint64_t from_first = low + EACH_BYTE(0x80ull - first), past_last = low + EACH_BYTE(0x80ull - first - 26);
    word ^= (from_first & ~past_last & ~word & EACH_BYTE(0x80ull)) >> 2;
    memcpy(out + i, &word, 8);
  }
  for (; i < size; i++) out[i] = (uint8_t)(in[i] - first) < 26 ? in[i] ^ 0x20 : in[i];
}

void ascii_to_lower(uint8_t *out, const uint8_t *in, uint32_t size) { flip_letters(out, in, size, 'A'); }

void ascii_to_upper(uint8_t *out, const uint8_t *in, uint32_t size) { flip_letters(out, in, size, 'a'); }

void ascii_to_swapped(uint8_t *out, const uint8_t *in, uint32_t size) {
  for (uint32_t i = 0; i < size; i++) out[i] = ascii_is_alpha(in[i]) ? in[i] ^ 0x20 : in[i];
}

void ascii_to_title(uint8_t *out, const uint8_t *in, uint32_t size) {
  bool previous_cased = false;
  for (uint32_t i = 0; i < size; i++) {
    uint8_t c = in[i];
    out[i] = (uint8_t)(previous_cased ? ascii_lower(c) : ascii_upper(c));
    previous_cased = ascii_is_alpha(c);
  }
}

void ascii_to_capitalized(uint8_t *out, const uint8_t *in, uint32_t size) {
  ascii_to_lower(out, in, size);
  if (size > 0) out[0] = (uint8_t)ascii_upper(in[0]);
}
