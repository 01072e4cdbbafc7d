/* exc_message.c: raise_error: messages from format strings. */
#include <stdarg.h>

#include "exc.h"

static void write_i64(StrBuf *b, int64_t i) {
  char digits[20];
  int n = 20;
  uint64_t u = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
  do digits[--n] = (char)('0' + u % 10);
  while (u /= 10);
  if (i < 0) buf_char(b, '-');
  buf_write(b, digits + n, (uint32_t)(20 - n));
}

static void write_class_name(StrBuf *b, const Class *c) {
  if (c->flags & CLASS_BUILTIN) buf_cstr(b, c->name);
  else buf_str(b, as_str(c->name_value));
}

static bool write_text(StrBuf *b, Value text) {
  if (text == RAISED) return false;
  buf_str(b, as_str(text));
  decref(text);
  return true;
}

/* One conversion; false: raised. */
static bool write_conversion(StrBuf *b, char conversion, va_list *args) {
  switch (conversion) {
    case 's': buf_cstr(b, va_arg(*args, const char *)); return true;
    case 'S': return write_text(b, op_str(va_arg(*args, Value)));
    case 'R': return buf_repr(b, va_arg(*args, Value));
    case 'A': return write_text(b, op_ascii(va_arg(*args, Value)));
    case 'T': write_class_name(b, class_of(va_arg(*args, Value))); return true;
    case 'C': write_class_name(b, va_arg(*args, const Class *)); return true;
    case 'N': buf_str(b, va_arg(*args, const Str *)); return true;
    case 'd': write_i64(b, va_arg(*args, int32_t)); return true;
    case 'u': write_i64(b, va_arg(*args, uint32_t)); return true;
    case 'D': write_i64(b, va_arg(*args, int64_t)); return true;
    case 'c': buf_char(b, va_arg(*args, uint32_t)); return true;
    default: buf_char(b, (uint8_t)conversion); return true;
  }
}

static bool write_message(StrBuf *b, const char *fmt, va_list *args) {
  for (;;) {
    const char *end = fmt;
    while (*end && *end != '%') end++;
    buf_write(b, fmt, (uint32_t)(end - fmt));
    if (!*end) return true;
    if (!write_conversion(b, end[1], args)) return false;
    fmt = end + 2;
  }
}

Value raise_error(Class *cls, const char *fmt, ...) {
  StrBuf b;
  buf_init(&b);
  va_list args;
  va_start(args, fmt);
  bool ok = write_message(&b, fmt, &args);
  va_end(args);
  if (!ok) {
    buf_discard(&b);
    return RAISED;
  }
  Value text = buf_finish(&b);
  if (text == RAISED) return RAISED;
  raise_made(cls, &text, 1);
  decref(text);
  return RAISED;
}

/* ------------------------------------------------------------ late messages */
typedef struct LateText {
  Obj h;
  int32_t n;
  Value (*make)(Value of, int32_t n);
  Value of;
} LateText;

static void late_text_dealloc(Obj *o) {
  decref(((LateText *)o)->of);
  plain_release(o, sizeof(LateText));
}

static const Slots late_text_slots = {.dealloc = late_text_dealloc};
CLASS_DEFINE(late_text, "text", T_OTHER, 0, &object_class)

Value late_text(Value late) {
  const LateText *t = (LateText *)as_obj(late);
  return t->make(t->of, t->n);
}

Value raise_late(Class *cls, Value (*make)(Value of, int32_t n), Value of, int32_t n) {
  LateText *t = plain_alloc(&late_text_class, sizeof *t);
  if (!t) return raise_memory_error();
  t->n = n;
  t->make = make;
  t->of = incref(of);
  Value late = tagged(t, T_OTHER);
  raise_made(cls, &late, 1);
  decref(late);
  return RAISED;
}
