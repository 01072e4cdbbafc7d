/* Any bytes through the validator, the positions and the search, checked against each other. */
#include <stdlib.h>
#include <string.h>

#include "../bytesearch.h"
#include "../utf8.h"

static void require(bool holds) {
  if (!holds) abort();
}

/* Splits the input into its well-formed runs; each error must move on and stay within the text. */
static void check_validation(const uint8_t *data, uint32_t size) {
  uint32_t at = 0;
  while (at < size) {
    Utf8Error error = {0, 0, NULL};
    uint32_t good = utf8_valid_prefix(data + at, size - at, &error);
    const uint8_t *p = data + at, *end = p + good;
    uint32_t count = 0;
    while (p < end) {
      uint32_t cp = utf8_next(&p);
      require(cp < 0x110000 && !is_surrogate(cp));
      count++;
    }
    require(p == end && utf8_count(data + at, good) == count);
    require(utf8_offset_of(data + at, good, NULL, count, count / 2) <= good);
    at += good;
    if (at == size) break;
    require(error.start == good && error.end > error.start && error.end <= good + size - at && error.reason != NULL);
    at += error.end - error.start;
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  uint32_t size = (uint32_t)length;
  check_validation(data, size);
  if (size < 2) return 0;
  uint32_t needle_size = data[0] % size;
  uint32_t first = bytes_find(data, size, data + size - needle_size, needle_size);
  uint32_t last = bytes_rfind(data, size, data + size - needle_size, needle_size);
  require(first <= size - needle_size && last == size - needle_size);
  require(memcmp(data + first, data + size - needle_size, needle_size) == 0);
  return 0;
}
