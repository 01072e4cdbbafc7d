/* Coding, positions, search and hashing of text, without objects. */
#include "../utf8.h"

#include <stdlib.h>
#include <string.h>

#include "../bytesearch.h"
#include "../siphash.h"
#include "check.h"

static void test_round_trip(void) {
  bool same = true;
  uint8_t previous[UTF8_MAX_SIZE] = {0};
  uint32_t previous_size = 0;
  for (uint32_t cp = 0; cp < 0x110000; cp++) {
    uint8_t text[UTF8_MAX_SIZE];
    uint32_t size = utf8_put(text, cp);
    const uint8_t *at = text, *end = text + size;
    same = same && size == utf8_size_of(cp) && size == utf8_sequence_size(text[0]);
    same = same && utf8_next(&at) == cp && at == end && utf8_previous(&end) == cp && end == text;
    same = same && utf8_count(text, size) == 1;
    Utf8Error error;
    same = same && (utf8_valid_prefix(text, size, &error) == size) == !is_surrogate(cp);
    int order = memcmp(previous, text, previous_size < size ? previous_size : size);
    same = same && (cp == 0 || order < 0 || (order == 0 && previous_size < size));
    memcpy(previous, text, size);
    previous_size = size;
  }
  CHECK(same);
}

typedef struct Malformed {
  const char *text;
  uint32_t size, start, end;
  const char *reason;
} Malformed;

/* What CPython 3.12 says of each. */
static const Malformed malformed[] = {
    {"\x80", 1, 0, 1, "invalid start byte"},
    {"a\xff", 2, 1, 2, "invalid start byte"},
    {"\xc0\x80", 2, 0, 1, "invalid start byte"},
    {"\xc1\xbf", 2, 0, 1, "invalid start byte"},
    {"\xf5\x80\x80\x80", 4, 0, 1, "invalid start byte"},
    {"\xc3", 1, 0, 1, "unexpected end of data"},
    {"\xc3(", 2, 0, 1, "invalid continuation byte"},
    {"\xe2\x82", 2, 0, 2, "unexpected end of data"},
    {"\xe2\x82(", 3, 0, 2, "invalid continuation byte"},
    {"\xe2(\xa1", 3, 0, 1, "invalid continuation byte"},
    {"\xe2(", 2, 0, 1, "invalid continuation byte"},
    {"\xe0\x80\x80", 3, 0, 1, "invalid continuation byte"},
    {"\xed\xa0\x80", 3, 0, 1, "invalid continuation byte"},
    {"\xed\xa0", 2, 0, 1, "invalid continuation byte"},
    {"\xf0\x9f\x98", 3, 0, 3, "unexpected end of data"},
    {"\xf0\x9f\x98z", 4, 0, 3, "invalid continuation byte"},
    {"\xf0\x9fz", 3, 0, 2, "invalid continuation byte"},
    {"\xf0\x8f\x80\x80", 4, 0, 1, "invalid continuation byte"},
    {"\xf4\x90\x80\x80", 4, 0, 1, "invalid continuation byte"},
    {"abcdefgh\xe2\x82\xac\xe2", 12, 11, 12, "unexpected end of data"},
};

static void test_malformed(void) {
  for (uint32_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
    const Malformed *m = &malformed[i];
    Utf8Error error = {0, 0, ""};
    CHECK(utf8_valid_prefix((const uint8_t *)m->text, m->size, &error) == m->start);
    CHECK(error.start == m->start && error.end == m->end && strcmp(error.reason, m->reason) == 0);
  }
}

static void test_positions(void) {
  enum { COUNT = 1000 };
  static const uint32_t alphabet[] = {'a', 0xE9, 0x20AC, 0x1F600, 0xD800};
  static uint8_t text[COUNT * UTF8_MAX_SIZE];
  static uint32_t offsets[COUNT + 1];
  uint32_t size = 0;
  for (uint32_t i = 0; i < COUNT; i++) {
    offsets[i] = size;
    size += utf8_put(text + size, alphabet[(i * 7 + i / 3) % 5]);
  }
  offsets[COUNT] = size;
  uint32_t table[(COUNT + UTF8_STRIDE - 1) / UTF8_STRIDE];
  utf8_build_table(text, size, table);
  CHECK(utf8_table_size(COUNT) == sizeof table / sizeof table[0]);
  CHECK(utf8_count(text, size) == COUNT);
  bool same = true;
  for (uint32_t i = 0; i <= COUNT; i++) {
    same = same && utf8_offset_of(text, size, table, COUNT, i) == offsets[i];
    same = same && utf8_offset_of(text, size, NULL, COUNT, i) == offsets[i];
    same = same && utf8_index_of(text, table, COUNT, offsets[i]) == i;
    same = same && utf8_index_of(text, NULL, COUNT, offsets[i]) == i;
  }
  CHECK(same);
}

static uint32_t naive_find(const uint8_t *hay, uint32_t size, const uint8_t *needle, uint32_t n, bool last) {
  uint32_t found = BYTES_NOT_FOUND;
  for (uint32_t at = 0; at + n <= size; at++) {
    if (memcmp(hay + at, needle, n) != 0) continue;
    found = at;
    if (!last) break;
  }
  return found;
}

static void test_search(void) {
  static uint8_t hay[200], needle[64];
  bool same = true;
  srand(1);
  for (int round = 0; round < 200000; round++) {
    uint32_t size = (uint32_t)rand() % sizeof hay, n = (uint32_t)rand() % sizeof needle;
    int letters = 1 + rand() % 3, period = 1 + rand() % 20;
    for (uint32_t i = 0; i < size; i++) hay[i] = (uint8_t)('a' + (rand() % 20 != 0 ? i % period % letters : (uint32_t)rand() % letters));
    if (n <= size && rand() % 4 != 0) memcpy(needle, hay + (size == n ? 0 : (uint32_t)rand() % (size - n)), n);
    else for (uint32_t i = 0; i < n; i++) needle[i] = (uint8_t)('a' + i % period % letters);
    same = same && bytes_find(hay, size, needle, n) == naive_find(hay, size, needle, n, false);
    same = same && bytes_rfind(hay, size, needle, n) == naive_find(hay, size, needle, n, true);
  }
  CHECK(same);
  CHECK(bytes_count((const uint8_t *)"aaaa", 4, (const uint8_t *)"aa", 2, UINT32_MAX) == 2);
  CHECK(bytes_count((const uint8_t *)"aaaa", 4, (const uint8_t *)"a", 1, 3) == 3);
}

/* hash(b"...") of CPython with PYTHONHASHSEED=0. */
static void test_hash(void) {
  CHECK(hash_bytes((const uint8_t *)"", 0) == 0);
  CHECK(hash_bytes((const uint8_t *)"abc", 3) == -4594863902769663758ll);
  CHECK(hash_bytes((const uint8_t *)"abcdefgh", 8) == 4574395652268504554ll);
  CHECK(hash_bytes((const uint8_t *)"The quick brown fox", 19) == -7539517227509841101ll);
}

int main(void) {
  test_round_trip();
  test_malformed();
  test_positions();
  test_search();
  test_hash();
  return check_report();
}
