/* Methods of str that lay text out, join, translate and encode it. */
#include "sequence.h"
#include "str_format.h"
#include "text.h"

/* --------------------------------------------------------- padding, tabs */

static bool fill_argument(const Value *args, uint32_t n, uint32_t *fill) {
  *fill = ' ';
  if (n < 2) return true;
  const Str *s = as_str(args[1]);
  if (s == NULL) {
    raise_error(&TypeError_class, "The fill character must be a unicode character, not %T", args[1]);
    return false;
  }
  if (s->length != 1) {
    raise_error(&TypeError_class, "The fill character must be exactly one character long");
    return false;
  }
  const uint8_t *at = str_data(s);
  *fill = utf8_next(&at);
  return true;
}

/* Reads (width[, fillchar]); *total is the number of code points to add. */
static bool padding_arguments(Value self, const Value *args, uint32_t n, uint32_t *total, uint32_t *fill) {
  int64_t width, length = ((Str *)as_obj(self))->length;
  if (!ssize_arg(args[0], &width) || !fill_argument(args, n, fill)) return false;
  if (width - length > (int64_t)TEXT_SIZE_MAX) {
    raise_memory_error();
    return false;
  }
  *total = width > length ? (uint32_t)(width - length) : 0;
  return true;
}

static Value str_ljust(Value self, Value *args, uint32_t n) {
  uint32_t total, fill;
  if (!padding_arguments(self, args, n, &total, &fill)) return RAISED;
  return pad_text((Str *)as_obj(self), 0, total, fill);
}

static Value str_rjust(Value self, Value *args, uint32_t n) {
  uint32_t total, fill;
  if (!padding_arguments(self, args, n, &total, &fill)) return RAISED;
  return pad_text((Str *)as_obj(self), total, 0, fill);
}

/* The odd one goes left where the width is odd, as CPython has it. */
static Value str_center(Value self, Value *args, uint32_t n) {
  uint32_t total, fill;
  if (!padding_arguments(self, args, n, &total, &fill)) return RAISED;
  uint32_t width = ((Str *)as_obj(self))->length + total;
  uint32_t before = total / 2 + (total & width & 1);
  return pad_text((Str *)as_obj(self), before, total - before, fill);
}

static Value str_zfill(Value self, Value width) {
  uint32_t total, fill;
  if (!padding_arguments(self, &width, 1, &total, &fill)) return RAISED;
  Value padded = pad_text((Str *)as_obj(self), total, 0, '0');
  Str *s = (Str *)as_obj(padded);
  if (padded == RAISED || total == 0 || total == s->length) return padded;
  char sign = s->data[total];
  if (sign == '+' || sign == '-') {
    s->data[total] = '0';
    s->data[0] = sign;
  }
  return padded;
}

static Value str_expandtabs(Value self, Value *slots) {
  const Str *s = (Str *)as_obj(self);
  int64_t tab = 8;
  if (slots[0] != UNSET) {
    Value number = op_index_value(slots[0]);
    if (number == RAISED) return RAISED;
    bool fits = int_to_i64(number, &tab) && tab == (int32_t)tab;
    decref(number);
    if (!fits) return raise_error(&OverflowError_class, "Python int too large to convert to C int");
  }
  StrBuf b;
  buf_init(&b);
  int64_t column = 0;
  const uint8_t *at = str_data(s), *end = at + s->size;
  while (at < end) {
    uint32_t cp = utf8_next(&at);
    if (cp != '\t') {
      buf_char(&b, cp);
      column = cp == '\n' || cp == '\r' ? 0 : column + 1;
      continue;
    }
    for (int64_t spaces = tab > 0 ? tab - column % tab : 0; spaces > 0 && !b.failed; spaces--, column++)
      buf_write(&b, " ", 1);
  }
  return buf_finish(&b);
}

/* -------------------------------------------------- translate, maketrans */

/* The entry of a translation table for `cp`: UNSET when there is none. */
static Value translation(Value table, uint32_t cp) {
  Value found = op_getitem_slow(table, small_int_value(cp));
  if (found != RAISED || !exc_matches(&LookupError_class)) return found;
  exc_clear();
  return UNSET;
}

static bool write_translation(StrBuf *b, Value to) {
  if (to == NONE) return true;
  const Str *s = as_str(to);
  if (s != NULL) {
    buf_str(b, s);
    return true;
  }
  Value number = as_int(to);
  int64_t cp;
  if (number == UNSET) {
    raise_error(&TypeError_class, "character mapping must return integer, None or str");
    return false;
  }
  if (!int_to_i64(number, &cp) || cp < 0 || cp > 0x10FFFF) {
    raise_error(&ValueError_class, "character mapping must be in range(0x110000)");
    return false;
  }
  buf_char(b, (uint32_t)cp);
  return true;
}

static Value str_translate(Value self, Value table) {
  const Str *s = (Str *)as_obj(self);
  StrBuf b;
  buf_init(&b);
  const uint8_t *at = str_data(s), *end = at + s->size;
  while (at < end) {
    const uint8_t *start = at;
    Value to = translation(table, utf8_next(&at));
    bool ok = to != RAISED;
    if (to == UNSET) buf_write(&b, (const char *)start, (uint32_t)(at - start));
    else if (ok) ok = write_translation(&b, to);
    decref(to);
    if (!ok) {
      buf_discard(&b);
      return RAISED;
    }
  }
  return buf_finish(&b);
}

static bool fill_from_dict(Dict *table, const Dict *from) {
  uint32_t pos = 0;
  Value key, value;
  while (dict_next(from, &pos, &key, &value)) {
    const Str *text = as_str(key);
    const uint8_t *at = text == NULL ? NULL : str_data(text);
    if (text == NULL && as_int(key) == UNSET) {
      raise_error(&TypeError_class, "keys in translate table must be strings or integers");
      return false;
    }
    if (text != NULL && text->length != 1) {
      raise_error(&ValueError_class, "string keys in translate table must be of length 1");
      return false;
    }
    if (!dict_set(table, text == NULL ? key : small_int_value(utf8_next(&at)), value)) return false;
  }
  return true;
}

static bool fill_pairwise(Dict *table, const Str *from, const Str *to, const Str *removed) {
  const uint8_t *x = str_data(from), *y = str_data(to), *end = x + from->size;
  while (x < end) {
    uint32_t key = utf8_next(&x), value = utf8_next(&y);
    if (!dict_set(table, small_int_value(key), small_int_value(value))) return false;
  }
  if (removed == NULL) return true;
  for (x = str_data(removed), end = x + removed->size; x < end;)
    if (!dict_set(table, small_int_value(utf8_next(&x)), NONE)) return false;
  return true;
}

static bool fill_table(Dict *table, const Value *args, uint32_t n) {
  const Str *texts[3] = {NULL, NULL, NULL};
  for (uint32_t i = 1; i < n; i++) {
    texts[i] = as_str(args[i]);
    if (texts[i] != NULL) continue;
    raise_bad_argument("maketrans", i == 1 ? "argument 2" : "argument 3", "str", args[i]);
    return false;
  }
  if (n == 1) {
    const Dict *from = as_dict(args[0]);
    if (from != NULL) return fill_from_dict(table, from);
    raise_error(&TypeError_class, "if you give only one argument to maketrans it must be a dict");
    return false;
  }
  texts[0] = as_str(args[0]);
  if (texts[0] == NULL) {
    raise_error(&TypeError_class, "first maketrans argument must be a string if there is a second argument");
    return false;
  }
  if (texts[0]->length != texts[1]->length) {
    raise_error(&ValueError_class, "the first two maketrans arguments must have equal length");
    return false;
  }
  return fill_pairwise(table, texts[0], texts[1], texts[2]);
}

static Value str_maketrans(Value self, Value *args, uint32_t n) {
  (void)self;
  Value table = dict_new();
  if (table == RAISED || fill_table((Dict *)as_obj(table), args, n)) return table;
  decref(table);
  return RAISED;
}

/* ---------------------------------------------------------- join, encode */

static Value str_join_method(Value self, Value iterable) { return str_join((Str *)as_obj(self), iterable); }

static Value str_encode(Value self, Value *slots) {
  Str *texts[2];
  if (!coding_arguments("encode", slots, texts)) return RAISED;
  return codec_encode((Str *)as_obj(self), texts[0], texts[1]);
}

METHOD(str, ljust, CALL_ANY, 1, 2, 0, str_ljust)
METHOD(str, rjust, CALL_ANY, 1, 2, 0, str_rjust)
METHOD(str, center, CALL_ANY, 1, 2, 0, str_center)
METHOD(str, zfill, CALL_ONE, 0, 0, 0, str_zfill)
METHOD(str, expandtabs, CALL_KW, 0, 1, "tabsize", str_expandtabs)
METHOD(str, translate, CALL_ONE, 0, 0, 0, str_translate)
STATIC_METHOD(str, maketrans, CALL_ANY, 1, 3, 0, str_maketrans)
METHOD(str, join, CALL_ONE, 0, 0, 0, str_join_method)
METHOD(str, encode, CALL_KW, 0, 2, "encoding,errors", str_encode)
