/* Long needles: the two-way algorithm (Crochemore and Perrin, "Two-way string-matching", JACM 38(3),
   1991), which needs no table and constant space. Short ones: a scan for the first byte, whose cost
   a bounded needle size bounds. A reverse search is the same walk with a step of -1. */
#include "bytesearch.h"

#include <stdbool.h>
#include <string.h>

enum { SHORT_NEEDLE = 16 };

/* A sequence read forwards (step 1) or backwards (step -1) from its first element. */
typedef struct Sequence {
  const uint8_t *first;
  int32_t step;
  uint32_t size;
} Sequence;

static inline uint8_t element(const Sequence *s, uint32_t i) { return s->first[(int32_t)i * s->step]; }

/* Start and period of the greatest suffix, in the order of bytes or the reverse order. */
static uint32_t greatest_suffix(const Sequence *s, bool reverse_order, uint32_t *period) {
  uint32_t suffix = UINT32_MAX; /* one before the candidate, so -1 at first */
  uint32_t j = 0, k = 1, p = 1;
  while (j + k < s->size) {
    uint8_t a = element(s, j + k), b = element(s, suffix + k);
    if (a == b) {
      if (k == p) {
        j += p;
        k = 1;
      } else {
        k++;
      }
    } else if (reverse_order ? a > b : a < b) {
      j += k;
      k = 1;
      p = j - suffix;
    } else {
      suffix = j++;
      k = p = 1;
    }
  }
  *period = p;
  return suffix + 1;
}

static bool equal_range(const Sequence *s, uint32_t a, uint32_t b, uint32_t size) {
  for (uint32_t i = 0; i < size; i++)
    if (element(s, a + i) != element(s, b + i)) return false;
  return true;
}

/* First index at which `needle` stands in `hay`, in reading direction. */
static uint32_t two_way(const Sequence *hay, const Sequence *needle) {
  uint32_t m = needle->size, period, other_period;
  uint32_t cut = greatest_suffix(needle, false, &period);
  uint32_t other = greatest_suffix(needle, true, &other_period);
  if (other > cut) {
    cut = other;
    period = other_period;
  }
  bool periodic = cut + period <= m && equal_range(needle, 0, period, cut);
  if (!periodic) period = (cut > m - cut ? cut : m - cut) + 1;
  uint32_t known = 0; /* elements of the needle known to match after a shift by the period */
  for (uint32_t at = 0; at + m <= hay->size;) {
    uint32_t i = cut > known ? cut : known;
    while (i < m && element(needle, i) == element(hay, at + i)) i++;
    if (i < m) {
      at += i - cut + 1;
      known = 0;
      continue;
    }
    i = cut;
    while (i > known && element(needle, i - 1) == element(hay, at + i - 1)) i--;
    if (i <= known) return at;
    at += period;
    known = periodic ? m - period : 0;
  }
  return BYTES_NOT_FOUND;
}

static uint32_t find_short(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size) {
  const uint8_t *end = hay + (size - needle_size) + 1;
  uint32_t last = needle_size - 1;
  for (const uint8_t *at = hay; at < end; at++) {
    uint32_t skipped = bytes_find_byte(at, (uint32_t)(end - at), needle[0]);
    if (skipped == BYTES_NOT_FOUND) break;
    at += skipped;
    if (at[last] == needle[last] && bytes_equal(at, needle, last)) return (uint32_t)(at - hay);
  }
  return BYTES_NOT_FOUND;
}

uint32_t bytes_find(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size) {
  if (needle_size == 0) return 0;
  if (needle_size > size) return BYTES_NOT_FOUND;
  if (needle_size == 1) return bytes_find_byte(hay, size, needle[0]);
  if (needle_size <= SHORT_NEEDLE) return find_short(hay, size, needle, needle_size);
  Sequence h = {hay, 1, size}, n = {needle, 1, needle_size};
  return two_way(&h, &n);
}

static uint32_t rfind_short(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size) {
  for (uint32_t at = size - needle_size + 1; at-- > 0;)
    if (hay[at] == needle[0] && bytes_equal(hay + at, needle, needle_size)) return at;
  return BYTES_NOT_FOUND;
}

uint32_t bytes_rfind(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size) {
  if (needle_size == 0) return size;
  if (needle_size > size) return BYTES_NOT_FOUND;
  if (needle_size <= SHORT_NEEDLE) return rfind_short(hay, size, needle, needle_size);
  Sequence h = {hay + size - 1, -1, size}, n = {needle + needle_size - 1, -1, needle_size};
  uint32_t at = two_way(&h, &n);
  return at == BYTES_NOT_FOUND ? at : size - at - needle_size;
}

uint32_t bytes_count(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t needle_size,
                     uint32_t limit) {
  uint32_t count = 0;
  if (needle_size == 1) {
    uint32_t i = 0;
    for (; i + 8 <= size; i += 8) count += (uint32_t)__builtin_popcountll(mark_each_byte(load_u64(hay + i), needle[0]));
    for (; i < size; i++) count += hay[i] == needle[0];
    return count < limit ? count : limit;
  }
  while (count < limit) {
    uint32_t at = bytes_find(hay, size, needle, needle_size);
    if (at == BYTES_NOT_FOUND) break;
    count++;
    hay += at + needle_size;
    size -= at + needle_size;
  }
  return count;
}
