/* Arithmetic and bitwise operations on ints of any size. */
#include <math.h>

#include "inline.h"
#include "int.h"

/* ---- Sums ---- */

/* x + y, or x - y when `subtract`. */
static Value add_views(const IntView *x, const IntView *y, bool subtract) {
  bool y_negative = y->negative != subtract, negative = x->negative;
  Work w;
  if (!work_init(&w, (uint64_t)(x->n > y->n ? x->n : y->n) + 1)) return RAISED;
  uint32_t n;
  if (x->negative == y_negative) {
    if (x->n < y->n) {
      const IntView *swap = x;
      x = y, y = swap;
    }
    n = x->n;
    w.limbs[n] = nat_add(w.limbs, x->limbs, n, y->limbs, y->n);
    n++;
  } else {
    if (nat_cmp(x->limbs, x->n, y->limbs, y->n) < 0) {
      const IntView *swap = x;
      x = y, y = swap;
      negative = y_negative;
    }
    n = x->n;
    nat_sub(w.limbs, x->limbs, n, y->limbs, y->n);
  }
  Value result = int_from_limbs(w.limbs, n, negative);
  work_free(&w);
  return result;
}

Value int_negate(Value a) {
  if (is_small_int(a)) return int_from_i64(-small_int(a));
  IntView v;
  int_view(&v, a);
  return int_from_limbs(v.limbs, v.n, !v.negative);
}

Value int_absolute(Value a) {
  return int_sign(a) < 0 ? int_negate(a) : incref(a);
}

Value int_invert(Value a) {
  IntView v, one;
  int_view(&v, a);
  int_view(&one, small_int_value(-1));
  v.negative = v.n != 0 && !v.negative;
  return add_views(&v, &one, false);
}

/* ---- Products and quotients ---- */

static Value mul_views(const IntView *x, const IntView *y) {
  Work w;
  uint32_t n = x->n + y->n;
  if (!work_init(&w, n)) return RAISED;
  bool ok = x->n == 0 || y->n == 0 || nat_mul(w.limbs, x->limbs, x->n, y->limbs, y->n);
  if (x->n == 0 || y->n == 0) n = 0;
  Value result = ok ? int_from_limbs(w.limbs, n, x->negative != y->negative) : raise_memory_error();
  work_free(&w);
  return result;
}

/* Rounds towards minus infinity. Either result may be NULL: not wanted. */
static bool floor_divide(const IntView *x, const IntView *y, Value *quotient, Value *remainder) {
  Work q, r;
  uint32_t qn = x->n >= y->n ? x->n - y->n + 1 : 0, rn = y->n;
  if (!work_init(&q, (uint64_t)qn + 1)) return false;
  if (!work_init(&r, rn > x->n ? rn : x->n)) {
    work_free(&q);
    return false;
  }
  bool ok = true;
  if (qn == 0) {
    memcpy(r.limbs, x->limbs, x->n * sizeof(Limb));
    rn = x->n;
  } else {
    ok = nat_divrem(q.limbs, r.limbs, x->limbs, x->n, y->limbs, y->n);
  }
  rn = nat_len(r.limbs, rn);
  bool opposite = x->negative != y->negative;
  if (opposite && rn != 0) {
    q.limbs[qn] = nat_add1(q.limbs, q.limbs, qn, 1);
    if (qn == 0) q.limbs[0] = 1;
    qn++;
    memset(r.limbs + rn, 0, (y->n - rn) * sizeof(Limb));
    nat_sub(r.limbs, y->limbs, y->n, r.limbs, y->n);
    rn = y->n;
  }
  if (!ok) raise_memory_error();
  if (ok && quotient != NULL) ok = (*quotient = int_from_limbs(q.limbs, qn, opposite)) != RAISED;
  if (ok && remainder != NULL) {
    ok = (*remainder = int_from_limbs(r.limbs, rn, y->negative)) != RAISED;
    if (!ok && quotient != NULL) decref(*quotient);
  }
  work_free(&q);
  work_free(&r);
  return ok;
}

bool int_divmod(Value a, Value b, Value *quotient, Value *remainder) {
  if (int_is_zero(b)) {
    raise_error(&ZeroDivisionError_class, quotient == NULL ? "integer modulo by zero" : "integer division or modulo by zero");
    return false;
  }
  IntView x, y;
  int_view(&x, a);
  int_view(&y, b);
  return floor_divide(&x, &y, quotient, remainder);
}

static Value divmod_tuple(Value a, Value b) {
  Value pair[2];
  if (!int_divmod(a, b, &pair[0], &pair[1])) return RAISED;
  Value result = tuple_from_array(pair, 2);
  decref(pair[0]);
  decref(pair[1]);
  return result;
}

bool int_true_divide(double *result, Value a, Value b) {
  if (int_is_zero(b)) {
    raise_error(&ZeroDivisionError_class, "division by zero");
    return false;
  }
  if (is_small_int(a) && is_small_int(b)) {
    *result = (double)small_int(a) / (double)small_int(b);
    return true;
  }
  IntView x, y;
  int_view(&x, a);
  int_view(&y, b);
  if (x.n == 0) {
    *result = y.negative ? -0.0 : 0.0;
    return true;
  }
  if (!nat_ratio_to_double(result, x.limbs, x.n, y.limbs, y.n)) {
    raise_memory_error();
    return false;
  }
  if (isinf(*result)) {
    raise_error(&OverflowError_class, "integer division result too large for a float");
    return false;
  }
  if (x.negative != y.negative) *result = -*result;
  return true;
}

/* ---- Shifts ---- */

/* Would CPython refuse a shift by so much before it asks for memory? An int of its has at most (2**63 - 25) / 4 digits of 30 bits. */
static COLD bool is_beyond_digits(Value count) {
  IntView v;
  int_view(&v, count);
  uint64_t low = (uint64_t)v.limbs[1] << 32 | v.limbs[0];
  return v.n > 3 || (v.n == 3 && (v.limbs[2] > 3 || (v.limbs[2] == 3 && low >= 0xBFFFFFFFFFFFFF2E)));
}

static Value shift_left(Value a, Value b) {
  int64_t count;
  if (int_sign(b) < 0) return raise_error(&ValueError_class, "negative shift count");
  if (int_is_zero(a)) return a;
  if (!int_to_i64(b, &count))
    return is_beyond_digits(b) ? raise_error(&OverflowError_class, "too many digits in integer") : raise_memory_error();
  if (count / LIMB_BITS > INT_LIMBS_MAX) return raise_memory_error();
  IntView v;
  int_view(&v, a);
  Work w;
  uint32_t n = v.n + (uint32_t)(count / LIMB_BITS) + 1;
  if (!work_init(&w, n)) return RAISED;
  nat_shl(w.limbs, v.limbs, v.n, (uint64_t)count);
  Value result = int_from_limbs(w.limbs, n, v.negative);
  work_free(&w);
  return result;
}

static Value shift_right(Value a, Value b) {
  int64_t count;
  if (int_sign(b) < 0) return raise_error(&ValueError_class, "negative shift count");
  IntView v;
  int_view(&v, a);
  if (!int_to_i64(b, &count) || (uint64_t)count >= nat_bits(v.limbs, v.n)) return small_int_value(v.negative ? -1 : 0);
  Work w;
  uint32_t n = v.n - (uint32_t)(count / LIMB_BITS);
  if (!work_init(&w, (uint64_t)n + 1)) return RAISED;
  nat_shr(w.limbs, v.limbs, v.n, (uint64_t)count);
  w.limbs[n] = 0;
  if (v.negative && nat_any_below(v.limbs, v.n, (uint64_t)count)) nat_add1(w.limbs, w.limbs, n + 1, 1);
  Value result = int_from_limbs(w.limbs, n + 1, v.negative);
  work_free(&w);
  return result;
}

/* ---- Bits ---- */

/* The limbs of an int in two's complement, lowest first. */
typedef struct BitStream {
  const IntView *v;
  uint32_t at;
  Limb carry;
} BitStream;

static Limb next_limb(BitStream *s) {
  Limb limb = s->at < s->v->n ? s->v->limbs[s->at] : 0;
  s->at++;
  if (!s->v->negative) return limb;
  limb = ~limb + s->carry;
  s->carry = s->carry != 0 && limb == 0;
  return limb;
}

static Limb combine(BinaryOp op, Limb x, Limb y) {
  return op == BIN_AND ? x & y : op == BIN_OR ? x | y : x ^ y;
}

static Value bitwise(BinaryOp op, const IntView *x, const IntView *y) {
  bool negative = combine(op, x->negative, y->negative) != 0;
  uint32_t n = (x->n > y->n ? x->n : y->n) + 1;
  Work w;
  if (!work_init(&w, n)) return RAISED;
  BitStream xs = {x, 0, 1}, ys = {y, 0, 1};
  Limb carry = 1;
  for (uint32_t i = 0; i < n; i++) {
    Limb x_limb = next_limb(&xs), limb = combine(op, x_limb, next_limb(&ys));
    if (negative) {
      limb = ~limb + carry;
      carry = carry != 0 && limb == 0;
    }
    w.limbs[i] = limb;
  }
  Value result = int_from_limbs(w.limbs, n, negative);
  work_free(&w);
  return result;
}

/* ---- Ints of at most 64 bits ---- */

/* Most heap ints come from arithmetic on 64-bit quantities (hashes, random numbers) and have two limbs. The least int64_t is
 * left out, so that any result may be negated. */
static bool as_short(Value v, int64_t *out) {
  if (is_small_int(v)) {
    *out = small_int(v);
    return true;
  }
  const Int *big = (const Int *)as_obj(v);
  if (big->n != 2 && big->n != -2) return false;
  uint64_t magnitude = big->limbs[0] | (uint64_t)big->limbs[1] << LIMB_BITS;
  if (magnitude > INT64_MAX) return false;
  *out = big->n < 0 ? -(int64_t)magnitude : (int64_t)magnitude;
  return true;
}

static int64_t bits_of(int64_t i) { return 64 - __builtin_clzll((uint64_t)(i < 0 ? -i : i) | 1); }

/* The result when 64 bits hold it for certain and there is no error to raise; else UNSET. */
static Value short_op(BinaryOp op, int64_t x, int64_t y) {
  int64_t sum;
  switch (op) {
    case BIN_ADD: return __builtin_add_overflow(x, y, &sum) ? UNSET : int_from_i64(sum);
    case BIN_SUB: return __builtin_sub_overflow(x, y, &sum) ? UNSET : int_from_i64(sum);
    case BIN_MUL: return bits_of(x) + bits_of(y) > 63 ? UNSET : int_from_i64(x * y);
    case BIN_FLOORDIV: return y == 0 ? UNSET : int_from_i64(floor_div(x, y));
    case BIN_MOD: return y == 0 ? UNSET : int_from_i64(floor_mod(x, y));
    case BIN_LSHIFT: return y < 0 || y > 63 - bits_of(x) ? UNSET : int_from_i64((int64_t)((uint64_t)x << y));
    case BIN_RSHIFT: return y < 0 ? UNSET : int_from_i64(x >> (y < 63 ? y : 63));
    case BIN_AND: return int_from_i64(x & y);
    case BIN_XOR: return int_from_i64(x ^ y);
    case BIN_OR: return int_from_i64(x | y);
    default: return UNSET;
  }
}

/* ---- Dispatch ---- */

GATE(int_power, "op:pow op:ipow __pow__ __rpow__", int_power)

Value int_op(BinaryOp op, Value a, Value b) {
  int64_t i, j;
  if (as_short(a, &i) && as_short(b, &j)) {
    Value r = short_op(op, i, j);
    if (r != UNSET) return r;
  }
  IntView x, y;
  Value result;
  double ratio;
  int_view(&x, a);
  int_view(&y, b);
  switch (op) {
    case BIN_ADD: return add_views(&x, &y, false);
    case BIN_SUB: return add_views(&x, &y, true);
    case BIN_MUL: return mul_views(&x, &y);
    case BIN_TRUEDIV: return int_true_divide(&ratio, a, b) ? double_value(ratio) : RAISED;
    case BIN_FLOORDIV: return int_divmod(a, b, &result, NULL) ? result : RAISED;
    case BIN_MOD: return int_divmod(a, b, NULL, &result) ? result : RAISED;
    case BIN_DIVMOD: return divmod_tuple(a, b);
    case BIN_POW: return gate__int_power(a, b);
    case BIN_LSHIFT: return shift_left(a, b);
    case BIN_RSHIFT: return shift_right(a, b);
    case BIN_AND:
    case BIN_XOR:
    case BIN_OR: return bitwise(op, &x, &y);
    default: return NOT_IMPLEMENTED;
  }
}
