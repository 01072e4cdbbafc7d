/* Powers of ints, with and without a modulus. */
#include "float.h"
#include "int.h"

static Value power_to_double(Value a, Value b) {
  double x, y, result;
  if (!int_to_double(a, &x) || !int_to_double(b, &y) || !float_power(&result, x, y)) return RAISED;
  return double_value(result);
}

Value int_power(Value a, Value b) {
  IntView x, e;
  int_view(&x, a);
  int_view(&e, b);
  if (e.negative) return power_to_double(a, b);
  if (e.n == 0) return small_int_value(1);
  if (x.n == 0) return a;
  bool negative = x.negative && (e.limbs[0] & 1) != 0;
  if (x.n == 1 && x.limbs[0] == 1) return small_int_value(negative ? -1 : 1);
  if (e.n > 1) return raise_memory_error();
  uint64_t room = nat_pow_limbs(x.limbs, x.n, e.limbs[0]);
  if (room > INT_LIMBS_MAX) return raise_memory_error();
  Work w;
  if (!work_init(&w, room)) return RAISED;
  uint32_t n;
  Value result = nat_pow(w.limbs, &n, x.limbs, x.n, e.limbs[0]) ? int_from_limbs(w.limbs, n, negative) : raise_memory_error();
  work_free(&w);
  return result;
}

/* x = a * b - x, owned by *x. */
static bool update_cofactor(Value *x, Value quotient, Value factor) {
  Value product = int_op(BIN_MUL, quotient, factor);
  if (product == RAISED) return false;
  Value difference = int_op(BIN_SUB, *x, product);
  decref(product);
  if (difference == RAISED) return false;
  set_value(x, difference);
  return true;
}

/* The inverse of a modulo m, by Euclid's extended algorithm. m > 1. Owned; not reduced. */
static Value inverse(Value a, Value m) {
  Value r0 = incref(a), r1 = incref(m), s0 = small_int_value(1), s1 = small_int_value(0), result = RAISED;
  for (;;) {
    if (int_is_zero(r1)) {
      if (r0 == small_int_value(1)) result = incref(s0);
      else raise_error(&ValueError_class, "base is not invertible for the given modulus");
      break;
    }
    Value quotient, rest;
    if (!int_divmod(r0, r1, &quotient, &rest)) break;
    bool ok = update_cofactor(&s0, quotient, s1);
    decref(quotient);
    decref(r0);
    r0 = r1;
    r1 = rest;
    if (!ok) break;
    Value swap = s0;
    s0 = s1;
    s1 = swap;
  }
  decref(r0);
  decref(r1);
  decref(s0);
  decref(s1);
  return result;
}

/* base ** exponent % modulus, 0 <= base < modulus, exponent >= 0, modulus > 1. */
static Value power_mod(Value base, Value exponent, Value modulus) {
  IntView a, e, m;
  int_view(&a, base);
  int_view(&e, exponent);
  int_view(&m, modulus);
  Work w;
  if (!work_init(&w, m.n)) return RAISED;
  Value result = nat_powmod(w.limbs, a.limbs, a.n, e.limbs, e.n, m.limbs, m.n) ? int_from_limbs(w.limbs, m.n, false)
                                                                              : raise_memory_error();
  work_free(&w);
  return result;
}

/* base ** exponent % modulus, modulus > 1. */
static Value power_mod_positive(Value a, Value b, Value modulus) {
  bool invert = int_sign(b) < 0;
  Value base = invert ? inverse(a, modulus) : incref(a), exponent = int_absolute(b), reduced = RAISED, result = RAISED;
  if (base != RAISED && exponent != RAISED && int_divmod(base, modulus, NULL, &reduced)) {
    result = power_mod(reduced, exponent, modulus);
    decref(reduced);
  }
  decref(base);
  decref(exponent);
  return result;
}

Value int_power_mod(Value a, Value b, Value m) {
  if (int_is_zero(m)) return raise_error(&ValueError_class, "pow() 3rd argument cannot be 0");
  Value modulus = int_absolute(m);
  if (modulus == RAISED) return RAISED;
  Value result = modulus == small_int_value(1) ? small_int_value(0) : power_mod_positive(a, b, modulus);
  if (int_sign(m) < 0 && result != RAISED && !int_is_zero(result)) {
    Value negative = int_op(BIN_ADD, result, m);
    decref(result);
    result = negative;
  }
  decref(modulus);
  return result;
}
