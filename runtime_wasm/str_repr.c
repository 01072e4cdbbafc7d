/* Literals of text, as repr and ascii show them. */
#include "text.h"
#include "unicode.h"

static const char hex_digits[] = "0123456789abcdef";

static void write_hex(StrBuf *b, uint32_t number, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) buf_write(b, &hex_digits[number >> shift & 15], 1);
}

void write_escape(StrBuf *b, uint32_t cp) {
  if (cp < 0x100) {
    buf_write(b, "\\x", 2);
    write_hex(b, cp, 2);
  } else if (cp < 0x10000) {
    buf_write(b, "\\u", 2);
    write_hex(b, cp, 4);
  } else {
    buf_write(b, "\\U", 2);
    write_hex(b, cp, 8);
  }
}

/* The quote that needs no escape, the single one unless only it occurs. */
static char choose_quote(const Str *s) {
  return memchr(s->data, '\'', s->size) != NULL && memchr(s->data, '"', s->size) == NULL ? '"' : '\'';
}

static void write_char_repr(StrBuf *b, uint32_t cp, char quote, bool ascii) {
  switch (cp) {
    case '\n': buf_write(b, "\\n", 2); return;
    case '\r': buf_write(b, "\\r", 2); return;
    case '\t': buf_write(b, "\\t", 2); return;
  }
  if (cp == (uint8_t)quote || cp == '\\') buf_write(b, "\\", 1);
  bool shown = cp < 0x80 ? cp - 0x20 < 0x5F : !ascii && unicode_is_printable(cp);
  if (shown) buf_char(b, cp);
  else write_escape(b, cp);
}

void write_str_repr(StrBuf *b, const Str *s, bool ascii) {
  char quote = choose_quote(s);
  const uint8_t *at = str_data(s), *end = at + s->size;
  buf_write(b, &quote, 1);
  while (at < end) {
    const uint8_t *plain = at; /* a run that stands for itself is copied at once */
    while (at < end && *at - 0x20u < 0x5F && *at != (uint8_t)quote && *at != '\\') at++;
    buf_write(b, (const char *)plain, (uint32_t)(at - plain));
    if (at < end) write_char_repr(b, utf8_next(&at), quote, ascii);
  }
  buf_write(b, &quote, 1);
}

/* ascii(v): the repr with what is not ASCII escaped. */
Value op_ascii(Value v) {
  Value text = op_repr(v);
  if (text == RAISED || str_is_ascii(as_str(text))) return text;
  const uint8_t *at = str_data(as_str(text)), *end = at + as_str(text)->size;
  StrBuf b;
  buf_init(&b);
  while (at < end) {
    uint32_t cp = utf8_next(&at);
    if (cp < 0x80) buf_char(&b, cp);
    else write_escape(&b, cp);
  }
  decref(text);
  return buf_finish(&b);
}
