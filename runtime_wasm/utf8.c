#include "utf8.h"

#include <string.h>

#define HIGH_BITS 0x8080808080808080ull

static uint64_t load8(const uint8_t *at) {
  uint64_t word;
  memcpy(&word, at, sizeof word);
  return word;
}

uint32_t ascii_prefix(const uint8_t *text, uint32_t size) {
  uint32_t at = 0;
  while (size - at >= 8 && (load8(text + at) & HIGH_BITS) == 0) at += 8;
  while (at < size && text[at] < 0x80) at++;
  return at;
}

/* Number of bytes of the sequence at `p` that are well formed: its whole size in *size, or where the
   answer is smaller, the bytes before the first that is wrong or missing. The second byte's range
   depends on the first: it excludes overlong forms, surrogates and what lies above 10FFFF. */
static uint32_t well_formed_bytes(const uint8_t *p, const uint8_t *end, uint32_t *size) {
  uint8_t first = p[0];
  *size = utf8_sequence_size(first);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  uint8_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (p + 1 == end || p[1] < low || p[1] > high) return 1;
  uint32_t good = 2;
  while (good < *size && p + good < end && utf8_is_continuation(p[good])) good++;
  return good;
}

uint32_t utf8_valid_prefix(const uint8_t *text, uint32_t size, Utf8Error *error) {
  const uint8_t *end = text + size;
  uint32_t at = 0;
  for (;;) {
    at += ascii_prefix(text + at, size - at);
    if (at == size) return size;
    uint32_t expected;
    uint32_t good = well_formed_bytes(text + at, end, &expected);
    if (good == expected) {
      at += good;
      continue;
    }
    error->start = at;
    error->end = at + (good == 0 ? 1 : good);
    error->reason = good == 0           ? "invalid start byte"
                    : at + good == size ? "unexpected end of data"
                                        : "invalid continuation byte";
    return at;
  }
}

/* Continuation bytes have bit 7 set and bit 6 clear. */
static uint32_t count_continuations(uint64_t word) {
  return (uint32_t)__builtin_popcountll(word & ~word << 1 & HIGH_BITS);
}

uint32_t utf8_count(const uint8_t *text, uint32_t size) {
  uint32_t count = size;
  uint32_t at = 0;
  for (; size - at >= 8; at += 8) count -= count_continuations(load8(text + at));
  for (; at < size; at++) count -= utf8_is_continuation(text[at]);
  return count;
}

void utf8_build_table(const uint8_t *text, uint32_t size, uint32_t *table) {
  uint32_t index = 0;
  for (uint32_t at = 0; at < size; at += utf8_sequence_size(text[at])) {
    if (index % UTF8_STRIDE == 0) table[index / UTF8_STRIDE] = at;
    index++;
  }
}

/* Seeks the sequence start that `count` others precede: whole words of starts first. */
uint32_t utf8_skip(const uint8_t *text, uint32_t size, uint32_t offset, uint32_t count) {
  while (size - offset >= 8) {
    uint32_t starts = 8 - count_continuations(load8(text + offset));
    if (starts > count) break;
    count -= starts;
    offset += 8;
  }
  for (; offset < size; offset++)
    if (!utf8_is_continuation(text[offset]) && count-- == 0) break;
  return offset;
}

uint32_t utf8_offset_of(const uint8_t *text, uint32_t size, const uint32_t *table, uint32_t count,
                        uint32_t index) {
  if (index >= count) return size;
  if (table == NULL) return utf8_skip(text, size, 0, index);
  return utf8_skip(text, size, table[index >> UTF8_STRIDE_BITS], index & (UTF8_STRIDE - 1));
}

uint32_t utf8_index_of(const uint8_t *text, const uint32_t *table, uint32_t count, uint32_t offset) {
  if (table == NULL) return utf8_count(text, offset);
  uint32_t low = 0, high = utf8_table_size(count);
  while (low + 1 < high) {
    uint32_t middle = (low + high) / 2;
    if (table[middle] <= offset) low = middle;
    else high = middle;
  }
  if (high == 0) return 0;
  return low * UTF8_STRIDE + utf8_count(text + table[low], offset - table[low]);
}
