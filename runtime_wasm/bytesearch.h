/* Search for a sequence of bytes, in time linear in the sizes; comparing and copying the few bytes that most texts have, for which
   a call of the C library takes longer than the work. */
#ifndef MOLT_BYTESEARCH_H
#define MOLT_BYTESEARCH_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define BYTES_NOT_FOUND UINT32_MAX

/* Offset of the first, or last, occurrence; an empty needle is found at 0, or at `size`. */
uint32_t bytes_find(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size);
uint32_t bytes_rfind(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size);

/* Number of occurrences that do not overlap, at most `limit`; the needle is not empty. */
uint32_t bytes_count(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size,
                     uint32_t limit);

static inline uint64_t load_u64(const void *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

static inline uint32_t load_u32(const void *p) {
  uint32_t word;
  memcpy(&word, p, 4);
  return word;
}

#define EACH_BYTE(byte) ((byte) * 0x0101010101010101ull)

/* The lowest marked byte is the first that equals the one sought: a borrow can only mark bytes above it. */
static inline uint64_t mark_byte(uint64_t word, uint8_t byte) {
  word ^= EACH_BYTE((uint64_t)byte);
  return (word - EACH_BYTE(1ull)) & ~word & EACH_BYTE(0x80ull);
}

/* Marks just those: no carry leaves a byte. */
static inline uint64_t mark_each_byte(uint64_t word, uint8_t byte) {
  word ^= EACH_BYTE((uint64_t)byte);
  return ~(((word & EACH_BYTE(0x7Full)) + EACH_BYTE(0x7Full)) | word) & EACH_BYTE(0x80ull);
}

static inline uint32_t bytes_find_byte(const uint8_t *hay, uint32_t size, uint8_t byte) {
  uint32_t at = 0;
  for (; at + 8 <= size; at += 8) {
    uint64_t marks = mark_byte(load_u64(hay + at), byte);
    if (marks != 0) return at + (uint32_t)__builtin_ctzll(marks) / 8;
  }
  while (at < size && hay[at] != byte) at++;
  return at < size ? at : BYTES_NOT_FOUND;
}

/* memcmp() == 0. The last words, of fixed size, may overlap those before. */
static inline bool bytes_equal(const void *a, const void *b, uint32_t n) {
  const uint8_t *x = a, *y = b;
  if (n >= 8) {
    for (uint32_t i = 0; i + 8 < n; i += 8) {
      if (load_u64(x + i) != load_u64(y + i)) return false;
    }
    return load_u64(x + n - 8) == load_u64(y + n - 8);
  }
  if (n >= 4) return load_u32(x) == load_u32(y) && load_u32(x + n - 4) == load_u32(y + n - 4);
  return n == 0 || (x[0] == y[0] && x[n / 2] == y[n / 2] && x[n - 1] == y[n - 1]);
}

/* The sign of memcmp(), where words that start at x and y are the first that may differ, in what `difference` marks. */
static inline int word_order(const uint8_t *x, const uint8_t *y, uint64_t difference) {
  uint32_t i = (uint32_t)__builtin_ctzll(difference) / 8; /* little-endian: the first byte that differs */
  return x[i] < y[i] ? -1 : 1;
}

/* The sign of memcmp(). The last words, of fixed size, may overlap those before. */
static inline int bytes_order(const void *a, const void *b, uint32_t n) {
  const uint8_t *x = a, *y = b;
  if (n < 4) {
    for (uint32_t i = 0; i < n; i++) {
      if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
    }
    return 0;
  }
  uint64_t difference = load_u32(x) ^ load_u32(y);
  if (difference != 0) return word_order(x, y, difference);
  for (uint32_t i = 4; i + 8 < n; i += 8) {
    difference = load_u64(x + i) ^ load_u64(y + i);
    if (difference != 0) return word_order(x + i, y + i, difference);
  }
  uint32_t last = n < 8 ? n - 4 : n - 8;
  difference = n < 8 ? load_u32(x + last) ^ load_u32(y + last) : load_u64(x + last) ^ load_u64(y + last);
  return difference != 0 ? word_order(x + last, y + last, difference) : 0;
}

/* memcpy(), with copies of fixed size, which may overlap each other, up to 32 bytes. */
static inline void bytes_copy(void *to, const void *from, uint32_t n) {
  uint8_t *out = to;
  const uint8_t *in = from;
  if (n > 32) {
    memcpy(out, in, n);
  } else if (n >= 16) {
    uint64_t a = load_u64(in), b = load_u64(in + 8), c = load_u64(in + n - 16), d = load_u64(in + n - 8);
    memcpy(out, &a, 8);
    memcpy(out + 8, &b, 8);
    memcpy(out + n - 16, &c, 8);
    memcpy(out + n - 8, &d, 8);
  } else if (n >= 8) {
    uint64_t a = load_u64(in), b = load_u64(in + n - 8);
    memcpy(out, &a, 8);
    memcpy(out + n - 8, &b, 8);
  } else if (n >= 4) {
    uint32_t a, b;
    memcpy(&a, in, 4);
    memcpy(&b, in + n - 4, 4);
    memcpy(out, &a, 4);
    memcpy(out + n - 4, &b, 4);
  } else if (n > 0) {
    uint8_t first = in[0], middle = in[n / 2], last = in[n - 1];
    out[0] = first;
    out[n / 2] = middle;
    out[n - 1] = last;
  }
}

#endif
