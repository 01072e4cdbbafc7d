/* Format specifications of numbers: what format(x, spec) gives for int, bool and float.
 *
 * A number is first written without sign as ASCII digits and what follows them (point, fraction, exponent, "inf"); layout
 * then adds sign, prefix, grouping and padding.
 */
#include <math.h>

#include "bytesearch.h"
#include "dtoa.h"
#include "float.h"
#include "int.h"
#include "str_format.h"
#include "text.h"

/* ---- Layout ---- */

typedef struct NumberText {
  bool negative;
  const char *prefix; /* "0x" */
  const char *text;   /* UTF-8 */
  uint32_t size;
  uint32_t digits;    /* how much of the text is the whole part, which grouping and zero padding extend */
  uint32_t length;    /* code points of the text */
} NumberText;

static void put_fill(StrBuf *b, uint32_t count, uint32_t fill) {
  while (count-- > 0 && !b->failed) buf_char(b, fill);
}

static uint32_t group_size(Grouping grouping) {
  return grouping == GROUPING_UNDERSCORE4 ? 4 : grouping == GROUPING_NONE ? 0 : 3;
}

static uint32_t separators(uint32_t digits, uint32_t group) {
  return group == 0 || digits == 0 ? 0 : (digits - 1) / group;
}

/* The digits to write so that they and their separators fill `width`. */
static uint32_t padded_digits(uint32_t digits, uint32_t width, uint32_t group) {
  if (digits == 0 || width <= digits) return digits;
  uint32_t padded = group == 0 ? width : width - width / (group + 1) + 1;
  while (padded > digits && padded - 1 + separators(padded - 1, group) >= width) padded--;
  return padded > digits ? padded : digits;
}

static void put_digits(StrBuf *b, const NumberText *n, uint32_t padded, const FormatSpec *spec) {
  uint32_t group = group_size(spec->grouping), zeros = padded - n->digits;
  char separator = spec->grouping == GROUPING_COMMA ? ',' : '_';
  if (group == 0) {
    put_fill(b, zeros, '0');
    buf_write(b, n->text, n->digits);
    return;
  }
  for (uint32_t i = 0; i < padded && !b->failed; i++) {
    if (i != 0 && (padded - i) % group == 0) buf_char(b, (uint8_t)separator);
    buf_char(b, i < zeros ? '0' : (uint8_t)n->text[i - zeros]);
  }
}

static char *put_bytes(char *out, const char *text, uint32_t size) {
  bytes_copy(out, text, size);
  return out + size;
}

static char *repeat_byte(char *out, uint32_t count, char byte) {
  while (count-- > 0) *out++ = byte;
  return out;
}

/* Where all is ASCII and nothing is grouped. `inner` is the padding behind the sign. */
static Value layout_ascii(const NumberText *n, char sign, uint32_t before, uint32_t inner, uint32_t zeros, uint32_t after, char fill) {
  uint32_t prefix = (uint32_t)strlen(n->prefix);
  uint64_t size = (uint64_t)before + (sign != '\0') + prefix + inner + zeros + n->size + after;
  Str *s = str_alloc(size, (uint32_t)size);
  if (s == NULL) return RAISED;
  char *out = repeat_byte(s->data, before, fill);
  if (sign != '\0') *out++ = sign;
  out = put_bytes(out, n->prefix, prefix);
  out = repeat_byte(out, inner, fill);
  out = repeat_byte(out, zeros, '0');
  out = put_bytes(out, n->text, n->size);
  repeat_byte(out, after, fill);
  return str_value(s);
}

static Value layout(const FormatSpec *spec, const NumberText *n) {
  char sign = n->negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : '\0';
  uint32_t width = spec->width > 0 ? (uint32_t)spec->width : 0, prefix = (uint32_t)strlen(n->prefix);
  uint32_t fixed = (sign != '\0') + prefix + (n->length - n->digits);
  bool fill_with_zeros = spec->fill == '0' && spec->align == '=';
  uint32_t padded = padded_digits(n->digits, fill_with_zeros && width > fixed ? width - fixed : 0, group_size(spec->grouping));
  uint32_t total = fixed + padded + separators(padded, group_size(spec->grouping));
  uint32_t padding = width > total ? width - total : 0, before = 0, after = 0;
  if (spec->align == '=') before = padding;
  else format_padding(spec, padding, &before, &after);
  if (spec->grouping == GROUPING_NONE && spec->fill < 0x80 && n->length == n->size) {
    bool inside = spec->align == '=';
    return layout_ascii(n, sign, inside ? 0 : before, inside ? before : 0, padded - n->digits, after, (char)spec->fill);
  }
  StrBuf b;
  buf_init(&b);
  if (spec->align != '=') put_fill(&b, before, spec->fill);
  if (sign != '\0') buf_char(&b, (uint8_t)sign);
  buf_cstr(&b, n->prefix);
  if (spec->align == '=') put_fill(&b, before, spec->fill);
  put_digits(&b, n, padded, spec);
  buf_write(&b, n->text + n->digits, n->size - n->digits);
  put_fill(&b, after, spec->fill);
  return buf_finish(&b);
}

/* ---- Floats ---- */

/* The decimal that a float is shown as: digits, the place of the point, and which positions to write. */
typedef struct FloatDigits {
  char digits[DTOA_DIGITS];
  int count, point;
  int64_t end;      /* positions up to here; 0 is the first digit */
  bool exponential; /* one digit before the point and an exponent */
  bool keep_point;
} FloatDigits;

static void general_digits(FloatDigits *f, double d, int32_t precision, bool dot_zero, bool alternate) {
  int32_t significant = precision == 0 ? 1 : precision;
  if (d != 0) f->count = (int)dtoa_precise(f->digits, &f->point, d, significant);
  f->exponential = f->point <= -4 || f->point > significant - dot_zero;
  f->end = alternate ? significant : f->count;
  if (dot_zero && !f->exponential && f->end <= f->point) f->end = f->point + 1;
}

/* type: 'e', 'f', 'g', or 'r' for the shortest; d finite, not negative. */
static void choose_digits(FloatDigits *f, double d, char type, int32_t precision, bool dot_zero, bool alternate) {
  f->count = 0;
  f->point = 1;
  f->exponential = false;
  f->keep_point = alternate;
  if (type == 'r') {
    if (d != 0) f->count = (int)dtoa_shortest(f->digits, &f->point, d);
    f->exponential = f->point <= -4 || f->point > 16;
    f->end = f->exponential || f->count > f->point ? f->count : f->point + 1;
  } else if (type == 'f') {
    f->count = (int)dtoa_fixed(f->digits, &f->point, d, precision);
    if (f->count == 0) f->point = 1;
    f->end = (int64_t)f->point + precision;
  } else if (type == 'e') {
    if (d != 0) f->count = (int)dtoa_precise(f->digits, &f->point, d, precision + 1);
    f->exponential = true;
    f->end = (int64_t)precision + 1;
  } else {
    general_digits(f, d, precision, dot_zero, alternate);
  }
}

/* A text in the making, whose size was bounded before. */
typedef struct FloatText {
  char *text, *end; /* `text` is `local`, or `room` bytes of the heap */
  uint32_t room;
  char local[64];
} FloatText;

static bool float_text_init(FloatText *t, uint64_t room) {
  t->room = room > TEXT_SIZE_MAX ? TEXT_SIZE_MAX : (uint32_t)room;
  t->text = t->end = room <= sizeof t->local ? t->local : room <= TEXT_SIZE_MAX ? mem_alloc(t->room) : NULL;
  if (t->text == NULL) raise_memory_error();
  return t->text != NULL;
}

static void float_text_free(FloatText *t) {
  if (t->text != t->local) mem_free(t->text, t->room);
}

enum { EXPONENT_ROOM = 5, SUFFIX_ROOM = 2 }; /* "e-308"; a point, a percent sign */

static void put_exponent(FloatText *t, int exponent) {
  uint32_t magnitude = (uint32_t)(exponent < 0 ? -exponent : exponent);
  *t->end++ = 'e';
  *t->end++ = exponent < 0 ? '-' : '+';
  if (magnitude >= 100) *t->end++ = (char)('0' + magnitude / 100);
  *t->end++ = (char)('0' + magnitude / 10 % 10);
  *t->end++ = (char)('0' + magnitude % 10);
}

/* Writes the digits; *whole: how many stand before the point. */
static bool put_float(FloatText *t, const FloatDigits *f, uint32_t *whole) {
  int point = f->exponential ? 1 : f->point;
  int first = point <= 0 ? point - 1 : 0;
  int64_t end = f->end > point ? f->end : point;
  if (!float_text_init(t, (uint64_t)(end - first) + EXPONENT_ROOM + SUFFIX_ROOM)) return false;
  for (int64_t i = first; i < end; i++) {
    if (i == point) *t->end++ = '.';
    *t->end++ = i >= 0 && i < f->count ? f->digits[i] : '0';
  }
  if (f->keep_point && end <= point) *t->end++ = '.';
  if (f->exponential) put_exponent(t, f->point - 1);
  *whole = (uint32_t)(point - first);
  return true;
}

static char float_type(const FormatSpec *spec, bool *known) {
  uint32_t lower = spec->type | 0x20;
  *known = spec->type == 0 || spec->type == '%' || spec->type == 'n' || lower == 'e' || lower == 'f' || lower == 'g';
  if (spec->type == 0) return spec->precision == FORMAT_UNSET ? 'r' : 'g';
  return spec->type == '%' ? 'f' : spec->type == 'n' ? 'g' : (char)lower;
}

static Value format_double(double d, const FormatSpec *spec, const char *type_name) {
  enum { DEFAULT_PRECISION = 6 };
  bool known;
  char type = float_type(spec, &known);
  if (!known) return raise_unknown_format_code(spec->type, type_name), RAISED;
  if (spec->precision == FORMAT_PRECISION_MAX) return raise_error(&ValueError_class, "precision too big");
  int32_t precision = spec->precision == FORMAT_UNSET ? DEFAULT_PRECISION : spec->precision;
  if (spec->type == '%') d *= 100;
  FloatText t;
  NumberText n = {.negative = signbit(d) != 0 && !isnan(d), .prefix = ""};
  if (isfinite(d)) {
    FloatDigits f;
    choose_digits(&f, fabs(d), type, precision, spec->type == 0, spec->alternate);
    if (f.count == 0 && spec->no_neg_zero) n.negative = false;
    if (!put_float(&t, &f, &n.digits)) return RAISED;
  } else {
    float_text_init(&t, sizeof t.local);
    t.end = put_bytes(t.end, isnan(d) ? "nan" : "inf", 3);
  }
  if (spec->type == 'E' || spec->type == 'F' || spec->type == 'G') {
    for (char *at = t.text; at < t.end; at++) {
      if (*at >= 'a') *at = (char)(*at - 'a' + 'A');
    }
  }
  if (spec->type == '%') *t.end++ = '%';
  n.text = t.text;
  n.size = n.length = (uint32_t)(t.end - t.text);
  Value result = layout(spec, &n);
  float_text_free(&t);
  return result;
}

Value float_format(Value self, Value spec_value) {
  Str *text = as_str(spec_value);
  double d;
  is_float(self, &d);
  if (text->size == 0) return float_repr(d);
  FormatSpec spec;
  const char *type_name = class_of(self)->name;
  return parse_format_spec(&spec, text->data, text->size, type_name, 0, '>') ? format_double(d, &spec, type_name) : RAISED;
}

/* ---- Ints ---- */

static Value format_char(Value i, const FormatSpec *spec) {
  int64_t code;
  if (spec->sign != 0) return raise_error(&ValueError_class, "Sign not allowed with integer format specifier 'c'");
  if (spec->alternate) return raise_error(&ValueError_class, "Alternate form (#) not allowed with integer format specifier 'c'");
  if (!int_to_i64(i, &code)) return raise_error(&OverflowError_class, "Python int too large to convert to C long");
  if (code < 0 || code > 0x10FFFF) return raise_error(&OverflowError_class, "%%c arg not in range(0x110000)");
  uint8_t text[UTF8_MAX_SIZE];
  NumberText n = {.prefix = "", .text = (const char *)text, .size = utf8_put(text, (uint32_t)code), .length = 1};
  return layout(spec, &n);
}

static Value format_integer(Value i, const FormatSpec *spec) {
  if (spec->precision != FORMAT_UNSET) return raise_error(&ValueError_class, "Precision not allowed in integer format specifier");
  if (spec->no_neg_zero) return raise_error(&ValueError_class, "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec->type == 'c') return format_char(i, spec);
  bool upper = spec->type == 'X';
  uint32_t base = spec->type == 'b' ? 2 : spec->type == 'o' ? 8 : spec->type == 'x' || upper ? 16 : 10;
  const char *prefix = base == 2 ? "0b" : base == 8 ? "0o" : upper ? "0X" : "0x";
  IntDigits d;
  if (!int_digits(&d, i, base)) return RAISED;
  for (uint32_t at = 0; upper && at < d.count; at++) {
    if (d.text[at] >= 'a') d.text[at] = (char)(d.text[at] - 'a' + 'A');
  }
  NumberText n = {int_sign(i) < 0, spec->alternate && base != 10 ? prefix : "", d.text, d.count, d.count, d.count};
  Value result = layout(spec, &n);
  int_digits_free(&d);
  return result;
}

static bool is_one_of(uint32_t type, const char *types) {
  return type != 0 && type < 0x80 && strchr(types, (char)type) != NULL;
}

Value int_format(Value self, Value spec_value) {
  Str *text = as_str(spec_value);
  if (text->size == 0) return op_str(self);
  FormatSpec spec;
  const char *type_name = class_of(self)->name;
  if (!parse_format_spec(&spec, text->data, text->size, type_name, 'd', '>')) return RAISED;
  Value i = as_int(self);
  if (is_one_of(spec.type, "bcdoxXn")) return format_integer(i, &spec);
  double d;
  if (is_one_of(spec.type, "eEfFgG%")) return int_to_double(i, &d) ? format_double(d, &spec, type_name) : RAISED;
  raise_unknown_format_code(spec.type, type_name);
  return RAISED;
}
