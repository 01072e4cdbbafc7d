/* The module math: functions of real numbers. Gamma is in math_gamma.c, integers in math_int.c, sums and norms in
 * math_sum.c. Angles are in radians.
 *
 * C's functions give NaN for what is outside their domain and an infinity for what is out of range; the two become CPython's
 * "math domain error" and "math range error".
 */
#include <math.h>

#include "float.h"
#include "int.h"
#include "math_accurate.h"

static Value raise_domain(void) {
  return raise_error(&ValueError_class, "math domain error");
}

static Value raise_range(void) {
  return raise_error(&OverflowError_class, "math range error");
}

/* An infinity from a finite argument is a range error where the function can overflow, else a pole. */
static Value apply(double (*f)(double), Value arg, bool can_overflow) {
  double x;
  if (!op_float(arg, &x)) return RAISED;
  double result = f(x);
  if (isnan(result) && !isnan(x)) return raise_domain();
  if (isinf(result) && isfinite(x)) return can_overflow ? raise_range() : raise_domain();
  return float_value(result);
}

#define ELEMENTARY(name, can_overflow)                      \
  static Value math_##name(Value self, Value x) {           \
    (void)self;                                             \
    return apply(name, x, can_overflow);                    \
  }
ELEMENTARY(acos, false)
ELEMENTARY(acosh, false)
ELEMENTARY(asin, false)
ELEMENTARY(asinh, false)
ELEMENTARY(atan, false)
ELEMENTARY(atanh, false)
ELEMENTARY(cbrt, false)
ELEMENTARY(cos, false)
ELEMENTARY(erf, true)
ELEMENTARY(erfc, true)
ELEMENTARY(exp2, true)
ELEMENTARY(expm1, true)
ELEMENTARY(fabs, false)
ELEMENTARY(log1p, false)
ELEMENTARY(sin, false)
ELEMENTARY(sqrt, false)
ELEMENTARY(tan, false)

#define ACCURATE(name)                                      \
  static Value math_##name(Value self, Value x) {           \
    (void)self;                                             \
    return apply(accurate_##name, x, true);                 \
  }
ACCURATE(cosh)
ACCURATE(exp)
ACCURATE(sinh)
ACCURATE(tanh)

/* ---- Logarithms ---- */

/* Of an int too large for a double: log(m * 2**e) = log(m) + e * log(2). */
static Value log_of_int(double (*f)(double), Value i) {
  if (int_sign(i) <= 0) return raise_domain();
  IntView v;
  int_view(&v, i);
  double d = nat_to_double(v.limbs, v.n);
  if (isfinite(d)) return double_value(f(d));
  uint64_t exponent;
  double fraction = nat_frexp(v.limbs, v.n, &exponent);
  return double_value(f(fraction) + f(2.0) * (double)exponent);
}

static Value log_of(double (*f)(double), Value arg) {
  Value i = as_int(arg);
  if (i != UNSET) return log_of_int(f, i);
  double x;
  if (!op_float(arg, &x)) return RAISED;
  return x <= 0 ? raise_domain() : float_value(f(x));
}

static Value math_log(Value self, Value *args, uint32_t n) {
  (void)self;
  Value logarithm = log_of(log, args[0]);
  if (n == 1 || logarithm == RAISED) return logarithm;
  Value base = log_of(log, args[1]);
  return base == RAISED ? RAISED : op_binary(BIN_TRUEDIV, logarithm, base);
}

static Value math_log2(Value self, Value x) {
  (void)self;
  return log_of(log2, x);
}

static Value math_log10(Value self, Value x) {
  (void)self;
  return log_of(accurate_log10, x);
}

/* ---- Two arguments ---- */

static bool two_floats(Value *args, double *x, double *y) {
  return op_float(args[0], x) && op_float(args[1], y);
}

static Value math_atan2(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  double x, y;
  return two_floats(args, &y, &x) ? float_value(atan2(y, x)) : RAISED;
}

static Value math_copysign(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  double x, y;
  return two_floats(args, &x, &y) ? float_value(copysign(x, y)) : RAISED;
}

static Value math_fmod(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  double x, y;
  if (!two_floats(args, &x, &y)) return RAISED;
  if (!isnan(x) && !isnan(y) && (isinf(x) || y == 0)) return raise_domain();
  return float_value(fmod(x, y));
}

static Value math_remainder(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  double x, y;
  if (!two_floats(args, &x, &y)) return RAISED;
  if (!isnan(x) && !isnan(y) && (isinf(x) || y == 0)) return raise_domain();
  return float_value(remainder(x, y));
}

static Value math_pow(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  double x, y;
  if (!two_floats(args, &x, &y)) return RAISED;
  double result = pow(x, y);
  if (isfinite(x) && isfinite(y)) {
    if (isnan(result) || (isinf(result) && x == 0)) return raise_domain();
    if (isinf(result)) return raise_range();
  }
  return float_value(result);
}

static Value math_ldexp(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  enum { LIMIT = 5000 };
  double x;
  int64_t exponent;
  if (!op_float(args[0], &x)) return RAISED;
  Value i = as_int(args[1]);
  if (i == UNSET) return raise_error(&TypeError_class, "Expected an int as second argument to ldexp.");
  if (!int_to_i64(i, &exponent)) exponent = int_sign(i) * LIMIT;
  exponent = exponent > LIMIT ? LIMIT : exponent < -LIMIT ? -LIMIT : exponent;
  double result = ldexp(x, (int)exponent);
  return isinf(result) && isfinite(x) ? raise_range() : float_value(result);
}

/* ---- Parts of a number ---- */

static Value pair_of(Value a, Value b) {
  Value pair[2] = {a, b};
  return tuple_from_array(pair, 2);
}

static Value math_frexp(Value self, Value arg) {
  (void)self;
  double x;
  int exponent = 0;
  if (!op_float(arg, &x)) return RAISED;
  double fraction = isfinite(x) ? frexp(x, &exponent) : x;
  return pair_of(float_value(fraction), small_int_value(exponent));
}

static Value math_modf(Value self, Value arg) {
  (void)self;
  double x, whole;
  if (!op_float(arg, &x)) return RAISED;
  double fraction = modf(x, &whole);
  return pair_of(float_value(fraction), float_value(whole));
}

/* What the dunder gives, or UNSET when v has none. */
static Value call_dunder(Value v, Str *name) {
  Value method = lookup_special(v, name);
  if (method == UNSET || method == RAISED) return method;
  Value result = call0(method);
  decref(method);
  return result;
}

static bool is_plain_int(Value v) {
  return !has_tag(v, T_INSTANCE) && as_int(v) != UNSET;
}

static Value to_whole(Value v, Str *dunder, double (*f)(double)) {
  double d;
  if (is_double(v)) return int_from_double(f(as_double(v)));
  if (is_plain_int(v)) return incref(as_int(v));
  Value result = call_dunder(v, dunder);
  if (result != UNSET) return result;
  return op_float(v, &d) ? int_from_double(f(d)) : RAISED;
}

static Value math_floor(Value self, Value x) {
  (void)self;
  return to_whole(x, S(__floor__), floor);
}

static Value math_ceil(Value self, Value x) {
  (void)self;
  return to_whole(x, S(__ceil__), ceil);
}

static Value math_trunc(Value self, Value x) {
  (void)self;
  if (is_double(x)) return int_from_double(as_double(x));
  if (is_plain_int(x)) return incref(as_int(x));
  Value result = call_dunder(x, S(__trunc__));
  return result == UNSET ? raise_error(&TypeError_class, "type %T doesn't define __trunc__ method", x) : result;
}

/* ---- Neighbours ---- */

/* The double `steps` neighbours from x towards y. */
static double step_towards(double x, double y, uint64_t steps) {
  const uint64_t sign = (uint64_t)1 << 63;
  if (steps == 0 || isnan(x)) return x;
  if (isnan(y) || x == y) return y;
  uint64_t from, to;
  memcpy(&from, &x, sizeof from);
  memcpy(&to, &y, sizeof to);
  uint64_t from_zero = from & ~sign, to_zero = to & ~sign, result;
  if ((from & sign) != (to & sign)) {
    if (from_zero + to_zero <= steps) return y;
    result = from_zero < steps ? (to & sign) | (steps - from_zero) : from - steps;
  } else if (from > to) {
    result = from - to >= steps ? from - steps : to;
  } else {
    result = to - from >= steps ? from + steps : to;
  }
  memcpy(&x, &result, sizeof x);
  return x;
}

/* nextafter(x, y, /, *, steps=None) */
static Value math_nextafter(Value self, Value *slots) {
  (void)self;
  double x, y;
  if (!two_floats(slots, &x, &y)) return RAISED;
  uint64_t steps = 1;
  if (slots[2] != UNSET && slots[2] != NONE) {
    Value count = op_index_value(slots[2]);
    if (count == RAISED) return RAISED;
    IntView v;
    int_view(&v, count);
    bool negative = v.negative;
    steps = v.n > 2 ? UINT64_MAX : v.n == 0 ? 0 : v.limbs[0] | (uint64_t)(v.n == 2 ? v.limbs[1] : 0) << LIMB_BITS;
    decref(count);
    if (negative) return raise_error(&ValueError_class, "steps must be a non-negative integer");
  }
  return float_value(step_towards(x, y, steps));
}

static Value math_ulp(Value self, Value arg) {
  (void)self;
  double x;
  if (!op_float(arg, &x)) return RAISED;
  x = fabs(x);
  if (!isfinite(x)) return float_value(x);
  double above = step_towards(x, HUGE_VAL, 1);
  return float_value(isinf(above) ? x - step_towards(x, 0, 1) : above - x);
}

/* isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0) */
static Value math_isclose(Value self, Value *slots) {
  (void)self;
  double a, b, relative = 1e-9, absolute = 0;
  if (!two_floats(slots, &a, &b) || (slots[2] != UNSET && !op_float(slots[2], &relative)) ||
      (slots[3] != UNSET && !op_float(slots[3], &absolute)))
    return RAISED;
  if (relative < 0 || absolute < 0) return raise_error(&ValueError_class, "tolerances must be non-negative");
  if (a == b) return TRUE_;
  if (isinf(a) || isinf(b)) return FALSE_;
  double difference = fabs(b - a);
  return bool_value(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

/* ---- Simple ones ---- */

static const double pi = 3.14159265358979323846;

static Value math_degrees(Value self, Value arg) {
  (void)self;
  double x;
  return op_float(arg, &x) ? float_value(x * (180.0 / pi)) : RAISED;
}

static Value math_radians(Value self, Value arg) {
  (void)self;
  double x;
  return op_float(arg, &x) ? float_value(x * (pi / 180.0)) : RAISED;
}

static Value math_isfinite(Value self, Value arg) {
  (void)self;
  double x;
  return op_float(arg, &x) ? bool_value(isfinite(x)) : RAISED;
}

static Value math_isinf(Value self, Value arg) {
  (void)self;
  double x;
  return op_float(arg, &x) ? bool_value(isinf(x)) : RAISED;
}

static Value math_isnan(Value self, Value arg) {
  (void)self;
  double x;
  return op_float(arg, &x) ? bool_value(isnan(x)) : RAISED;
}

static Value math_pi(void) {
  return double_value(pi);
}

static Value math_tau(void) {
  return double_value(2 * pi);
}

static Value math_e(void) {
  return double_value(2.7182818284590452354);
}

static Value math_inf(void) {
  return double_value(HUGE_VAL);
}

static Value math_nan(void) {
  return float_value(NAN);
}

FUNCTION(math, acos, CALL_ONE, 0, 0, 0, math_acos)
FUNCTION(math, acosh, CALL_ONE, 0, 0, 0, math_acosh)
FUNCTION(math, asin, CALL_ONE, 0, 0, 0, math_asin)
FUNCTION(math, asinh, CALL_ONE, 0, 0, 0, math_asinh)
FUNCTION(math, atan, CALL_ONE, 0, 0, 0, math_atan)
FUNCTION(math, atan2, CALL_ANY, 2, 2, 0, math_atan2)
FUNCTION(math, atanh, CALL_ONE, 0, 0, 0, math_atanh)
FUNCTION(math, cbrt, CALL_ONE, 0, 0, 0, math_cbrt)
FUNCTION(math, ceil, CALL_ONE, 0, 0, 0, math_ceil)
FUNCTION(math, copysign, CALL_ANY, 2, 2, 0, math_copysign)
FUNCTION(math, cos, CALL_ONE, 0, 0, 0, math_cos)
FUNCTION(math, cosh, CALL_ONE, 0, 0, 0, math_cosh)
FUNCTION(math, degrees, CALL_ONE, 0, 0, 0, math_degrees)
FUNCTION(math, erf, CALL_ONE, 0, 0, 0, math_erf)
FUNCTION(math, erfc, CALL_ONE, 0, 0, 0, math_erfc)
FUNCTION(math, exp, CALL_ONE, 0, 0, 0, math_exp)
FUNCTION(math, exp2, CALL_ONE, 0, 0, 0, math_exp2)
FUNCTION(math, expm1, CALL_ONE, 0, 0, 0, math_expm1)
FUNCTION(math, fabs, CALL_ONE, 0, 0, 0, math_fabs)
FUNCTION(math, floor, CALL_ONE, 0, 0, 0, math_floor)
FUNCTION(math, fmod, CALL_ANY, 2, 2, 0, math_fmod)
FUNCTION(math, frexp, CALL_ONE, 0, 0, 0, math_frexp)
FUNCTION(math, isclose, CALL_KW, 2, 2, "a,b,rel_tol,abs_tol", math_isclose)
FUNCTION(math, isfinite, CALL_ONE, 0, 0, 0, math_isfinite)
FUNCTION(math, isinf, CALL_ONE, 0, 0, 0, math_isinf)
FUNCTION(math, isnan, CALL_ONE, 0, 0, 0, math_isnan)
FUNCTION(math, ldexp, CALL_ANY, 2, 2, 0, math_ldexp)
FUNCTION(math, log, CALL_ANY, 1, 2, 0, math_log)
FUNCTION(math, log10, CALL_ONE, 0, 0, 0, math_log10)
FUNCTION(math, log1p, CALL_ONE, 0, 0, 0, math_log1p)
FUNCTION(math, log2, CALL_ONE, 0, 0, 0, math_log2)
FUNCTION(math, modf, CALL_ONE, 0, 0, 0, math_modf)
FUNCTION(math, nextafter, CALL_KW, 2, 2, "/x,/y,steps", math_nextafter)
FUNCTION(math, pow, CALL_ANY, 2, 2, 0, math_pow)
FUNCTION(math, radians, CALL_ONE, 0, 0, 0, math_radians)
FUNCTION(math, remainder, CALL_ANY, 2, 2, 0, math_remainder)
FUNCTION(math, sin, CALL_ONE, 0, 0, 0, math_sin)
FUNCTION(math, sinh, CALL_ONE, 0, 0, 0, math_sinh)
FUNCTION(math, sqrt, CALL_ONE, 0, 0, 0, math_sqrt)
FUNCTION(math, tan, CALL_ONE, 0, 0, 0, math_tan)
FUNCTION(math, tanh, CALL_ONE, 0, 0, 0, math_tanh)
FUNCTION(math, trunc, CALL_ONE, 0, 0, 0, math_trunc)
FUNCTION(math, ulp, CALL_ONE, 0, 0, 0, math_ulp)
CONSTANT(math, e, math_e)
CONSTANT(math, inf, math_inf)
CONSTANT(math, nan, math_nan)
CONSTANT(math, pi, math_pi)
CONSTANT(math, tau, math_tau)
