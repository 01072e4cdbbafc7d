/* Search for a sequence of bytes, in time linear in the sizes. */
#ifndef MOLT_BYTESEARCH_H
#define MOLT_BYTESEARCH_H

#include <stdint.h>
#include <string.h>

#define BYTES_NOT_FOUND UINT32_MAX

/* Offset of the first, or last, occurrence; an empty needle is found at 0, or at `size`. */
uint32_t bytes_find(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size);
uint32_t bytes_rfind(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size);

/* Number of occurrences that do not overlap, at most `limit`; the needle is not empty. */
uint32_t bytes_count(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size,
                     uint32_t limit);

/* A loop is quicker than memchr() for the few bytes of `character in "aeiou"`. */
static inline uint32_t bytes_find_byte(const uint8_t *hay, uint32_t size, uint8_t byte) {
  const uint8_t *at = hay, *end = hay + size;
  if (size > 16) {
    at = memchr(hay, byte, size);
    return at ? (uint32_t)(at - hay) : BYTES_NOT_FOUND;
  }
  while (at < end && *at != byte) at++;
  return at < end ? (uint32_t)(at - hay) : BYTES_NOT_FOUND;
}

#endif
