/* printf-style formatting. str and bytes share the grammar

       "%" ["(" key ")"] flags [width] ["." precision] [length] conversion

   and the formatting of numbers; they differ in what %s, %c and the like accept and in messages. */
#include "percent.h"

#include "sequence.h"
#include "text.h"
#include "unicode.h"

enum { DEFAULT_FLOAT_PRECISION = 6, NO_PRECISION = -1 };

typedef struct Conversion {
  bool left, plus, blank, alternate, zero;
  int64_t width;
  int32_t precision;
  uint32_t type; /* code point, or byte */
  uint32_t type_offset;
} Conversion;

typedef struct Percent {
  StrBuf *out;
  const uint8_t *format;
  uint32_t size, at;
  bool bytes_mode;
  Value args;         /* borrowed: the right operand */
  Value single;       /* what a positional conversion takes: the mapping's value after a key */
  const Tuple *tuple; /* the operand as a tuple, or NULL */
  uint32_t next;      /* arguments taken so far */
  bool mapping;       /* the operand may be looked up by key */
  bool keyed;         /* a key was used, so that arguments may remain */
} Percent;

static bool is_mapping(Value v) {
  if (as_str(v) != NULL || as_tuple(v) != NULL) return false;
  if (!has_tag(v, T_INSTANCE)) return class_of(v)->slots->getitem != NULL;
  Value method = lookup_special(v, S(__getitem__));
  if (method == RAISED) exc_clear();
  if (method == RAISED || method == UNSET) return false;
  decref(method);
  return true;
}

/* The next positional argument, borrowed. */
static Value next_argument(Percent *p) {
  if (p->single != UNSET) {
    Value v = p->single;
    p->single = UNSET;
    return v;
  }
  uint32_t count = p->keyed ? 0 : p->tuple != NULL ? p->tuple->n : 1;
  if (p->next >= count) return raise_error(&TypeError_class, "not enough arguments for format string");
  return p->tuple != NULL ? p->tuple->items[p->next++] : (p->next++, p->args);
}

static bool raise_incomplete(void) {
  raise_error(&ValueError_class, "incomplete format");
  return false;
}

/* ------------------------------------------------------------- the grammar */

/* "(key)": looks the argument up. The result is owned by *held until the conversion is done. */
static bool parse_key(Percent *p, Value *held) {
  if (!p->mapping) {
    raise_error(&TypeError_class, "format requires a mapping");
    return false;
  }
  uint32_t start = ++p->at, depth = 1;
  while (p->at < p->size) {
    uint8_t c = p->format[p->at++];
    if (c == '(') depth++;
    if (c == ')' && --depth == 0) break;
  }
  if (depth > 0) {
    raise_error(&ValueError_class, "incomplete format key");
    return false;
  }
  uint32_t size = p->at - 1 - start;
  Value key = p->bytes_mode ? bytes_new(p->format + start, size) : str_new((const char *)p->format + start, size);
  if (key == RAISED) return false;
  Value found = op_getitem_slow(p->args, key);
  decref(key);
  if (found == RAISED) return false;
  decref(*held);
  *held = found;
  p->single = found;
  p->keyed = true;
  return true;
}

static void parse_flags(Percent *p, Conversion *c) {
  for (; p->at < p->size; p->at++) {
    switch (p->format[p->at]) {
      case '-': c->left = true; break;
      case '+': c->plus = true; break;
      case ' ': c->blank = true; break;
      case '#': c->alternate = true; break;
      case '0': c->zero = true; break;
      default: return;
    }
  }
}

/* An argument in the place of a number. */
static bool star_argument(Percent *p, int64_t limit, const char *c_type, int64_t *out) {
  p->at++;
  Value v = next_argument(p);
  if (v == RAISED) return false;
  Value number = as_int(v);
  if (number == UNSET) {
    raise_error(&TypeError_class, "* wants int");
    return false;
  }
  if (int_to_i64(number, out) && *out <= limit && *out >= -limit) return true;
  raise_error(&OverflowError_class, "Python int too large to convert to C %s", c_type);
  return false;
}

/* Decimal digits, or "*"; *out is left as it is where neither stands. */
static bool parse_number(Percent *p, bool is_width, int64_t *out) {
  int64_t limit = is_width ? INT64_MAX : INT32_MAX;
  if (p->at < p->size && p->format[p->at] == '*')
    return star_argument(p, limit, is_width ? "ssize_t" : "int", out);
  if (p->at >= p->size || !ascii_is_digit(p->format[p->at])) return true;
  int64_t number = 0;
  while (p->at < p->size && ascii_is_digit(p->format[p->at])) {
    int64_t digit = p->format[p->at++] - '0';
    if (number > (limit - digit) / 10) {
      raise_error(&ValueError_class, is_width ? "width too big" : "precision too big");
      return false;
    }
    number = number * 10 + digit;
  }
  *out = number;
  return true;
}

static bool parse_conversion(Percent *p, Conversion *c, Value *held) {
  if (p->at < p->size && p->format[p->at] == '(' && !parse_key(p, held)) return false;
  parse_flags(p, c);
  if (!parse_number(p, true, &c->width)) return false;
  if (c->width < 0) {
    c->left = true;
    c->width = -c->width;
  }
  if (p->at < p->size && p->format[p->at] == '.') {
    int64_t precision = 0;
    p->at++;
    if (!parse_number(p, false, &precision)) return false;
    c->precision = precision < 0 ? 0 : (int32_t)precision;
  }
  if (p->at < p->size && memchr("hlL", p->format[p->at], 3) != NULL) p->at++;
  if (p->at >= p->size) return raise_incomplete();
  c->type_offset = p->at;
  const uint8_t *at = p->format + p->at;
  c->type = p->bytes_mode ? *at++ : utf8_next(&at);
  p->at = (uint32_t)(at - p->format);
  return true;
}

/* ------------------------------------------------------------------ output */

static void write_fill(StrBuf *out, char fill, int64_t count) {
  static const char spaces[] = "                ", zeros[] = "0000000000000000";
  if (count > (int64_t)TEXT_SIZE_MAX) out->failed = true;
  while (count > 0 && !out->failed) {
    uint32_t piece = count < 16 ? (uint32_t)count : 16;
    buf_write(out, fill == '0' ? zeros : spaces, piece);
    count -= piece;
  }
}

/* Text cut to the precision and padded with spaces. */
static void write_text(Percent *p, const Conversion *c, const uint8_t *text, uint32_t size) {
  uint32_t length = p->bytes_mode ? size : utf8_count(text, size);
  if (c->precision != NO_PRECISION && (uint32_t)c->precision < length) {
    length = (uint32_t)c->precision;
    size = p->bytes_mode ? length : utf8_skip(text, size, 0, length);
  }
  int64_t padding = c->width - length;
  if (!c->left) write_fill(p->out, ' ', padding);
  buf_write(p->out, (const char *)text, size);
  if (c->left) write_fill(p->out, ' ', padding);
}

/* A number as text ("-12", "1.5e+10") with sign, prefix, leading zeros and padding. */
static void write_number(Percent *p, const Conversion *c, const Str *text, const char *prefix, uint32_t digits) {
  const char *at = text->data;
  uint32_t size = text->size;
  char sign = c->plus ? '+' : c->blank ? ' ' : 0;
  if (size > 0 && *at == '-') {
    sign = '-';
    at++;
    size--;
  }
  uint32_t zeros = digits > size ? digits - size : 0;
  int64_t padding = c->width - ((sign != 0) + (int64_t)strlen(prefix) + zeros + size);
  bool zero_fill = c->zero && !c->left;
  if (!c->left && !zero_fill) write_fill(p->out, ' ', padding);
  if (sign != 0) buf_write(p->out, &sign, 1);
  buf_cstr(p->out, prefix);
  write_fill(p->out, '0', zeros);
  if (zero_fill) write_fill(p->out, '0', padding);
  buf_write(p->out, at, size);
  if (c->left) write_fill(p->out, ' ', padding);
}

/* ------------------------------------------------------------- conversions */

static bool has_special(Value v, Str *name) {
  if (!has_tag(v, T_INSTANCE)) return false;
  Value method = lookup_special(v, name);
  if (method == RAISED) exc_clear();
  if (method == RAISED || method == UNSET) return false;
  decref(method);
  return true;
}

/* The operand of an integer conversion as an int, owned; d, i and u also take what int() truncates. */
static Value integer_operand(Value v, const Conversion *c) {
  bool decimal = c->type == 'd' || c->type == 'i' || c->type == 'u';
  Value number = as_int(v);
  if (number != UNSET) return incref(number);
  Value result = RAISED;
  double real;
  if (decimal && class_is_subclass(class_of(v), &float_class) && op_float(v, &real)) return int_from_double(real);
  if (decimal && (has_special(v, S(__int__)) || has_index(v))) {
    result = call1(class_value(&int_class), v);
  } else if (!decimal && has_index(v)) {
    result = op_index_value(v);
  }
  if (result != RAISED || (exc_pending() && !exc_matches(&TypeError_class))) return result;
  exc_clear();
  return raise_error(&TypeError_class,
                     decimal ? "%%%c format: a real number is required, not %T"
                             : "%%%c format: an integer is required, not %T",
                     c->type, v);
}

static bool convert_integer(Percent *p, const Conversion *c, Value v) {
  Value number = integer_operand(v, c);
  if (number == RAISED) return false;
  Value text;
  const char *prefix = "";
  if (c->type == 'x' || c->type == 'X' || c->type == 'o') {
    char type = (char)c->type;
    Value spec = str_new_ascii(&type, 1);
    text = spec == RAISED ? RAISED : op_format(number, spec);
    decref(spec);
    if (c->alternate) prefix = type == 'x' ? "0x" : type == 'X' ? "0X" : "0o";
  } else {
    text = op_str(number);
  }
  decref(number);
  if (text == RAISED) return false;
  write_number(p, c, as_str(text), prefix, c->precision == NO_PRECISION ? 0 : (uint32_t)c->precision);
  decref(text);
  return true;
}

/* "#.6e" for op_format. */
static Value float_spec(const Conversion *c) {
  char text[16];
  uint32_t at = sizeof text;
  uint32_t precision = c->precision == NO_PRECISION ? DEFAULT_FLOAT_PRECISION : (uint32_t)c->precision;
  text[--at] = (char)c->type;
  do text[--at] = (char)('0' + precision % 10);
  while ((precision /= 10) > 0);
  text[--at] = '.';
  if (c->alternate) text[--at] = '#';
  return str_new_ascii(text + at, (uint32_t)sizeof text - at);
}

static bool convert_float(Percent *p, const Conversion *c, Value v) {
  double real;
  if (!op_float(v, &real)) {
    if (p->bytes_mode && exc_matches(&TypeError_class)) {
      exc_clear();
      raise_error(&TypeError_class, "float argument required, not %T", v);
    }
    return false;
  }
  Value spec = float_spec(c);
  if (spec == RAISED) return false;
  Value text = op_format(float_value(real), spec);
  decref(spec);
  if (text == RAISED) return false;
  write_number(p, c, as_str(text), "", 0);
  decref(text);
  return true;
}

/* %c of an integer: false without an exception when `v` is none. */
static bool code_of(Value v, int64_t limit, int64_t *code) {
  if (!has_index(v)) return false;
  Value number = op_index_value(v);
  if (number == RAISED) return false;
  bool fits = int_to_i64(number, code) && *code >= 0 && *code < limit;
  decref(number);
  if (!fits)
    raise_error(&OverflowError_class, limit == 256 ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
  return fits;
}

static bool convert_char(Percent *p, const Conversion *c, Value v) {
  Conversion whole = *c;
  whole.precision = NO_PRECISION;
  const uint8_t *data;
  uint32_t size;
  int64_t code;
  Str *s = as_str(v);
  if (!p->bytes_mode && s != NULL && s->length == 1) {
    write_text(p, &whole, str_data(s), s->size);
    return true;
  }
  if (p->bytes_mode && buffer_view(v, &data, &size) && size == 1) {
    write_text(p, &whole, data, 1);
    return true;
  }
  if (code_of(v, p->bytes_mode ? 256 : 0x110000, &code)) {
    uint8_t text[UTF8_MAX_SIZE] = {(uint8_t)code};
    write_text(p, &whole, text, p->bytes_mode ? 1 : utf8_put(text, (uint32_t)code));
    return true;
  }
  if (!exc_pending())
    raise_error(&TypeError_class, p->bytes_mode ? "%%c requires an integer in range(256) or a single byte"
                                                : "%%c requires int or char");
  return false;
}

/* %s and %b of bytes: a bytes-like object or what __bytes__ gives. */
static bool convert_bytes(Percent *p, const Conversion *c, Value v) {
  const uint8_t *data;
  uint32_t size;
  if (buffer_view(v, &data, &size)) {
    write_text(p, c, data, size);
    return true;
  }
  Value method = has_tag(v, T_INSTANCE) ? lookup_special(v, S(__bytes__)) : UNSET;
  if (method == RAISED) return false;
  if (method == UNSET) {
    raise_error(&TypeError_class,
                "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
    return false;
  }
  Value result = call0(method);
  decref(method);
  if (result == RAISED) return false;
  bool ok = as_bytes(result) != NULL;
  if (ok) write_text(p, c, as_bytes(result)->data, as_bytes(result)->size);
  else raise_error(&TypeError_class, "__bytes__ returned non-bytes (type %T)", result);
  decref(result);
  return ok;
}

static bool convert_text(Percent *p, const Conversion *c, Value v) {
  if (p->bytes_mode && (c->type == 's' || c->type == 'b')) return convert_bytes(p, c, v);
  Value text = c->type == 's' ? op_str(v) : c->type == 'r' && !p->bytes_mode ? op_repr(v) : op_ascii(v);
  if (text == RAISED) return false;
  write_text(p, c, str_data(as_str(text)), as_str(text)->size);
  decref(text);
  return true;
}

static bool raise_unsupported(const Percent *p, const Conversion *c) {
  uint32_t index = p->bytes_mode ? c->type_offset : utf8_count(p->format, c->type_offset);
  char hex[12];
  uint32_t at = sizeof hex - 1, type = c->type;
  hex[at] = 0;
  do hex[--at] = "0123456789abcdef"[type & 15];
  while ((type >>= 4) > 0);
  uint32_t shown = p->bytes_mode || (c->type >= 31 && c->type <= 126) ? c->type : '?';
  raise_error(&ValueError_class, "unsupported format character '%c' (0x%s) at index %u", shown, hex + at, index);
  return false;
}

static bool convert(Percent *p, const Conversion *c) {
  Value v = next_argument(p);
  if (v == RAISED) return false;
  switch (c->type) {
    case 'b':
      if (!p->bytes_mode) return raise_unsupported(p, c);
      return convert_text(p, c, v);
    case 's':
    case 'r':
    case 'a': return convert_text(p, c, v);
    case 'c': return convert_char(p, c, v);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return convert_integer(p, c, v);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return convert_float(p, c, v);
    default: return raise_unsupported(p, c);
  }
}

/* One conversion; p->at is past its '%'. */
static bool format_one(Percent *p) {
  if (p->at >= p->size) return raise_incomplete();
  if (p->format[p->at] == '%') {
    p->at++;
    buf_write(p->out, "%", 1);
    return true;
  }
  Conversion c = {.precision = NO_PRECISION};
  Value held = UNSET;
  bool ok = parse_conversion(p, &c, &held) && convert(p, &c);
  decref(held);
  p->single = UNSET;
  return ok;
}

bool write_percent(StrBuf *b, const char *format, uint32_t size, Value args, bool bytes_mode) {
  Percent p = {.out = b,
               .format = (const uint8_t *)format,
               .size = size,
               .bytes_mode = bytes_mode,
               .args = args,
               .single = UNSET,
               .tuple = as_tuple(args),
               .mapping = is_mapping(args)};
  if (bytes_mode && buffer_view(args, &(const uint8_t *){0}, &(uint32_t){0})) p.mapping = false;
  while (p.at < size) {
    const uint8_t *rest = p.format + p.at;
    const uint8_t *percent = memchr(rest, '%', size - p.at);
    uint32_t literal = percent == NULL ? size - p.at : (uint32_t)(percent - rest);
    buf_write(b, (const char *)rest, literal);
    p.at += literal;
    if (percent == NULL) break;
    p.at++;
    if (!format_one(&p)) return false;
  }
  bool used_up = p.mapping || p.next >= (p.tuple != NULL ? p.tuple->n : 1);
  if (!used_up)
    raise_error(&TypeError_class, bytes_mode ? "not all arguments converted during bytes formatting"
                                             : "not all arguments converted during string formatting");
  return used_up;
}

Value str_percent(Str *format, Value args) {
  StrBuf b;
  buf_init(&b);
  if (write_percent(&b, format->data, format->size, args, false)) return buf_finish(&b);
  buf_discard(&b);
  return RAISED;
}
