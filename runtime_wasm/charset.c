#include "charset.h"

#include "unicode.h"

enum { UTF8, UTF8_SIG, ASCII, LATIN1, UTF16, UTF16_LE, UTF16_BE, UTF32, UTF32_LE, UTF32_BE };

static const Charset charsets[] = {
    [UTF8] = {"utf-8", 1, false, false, 0x110000},
    [UTF8_SIG] = {"utf-8", 1, false, true, 0x110000},     [ASCII] = {"ascii", 1, false, false, 0x80},
    [LATIN1] = {"latin-1", 1, false, false, 0x100},       [UTF16] = {"utf-16", 2, false, true, 0x110000},
    [UTF16_LE] = {"utf-16-le", 2, false, false, 0x110000}, [UTF16_BE] = {"utf-16-be", 2, true, false, 0x110000},
    [UTF32] = {"utf-32", 4, false, true, 0x110000},       [UTF32_LE] = {"utf-32-le", 4, false, false, 0x110000},
    [UTF32_BE] = {"utf-32-be", 4, true, false, 0x110000},
};

/* The aliases of CPython's encodings package: lower case, runs of punctuation as one underscore. */
static const struct {
  const char *name;
  uint8_t charset;
} aliases[] = {
    {"utf_8", UTF8},          {"utf8", UTF8},           {"u8", UTF8},
    {"utf", UTF8},            {"utf8_ucs2", UTF8},      {"utf8_ucs4", UTF8},
    {"cp65001", UTF8},        {"utf_8_sig", UTF8_SIG},  {"ascii", ASCII},
    {"us_ascii", ASCII},      {"646", ASCII},           {"us", ASCII},
    {"ansi_x3.4_1968", ASCII}, {"ansi_x3.4_1986", ASCII}, {"ansi_x3_4_1968", ASCII},
    {"cp367", ASCII},         {"csascii", ASCII},       {"ibm367", ASCII},
    {"iso646_us", ASCII},     {"iso_646.irv_1991", ASCII}, {"iso_ir_6", ASCII},
    {"latin_1", LATIN1},      {"latin1", LATIN1},       {"latin", LATIN1},
    {"l1", LATIN1},           {"iso_8859_1", LATIN1},   {"iso8859_1", LATIN1},
    {"iso8859", LATIN1},      {"8859", LATIN1},         {"cp819", LATIN1},
    {"csisolatin1", LATIN1},  {"ibm819", LATIN1},       {"iso_8859_1_1987", LATIN1},
    {"iso_ir_100", LATIN1},   {"utf_16", UTF16},        {"utf16", UTF16},
    {"u16", UTF16},           {"utf_16_le", UTF16_LE},  {"utf_16le", UTF16_LE},
    {"unicodelittleunmarked", UTF16_LE}, {"utf_16_be", UTF16_BE}, {"utf_16be", UTF16_BE},
    {"unicodebigunmarked", UTF16_BE}, {"utf_32", UTF32}, {"utf32", UTF32},
    {"u32", UTF32},           {"utf_32_le", UTF32_LE},  {"utf_32le", UTF32_LE},
    {"utf_32_be", UTF32_BE},  {"utf_32be", UTF32_BE},
};

/* Whether `name`, normalised, is `alias`. */
static bool names_charset(const Str *name, const char *alias) {
  bool separated = false, started = false;
  for (uint32_t i = 0; i < name->size; i++) {
    uint8_t c = (uint8_t)name->data[i];
    if (!ascii_is_alnum(c) && c != '.') {
      separated = started;
      continue;
    }
    if (separated && *alias++ != '_') return false;
    separated = false;
    started = true;
    if ((uint8_t)*alias++ != ascii_lower(c)) return false;
  }
  return *alias == 0;
}

const Charset *charset_find(const Str *name) {
  if (name == NULL) return &charsets[UTF8];
  for (uint32_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
    if (names_charset(name, aliases[i].name)) return &charsets[aliases[i].charset];
  raise_error(&LookupError_class, "unknown encoding: %N", name);
  return NULL;
}

static bool starts_with(const uint8_t *data, uint32_t size, const char *mark, uint32_t mark_size) {
  return size >= mark_size && memcmp(data, mark, mark_size) == 0;
}

const Charset *charset_of_marked(const Charset *charset, const uint8_t *data, uint32_t size, uint32_t *skip) {
  *skip = 0;
  if (!charset->marked) return charset;
  if (charset->unit == 1) {
    *skip = starts_with(data, size, "\xEF\xBB\xBF", 3) ? 3 : 0;
    return &charsets[UTF8];
  }
  bool wide = charset->unit == 4;
  bool big = wide ? starts_with(data, size, "\0\0\xFE\xFF", 4) : starts_with(data, size, "\xFE\xFF", 2);
  bool little = wide ? starts_with(data, size, "\xFF\xFE\0\0", 4) : starts_with(data, size, "\xFF\xFE", 2);
  if (big || little) *skip = charset->unit;
  return &charsets[big ? (wide ? UTF32_BE : UTF16_BE) : (wide ? UTF32_LE : UTF16_LE)];
}
