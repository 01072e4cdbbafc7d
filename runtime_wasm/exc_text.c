/* exc_text.c: the type BaseException: repr, str and methods of exceptions. */
#include "exc.h"

static Value default_str(Value exc) {
  Value args = exc_args(exc), r;
  if (args == RAISED) return RAISED;
  Tuple *t = as_tuple(args);
  if (t->n == 0) r = str_new_ascii("", 0);
  else if (t->n == 1) r = exc_kind(class_of(exc)) == EXC_KEY ? op_repr(t->items[0]) : op_str(t->items[0]);
  else r = op_repr(args);
  decref(args);
  return r;
}

/* Up to four values as str or repr: "%S" and "%R" in fmt, in order. */
static Value format_values(const char *fmt, const Value *values) {
  StrBuf b;
  buf_init(&b);
  for (; *fmt; fmt++) {
    if (*fmt != '%') {
      buf_char(&b, (uint8_t)*fmt);
      continue;
    }
    bool repr = *++fmt == 'R';
    Value text = repr ? op_repr(*values++) : op_str(*values++);
    if (text == RAISED) {
      buf_discard(&b);
      return RAISED;
    }
    buf_str(&b, as_str(text));
    decref(text);
  }
  return buf_finish(&b);
}

static Value os_str(Value exc) {
  Value *f = exc_field(exc, 0);
  Value values[4] = {f[OS_ERRNO], f[OS_STRERROR], f[OS_FILENAME], f[OS_FILENAME2]};
  for (int i = 0; i < 2; i++)
    if (values[i] == UNSET) values[i] = values[2] != UNSET ? NONE : UNSET;
  if (values[2] != UNSET && values[3] != UNSET) return format_values("[Errno %S] %S: %R -> %R", values);
  if (values[2] != UNSET) return format_values("[Errno %S] %S: %R", values);
  if (values[0] != UNSET && values[1] != UNSET) return format_values("[Errno %S] %S", values);
  return default_str(exc);
}

static int64_t field_int(Value exc, uint32_t slot) {
  int64_t i = 0;
  Value v = as_int(*exc_field(exc, slot));
  if (v == UNSET || !int_to_i64(v, &i)) return 0;
  return i;
}

static void write_hex(StrBuf *b, uint32_t n, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) buf_char(b, (uint8_t)"0123456789abcdef"[n >> shift & 15]);
}

/* What could not be coded: "byte 0xff" or "character '\\xff'"; false when it is not a single one. */
static bool write_culprit(StrBuf *b, Value exc, ExcKind kind, int64_t start, int64_t end) {
  Value object = *exc_field(exc, UNI_OBJECT);
  const uint8_t *data;
  uint32_t size;
  if (end != start + 1) return false;
  if (kind == EXC_DECODE) {
    if (!buffer_view(unwrap(object), &data, &size) || start < 0 || start >= size) return false;
    buf_cstr(b, "byte 0x");
    write_hex(b, data[start], 2);
    return true;
  }
  Str *s = as_str(object);
  if (!s || start < 0 || start >= s->length) return false;
  uint32_t c = str_char_at(s, (uint32_t)start);
  buf_cstr(b, c < 0x100 ? "character '\\x" : c < 0x10000 ? "character '\\u" : "character '\\U");
  write_hex(b, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
  buf_char(b, '\'');
  return true;
}

static void write_position(StrBuf *b, int64_t start, int64_t end, bool single) {
  buf_cstr(b, " in position ");
  buf_u32(b, (uint32_t)start);
  if (!single) {
    buf_char(b, '-');
    buf_u32(b, (uint32_t)(end - 1));
  }
  buf_cstr(b, ": ");
}

static Value unicode_str(Value exc, ExcKind kind) {
  if (*exc_field(exc, UNI_OBJECT) == UNSET) return str_new_ascii("", 0);
  int64_t start = field_int(exc, UNI_START), end = field_int(exc, UNI_END);
  StrBuf b;
  buf_init(&b);
  if (kind == EXC_TRANSLATE) {
    buf_cstr(&b, "can't translate ");
  } else {
    buf_char(&b, '\'');
    buf_str(&b, as_str(*exc_field(exc, UNI_ENCODING)));
    buf_cstr(&b, kind == EXC_DECODE ? "' codec can't decode " : "' codec can't encode ");
  }
  bool single = write_culprit(&b, exc, kind, start, end);
  if (!single) buf_cstr(&b, kind == EXC_DECODE ? "bytes" : "characters");
  write_position(&b, start, end, single);
  Value reason = op_str(*exc_field(exc, UNI_REASON));
  if (reason == RAISED) {
    buf_discard(&b);
    return RAISED;
  }
  buf_str(&b, as_str(reason));
  decref(reason);
  return buf_finish(&b);
}

static Value syntax_str(Value exc) {
  Value *f = exc_field(exc, 0);
  Value values[3] = {f[SYN_MSG] == UNSET ? NONE : f[SYN_MSG], f[SYN_FILENAME], f[SYN_LINENO]};
  bool line = values[2] != UNSET && as_int(values[2]) != UNSET;
  if (values[1] != UNSET && as_str(values[1])) return format_values(line ? "%S (%S, line %S)" : "%S (%S)", values);
  if (!line) return op_str(values[0]);
  values[1] = values[2];
  return format_values("%S (line %S)", values);
}

static Value exc_str(Value exc) {
  ExcKind kind = exc_kind(class_of(exc));
  switch (kind) {
    case EXC_OS: return os_str(exc);
    case EXC_IMPORT: {
      Value msg = *exc_field(exc, IMPORT_MSG);
      return msg != UNSET && as_str(msg) ? incref(msg) : default_str(exc);
    }
    case EXC_DECODE: case EXC_ENCODE: case EXC_TRANSLATE: return unicode_str(exc, kind);
    case EXC_SYNTAX: return syntax_str(exc);
    default: return default_str(exc);
  }
}

static Value exc_repr(Value exc) {
  Value name = class_name(class_of(exc)), args = exc_args(exc);
  StrBuf b;
  buf_init(&b);
  bool ok = name != RAISED && args != RAISED;
  if (ok) {
    buf_str(&b, as_str(name));
    bool one = as_tuple(args)->n == 1;
    if (one) buf_char(&b, '(');
    ok = buf_repr(&b, one ? as_tuple(args)->items[0] : args);
    if (one) buf_char(&b, ')');
  }
  if (name != RAISED) decref(name);
  if (args != RAISED) decref(args);
  if (ok) return buf_finish(&b);
  buf_discard(&b);
  return RAISED;
}

static Value exc_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  Value exc = exc_new(cls, args, n);
  if (exc == RAISED || exc_init(exc, args, n, kwnames)) return exc;
  decref(exc);
  return RAISED;
}

const Slots exception_slots = {
    .dealloc = instance_dealloc, .traverse = instance_traverse, .clear = instance_clear,
    .repr = exc_repr, .str = exc_str, .make = exc_make,
};
#define BaseException_slots exception_slots
CLASS_DEFINE(BaseException, "BaseException", T_INSTANCE, CLASS_BASE_OK | CLASS_EXCEPTION, &object_class)

/* ------------------------------------------------------------------- methods */
static Value exc_with_traceback(Value self, Value tb) {
  return exc_set_field(self, S(__traceback__), tb) < 0 ? RAISED : incref(self);
}

bool exc_note(Value self, Value note) {
  Value notes;
  int found = op_lookup_attr(self, S(__notes__), &notes);
  if (found < 0) return false;
  if (!found) {
    notes = list_new(1);
    if (notes == RAISED) return false;
    if (!op_setattr(self, S(__notes__), notes)) {
      decref(notes);
      return false;
    }
  }
  bool ok = as_list(notes) ? list_append(as_list(notes), incref(note))
                           : raise_error(&TypeError_class, "Cannot add note: __notes__ is not a list") != RAISED;
  decref(notes);
  return ok;
}

static Value exc_add_note(Value self, Value note) {
  if (!as_str(note)) return raise_error(&TypeError_class, "note must be a str, not '%T'", note);
  return exc_note(self, note) ? NONE : RAISED;
}
METHOD(BaseException, with_traceback, CALL_ONE, 0, 0, 0, exc_with_traceback)
METHOD(BaseException, add_note, CALL_ONE, 0, 0, 0, exc_add_note)
