/* Text encodings: UTF-8, ASCII and Latin-1, with CPython's error handlers. What an encoding cannot express
   is handed to the handler one maximal run at a time. */
#include "text.h"

typedef enum Encoding { ENC_UTF8, ENC_ASCII, ENC_LATIN1 } Encoding;

typedef enum Handler {
  ERR_STRICT,
  ERR_IGNORE,
  ERR_REPLACE,
  ERR_BACKSLASHREPLACE,
  ERR_SURROGATEESCAPE,
  ERR_SURROGATEPASS,
  ERR_XMLCHARREFREPLACE,
  ERR_UNKNOWN,
} Handler;

static const char *const encoding_names[] = {"utf-8", "ascii", "latin-1"};

/* ------------------------------------------------------------------- names */

typedef struct Alias {
  const char *name; /* lower case, runs of punctuation as one underscore */
  Encoding encoding;
} Alias;

/* The aliases of CPython's encodings package. */
static const Alias aliases[] = {
    {"utf_8", ENC_UTF8},          {"utf8", ENC_UTF8},           {"u8", ENC_UTF8},
    {"utf", ENC_UTF8},            {"utf8_ucs2", ENC_UTF8},      {"utf8_ucs4", ENC_UTF8},
    {"cp65001", ENC_UTF8},        {"ascii", ENC_ASCII},         {"us_ascii", ENC_ASCII},
    {"646", ENC_ASCII},           {"us", ENC_ASCII},            {"ansi_x3.4_1968", ENC_ASCII},
    {"ansi_x3.4_1986", ENC_ASCII}, {"ansi_x3_4_1968", ENC_ASCII}, {"cp367", ENC_ASCII},
    {"csascii", ENC_ASCII},       {"ibm367", ENC_ASCII},        {"iso646_us", ENC_ASCII},
    {"iso_646.irv_1991", ENC_ASCII}, {"iso_ir_6", ENC_ASCII},   {"latin_1", ENC_LATIN1},
    {"latin1", ENC_LATIN1},       {"latin", ENC_LATIN1},        {"l1", ENC_LATIN1},
    {"iso_8859_1", ENC_LATIN1},   {"iso8859_1", ENC_LATIN1},    {"iso8859", ENC_LATIN1},
    {"8859", ENC_LATIN1},         {"cp819", ENC_LATIN1},        {"csisolatin1", ENC_LATIN1},
    {"ibm819", ENC_LATIN1},       {"iso_8859_1_1987", ENC_LATIN1}, {"iso_ir_100", ENC_LATIN1},
};

static bool is_name_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.';
}

/* Whether `name`, normalised, is `alias`. */
static bool names_encoding(const Str *name, const char *alias) {
  uint32_t i = 0;
  bool separated = false, started = false;
  for (; i < name->size; i++) {
    char c = name->data[i];
    if (!is_name_char(c)) {
      separated = started;
      continue;
    }
    if (separated && *alias++ != '_') return false;
    separated = false;
    started = true;
    if (c >= 'A' && c <= 'Z') c += 32;
    if (*alias++ != c) return false;
  }
  return *alias == 0;
}

static bool find_encoding(const Str *name, Encoding *out) {
  *out = ENC_UTF8;
  if (name == NULL) return true;
  for (uint32_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++) {
    if (!names_encoding(name, aliases[i].name)) continue;
    *out = aliases[i].encoding;
    return true;
  }
  raise_error(&LookupError_class, "unknown encoding: %N", name);
  return false;
}

static Handler find_handler(const Str *name) {
  static const char *const names[] = {"strict",          "ignore",        "replace",          "backslashreplace",
                                      "surrogateescape", "surrogatepass", "xmlcharrefreplace"};
  if (name == NULL) return ERR_STRICT;
  for (int i = 0; i < ERR_UNKNOWN; i++)
    if (str_is(name, names[i])) return (Handler)i;
  return ERR_UNKNOWN;
}

/* Raises cls(encoding, object, start, end, reason); takes `object`. */
static bool raise_coding_error(Class *cls, Encoding encoding, Value object, uint32_t start, uint32_t end,
                               const char *reason) {
  Value args[5] = {str_from_cstr(encoding_names[encoding]), object, small_int_value(start), small_int_value(end),
                   str_from_cstr(reason)};
  if (args[0] == RAISED || object == RAISED || args[4] == RAISED) {
    for (int i = 0; i < 5; i++) decref(args[i]);
    return false;
  }
  Value error = call(class_value(cls), args, 5, NONE);
  if (error == RAISED) return false;
  raise_value(error);
  decref(error);
  return false;
}

static bool raise_unusable_handler(const Str *errors, Handler handler, const char *error_type) {
  if (handler == ERR_UNKNOWN) raise_error(&LookupError_class, "unknown error handler name '%N'", errors);
  else raise_error(&TypeError_class, "don't know how to handle %s in error callback", error_type);
  return false;
}

/* ---------------------------------------------------------------- decoding */

typedef struct Decoder {
  const uint8_t *data;
  uint32_t size, at;
  Encoding encoding;
  Handler handler;
  Str *errors;
  StrBuf out;
} Decoder;

static bool decode_strict_error(const Decoder *d, const Utf8Error *e) {
  Value object = bytes_new(d->data, d->size);
  return raise_coding_error(&UnicodeDecodeError_class, d->encoding, object, e->start, e->end, e->reason);
}

/* surrogatepass: the three bytes of a surrogate stand for it. */
static bool pass_surrogate(Decoder *d, const Utf8Error *e) {
  const uint8_t *p = d->data + e->start;
  bool is_one = d->encoding == ENC_UTF8 && d->size - e->start >= 3 && p[0] == 0xED && p[1] >= 0xA0 &&
                p[1] <= 0xBF && utf8_is_continuation(p[2]);
  if (!is_one) return decode_strict_error(d, e);
  buf_write(&d->out, (const char *)p, 3);
  d->at = e->start + 3;
  return true;
}

/* Deals with malformed bytes; moves d->at past them. */
static bool handle_decode_error(Decoder *d, const Utf8Error *e) {
  d->at = e->end;
  switch (d->handler) {
    case ERR_STRICT: return decode_strict_error(d, e);
    case ERR_IGNORE: return true;
    case ERR_REPLACE: buf_char(&d->out, 0xFFFD); return true;
    case ERR_BACKSLASHREPLACE:
      for (uint32_t i = e->start; i < e->end; i++) write_escape(&d->out, d->data[i]);
      return true;
    case ERR_SURROGATEESCAPE:
      for (uint32_t i = e->start; i < e->end; i++) buf_char(&d->out, 0xDC00 + d->data[i]);
      return true;
    case ERR_SURROGATEPASS: return pass_surrogate(d, e);
    default: return raise_unusable_handler(d->errors, d->handler, "UnicodeDecodeError");
  }
}

/* Size of the good bytes at d->at, and the error after them. */
static uint32_t good_prefix(const Decoder *d, Utf8Error *e) {
  const uint8_t *at = d->data + d->at;
  uint32_t left = d->size - d->at;
  uint32_t good = d->encoding == ENC_UTF8 ? utf8_valid_prefix(at, left, e) : ascii_prefix(at, left);
  if (d->encoding == ENC_ASCII) *e = (Utf8Error){good, good + 1, "ordinal not in range(128)"};
  e->start += d->at;
  e->end += d->at;
  return good;
}

static Value decode_with_errors(Decoder *d) {
  buf_init(&d->out);
  while (d->at < d->size) {
    Utf8Error e = {0, 0, NULL};
    uint32_t good = good_prefix(d, &e);
    buf_write(&d->out, (const char *)d->data + d->at, good);
    d->at += good;
    if (d->at < d->size && !handle_decode_error(d, &e)) {
      buf_discard(&d->out);
      return RAISED;
    }
  }
  return buf_finish(&d->out);
}

static Value decode_latin1(const uint8_t *data, uint32_t size) {
  uint32_t high = 0;
  for (uint32_t i = 0; i < size; i++) high += data[i] >> 7;
  Str *s = str_alloc((uint64_t)size + high, size);
  if (s == NULL) return RAISED;
  uint8_t *at = (uint8_t *)s->data;
  for (uint32_t i = 0; i < size; i++) at += utf8_put(at, data[i]);
  return str_value(s);
}

Value codec_decode(const uint8_t *data, uint32_t size, Str *encoding, Str *errors) {
  if (size == 0) return str_new_ascii("", 0); /* even for an unknown encoding */
  Decoder d = {.data = data, .size = size, .handler = find_handler(errors), .errors = errors};
  if (!find_encoding(encoding, &d.encoding)) return RAISED;
  if (d.encoding == ENC_LATIN1) return decode_latin1(data, size);
  Utf8Error e = {0, 0, NULL};
  if (good_prefix(&d, &e) == size) return str_new((const char *)data, size);
  return decode_with_errors(&d);
}

/* ---------------------------------------------------------------- encoding */

typedef struct Encoder {
  Str *s;
  uint32_t at; /* offset in s */
  Encoding encoding;
  Handler handler;
  Str *errors;
  StrBuf out; /* raw bytes, not text */
} Encoder;

static bool can_encode(Encoding encoding, uint32_t cp) {
  if (encoding == ENC_UTF8) return !is_surrogate(cp);
  return cp < (encoding == ENC_ASCII ? 0x80u : 0x100u);
}

/* End of the run at e->at of code points that can, or cannot, be encoded. */
static uint32_t run_end(const Encoder *e, bool encodable) {
  const uint8_t *at = str_data(e->s) + e->at, *end = str_data(e->s) + e->s->size;
  while (at < end) {
    const uint8_t *next = at;
    if (can_encode(e->encoding, utf8_next(&next)) != encodable) break;
    at = next;
  }
  return (uint32_t)(at - str_data(e->s));
}

static bool encode_strict_error(const Encoder *e, uint32_t end) {
  static const char *const reasons[] = {"surrogates not allowed", "ordinal not in range(128)",
                                        "ordinal not in range(256)"};
  return raise_coding_error(&UnicodeEncodeError_class, e->encoding, str_ref(e->s), str_index_of(e->s, e->at),
                            str_index_of(e->s, end), reasons[e->encoding]);
}

static void write_char_reference(StrBuf *b, uint32_t cp) {
  char digits[8];
  uint32_t at = sizeof digits;
  do digits[--at] = (char)('0' + cp % 10);
  while ((cp /= 10) > 0);
  buf_write(b, "&#", 2);
  buf_write(b, digits + at, (uint32_t)sizeof digits - at);
  buf_write(b, ";", 1);
}

/* Writes what the handler makes of one code point; false when it has no answer. */
static bool substitute(Encoder *e, uint32_t cp) {
  switch (e->handler) {
    case ERR_IGNORE: return true;
    case ERR_REPLACE: buf_write(&e->out, "?", 1); return true;
    case ERR_BACKSLASHREPLACE: write_escape(&e->out, cp); return true;
    case ERR_XMLCHARREFREPLACE: write_char_reference(&e->out, cp); return true;
    case ERR_SURROGATEESCAPE:
      if (cp < 0xDC80 || cp > 0xDCFF) return false;
      buf_write(&e->out, (char[]){(char)(cp - 0xDC00)}, 1);
      return true;
    case ERR_SURROGATEPASS:
      if (e->encoding != ENC_UTF8) return false;
      buf_char(&e->out, cp);
      return true;
    default: return false;
  }
}

/* Deals with the run of code points from e->at to `end` that cannot be encoded. */
static bool handle_encode_error(Encoder *e, uint32_t end) {
  if (e->handler == ERR_UNKNOWN) return raise_unusable_handler(e->errors, e->handler, "UnicodeEncodeError");
  const uint8_t *at = str_data(e->s) + e->at, *stop = str_data(e->s) + end;
  while (at < stop) {
    if (!substitute(e, utf8_next(&at))) return encode_strict_error(e, end);
    e->at = (uint32_t)(at - str_data(e->s)); /* an error later in the run starts there */
  }
  return true;
}

/* Writes encodable text: bytes as they are, or one for each code point. */
static void write_encodable(Encoder *e, uint32_t end) {
  const uint8_t *at = str_data(e->s) + e->at, *stop = str_data(e->s) + end;
  if (e->encoding != ENC_LATIN1) {
    buf_write(&e->out, (const char *)at, (uint32_t)(stop - at));
    return;
  }
  while (at < stop) buf_write(&e->out, (char[]){(char)utf8_next(&at)}, 1);
}

static Value encode_runs(Encoder *e) {
  buf_init(&e->out);
  bool encodable = true;
  for (bool ok = true; e->at < e->s->size; encodable = !encodable) {
    uint32_t end = run_end(e, encodable);
    if (encodable) write_encodable(e, end);
    else ok = handle_encode_error(e, end);
    e->at = end;
    if (ok) continue;
    buf_discard(&e->out);
    return RAISED;
  }
  Value result = e->out.failed ? raise_memory_error() : bytes_new((const uint8_t *)e->out.data, e->out.size);
  buf_discard(&e->out);
  return result;
}

Value codec_encode(Str *s, Str *encoding, Str *errors) {
  Encoder e = {.s = s, .handler = find_handler(errors), .errors = errors};
  if (!find_encoding(encoding, &e.encoding)) return RAISED;
  if (str_is_ascii(s)) return bytes_new(str_data(s), s->size);
  return encode_runs(&e);
}
