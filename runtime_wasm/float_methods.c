/* Methods of float. */
#include <math.h>

#include "bignat.h"
#include "dtoa.h"
#include "float.h"
#include "int.h"
#include "unicode.h"

static double receiver(Value self) {
  double d = 0;
  is_float(self, &d);
  return d;
}

/* ---- To ints ---- */

Value float_round_to_int(double d) {
  return int_from_double(rint(d));
}

/* Beyond these, digits have no effect, or leave nothing. */
enum { ROUND_DIGITS_MAX = 323, ROUND_DIGITS_MIN = -308 };

static Value round_to_digits(double d, int64_t digits) {
  if (!isfinite(d) || digits > ROUND_DIGITS_MAX) return double_value(d);
  if (digits < ROUND_DIGITS_MIN) return double_value(0.0 * d);
  char text[DTOA_DIGITS];
  int point;
  uint32_t count = dtoa_fixed(text, &point, fabs(d), (int32_t)digits);
  double rounded = dtoa_from_digits(text, count, point - (int64_t)count);
  if (isinf(rounded)) return raise_error(&OverflowError_class, "rounded value too large to represent");
  return double_value(copysign(rounded, d));
}

/* __round__(ndigits=None) */
static Value float_round(Value self, Value *args, uint32_t n) {
  double d = receiver(self);
  if (n == 0 || args[0] == NONE) return float_round_to_int(d);
  int64_t digits;
  return op_index_clamp(args[0], &digits) ? round_to_digits(d, digits) : RAISED;
}

static Value float_trunc(Value self) {
  return int_from_double(receiver(self));
}

static Value float_floor(Value self) {
  return int_from_double(floor(receiver(self)));
}

static Value float_ceil(Value self) {
  return int_from_double(ceil(receiver(self)));
}

static Value float_is_integer(Value self) {
  double d = receiver(self);
  return bool_value(isfinite(d) && floor(d) == d);
}

int64_t float_split(double d, int *exponent) {
  enum { MANTISSA_BITS = 53 };
  int64_t fraction = (int64_t)ldexp(frexp(d, exponent), MANTISSA_BITS);
  *exponent -= MANTISSA_BITS;
  if (fraction == 0) return *exponent = 0;
  int twos = __builtin_ctzll((uint64_t)fraction);
  *exponent += twos;
  return fraction >> twos;
}

static Value float_as_integer_ratio(Value self) {
  double d = receiver(self);
  if (isinf(d)) return raise_error(&OverflowError_class, "cannot convert Infinity to integer ratio");
  if (isnan(d)) return raise_error(&ValueError_class, "cannot convert NaN to integer ratio");
  int exponent;
  Value pair[2] = {int_from_i64(float_split(d, &exponent)), small_int_value(1)}, result = RAISED;
  int scaled = exponent < 0; /* the numerator or the denominator */
  if (pair[0] != RAISED) {
    Value power = int_op(BIN_LSHIFT, pair[scaled], small_int_value(scaled ? -exponent : exponent));
    if (power != RAISED) {
      set_value(&pair[scaled], power);
      result = tuple_from_array(pair, 2);
    }
  }
  decref(pair[0]);
  decref(pair[1]);
  return result;
}

/* ---- Hexadecimal ---- */

static Value float_hex(Value self) {
  enum { FRACTION_BITS = 52, EXPONENT_BIAS = 1023, DIGITS = 13 };
  double d = receiver(self);
  if (!isfinite(d)) return float_repr(d);
  if (d == 0) return str_from_cstr(signbit(d) ? "-0x0.0p+0" : "0x0.0p+0");
  uint64_t bits;
  memcpy(&bits, &d, sizeof bits);
  int biased = bits >> FRACTION_BITS & 0x7ff, exponent = (biased != 0 ? biased : 1) - EXPONENT_BIAS;
  char digits[DIGITS];
  for (int i = 0; i < DIGITS; i++) digits[i] = "0123456789abcdef"[bits >> (FRACTION_BITS - 4 - 4 * i) & 15];
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, signbit(d) ? "-0x" : "0x");
  buf_cstr(&b, biased != 0 ? "1." : "0.");
  buf_write(&b, digits, DIGITS);
  buf_cstr(&b, exponent < 0 ? "p-" : "p+");
  char decimal[4], *end = decimal + sizeof decimal, *start = end;
  uint32_t magnitude = (uint32_t)(exponent < 0 ? -exponent : exponent);
  do *--start = (char)('0' + magnitude % 10);
  while ((magnitude /= 10) != 0);
  buf_write(&b, start, (uint32_t)(end - start));
  return buf_finish(&b);
}

typedef struct HexReader {
  const char *at, *end;
} HexReader;

static bool take(HexReader *r, char lower) {
  bool found = r->at < r->end && (char)ascii_lower((uint8_t)*r->at) == lower;
  r->at += found;
  return found;
}

static bool take_word(HexReader *r, const char *word) {
  HexReader saved = *r;
  while (*word != '\0' && take(r, *word)) word++;
  if (*word == '\0') return true;
  *r = saved;
  return false;
}

static int hex_digit(const HexReader *r) {
  if (r->at == r->end) return -1;
  uint32_t c = ascii_lower((uint8_t)*r->at);
  return ascii_is_digit(c) ? (int)(c - '0') : c >= 'a' && c <= 'f' ? (int)(c - 'a' + 10) : -1;
}

/* Hexadecimal digits as mantissa * 2**exponent, and a little more if sticky. */
typedef struct HexNumber {
  uint64_t mantissa;
  bool sticky;
  int64_t exponent;
  uint32_t digits;
} HexNumber;

static void read_hex_digits(HexReader *r, HexNumber *number, bool after_point) {
  for (int digit; (digit = hex_digit(r)) >= 0; r->at++) {
    number->digits++;
    if (number->mantissa >> 60 != 0) {
      number->sticky |= digit != 0;
      number->exponent += after_point ? 0 : 4;
    } else {
      number->mantissa = number->mantissa << 4 | (uint64_t)digit;
      number->exponent -= after_point ? 4 : 0;
    }
  }
}

/* False when there are no digits. */
static bool read_exponent(HexReader *r, int64_t *exponent) {
  enum { LIMIT = 1 << 30 };
  bool negative = take(r, '-');
  if (!negative) take(r, '+');
  if (r->at == r->end || !ascii_is_digit((uint8_t)*r->at)) return false;
  int64_t value = 0;
  for (; r->at < r->end && ascii_is_digit((uint8_t)*r->at); r->at++) {
    if (value < LIMIT) value = value * 10 + (*r->at - '0');
  }
  *exponent += negative ? -value : value;
  return true;
}

/* False: malformed. */
static bool read_hex(HexReader *r, double *result) {
  bool negative = take(r, '-');
  if (!negative) take(r, '+');
  if (take_word(r, "infinity") || take_word(r, "inf")) {
    *result = HUGE_VAL;
  } else if (take_word(r, "nan")) {
    *result = NAN;
  } else {
    take_word(r, "0x");
    HexNumber number = {0};
    read_hex_digits(r, &number, false);
    if (take(r, '.')) read_hex_digits(r, &number, true);
    if (number.digits == 0 || (take(r, 'p') && !read_exponent(r, &number.exponent))) return false;
    *result = nat_round(number.mantissa, number.sticky, number.exponent);
    if (isinf(*result)) return raise_error(&OverflowError_class, "hexadecimal value too large to represent as a float"), false;
  }
  if (negative) *result = -*result;
  return true;
}

static Value float_fromhex(Value cls, Value arg) {
  Str *s = as_str(arg);
  if (s == NULL) return raise_error(&TypeError_class, "bad argument type for built-in operation");
  HexReader r = {s->data, s->data + s->size};
  while (r.at < r.end && ascii_is_space((uint8_t)*r.at) && (*r.at == ' ' || *r.at < 0x1C)) r.at++;
  double d;
  bool ok = read_hex(&r, &d);
  while (ok && r.at < r.end && ascii_is_space((uint8_t)*r.at) && (*r.at == ' ' || *r.at < 0x1C)) r.at++;
  if (!ok && exc_pending()) return RAISED;
  if (!ok || r.at != r.end) return raise_error(&ValueError_class, "invalid hexadecimal floating-point string");
  return cls == class_value(&float_class) ? float_value(d) : call1(cls, float_value(d));
}

/* ---- Numbers protocol ---- */

static Value float_itself(Value self) {
  return double_value(receiver(self));
}

static Value float_zero(Value self) {
  (void)self;
  return double_value(0.0);
}

static Value float_new_args(Value self) {
  Value d = double_value(receiver(self));
  return tuple_from_array(&d, 1);
}

METHOD(float, is_integer, CALL_NONE, 0, 0, 0, float_is_integer)
METHOD(float, as_integer_ratio, CALL_NONE, 0, 0, 0, float_as_integer_ratio)
METHOD(float, hex, CALL_NONE, 0, 0, 0, float_hex)
CLASS_METHOD(float, fromhex, CALL_ONE, 0, 0, 0, float_fromhex)
METHOD(float, conjugate, CALL_NONE, 0, 0, 0, float_itself)
METHOD(float, __float__, CALL_NONE, 0, 0, 0, float_itself)
METHOD(float, __int__, CALL_NONE, 0, 0, 0, float_trunc)
METHOD(float, __trunc__, CALL_NONE, 0, 0, 0, float_trunc)
METHOD(float, __floor__, CALL_NONE, 0, 0, 0, float_floor)
METHOD(float, __ceil__, CALL_NONE, 0, 0, 0, float_ceil)
METHOD(float, __round__, CALL_ANY, 0, 1, 0, float_round)
METHOD(float, __getnewargs__, CALL_NONE, 0, 0, 0, float_new_args)
GETTER(float, real, float_itself)
GETTER(float, imag, float_zero)
