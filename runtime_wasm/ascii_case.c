#include "ascii_case.h"

#include <stdbool.h>
#include "bytesearch.h"
#include "unicode.h"

/* A word with the case of its letters from `first` on changed: adding to the low seven bits of a byte carries into its top bit
   where the byte reaches a bound. */
static inline uint64_t flipped(uint64_t word, uint8_t first) {
  uint64_t low = word & EACH_BYTE(0x7Full);
  uint64_t from_first = low + EACH_BYTE(0x80ull - first), past_last = low + EACH_BYTE(0x80ull - first - 26);
  return word ^ (from_first & ~past_last & ~word & EACH_BYTE(0x80ull)) >> 2;
}

/* The last word may overlap the one before: what is changed once is not changed again. */
static inline void flip_letters(uint8_t *out, const uint8_t *in, uint32_t size, uint8_t first) {
  if (size >= 8) {
    uint64_t last = flipped(load_u64(in + size - 8), first);
    for (uint32_t i = 0; i + 8 < size; i += 8) {
      uint64_t word = flipped(load_u64(in + i), first);
      memcpy(out + i, &word, 8);
    }
    memcpy(out + size - 8, &last, 8);
  } else if (size >= 4) {
    uint32_t last = (uint32_t)flipped(load_u32(in + size - 4), first), word = (uint32_t)flipped(load_u32(in), first);
    memcpy(out, &word, 4);
    memcpy(out + size - 4, &last, 4);
  } else {
    for (uint32_t i = 0; i < size; i++) out[i] = (uint8_t)(in[i] - first) < 26 ? in[i] ^ 0x20 : in[i];
  }
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
