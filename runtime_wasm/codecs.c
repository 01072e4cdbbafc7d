/* Encoding and decoding of text, with CPython's error handlers. What an encoding cannot express is handed
   to the handler one maximal run at a time; malformed bytes, one sequence at a time. */
#include "charset.h"
#include "text.h"

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

static Handler find_handler(const Str *name) {
  static const char *const names[] = {"strict",          "ignore",        "replace",          "backslashreplace",
                                      "surrogateescape", "surrogatepass", "xmlcharrefreplace"};
  if (name == NULL) return ERR_STRICT;
  for (int i = 0; i < ERR_UNKNOWN; i++)
    if (str_is(name, names[i])) return (Handler)i;
  return ERR_UNKNOWN;
}

static bool is_utf8(const Charset *c) { return c->unit == 1 && c->limit == 0x110000; }

/* Raises cls(encoding, object, start, end, reason); takes `object`. */
static bool raise_coding_error(Class *cls, const Charset *charset, Value object, uint32_t start, uint32_t end,
                               const char *reason) {
  Value args[5] = {str_from_cstr(charset->name), object, small_int_value(start), small_int_value(end),
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

static uint32_t load_unit(const Charset *c, const uint8_t *at) {
  uint32_t unit = 0;
  for (uint32_t i = 0; i < c->unit; i++) unit |= (uint32_t)at[i] << 8 * (c->big_endian ? c->unit - 1 - i : i);
  return unit;
}

/* ---------------------------------------------------------------- decoding */

typedef struct Decoder {
  const uint8_t *data;
  uint32_t size, at;
  const Charset *charset;
  Handler handler;
  Str *errors;
  StrBuf out;
} Decoder;

static bool decode_strict_error(const Decoder *d, const Utf8Error *e) {
  Value object = bytes_new(d->data, d->size);
  return raise_coding_error(&UnicodeDecodeError_class, d->charset, object, e->start, e->end, e->reason);
}

/* surrogatepass: the code units of a surrogate stand for it. */
static bool pass_surrogate(Decoder *d, const Utf8Error *e) {
  const uint8_t *p = d->data + e->start;
  uint32_t left = d->size - e->start, size = d->charset->unit, cp = 0;
  if (is_utf8(d->charset)) {
    size = 3;
    if (left >= 3 && p[0] == 0xED && utf8_is_continuation(p[1]) && utf8_is_continuation(p[2])) cp = utf8_next(&p);
  } else if (size > 1 && left >= size) {
    cp = load_unit(d->charset, p);
  }
  if (!is_surrogate(cp)) return decode_strict_error(d, e);
  buf_char(&d->out, cp);
  d->at = e->start + size;
  return true;
}

/* surrogateescape: bytes above ASCII become surrogates; the rest of the sequence is tried again. */
static bool escape_bytes(Decoder *d, const Utf8Error *e) {
  uint32_t at = e->start;
  while (at < e->end && d->data[at] >= 0x80) buf_char(&d->out, 0xDC00 + d->data[at++]);
  if (at == e->start) return decode_strict_error(d, e);
  d->at = at;
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
    case ERR_SURROGATEESCAPE: return escape_bytes(d, e);
    case ERR_SURROGATEPASS: return pass_surrogate(d, e);
    default: return raise_unusable_handler(d->errors, d->handler, "UnicodeDecodeError");
  }
}

/* The code point at d->at in units of 2 or 4 bytes; moves on, or fills in the error. */
static bool next_wide(Decoder *d, uint32_t *cp, Utf8Error *e) {
  uint32_t unit = d->charset->unit, left = d->size - d->at;
  *e = (Utf8Error){d->at, left < unit ? d->size : d->at + unit, "truncated data"};
  if (left < unit) return false;
  *cp = load_unit(d->charset, d->data + d->at);
  if (unit == 4) {
    e->reason = is_surrogate(*cp) ? "code point in surrogate code point range(0xd800, 0xe000)"
                                  : "code point not in range(0x110000)";
    d->at += !is_surrogate(*cp) && *cp < 0x110000 ? 4 : 0;
    return d->at == e->end;
  }
  e->reason = "illegal encoding";
  if (*cp >= 0xDC00 && *cp < 0xE000) return false;
  if (is_surrogate(*cp)) {
    if (left < 4) {
      e->end = d->size;
      e->reason = "unexpected end of data";
      return false;
    }
    uint32_t low = load_unit(d->charset, d->data + d->at + 2);
    e->reason = "illegal UTF-16 surrogate";
    if (low < 0xDC00 || low > 0xDFFF) return false;
    *cp = 0x10000 + ((*cp & 0x3FF) << 10 | (low & 0x3FF));
    d->at += 2;
  }
  d->at += 2;
  return true;
}

/* Decodes up to the end or an error; false with the error filled in. */
static bool decode_run(Decoder *d, Utf8Error *e) {
  const uint8_t *at = d->data + d->at;
  uint32_t left = d->size - d->at, good = left;
  if (d->charset->unit > 1) {
    for (uint32_t cp; d->at < d->size;) {
      if (!next_wide(d, &cp, e)) return false;
      buf_char(&d->out, cp);
    }
    return true;
  }
  if (is_utf8(d->charset)) {
    good = utf8_valid_prefix(at, left, e);
  } else {
    good = ascii_prefix(at, left);
    *e = (Utf8Error){good, good + 1, "ordinal not in range(128)"};
  }
  e->start += d->at;
  e->end += d->at;
  buf_write(&d->out, (const char *)at, good);
  d->at += good;
  return good == left;
}

static Value decode(Decoder *d) {
  buf_init(&d->out);
  Utf8Error e = {0, 0, NULL};
  while (!decode_run(d, &e)) {
    if (handle_decode_error(d, &e)) continue;
    buf_discard(&d->out);
    return RAISED;
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
  const Charset *charset = charset_find(encoding);
  if (charset == NULL) return RAISED;
  if (charset->limit == 0x100) return decode_latin1(data, size);
  uint32_t mark;
  charset = charset_of_marked(charset, data, size, &mark);
  if (is_utf8(charset)) { /* "utf-8-sig" does not count the mark in the positions of errors */
    data += mark;
    size -= mark;
    mark = 0;
    Utf8Error e;
    if (utf8_valid_prefix(data, size, &e) == size) return str_new((const char *)data, size);
  }
  Decoder d = {.data = data, .size = size, .at = mark, .charset = charset, .handler = find_handler(errors), .errors = errors};
  return decode(&d);
}

/* ---------------------------------------------------------------- encoding */

typedef struct Encoder {
  Str *s;
  uint32_t at; /* offset in s */
  const Charset *charset;
  Handler handler;
  Str *errors;
  StrBuf out; /* raw bytes, not text */
} Encoder;

static bool can_encode(const Charset *c, uint32_t cp) {
  return cp < c->limit && !(c->limit == 0x110000 && is_surrogate(cp));
}

static void emit_unit(Encoder *e, uint32_t unit) {
  uint8_t bytes[4];
  uint32_t size = e->charset->unit;
  for (uint32_t i = 0; i < size; i++) bytes[i] = (uint8_t)(unit >> 8 * (e->charset->big_endian ? size - 1 - i : i));
  buf_write(&e->out, (const char *)bytes, size);
}

static void emit(Encoder *e, uint32_t cp) {
  if (is_utf8(e->charset)) {
    buf_char(&e->out, cp);
  } else if (e->charset->unit == 2 && cp >= 0x10000) {
    emit_unit(e, 0xD800 + ((cp - 0x10000) >> 10));
    emit_unit(e, 0xDC00 + (cp & 0x3FF));
  } else {
    emit_unit(e, cp);
  }
}

/* End of the run at e->at of code points that can, or cannot, be encoded. UTF-16 and UTF-32 report the
   latter one by one. */
static uint32_t run_end(const Encoder *e, bool encodable) {
  const uint8_t *at = str_data(e->s) + e->at, *end = str_data(e->s) + e->s->size;
  while (at < end) {
    const uint8_t *next = at;
    if (can_encode(e->charset, utf8_next(&next)) != encodable) break;
    at = next;
    if (!encodable && e->charset->unit > 1) break;
  }
  return (uint32_t)(at - str_data(e->s));
}

static bool encode_strict_error(const Encoder *e, uint32_t end) {
  const char *reason = e->charset->limit == 0x80    ? "ordinal not in range(128)"
                       : e->charset->limit == 0x100 ? "ordinal not in range(256)"
                                                    : "surrogates not allowed";
  return raise_coding_error(&UnicodeEncodeError_class, e->charset, str_ref(e->s), str_index_of(e->s, e->at),
                            str_index_of(e->s, end), reason);
}

static void emit_text(Encoder *e, const StrBuf *text) {
  for (uint32_t i = 0; i < text->size; i++) emit(e, (uint8_t)text->data[i]);
  if (text->failed) e->out.failed = true;
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

static void emit_reference(Encoder *e, uint32_t cp) {
  StrBuf text;
  buf_init(&text);
  if (e->handler == ERR_BACKSLASHREPLACE) write_escape(&text, cp);
  else write_char_reference(&text, cp);
  emit_text(e, &text);
  buf_discard(&text);
}

/* Writes what the handler makes of one code point; false when it has no answer. */
static bool substitute(Encoder *e, uint32_t cp) {
  switch (e->handler) {
    case ERR_IGNORE: return true;
    case ERR_REPLACE: emit(e, '?'); return true;
    case ERR_BACKSLASHREPLACE:
    case ERR_XMLCHARREFREPLACE: emit_reference(e, cp); return true;
    case ERR_SURROGATEESCAPE: {
      char byte = (char)(cp - 0xDC00);
      if (e->charset->unit > 1 || cp < 0xDC80 || cp > 0xDCFF) return false;
      buf_write(&e->out, &byte, 1);
      return true;
    }
    case ERR_SURROGATEPASS:
      if (e->charset->limit != 0x110000) return false;
      emit(e, cp);
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

static void write_encodable(Encoder *e, uint32_t end) {
  const uint8_t *at = str_data(e->s) + e->at, *stop = str_data(e->s) + end;
  if (is_utf8(e->charset)) {
    buf_write(&e->out, (const char *)at, (uint32_t)(stop - at));
    return;
  }
  while (at < stop) emit(e, utf8_next(&at));
}

static Value encode(Encoder *e) {
  buf_init(&e->out);
  if (e->charset->marked) emit(e, 0xFEFF);
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
  Encoder e = {.s = s, .charset = charset_find(encoding), .handler = find_handler(errors), .errors = errors};
  if (e.charset == NULL) return RAISED;
  bool as_it_is = str_is_ascii(s) && e.charset->unit == 1 && !e.charset->marked;
  return as_it_is ? bytes_new(str_data(s), s->size) : encode(&e);
}
