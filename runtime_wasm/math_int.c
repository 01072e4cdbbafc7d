/* The module math: functions of integers. */
#include "int.h"

/* ---- Divisors and roots ---- */

static Value gcd_of(Value a, Value b) {
  IntView x, y;
  int_view(&x, a);
  int_view(&y, b);
  Work w;
  if (!work_init(&w, x.n > y.n ? x.n : y.n)) return RAISED;
  uint32_t n;
  Value result = nat_gcd(w.limbs, &n, x.limbs, x.n, y.limbs, y.n) ? int_from_limbs(w.limbs, n, false) : raise_memory_error();
  work_free(&w);
  return result;
}

/* The least common multiple of a, not negative, and b. */
static Value lcm_of(Value a, Value b) {
  if (int_is_zero(a) || int_is_zero(b)) return small_int_value(0);
  Value divisor = gcd_of(a, b), quotient, result = RAISED;
  if (divisor == RAISED) return RAISED;
  if (int_divmod(a, divisor, &quotient, NULL)) {
    Value product = int_op(BIN_MUL, quotient, b);
    decref(quotient);
    if (product != RAISED) result = int_absolute(product);
    decref(product);
  }
  decref(divisor);
  return result;
}

static Value fold(Value start, Value (*f)(Value, Value), Value *args, uint32_t n) {
  Value result = start;
  for (uint32_t i = 0; i < n; i++) {
    Value arg = op_index_value(args[i]);
    Value next = arg == RAISED ? RAISED : f(result, arg);
    decref(arg);
    decref(result);
    if (next == RAISED) return RAISED;
    result = next;
  }
  return result;
}

static Value math_gcd(Value self, Value *args, uint32_t n) {
  (void)self;
  return fold(small_int_value(0), gcd_of, args, n);
}

static Value math_lcm(Value self, Value *args, uint32_t n) {
  (void)self;
  return fold(small_int_value(1), lcm_of, args, n);
}

static Value isqrt_of(Value i) {
  if (int_sign(i) < 0) return raise_error(&ValueError_class, "isqrt() argument must be nonnegative");
  if (int_is_zero(i)) return i;
  IntView v;
  int_view(&v, i);
  Work w;
  uint32_t n = (v.n + 1) / 2;
  if (!work_init(&w, n)) return RAISED;
  Value result = nat_isqrt(w.limbs, v.limbs, v.n) ? int_from_limbs(w.limbs, n, false) : raise_memory_error();
  work_free(&w);
  return result;
}

static Value math_isqrt(Value self, Value arg) {
  (void)self;
  Value i = op_index_value(arg);
  if (i == RAISED) return RAISED;
  Value result = isqrt_of(i);
  decref(i);
  return result;
}

/* ---- Products of ranges ---- */

/* As many factors of (n - first) (n - first - 1) ... as fit 64 bits, at most `count`; how many in *taken. */
static uint64_t short_product(uint64_t n, uint64_t first, uint64_t count, uint64_t *taken) {
  uint64_t product = 1, next;
  for (*taken = 0; *taken < count; ++*taken) {
    if (__builtin_mul_overflow(product, n - first - *taken, &next)) break;
    product = next;
  }
  return product;
}

/* n (n - 1) ... (n - count + 1) from factor `first` on, by halves, so that the operands of products are of like size. */
static Value falling_product(Value n, uint64_t first, uint64_t count) {
  enum { SHORT = 16 };
  if (count == 0) return small_int_value(1);
  if (count <= SHORT && is_small_int(n)) {
    uint64_t taken, product = short_product((uint64_t)small_int(n), first, count, &taken);
    if (taken == count) return int_from_u64(product);
  }
  if (count == 1) {
    Value offset = int_from_u64(first);
    Value result = offset == RAISED ? RAISED : int_op(BIN_SUB, n, offset);
    decref(offset);
    return result;
  }
  uint64_t half = count / 2;
  Value a = falling_product(n, first, half), b = a == RAISED ? RAISED : falling_product(n, first + half, count - half);
  Value result = b == RAISED ? RAISED : int_op(BIN_MUL, a, b);
  decref(a);
  decref(b);
  return result;
}

static Value factorial(Value n) {
  int64_t count;
  if (int_sign(n) < 0) return raise_error(&ValueError_class, "factorial() not defined for negative values");
  if (!int_to_i64(n, &count))
    return raise_error(&OverflowError_class, "factorial() argument should not exceed %D", INT64_MAX);
  return falling_product(n, 0, (uint64_t)count);
}

static Value math_factorial(Value self, Value arg) {
  (void)self;
  Value n = op_index_value(arg);
  if (n == RAISED) return RAISED;
  Value result = factorial(n);
  decref(n);
  return result;
}

/* n (n - 1) ... (n - k + 1) */
static Value permutations(Value n, Value k) {
  int64_t count;
  if (int_compare(n, k) < 0) return small_int_value(0);
  if (!int_to_i64(k, &count)) return raise_error(&OverflowError_class, "k must not exceed %D", INT64_MAX);
  return falling_product(n, 0, (uint64_t)count);
}

static Value combinations(Value n, Value k) {
  if (int_compare(n, k) < 0) return small_int_value(0);
  Value other = int_op(BIN_SUB, n, k);
  if (other == RAISED) return RAISED;
  Value least = int_compare(k, other) <= 0 ? k : other, result = RAISED;
  int64_t count;
  if (int_to_i64(least, &count)) {
    Value top = falling_product(n, 0, (uint64_t)count), bottom = top == RAISED ? RAISED : falling_product(least, 0, (uint64_t)count);
    if (bottom != RAISED && !int_divmod(top, bottom, &result, NULL)) result = RAISED;
    decref(top);
    decref(bottom);
  } else {
    raise_error(&OverflowError_class, "min(n - k, k) must not exceed %D", INT64_MAX);
  }
  decref(other);
  return result;
}

static Value choose(Value n_arg, Value k_arg, Value (*f)(Value, Value)) {
  Value n = op_index_value(n_arg), k = n == RAISED ? RAISED : op_index_value(k_arg), result = RAISED;
  if (k != RAISED) {
    if (int_sign(n) < 0) raise_error(&ValueError_class, "n must be a non-negative integer");
    else if (int_sign(k) < 0) raise_error(&ValueError_class, "k must be a non-negative integer");
    else result = f(n, k);
  }
  decref(n);
  decref(k);
  return result;
}

/* perm(n, k=None, /) */
static Value math_perm(Value self, Value *args, uint32_t n) {
  return n == 1 || args[1] == NONE ? math_factorial(self, args[0]) : choose(args[0], args[1], permutations);
}

static Value math_comb(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  return choose(args[0], args[1], combinations);
}

FUNCTION(math, comb, CALL_ANY, 2, 2, 0, math_comb)
FUNCTION(math, factorial, CALL_ONE, 0, 0, 0, math_factorial)
FUNCTION(math, gcd, CALL_ANY, 0, 255, 0, math_gcd)
FUNCTION(math, isqrt, CALL_ONE, 0, 0, 0, math_isqrt)
FUNCTION(math, lcm, CALL_ANY, 0, 255, 0, math_lcm)
FUNCTION(math, perm, CALL_ANY, 1, 2, 0, math_perm)
