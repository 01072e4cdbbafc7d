/* Floats to and from text, and float(). */
#include <math.h>

#include "dtoa.h"
#include "float.h"
#include "int.h"
#include "unicode.h"
#include "utf8.h"

Value float_repr(double d) {
  char text[DTOA_REPR_CHARS];
  uint32_t count = dtoa_repr(text, d);
  return str_new_ascii(text, count);
}

/* ---- Reading ---- */

static bool matches(const char *s, uint32_t n, const char *word) {
  for (uint32_t i = 0; i < n; i++) {
    if (word[i] == '\0' || (char)ascii_lower((uint8_t)s[i]) != word[i]) return false;
  }
  return word[n] == '\0';
}

/* An unsigned number that is all of the text. */
static bool read_unsigned(const char *s, uint32_t n, double *result) {
  if (matches(s, n, "inf") || matches(s, n, "infinity")) *result = HUGE_VAL;
  else if (matches(s, n, "nan")) *result = NAN;
  else return n > 0 && dtoa_parse(s, n, result) == n;
  return true;
}

static bool read_signed(const char *s, uint32_t n, double *result) {
  bool negative = n > 0 && s[0] == '-';
  if (negative || (n > 0 && s[0] == '+')) s++, n--;
  if (!read_unsigned(s, n, result)) return false;
  if (negative) *result = -*result;
  return true;
}

/* Copies the text without underscores, each of which must stand between two digits; the new length, 0 when malformed. */
static uint32_t drop_underscores(char *out, const char *s, uint32_t n) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (s[i] != '_') {
      out[count++] = s[i];
      continue;
    }
    if (i == 0 || i + 1 == n || !ascii_is_digit((uint8_t)s[i - 1]) || !ascii_is_digit((uint8_t)s[i + 1])) return 0;
  }
  return count;
}

static bool is_space(char c, bool is_text) {
  return ascii_is_space((uint8_t)c) && (is_text || c == ' ' || c < 0x1C);
}

/* 1, 0 malformed, -1 raised. */
static int read_ascii(const char *s, uint32_t n, bool is_text, double *result) {
  while (n > 0 && is_space(s[0], is_text)) s++, n--;
  while (n > 0 && is_space(s[n - 1], is_text)) n--;
  if (n == 0) return 0;
  if (memchr(s, '_', n) == NULL) return read_signed(s, n, result);
  char *copy = mem_alloc(n);
  if (copy == NULL) return raise_memory_error(), -1;
  uint32_t count = drop_underscores(copy, s, n);
  bool ok = count > 0 && read_signed(copy, count, result);
  mem_free(copy, n);
  return ok;
}

Value float_parse(const char *s, uint32_t n, Value original) {
  double result;
  int status;
  if (as_str(original) == NULL || ascii_prefix((const uint8_t *)s, n) == n) {
    status = read_ascii(s, n, as_str(original) != NULL, &result);
  } else {
    uint32_t count;
    char *ascii = ascii_from_unicode(s, n, &count);
    if (ascii == NULL) return raise_memory_error();
    status = read_ascii(ascii, count, true, &result);
    mem_free(ascii, n);
  }
  if (status == 0) return raise_error(&ValueError_class, "could not convert string to float: %R", original);
  return status < 0 ? RAISED : float_value(result);
}

/* ---- float() ---- */

/* Whether v has __float__ or __index__: 1, 0, -1 raised. */
static int has_conversion(Value v) {
  Str *const names[] = {S(__float__), S(__index__)};
  for (int i = 0; i < 2; i++) {
    Value method = lookup_special(v, names[i]);
    if (method == RAISED) return -1;
    if (method != UNSET) return decref(method), 1;
  }
  return 0;
}

Value float_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  if (kwnames != NONE && ((Tuple *)as_obj(kwnames))->n != 0) return raise_error(&TypeError_class, "float() takes no keyword arguments");
  if (n > 1) return raise_error(&TypeError_class, "float expected at most 1 argument, got %u", n);
  if (n == 0) return double_value(0.0);
  Value v = args[0];
  if (is_double(v)) return v;
  if (has_tag(v, T_STR)) return float_parse(((Str *)as_obj(v))->data, ((Str *)as_obj(v))->size, v);
  double d;
  int convertible = as_int(v) != UNSET ? 1 : has_conversion(v);
  if (convertible != 0) return convertible > 0 && op_float_converted(v, &d) ? float_value(d) : RAISED;
  Str *s = as_str(v);
  if (s != NULL) return float_parse(s->data, s->size, v);
  const uint8_t *data;
  uint32_t size;
  if (buffer_view(v, &data, &size)) return float_parse((const char *)data, size, v);
  return raise_error(&TypeError_class, "float() argument must be a string or a real number, not '%T'", v);
}
