#include "unicode.h"

#include <stddef.h>

#include "utf8.h"

/* At byte `offset` of the runs begin those of code point `first`, the property being absent. */
typedef struct RunIndex {
  uint32_t first;
  uint32_t offset;
} RunIndex;

/* A property as lengths of runs in which it is absent, present, absent, ... (LEB128). */
typedef struct RunSet {
  const uint8_t *runs;
  uint32_t size;
  const RunIndex *index;
  uint32_t index_count;
} RunSet;

/* `packed` is first << 11 | (count - 1) << 1 | (stride - 1). */
typedef struct CaseRange {
  uint32_t packed;
  int32_t delta;
} CaseRange;

/* A mapping whose text stands in the pool. */
typedef struct SpecialCase {
  uint16_t code_point;
  uint16_t offset;
} SpecialCase;

typedef struct CaseMap {
  const CaseRange *ranges;
  uint32_t range_count;
  const SpecialCase *specials;
  uint32_t special_count;
} CaseMap;

#include "unicode_tables.h"

static uint32_t read_leb128(const uint8_t **at) {
  uint32_t number = 0, shift = 0;
  uint8_t byte;
  do {
    byte = *(*at)++;
    number |= (uint32_t)(byte & 0x7F) << shift;
    shift += 7;
  } while (byte & 0x80);
  return number;
}

static bool run_set_has(const RunSet *set, uint32_t cp) {
  uint32_t low = 0, high = set->index_count;
  while (low + 1 < high) {
    uint32_t middle = (low + high) / 2;
    if (set->index[middle].first <= cp) low = middle;
    else high = middle;
  }
  const uint8_t *at = set->runs + set->index[low].offset;
  const uint8_t *end = set->runs + set->size;
  uint32_t boundary = set->index[low].first;
  bool present = true;
  while (at < end) {
    boundary += read_leb128(&at);
    present = !present;
    if (cp < boundary) return present;
  }
  return false;
}

bool unicode_is_alpha(uint32_t cp) { return cp < 0x80 ? ascii_is_alpha(cp) : run_set_has(&alpha_set, cp); }

bool unicode_is_digit(uint32_t cp) { return cp < 0x80 ? ascii_is_digit(cp) : run_set_has(&digit_set, cp); }

bool unicode_is_numeric(uint32_t cp) {
  return cp < 0x80 ? ascii_is_digit(cp) : run_set_has(&numeric_set, cp);
}

bool unicode_is_upper(uint32_t cp) { return cp < 0x80 ? ascii_is_upper(cp) : run_set_has(&upper_set, cp); }

bool unicode_is_lower(uint32_t cp) { return cp < 0x80 ? ascii_is_lower(cp) : run_set_has(&lower_set, cp); }

bool unicode_is_title(uint32_t cp) { return cp >= 0x80 && run_set_has(&title_set, cp); }

bool unicode_is_cased(uint32_t cp) { return cp < 0x80 ? ascii_is_alpha(cp) : run_set_has(&cased_set, cp); }

bool unicode_is_case_ignorable(uint32_t cp) { return run_set_has(&case_ignorable_set, cp); }

bool unicode_is_printable(uint32_t cp) {
  return cp < 0x80 ? cp - 0x20 < 0x5F : run_set_has(&printable_set, cp);
}

bool unicode_is_identifier_start(uint32_t cp) {
  return cp < 0x80 ? ascii_is_alpha(cp) || cp == '_' : run_set_has(&identifier_start_set, cp);
}

bool unicode_is_identifier_continue(uint32_t cp) {
  return cp < 0x80 ? ascii_is_alnum(cp) || cp == '_' : run_set_has(&identifier_continue_set, cp);
}

int32_t unicode_decimal(uint32_t cp) {
  uint32_t low = 0, high = sizeof decimal_zeros / sizeof decimal_zeros[0];
  while (low + 1 < high) {
    uint32_t middle = (low + high) / 2;
    if (decimal_zeros[middle] <= cp) low = middle;
    else high = middle;
  }
  uint32_t value = cp - decimal_zeros[low];
  return value < 10 ? (int32_t)value : -1;
}

bool unicode_is_decimal(uint32_t cp) { return unicode_decimal(cp) >= 0; }

/* A numeric property covers the decimal and the digit ones. */
bool unicode_is_alnum(uint32_t cp) { return unicode_is_alpha(cp) || unicode_is_numeric(cp); }

bool unicode_is_space(uint32_t cp) {
  if (cp < 0x80) return ascii_is_space(cp);
  return cp == 0x85 || cp == 0xA0 || cp == 0x1680 || cp - 0x2000 < 11 || cp == 0x2028 || cp == 0x2029 ||
         cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

bool unicode_is_line_break(uint32_t cp) {
  return cp - 0x0A < 4 || cp - 0x1C < 3 || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

static const SpecialCase *find_special(const CaseMap *map, uint32_t cp) {
  uint32_t low = 0, high = map->special_count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (map->specials[middle].code_point == cp) return &map->specials[middle];
    if (map->specials[middle].code_point < cp) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

/* The range whose first code point is the last one not above `cp`, if it covers `cp`. */
static const CaseRange *find_range(const CaseMap *map, uint32_t cp) {
  uint32_t low = 0, high = map->range_count;
  while (low + 1 < high) {
    uint32_t middle = (low + high) / 2;
    if (map->ranges[middle].packed >> (CASE_COUNT_BITS + 1) <= cp) low = middle;
    else high = middle;
  }
  uint32_t packed = map->ranges[low].packed;
  uint32_t distance = cp - (packed >> (CASE_COUNT_BITS + 1));
  uint32_t stride = (packed & 1) + 1;
  uint32_t last = (packed >> 1 & ((1u << CASE_COUNT_BITS) - 1)) * stride;
  return distance <= last && distance % stride == 0 ? &map->ranges[low] : NULL;
}

/* Writes the mapping of `cp` and returns its length, or 0 where the map has none. */
static uint32_t apply_map(const CaseMap *map, uint32_t cp, uint32_t *out) {
  const SpecialCase *special = find_special(map, cp);
  if (special != NULL) {
    const uint8_t *at = special_pool + special->offset;
    uint32_t count = 0;
    while (*at != 0) out[count++] = utf8_next(&at);
    return count;
  }
  const CaseRange *range = find_range(map, cp);
  if (range == NULL) return 0;
  out[0] = cp + (uint32_t)range->delta;
  return 1;
}

uint32_t unicode_to_lower(uint32_t cp, uint32_t *out) {
  if (cp >= 0x80) {
    uint32_t count = apply_map(&lower_map, cp, out);
    if (count > 0) return count;
  }
  out[0] = ascii_lower(cp);
  return 1;
}

uint32_t unicode_to_upper(uint32_t cp, uint32_t *out) {
  if (cp >= 0x80) {
    uint32_t count = apply_map(&upper_map, cp, out);
    if (count > 0) return count;
  }
  out[0] = ascii_upper(cp);
  return 1;
}

uint32_t unicode_to_title(uint32_t cp, uint32_t *out) {
  uint32_t count = cp < 0x80 ? 0 : apply_map(&title_map, cp, out);
  return count > 0 ? count : unicode_to_upper(cp, out);
}

uint32_t unicode_to_casefold(uint32_t cp, uint32_t *out) {
  uint32_t count = cp < 0x80 ? 0 : apply_map(&casefold_map, cp, out);
  return count > 0 ? count : unicode_to_lower(cp, out);
}
