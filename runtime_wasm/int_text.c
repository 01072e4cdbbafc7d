/* Ints to and from text. */
#include "instance.h"
#include "int.h"
#include "unicode.h"
#include "utf8.h"

int32_t int_max_str_digits = 4300;

/* ---- To text ---- */

static void raise_too_many_digits(void) {
  raise_error(&ValueError_class,
              "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
              int_max_str_digits);
}

/* Whether the limit on decimal conversions forbids a number of so many bits outright: quadratic work is not even begun. */
static bool surely_too_long(uint64_t bits) {
  return int_max_str_digits > 0 && bits / 4 > (uint64_t)int_max_str_digits;
}

/* The decimal digits of a number, before `end`. Divisions of 32 bits by a constant become multiplications; those of 64 bits do not. */
static char *put_decimal(char *end, uint64_t magnitude) {
  enum { PIECE = 1000000000, PIECE_DIGITS = 9 };
  while (magnitude > UINT32_MAX) {
    uint32_t piece = (uint32_t)(magnitude % PIECE);
    magnitude /= PIECE;
    for (int i = 0; i < PIECE_DIGITS; i++, piece /= 10) *--end = (char)('0' + piece % 10);
  }
  uint32_t rest = (uint32_t)magnitude;
  do *--end = (char)('0' + rest % 10);
  while ((rest /= 10) != 0);
  return end;
}

static uint64_t small_magnitude(Value i) { return (uint64_t)(small_int(i) < 0 ? -small_int(i) : small_int(i)); }

bool int_digits(IntDigits *d, Value i, uint32_t base) {
  if (is_small_int(i) && base == 10) {
    char *end = d->local + sizeof d->local;
    d->room = sizeof d->local;
    d->text = put_decimal(end, small_magnitude(i));
    d->count = (uint32_t)(end - d->text);
    return true;
  }
  IntView v;
  int_view(&v, i);
  uint64_t bits = nat_bits(v.limbs, v.n);
  d->text = d->local;
  d->room = nat_digits_bound(bits, base);
  bool limited = (base & (base - 1)) != 0;
  if (limited && surely_too_long(bits)) return raise_too_many_digits(), false;
  if (d->room > sizeof d->local) d->text = d->room <= UINT32_MAX ? mem_alloc((uint32_t)d->room) : NULL;
  if (d->text == NULL || !nat_to_text(d->text, &d->count, v.limbs, v.n, base)) {
    if (d->text != NULL) int_digits_free(d);
    raise_memory_error();
    return false;
  }
  if (limited && int_max_str_digits > 0 && d->count > (uint32_t)int_max_str_digits) {
    int_digits_free(d);
    raise_too_many_digits();
    return false;
  }
  return true;
}

void int_digits_free(IntDigits *d) {
  if (d->room > sizeof d->local) mem_free(d->text, (uint32_t)d->room);
}

static Value small_repr(Value i) {
  char text[20], *end = text + sizeof text, *start = put_decimal(end, small_magnitude(i));
  if (small_int(i) < 0) *--start = '-';
  return str_new_ascii(start, (uint32_t)(end - start));
}

/* sign, prefix, digits */
static Value text_of(Value i, uint32_t base, const char *prefix) {
  IntDigits d;
  if (!int_digits(&d, i, base)) return RAISED;
  StrBuf b;
  buf_init(&b);
  if (int_sign(i) < 0) buf_char(&b, '-');
  buf_cstr(&b, prefix);
  buf_write(&b, d.text, d.count);
  int_digits_free(&d);
  return buf_finish(&b);
}

static Value large_repr(Value i) { return text_of(i, 10, ""); }

GATE(large_repr, "allocated:int constant:int", large_repr)

Value int_repr(Value self) {
  Value i = as_int(self);
  return is_small_int(i) ? small_repr(i) : gate__large_repr(i);
}

Value int_to_base(Value i, uint32_t base) {
  return text_of(i, base, base == 16 ? "0x" : base == 8 ? "0o" : "0b");
}

/* ---- From text ---- */

static Value invalid_literal_text(Value original, int32_t base) {
  enum { SHOWN = 200 };
  Value text = op_repr(original);
  if (text == RAISED) return RAISED;
  Str *s = as_str(text);
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "invalid literal for int() with base ");
  buf_u32(&b, (uint32_t)base);
  buf_cstr(&b, ": ");
  Value shown = str_slice(s, 0, s->length < SHOWN ? s->length : SHOWN);
  if (shown != RAISED) buf_str(&b, as_str(shown)), decref(shown);
  decref(text);
  return buf_finish(&b);
}

static Value raise_invalid_literal(int base, Value original) {
  if (has_tag(original, T_STR)) return raise_late(&ValueError_class, invalid_literal_text, original, base);
  Value text = invalid_literal_text(original, base);
  if (text != RAISED) raise_error(&ValueError_class, "%S", text), decref(text);
  return RAISED;
}

static uint32_t digit_value(char c) {
  if (c >= '0' && c <= '9') return (uint32_t)(c - '0');
  char lower = (char)(c | 0x20);
  return lower >= 'a' && lower <= 'z' ? (uint32_t)(lower - 'a' + 10) : 36;
}

static uint32_t prefix_base(const char *s, uint32_t n) {
  if (n < 2 || s[0] != '0') return 0;
  char kind = (char)(s[1] | 0x20);
  return kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
}

/* A literal being read. */
typedef struct Literal {
  const char *s;
  uint32_t n;
  uint32_t base;
  bool negative;
  bool only_zero; /* base 0 without a prefix: "00" is fine, "01" is not */
} Literal;

/* bytes have fewer spaces than str. */
static bool is_space(char c, bool is_text) {
  return ascii_is_space((uint8_t)c) && (is_text || c == ' ' || c < 0x1C);
}

static void strip_spaces(Literal *l, bool is_text) {
  while (l->n > 0 && is_space(l->s[0], is_text)) l->s++, l->n--;
  while (l->n > 0 && is_space(l->s[l->n - 1], is_text)) l->n--;
}

static void read_sign_and_base(Literal *l) {
  if (l->n > 0 && (l->s[0] == '-' || l->s[0] == '+')) {
    l->negative = l->s[0] == '-';
    l->s++, l->n--;
  }
  uint32_t prefix = prefix_base(l->s, l->n);
  l->only_zero = l->base == 0 && prefix == 0 && l->n > 0 && l->s[0] == '0';
  if (prefix != 0 && (l->base == 0 || l->base == prefix)) {
    l->base = prefix;
    l->s += 2, l->n -= 2;
    if (l->n > 0 && l->s[0] == '_') l->s++, l->n--;
  } else if (l->base == 0) {
    l->base = 10;
  }
}

/* The digit values, without the single underscores between digits, at `digits`; their number, 0 when malformed. */
static uint32_t read_digits(const Literal *l, uint8_t *digits) {
  uint32_t count = 0;
  bool after_digit = false, nonzero = false;
  for (uint32_t i = 0; i < l->n; i++) {
    if (l->s[i] == '_' && after_digit) {
      after_digit = false;
      continue;
    }
    uint32_t digit = digit_value(l->s[i]);
    if (digit >= l->base) return 0;
    digits[count++] = (uint8_t)digit;
    after_digit = true;
    nonzero |= digit != 0;
  }
  return !after_digit || (l->only_zero && nonzero) ? 0 : count;
}

enum { FEW_DIGITS = 9 }; /* of any base: 36**9 < 2**47 */

static Value from_digits(const Literal *l, const uint8_t *digits, uint32_t count) {
  if ((l->base & (l->base - 1)) != 0 && int_max_str_digits > 0 && count > (uint32_t)int_max_str_digits)
    return raise_error(&ValueError_class,
                       "Exceeds the limit (%d digits) for integer string conversion: value has %u digits; "
                       "use sys.set_int_max_str_digits() to increase the limit",
                       int_max_str_digits, count);
  if (count <= FEW_DIGITS) {
    int64_t value = 0;
    for (uint32_t i = 0; i < count; i++) value = value * l->base + digits[i];
    return small_int_value(l->negative ? -value : value);
  }
  Work w;
  if (!work_init(&w, nat_limbs_bound(count, l->base))) return RAISED;
  uint32_t n;
  Value result = nat_from_digits(w.limbs, &n, digits, count, l->base) ? int_from_limbs(w.limbs, n, l->negative) : raise_memory_error();
  work_free(&w);
  return result;
}

static Value parse_ascii(const char *s, uint32_t n, int base, Value original) {
  enum { LOCAL_DIGITS = 64 };
  Literal l = {.s = s, .n = n, .base = (uint32_t)base};
  strip_spaces(&l, as_str(original) != NULL);
  read_sign_and_base(&l);
  uint8_t local[LOCAL_DIGITS], *digits = l.n <= LOCAL_DIGITS ? local : mem_alloc(l.n);
  if (digits == NULL) return raise_memory_error();
  uint32_t count = read_digits(&l, digits);
  Value result = count == 0 ? raise_invalid_literal(base, original) : from_digits(&l, digits, count);
  if (digits != local) mem_free(digits, l.n);
  return result;
}

char *ascii_from_unicode(const char *s, uint32_t size, uint32_t *count) {
  char *ascii = mem_alloc(size);
  if (ascii == NULL) return NULL;
  const uint8_t *at = (const uint8_t *)s, *end = at + size;
  for (*count = 0; at < end;) {
    uint32_t cp = utf8_next(&at);
    int32_t digit = cp < 0x80 ? -1 : unicode_decimal(cp);
    ascii[(*count)++] = cp < 0x80 ? (char)cp : digit >= 0 ? (char)('0' + digit) : unicode_is_space(cp) ? ' ' : '?';
  }
  return ascii;
}

Value int_parse(const char *s, uint32_t n, int base, Value original) {
  if (as_str(original) == NULL || ascii_prefix((const uint8_t *)s, n) == n) return parse_ascii(s, n, base, original);
  uint32_t count;
  char *ascii = ascii_from_unicode(s, n, &count);
  if (ascii == NULL) return raise_memory_error();
  Value result = parse_ascii(ascii, count, base, original);
  mem_free(ascii, n);
  return result;
}
