#include "ascii_case.h"

#include <stdbool.h>

#include "unicode.h"

void ascii_to_lower(uint8_t *out, const uint8_t *in, uint32_t size) {
  for (uint32_t i = 0; i < size; i++) out[i] = (uint8_t)ascii_lower(in[i]);
}

void ascii_to_upper(uint8_t *out, const uint8_t *in, uint32_t size) {
  for (uint32_t i = 0; i < size; i++) out[i] = (uint8_t)ascii_upper(in[i]);
}

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
