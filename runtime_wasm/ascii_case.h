/* Case conversion of text or bytes as ASCII; other bytes stay as they are. `out` may be `in`. */
#ifndef MOLT_ASCII_CASE_H
#define MOLT_ASCII_CASE_H

#include <stdint.h>

typedef void (*AsciiConversion)(uint8_t *out, const uint8_t *in, uint32_t size);

void ascii_to_lower(uint8_t *out, const uint8_t *in, uint32_t size);
void ascii_to_upper(uint8_t *out, const uint8_t *in, uint32_t size);
void ascii_to_swapped(uint8_t *out, const uint8_t *in, uint32_t size);
void ascii_to_title(uint8_t *out, const uint8_t *in, uint32_t size);
void ascii_to_capitalized(uint8_t *out, const uint8_t *in, uint32_t size);

#endif
