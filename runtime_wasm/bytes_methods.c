/* Methods of bytes and bytearray that convert or lay out; bytes are taken for ASCII where it matters. */
#include "ascii_case.h"
#include "bytes.h"
#include "sequence.h"
#include "text.h"
#include "unicode.h"

/* ------------------------------------------------------------- conversions */

static Value convert(Value self, AsciiConversion conversion) {
  View v = view_of(self);
  Value result = bytes_like(self, NULL, v.size);
  if (result != RAISED) conversion(writable_data(result), v.data, v.size);
  return result;
}

static Value bytes_lower(Value self) { return convert(self, ascii_to_lower); }
static Value bytes_upper(Value self) { return convert(self, ascii_to_upper); }
static Value bytes_swapcase(Value self) { return convert(self, ascii_to_swapped); }
static Value bytes_title(Value self) { return convert(self, ascii_to_title); }
static Value bytes_capitalize(Value self) { return convert(self, ascii_to_capitalized); }

/* ------------------------------------------------------------------- tests */

typedef bool (*ByteTest)(uint32_t c);

static bool is_alpha(uint32_t c) { return ascii_is_alpha(c); }
static bool is_digit(uint32_t c) { return ascii_is_digit(c); }
static bool is_alnum(uint32_t c) { return ascii_is_alnum(c); }
static bool is_space(uint32_t c) { return c == ' ' || c - 9 < 5; }
static bool is_lower(uint32_t c) { return ascii_is_lower(c); }
static bool is_upper(uint32_t c) { return ascii_is_upper(c); }

static Value all_bytes(Value self, ByteTest test) {
  View v = view_of(self);
  for (uint32_t i = 0; i < v.size; i++)
    if (!test(v.data[i])) return FALSE_;
  return bool_value(v.size > 0);
}

static Value bytes_isalpha(Value self) { return all_bytes(self, is_alpha); }
static Value bytes_isdigit(Value self) { return all_bytes(self, is_digit); }
static Value bytes_isalnum(Value self) { return all_bytes(self, is_alnum); }
static Value bytes_isspace(Value self) { return all_bytes(self, is_space); }

static Value bytes_isascii(Value self) {
  View v = view_of(self);
  return bool_value(ascii_prefix(v.data, v.size) == v.size);
}

static Value only_case(Value self, ByteTest wanted, ByteTest other) {
  View v = view_of(self);
  bool found = false;
  for (uint32_t i = 0; i < v.size; i++) {
    if (other(v.data[i])) return FALSE_;
    found = found || wanted(v.data[i]);
  }
  return bool_value(found);
}

static Value bytes_islower(Value self) { return only_case(self, is_lower, is_upper); }
static Value bytes_isupper(Value self) { return only_case(self, is_upper, is_lower); }

static Value bytes_istitle(Value self) {
  View v = view_of(self);
  bool found = false, previous_cased = false;
  for (uint32_t i = 0; i < v.size; i++) {
    bool capital = is_upper(v.data[i]), small = is_lower(v.data[i]);
    if ((capital && previous_cased) || (small && !previous_cased)) return FALSE_;
    previous_cased = capital || small;
    found = found || previous_cased;
  }
  return bool_value(found);
}

/* ------------------------------------------------------------------ layout */

static Value pad(Value self, uint64_t before, uint64_t after, uint8_t fill) {
  View v = view_of(self);
  uint64_t size = v.size + before + after;
  if (before + after == 0) return bytes_part(self, 0, v.size);
  if (size > TEXT_SIZE_MAX) return raise_memory_error();
  Value result = bytes_like(self, NULL, (uint32_t)size);
  if (result == RAISED) return RAISED;
  uint8_t *out = writable_data(result);
  memset(out, fill, (uint32_t)before);
  memcpy(out + before, v.data, v.size);
  memset(out + before + v.size, fill, (uint32_t)after);
  return result;
}

/* Reads (width[, fillbyte]); *total is the number of bytes to add. */
static bool padding_arguments(const char *name, Value self, const Value *args, uint32_t n, uint64_t *total, uint8_t *fill) {
  int64_t width, size = view_of(self).size;
  View v;
  *fill = ' ';
  if (!ssize_arg(args[0], &width)) return false;
  if (n > 1) {
    if (!buffer_view(args[1], &v.data, &v.size) || v.size != 1) {
      raise_bad_argument(name, "argument 2", "a byte string of length 1", args[1]);
      return false;
    }
    *fill = v.data[0];
  }
  *total = width > size ? (uint64_t)(width - size) : 0;
  return true;
}

static Value bytes_ljust(Value self, Value *args, uint32_t n) {
  uint64_t total;
  uint8_t fill;
  return padding_arguments("ljust", self, args, n, &total, &fill) ? pad(self, 0, total, fill) : RAISED;
}

static Value bytes_rjust(Value self, Value *args, uint32_t n) {
  uint64_t total;
  uint8_t fill;
  return padding_arguments("rjust", self, args, n, &total, &fill) ? pad(self, total, 0, fill) : RAISED;
}

static Value bytes_center(Value self, Value *args, uint32_t n) {
  uint64_t total;
  uint8_t fill;
  if (!padding_arguments("center", self, args, n, &total, &fill)) return RAISED;
  uint64_t before = total / 2 + (total & (view_of(self).size + total) & 1);
  return pad(self, before, total - before, fill);
}

static Value bytes_zfill(Value self, Value width) {
  uint64_t total;
  uint8_t fill;
  if (!padding_arguments("zfill", self, &width, 1, &total, &fill)) return RAISED;
  Value result = pad(self, total, 0, '0');
  if (result == RAISED || total == 0 || view_of(self).size == 0) return result;
  uint8_t *out = writable_data(result);
  uint8_t sign = out[total];
  if (sign == '+' || sign == '-') {
    out[total] = '0';
    out[0] = sign;
  }
  return result;
}

static Value bytes_expandtabs(Value self, Value *slots) {
  View v = view_of(self);
  int64_t tab = 8, column = 0;
  if (slots[0] != UNSET && !ssize_arg(slots[0], &tab)) return RAISED;
  if (tab != (int32_t)tab) return raise_error(&OverflowError_class, "Python int too large to convert to C int");
  StrBuf b;
  buf_init(&b);
  for (uint32_t i = 0; i < v.size; i++) {
    uint8_t c = v.data[i];
    if (c != '\t') {
      buf_write(&b, (const char *)&v.data[i], 1);
      column = c == '\n' || c == '\r' ? 0 : column + 1;
      continue;
    }
    for (int64_t spaces = tab > 0 ? tab - column % tab : 0; spaces > 0 && !b.failed; spaces--, column++)
      buf_write(&b, " ", 1);
  }
  Value result = b.failed ? raise_memory_error() : bytes_like(self, (const uint8_t *)b.data, b.size);
  buf_discard(&b);
  return result;
}

/* --------------------------------------------------- translate, maketrans */

static Value bytes_translate(Value self, Value *slots) {
  View v = view_of(self), table = {NULL, 256}, deleted = {NULL, 0};
  if (slots[0] != NONE && !bytes_argument(slots[0], &table)) return RAISED;
  if (table.size != 256) return raise_error(&ValueError_class, "translation table must be 256 characters long");
  if (slots[1] != UNSET && !bytes_argument(slots[1], &deleted)) return RAISED;
  Value result = bytes_like(self, NULL, v.size);
  if (result == RAISED) return RAISED;
  uint8_t *out = writable_data(result);
  uint32_t size = 0;
  for (uint32_t i = 0; i < v.size; i++) {
    uint8_t c = v.data[i];
    if (deleted.size > 0 && memchr(deleted.data, c, deleted.size) != NULL) continue;
    out[size++] = table.data == NULL ? c : table.data[c];
  }
  if (size == v.size) return result;
  Value shorter = bytes_part(result, 0, size);
  decref(result);
  return shorter;
}

static Value bytes_maketrans(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  View from, to;
  if (!bytes_argument(args[0], &from) || !bytes_argument(args[1], &to)) return RAISED;
  if (from.size != to.size) return raise_error(&ValueError_class, "maketrans arguments must have same length");
  uint8_t table[256];
  for (int i = 0; i < 256; i++) table[i] = (uint8_t)i;
  for (uint32_t i = 0; i < from.size; i++) table[from.data[i]] = to.data[i];
  return bytes_new(table, sizeof table);
}

/* ------------------------------------------------------------ hexadecimal */

static int hex_digit(uint32_t c) {
  if (ascii_is_digit(c)) return (int)(c - '0');
  c |= 0x20;
  return c - 'a' < 6 ? (int)(c - 'a' + 10) : -1;
}

/* The content of fromhex(text) as a bytearray. */
static Value parse_hex(const Str *text) {
  const uint8_t *at = str_data(text), *end = at + text->size;
  Value result = bytearray_new(NULL, text->size / 2);
  if (result == RAISED) return RAISED;
  uint8_t *out = writable_data(result);
  uint32_t size = 0;
  for (;;) {
    while (at < end && is_space(*at)) at++;
    if (at == end) break;
    int high = hex_digit(*at);
    if (high >= 0) at++;
    int low = high < 0 || at == end ? -1 : hex_digit(*at);
    if (low < 0) {
      decref(result);
      return raise_error(&ValueError_class, "non-hexadecimal number found in fromhex() arg at position %u",
                         utf8_count(str_data(text), (uint32_t)(at - str_data(text))));
    }
    at++;
    out[size++] = (uint8_t)(high << 4 | low);
  }
  if (bytearray_resize((Bytearray *)as_obj(result), size)) return result;
  decref(result);
  return RAISED;
}

/* fromhex of a class: its own type, made from the content where it is a subclass. */
static Value fromhex(Value cls, Value arg, bool mutable) {
  const Str *text = as_str(arg);
  if (text == NULL) return raise_bad_argument("fromhex", "argument", "str", arg);
  Value content = parse_hex(text);
  if (content == RAISED || (mutable && as_obj(cls) == (Obj *)&bytearray_class)) return content;
  View v = view_of(content);
  Value exact = mutable ? incref(content) : bytes_new(v.data, v.size);
  decref(content);
  if (exact == RAISED || as_obj(cls) == (Obj *)&bytes_class) return exact;
  Value result = call1(cls, exact);
  decref(exact);
  return result;
}

static Value bytes_fromhex(Value cls, Value arg) { return fromhex(cls, arg, false); }
static Value bytearray_fromhex(Value cls, Value arg) { return fromhex(cls, arg, true); }

/* The separator of hex(): one ASCII character, str or bytes. */
static bool separator_argument(Value v, uint8_t *out) {
  View view;
  const Str *s = as_str(v);
  if (s == NULL && !buffer_view(v, &view.data, &view.size)) {
    int64_t length = op_len(v);
    if (length < 0) return false;
    if (length != 1) raise_error(&ValueError_class, "sep must be length 1.");
    else raise_error(&TypeError_class, "sep must be str or bytes.");
    return false;
  }
  if ((s != NULL ? s->length : view.size) != 1) {
    raise_error(&ValueError_class, "sep must be length 1.");
    return false;
  }
  *out = s != NULL ? (uint8_t)s->data[0] : view.data[0];
  if (*out >= 0x80) raise_error(&ValueError_class, "sep must be ASCII.");
  return *out < 0x80;
}

static Value bytes_hex(Value self, Value *slots) {
  static const char digits[] = "0123456789abcdef";
  View v = view_of(self);
  uint8_t separator = 0;
  int64_t group = slots[0] == UNSET ? 0 : 1;
  if (slots[0] != UNSET && !separator_argument(slots[0], &separator)) return RAISED;
  if (slots[1] != UNSET) {
    int64_t given;
    if (!ssize_arg(slots[1], &given)) return RAISED;
    if (given != (int32_t)given)
      return raise_error(&OverflowError_class, "Python int too large to convert to C int");
    if (group != 0) group = given;
  }
  StrBuf b;
  buf_init(&b);
  for (uint32_t i = 0; i < v.size; i++) {
    /* Groups are counted from the end, or from the start where the size is negative. */
    bool border = i > 0 && group != 0 && (group > 0 ? (v.size - i) % (uint32_t)group == 0 : i % (uint32_t)-group == 0);
    if (border) buf_write(&b, (const char *)&separator, 1);
    buf_write(&b, (char[]){digits[v.data[i] >> 4], digits[v.data[i] & 15]}, 2);
  }
  return buf_finish(&b);
}

/* ----------------------------------------------------------------- decode */

static Value bytes_decode(Value self, Value *slots) {
  Str *texts[2];
  if (!coding_arguments("decode", slots, texts)) return RAISED;
  View v = view_of(self);
  return codec_decode(v.data, v.size, texts[0], texts[1]);
}

static Value bytes_bytes(Value self) { return incref(self); }

METHOD(bytes, __bytes__, CALL_NONE, 0, 0, 0, bytes_bytes)
STATIC_METHOD(bytes, maketrans, CALL_ANY, 2, 2, 0, bytes_maketrans)
STATIC_METHOD(bytearray, maketrans, CALL_ANY, 2, 2, 0, bytes_maketrans)
CLASS_METHOD(bytes, fromhex, CALL_ONE, 0, 0, 0, bytes_fromhex)
CLASS_METHOD(bytearray, fromhex, CALL_ONE, 0, 0, 0, bytearray_fromhex)
METHOD(bytes, lower, CALL_NONE, 0, 0, 0, bytes_lower)
METHOD(bytes, upper, CALL_NONE, 0, 0, 0, bytes_upper)
METHOD(bytes, swapcase, CALL_NONE, 0, 0, 0, bytes_swapcase)
METHOD(bytes, title, CALL_NONE, 0, 0, 0, bytes_title)
METHOD(bytes, capitalize, CALL_NONE, 0, 0, 0, bytes_capitalize)
METHOD(bytes, isalpha, CALL_NONE, 0, 0, 0, bytes_isalpha)
METHOD(bytes, isdigit, CALL_NONE, 0, 0, 0, bytes_isdigit)
METHOD(bytes, isalnum, CALL_NONE, 0, 0, 0, bytes_isalnum)
METHOD(bytes, isspace, CALL_NONE, 0, 0, 0, bytes_isspace)
METHOD(bytes, isascii, CALL_NONE, 0, 0, 0, bytes_isascii)
METHOD(bytes, islower, CALL_NONE, 0, 0, 0, bytes_islower)
METHOD(bytes, isupper, CALL_NONE, 0, 0, 0, bytes_isupper)
METHOD(bytes, istitle, CALL_NONE, 0, 0, 0, bytes_istitle)
METHOD(bytes, ljust, CALL_ANY, 1, 2, 0, bytes_ljust)
METHOD(bytes, rjust, CALL_ANY, 1, 2, 0, bytes_rjust)
METHOD(bytes, center, CALL_ANY, 1, 2, 0, bytes_center)
METHOD(bytes, zfill, CALL_ONE, 0, 0, 0, bytes_zfill)
METHOD(bytes, expandtabs, CALL_KW, 0, 1, "tabsize", bytes_expandtabs)
METHOD(bytes, translate, CALL_KW, 1, 2, "/table,delete", bytes_translate)
METHOD(bytes, hex, CALL_KW, 0, 2, "sep,bytes_per_sep", bytes_hex)
METHOD(bytes, decode, CALL_KW, 0, 2, "encoding,errors", bytes_decode)
METHOD(bytearray, lower, CALL_NONE, 0, 0, 0, bytes_lower)
METHOD(bytearray, upper, CALL_NONE, 0, 0, 0, bytes_upper)
METHOD(bytearray, swapcase, CALL_NONE, 0, 0, 0, bytes_swapcase)
METHOD(bytearray, title, CALL_NONE, 0, 0, 0, bytes_title)
METHOD(bytearray, capitalize, CALL_NONE, 0, 0, 0, bytes_capitalize)
METHOD(bytearray, isalpha, CALL_NONE, 0, 0, 0, bytes_isalpha)
METHOD(bytearray, isdigit, CALL_NONE, 0, 0, 0, bytes_isdigit)
METHOD(bytearray, isalnum, CALL_NONE, 0, 0, 0, bytes_isalnum)
METHOD(bytearray, isspace, CALL_NONE, 0, 0, 0, bytes_isspace)
METHOD(bytearray, isascii, CALL_NONE, 0, 0, 0, bytes_isascii)
METHOD(bytearray, islower, CALL_NONE, 0, 0, 0, bytes_islower)
METHOD(bytearray, isupper, CALL_NONE, 0, 0, 0, bytes_isupper)
METHOD(bytearray, istitle, CALL_NONE, 0, 0, 0, bytes_istitle)
METHOD(bytearray, ljust, CALL_ANY, 1, 2, 0, bytes_ljust)
METHOD(bytearray, rjust, CALL_ANY, 1, 2, 0, bytes_rjust)
METHOD(bytearray, center, CALL_ANY, 1, 2, 0, bytes_center)
METHOD(bytearray, zfill, CALL_ONE, 0, 0, 0, bytes_zfill)
METHOD(bytearray, expandtabs, CALL_KW, 0, 1, "tabsize", bytes_expandtabs)
METHOD(bytearray, translate, CALL_KW, 1, 2, "/table,delete", bytes_translate)
METHOD(bytearray, hex, CALL_KW, 0, 2, "sep,bytes_per_sep", bytes_hex)
METHOD(bytearray, decode, CALL_KW, 0, 2, "encoding,errors", bytes_decode)
