/* Text coding. A string's bytes are UTF-8 in which a surrogate code point, alone or beside another,
   stands as its own three-byte sequence (ED A0..BF xx): generalised UTF-8, so that every sequence of
   code points has exactly one form and "\ud800\udc00" keeps its length of 2. As in UTF-8, byte order
   is code point order, and a match of well-formed bytes starts at a character.

   "Offset" is a position in bytes, "index" one in code points. Text passed in is well formed unless
   the function says otherwise. */
#ifndef MOLT_UTF8_H
#define MOLT_UTF8_H

#include <stdbool.h>
#include <stdint.h>

enum {
  UTF8_MAX_SIZE = 4,   /* bytes of one code point */
  UTF8_STRIDE_BITS = 6 /* an offset table has an entry for every 64th code point */
};
#define UTF8_STRIDE (1u << UTF8_STRIDE_BITS)

static inline bool utf8_is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

static inline bool is_surrogate(uint32_t cp) { return (cp & 0xFFFFF800u) == 0xD800; }

static inline uint32_t utf8_size_of(uint32_t cp) {
  return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
}

/* Size of the sequence that this first byte starts. */
static inline uint32_t utf8_sequence_size(uint8_t first) {
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* The code point at *at; moves *at past it. */
static inline uint32_t utf8_next(const uint8_t **at) {
  const uint8_t *p = *at;
  uint32_t first = p[0];
  if (first < 0x80) {
    *at = p + 1;
    return first;
  }
  if (first < 0xE0) {
    *at = p + 2;
    return (first & 0x1F) << 6 | (p[1] & 0x3F);
  }
  if (first < 0xF0) {
    *at = p + 3;
    return (first & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
  }
  *at = p + 4;
  return (first & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 |
         (p[3] & 0x3F);
}

/* The code point that ends before *at; moves *at to its start. */
static inline uint32_t utf8_previous(const uint8_t **at) {
  const uint8_t *p = *at - 1;
  while (utf8_is_continuation(*p)) p--;
  *at = p;
  return utf8_next(&p);
}

/* Writes the sequence of `cp` and returns its size. */
static inline uint32_t utf8_put(uint8_t *out, uint32_t cp) {
  if (cp < 0x80) {
    out[0] = (uint8_t)cp;
    return 1;
  }
  if (cp < 0x800) {
    out[0] = (uint8_t)(0xC0 | cp >> 6);
    out[1] = (uint8_t)(0x80 | (cp & 0x3F));
    return 2;
  }
  if (cp < 0x10000) {
    out[0] = (uint8_t)(0xE0 | cp >> 12);
    out[1] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
    out[2] = (uint8_t)(0x80 | (cp & 0x3F));
    return 3;
  }
  out[0] = (uint8_t)(0xF0 | cp >> 18);
  out[1] = (uint8_t)(0x80 | (cp >> 12 & 0x3F));
  out[2] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
  out[3] = (uint8_t)(0x80 | (cp & 0x3F));
  return 4;
}

/* What UnicodeDecodeError says of a malformed sequence; positions are offsets. */
typedef struct Utf8Error {
  uint32_t start, end;
  const char *reason;
} Utf8Error;

/* Size of the longest prefix that is strict UTF-8 (no surrogates). When it is shorter than `size`,
   fills in `error` with the positions and the reason CPython's decoder gives. Any bytes. */
uint32_t utf8_valid_prefix(const uint8_t *text, uint32_t size, Utf8Error *error);

/* Size of the longest prefix of bytes below 0x80. Any bytes. */
uint32_t ascii_prefix(const uint8_t *text, uint32_t size);

/* Number of code points. */
uint32_t utf8_count(const uint8_t *text, uint32_t size);

/* Entries of the offset table of a text of `count` code points. */
static inline uint32_t utf8_table_size(uint32_t count) {
  return (count + UTF8_STRIDE - 1) >> UTF8_STRIDE_BITS;
}

/* Fills table[i] with the offset of code point i * UTF8_STRIDE. */
void utf8_build_table(const uint8_t *text, uint32_t size, uint32_t *table);

/* Offset of code point `index`, which may be the end of the text; `table` may be NULL. */
uint32_t utf8_offset_of(const uint8_t *text, uint32_t size, const uint32_t *table, uint32_t count,
                        uint32_t index);

/* Index of the code point at `offset`; `table` may be NULL. */
uint32_t utf8_index_of(const uint8_t *text, const uint32_t *table, uint32_t count, uint32_t offset);

/* Offset `count` code points after `offset`, or `size` where the text ends before. */
uint32_t utf8_skip(const uint8_t *text, uint32_t size, uint32_t offset, uint32_t count);

#endif
