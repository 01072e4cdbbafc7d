/* float: operators, comparison, hash, the class. Text is in float_text.c, methods in float_methods.c.
 *
 * A float is an immediate: nothing here allocates a float. An operand may also be an int, which becomes a double (arithmetic)
 * or is compared exactly.
 */
#include "float.h"

#include <math.h>

#include "int.h"

bool is_float(Value v, double *out) {
  if (has_tag(v, T_INSTANCE)) v = unwrap(v);
  if (!is_double(v)) return false;
  *out = as_double(v);
  return true;
}

/* The operand of arithmetic: 1, 0 when it is no number of ours, -1 raised. */
static int operand(Value v, double *out) {
  if (is_float(v, out)) return 1;
  Value i = as_int(v);
  return i == UNSET ? 0 : int_to_double(i, out) ? 1 : -1;
}

/* ---- Arithmetic ---- */

double float_remainder(double a, double b) {
  double rest = fmod(a, b);
  if (rest == 0) return copysign(0.0, b);
  return (b < 0) != (rest < 0) ? rest + b : rest;
}

/* As CPython's float_divmod: the quotient from what the remainder leaves, snapped to the nearest integer. */
double float_floor_divide(double a, double b, double *remainder) {
  double rest = fmod(a, b), quotient = (a - rest) / b;
  if (rest == 0) {
    rest = copysign(0.0, b);
  } else if ((b < 0) != (rest < 0)) {
    rest += b;
    quotient -= 1.0;
  }
  *remainder = rest;
  if (quotient == 0) return copysign(0.0, a / b);
  double whole = floor(quotient);
  return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

Value raise_result_out_of_range(void) {
  enum { ERANGE_CODE = 34 };
  Value message = str_from_cstr("Numerical result out of range");
  if (message == RAISED) return RAISED;
  Value error = call2(class_value(&OverflowError_class), small_int_value(ERANGE_CODE), message);
  decref(message);
  if (error == RAISED) return RAISED;
  raise_value(error);
  decref(error);
  return RAISED;
}

static bool is_odd(double d) {
  return fmod(fabs(d), 2.0) == 1.0;
}

static bool divides_by_zero(double a, double b) { return a == 0 && b < 0 && isfinite(b); }

static bool has_complex_power(double a, double b) { return a < 0 && isfinite(a) && isfinite(b) && b != floor(b); }

/* C's pow() has the special values right; what remains are the errors. */
bool float_power_plain(double *result, double a, double b) {
  if (divides_by_zero(a, b) || has_complex_power(a, b)) return false;
  double magnitude = pow(fabs(a), b);
  if (isfinite(a) && isfinite(b)) {
    *result = signbit(a) && is_odd(b) ? -magnitude : magnitude;
    return !isinf(magnitude);
  }
  *result = pow(a, b);
  return true;
}

bool float_power(double *result, double a, double b) {
  if (float_power_plain(result, a, b)) return true;
  if (divides_by_zero(a, b)) raise_error(&ZeroDivisionError_class, "0.0 cannot be raised to a negative power");
  else if (has_complex_power(a, b)) raise_error(&ValueError_class, "negative number cannot be raised to a fractional power"); /* CPython: a complex number */
  else raise_result_out_of_range();
  return false;
}

static Value raise_division_by_zero(BinaryOp op) {
  const char *message = op == BIN_TRUEDIV    ? "float division by zero"
                        : op == BIN_FLOORDIV ? "float floor division by zero"
                        : op == BIN_MOD      ? "float modulo"
                                             : "float divmod()";
  return raise_error(&ZeroDivisionError_class, "%s", message);
}

static Value divmod_values(double a, double b) {
  double rest, quotient = float_floor_divide(a, b, &rest);
  Value pair[2] = {double_value(quotient), double_value(rest)};
  return tuple_from_array(pair, 2);
}

GATE(float_power, "op:pow op:ipow __pow__ __rpow__", float_power)

static Value float_binary(BinaryOp op, Value left, Value right) {
  double a, b, result;
  if (op == BIN_MATMUL || op >= BIN_LSHIFT) return NOT_IMPLEMENTED;
  int left_is = operand(left, &a), right_is = left_is <= 0 ? left_is : operand(right, &b);
  if (right_is <= 0) return right_is < 0 ? RAISED : NOT_IMPLEMENTED;
  if (b == 0 && (op == BIN_TRUEDIV || op == BIN_FLOORDIV || op == BIN_MOD || op == BIN_DIVMOD)) return raise_division_by_zero(op);
  switch (op) {
    case BIN_ADD: return double_value(a + b);
    case BIN_SUB: return double_value(a - b);
    case BIN_MUL: return double_value(a * b);
    case BIN_TRUEDIV: return double_value(a / b);
    case BIN_FLOORDIV: return double_value(float_floor_divide(a, b, &result));
    case BIN_MOD: return double_value(float_remainder(a, b));
    case BIN_DIVMOD: return divmod_values(a, b);
    default: return gate__float_power(&result, a, b) ? double_value(result) : RAISED;
  }
}

static Value float_unary(UnaryOp op, Value v) {
  double d;
  is_float(v, &d);
  switch (op) {
    case UN_NEG: return double_value(-d);
    case UN_POS: return double_value(d);
    case UN_ABS: return double_value(fabs(d));
    default: return NOT_IMPLEMENTED;
  }
}

/* ---- Comparison and hash ---- */

/* Negative, zero, positive as i < d, i == d, i > d. d is not NaN. */
static int compare_int(Value i, double d) {
  if (is_small_int(i)) {
    double exact = (double)small_int(i);
    return exact < d ? -1 : exact > d;
  }
  IntView v;
  int_view(&v, i);
  if (v.negative != (d < 0)) return v.negative ? -1 : 1;
  int order = nat_cmp_double(v.limbs, v.n, fabs(d));
  return v.negative ? -order : order;
}

static bool holds(CompareOp op, int order) {
  switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
  }
}

static Value float_compare(CompareOp op, Value left, Value right) {
  double a, b;
  bool left_float = is_float(left, &a), right_float = is_float(right, &b);
  Value i = left_float ? as_int(right) : as_int(left);
  if ((!left_float || !right_float) && i == UNSET) return NOT_IMPLEMENTED;
  if ((left_float && isnan(a)) || (right_float && isnan(b))) return bool_value(op == CMP_NE);
  int order = !left_float ? compare_int(i, b) : !right_float ? -compare_int(i, a) : a < b ? -1 : a > b;
  return bool_value(holds(op, order));
}

/* The residue of the exact value modulo 2**61 - 1, as for ints (CPython's _Py_HashDouble). */
int64_t hash_double(double d) {
  enum { BITS = 61, STEP = 28, HASH_INF = 314159 };
  const uint64_t modulus = ((uint64_t)1 << BITS) - 1;
  if (isnan(d)) return 0;
  if (isinf(d)) return d > 0 ? HASH_INF : -HASH_INF;
  int exponent;
  double rest = frexp(fabs(d), &exponent);
  uint64_t hash = 0;
  while (rest != 0) {
    hash = (hash << STEP & modulus) | hash >> (BITS - STEP);
    rest *= 1 << STEP;
    exponent -= STEP;
    uint32_t part = (uint32_t)rest;
    rest -= part;
    hash += part;
    if (hash >= modulus) hash -= modulus;
  }
  int shift = exponent >= 0 ? exponent % BITS : BITS - 1 - (-1 - exponent) % BITS;
  hash = (hash << shift & modulus) | hash >> (BITS - shift);
  int64_t result = d < 0 ? -(int64_t)hash : (int64_t)hash;
  return result == -1 ? -2 : result;
}

static bool float_hash(Value self, int64_t *out) {
  double d;
  is_float(self, &d);
  *out = hash_double(d);
  return true;
}

/* ---- The class ---- */

static int float_truth(Value self) {
  double d;
  is_float(self, &d);
  return d != 0;
}

static Value float_repr_slot(Value self) {
  double d;
  is_float(self, &d);
  return float_repr(d);
}

static const Slots float_slots = {
    .repr = float_repr_slot,
    .format = float_format,
    .hash = float_hash,
    .compare = float_compare,
    .truth = float_truth,
    .binary = float_binary,
    .unary = float_unary,
    .make = float_make,
};
CLASS_DEFINE(float, "float", T_FLOAT, CLASS_BASE_OK, &object_class)
