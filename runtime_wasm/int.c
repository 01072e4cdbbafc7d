/* int: representation, conversions, the class. Arithmetic is in int_arith.c and int_pow.c, text in int_text.c, methods in
 * int_methods.c.
 *
 * An Int object holds a magnitude without leading zero limbs, never one that fits a small int: so equal ints are equal Values
 * or both objects. Ints are immutable, except within int_from_limbs.
 */
#include "int.h"

#include <math.h>

enum { INT_HEAD_BYTES = offsetof(Int, limbs) };

void int_view(IntView *v, Value i) {
  if (is_small_int(i)) {
    int64_t value = small_int(i);
    v->negative = value < 0;
    v->n = nat_from_u64(v->small, v->negative ? -(uint64_t)value : (uint64_t)value);
    v->limbs = v->small;
    return;
  }
  const Int *big = (const Int *)as_obj(i);
  v->negative = big->n < 0;
  v->n = (uint32_t)(v->negative ? -big->n : big->n);
  v->limbs = big->limbs;
}

Value int_from_limbs(const Limb *limbs, uint32_t n, bool negative) {
  n = nat_len(limbs, n);
  if (n <= 2) {
    uint64_t magnitude = n == 0 ? 0 : limbs[0] | (uint64_t)(n == 2 ? limbs[1] : 0) << LIMB_BITS;
    if (magnitude <= (uint64_t)SMALL_INT_MAX + negative) return small_int_value(negative ? -(int64_t)magnitude : (int64_t)magnitude);
  }
  if (n > INT_LIMBS_MAX) return raise_memory_error();
  Int *big = obj_alloc(&int_class, INT_HEAD_BYTES + n * (uint32_t)sizeof(Limb));
  if (big == NULL) return raise_memory_error();
  big->n = negative ? -(int32_t)n : (int32_t)n;
  memcpy(big->limbs, limbs, n * sizeof(Limb));
  return tagged(big, T_INT);
}

static void int_dealloc(Obj *self) {
  int32_t n = ((Int *)self)->n;
  obj_release(self, INT_HEAD_BYTES + (uint32_t)(n < 0 ? -n : n) * (uint32_t)sizeof(Limb));
}

bool work_init(Work *w, uint64_t room) {
  w->room = room;
  w->limbs = w->local;
  if (room > sizeof w->local / sizeof(Limb)) w->limbs = nat_scratch(room);
  if (w->limbs == NULL) raise_memory_error();
  return w->limbs != NULL;
}

void work_free(Work *w) {
  if (w->limbs != w->local) nat_scratch_free(w->limbs, w->room);
}

/* ---- Conversions ---- */

/* Any magnitude above the small range takes two limbs. */
static Value two_limbs(uint64_t magnitude, bool negative) {
  Int *big = obj_alloc(&int_class, INT_HEAD_BYTES + 2 * (uint32_t)sizeof(Limb));
  if (big == NULL) return raise_memory_error();
  big->n = negative ? -2 : 2;
  big->limbs[0] = (Limb)magnitude;
  big->limbs[1] = (Limb)(magnitude >> LIMB_BITS);
  return tagged(big, T_INT);
}

Value int_from_u64(uint64_t u) {
  return u <= (uint64_t)SMALL_INT_MAX ? small_int_value((int64_t)u) : two_limbs(u, false);
}

Value int_from_i64(int64_t i) {
  if (fits_small_int(i)) return small_int_value(i);
  return two_limbs(i < 0 ? -(uint64_t)i : (uint64_t)i, i < 0);
}

Value int_from_double(double d) {
  if (isnan(d)) return raise_error(&ValueError_class, "cannot convert float NaN to integer");
  if (isinf(d)) return raise_error(&OverflowError_class, "cannot convert float infinity to integer");
  Limb limbs[32];
  return int_from_limbs(limbs, nat_from_double(limbs, fabs(d)), d < 0);
}

bool int_to_i64(Value i, int64_t *out) {
  if (is_small_int(i)) {
    *out = small_int(i);
    return true;
  }
  IntView v;
  int_view(&v, i);
  if (v.n > 2) return false;
  uint64_t magnitude = v.n == 0 ? 0 : v.limbs[0] | (uint64_t)(v.n == 2 ? v.limbs[1] : 0) << LIMB_BITS;
  *out = (int64_t)(v.negative ? -magnitude : magnitude);
  return magnitude <= (uint64_t)INT64_MAX + v.negative;
}

bool int_to_double(Value i, double *out) {
  IntView v;
  int_view(&v, i);
  double magnitude = nat_to_double(v.limbs, v.n);
  *out = v.negative ? -magnitude : magnitude;
  if (isinf(magnitude)) raise_error(&OverflowError_class, "int too large to convert to float");
  return !isinf(magnitude);
}

Value as_int(Value v) {
  if (is_exact_int(v)) return v;
  if (is_bool(v)) return small_int_value((int64_t)(v & 1));
  if (!has_tag(v, T_INSTANCE)) return UNSET;
  v = unwrap(v);
  return is_exact_int(v) ? v : UNSET;
}

int int_sign(Value i) {
  if (is_small_int(i)) return (small_int(i) > 0) - (small_int(i) < 0);
  IntView v;
  int_view(&v, i);
  return v.n == 0 ? 0 : v.negative ? -1 : 1;
}

uint64_t int_bit_length(Value i) {
  IntView v;
  int_view(&v, i);
  return nat_bits(v.limbs, v.n);
}

/* ---- Comparison and hash ---- */

int int_compare(Value a, Value b) {
  IntView x, y;
  int_view(&x, a);
  int_view(&y, b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  int order = nat_cmp(x.limbs, x.n, y.limbs, y.n);
  return x.negative ? -order : order;
}

static Value compare_slot(CompareOp op, Value a, Value b) {
  a = as_int(a);
  b = as_int(b);
  if (a == UNSET || b == UNSET) return NOT_IMPLEMENTED;
  int order = int_compare(a, b);
  switch (op) {
    case CMP_LT: return bool_value(order < 0);
    case CMP_LE: return bool_value(order <= 0);
    case CMP_EQ: return bool_value(order == 0);
    case CMP_NE: return bool_value(order != 0);
    case CMP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
  }
}

/* The residue modulo 2**61 - 1, with the sign of the int: what CPython calls for of all numeric types. */
static bool hash_slot(Value self, int64_t *out) {
  enum { BITS = 61 };
  const uint64_t modulus = ((uint64_t)1 << BITS) - 1;
  IntView v;
  int_view(&v, as_int(self));
  uint64_t hash = 0;
  for (uint32_t i = v.n; i-- > 0;) {
    hash = (hash << LIMB_BITS & modulus) | hash >> (BITS - LIMB_BITS);
    hash += v.limbs[i];
    if (hash >= modulus) hash -= modulus;
  }
  *out = v.negative ? -(int64_t)hash : (int64_t)hash;
  if (*out == -1) *out = -2;
  return true;
}

/* ---- The class ---- */

static int truth_slot(Value self) {
  return !int_is_zero(as_int(self));
}

static Value binary_slot(BinaryOp op, Value a, Value b) {
  a = as_int(a);
  b = as_int(b);
  return a == UNSET || b == UNSET ? NOT_IMPLEMENTED : int_op(op, a, b);
}

static Value unary_slot(UnaryOp op, Value a) {
  a = as_int(a);
  switch (op) {
    case UN_NEG: return int_negate(a);
    case UN_POS: return incref(a);
    case UN_INVERT: return int_invert(a);
    default: return int_absolute(a);
  }
}

/* What __int__, if v has it, gives: an int Value; UNSET when v has none. */
static Value call_dunder_int(Value v) {
  Value method = lookup_special(v, S(__int__));
  if (method == UNSET || method == RAISED) return method;
  Value result = call0(method);
  decref(method);
  if (result == RAISED) return RAISED;
  Value i = as_int(result);
  if (i == UNSET) raise_error(&TypeError_class, "__int__ returned non-int (type %T)", result);
  Value owned = i == UNSET ? RAISED : incref(i);
  decref(result);
  return owned;
}

static Value make_from_text(Value v, int base) {
  const Str *s = as_str(v);
  if (s != NULL) return int_parse(s->data, s->size, base, v);
  const uint8_t *data;
  uint32_t size;
  if (buffer_view(v, &data, &size)) return int_parse((const char *)data, size, base, v);
  return UNSET;
}

/* What __trunc__, if v has it, gives, as an int Value: it may give an object with __index__. UNSET when v has none. */
static Value call_dunder_trunc(Value v) {
  Value method = lookup_special(v, S(__trunc__));
  if (method == UNSET || method == RAISED) return method;
  Value result = call0(method);
  decref(method);
  if (result == RAISED) return RAISED;
  bool integral = as_int(result) != UNSET || class_lookup(class_of(result), S(__index__)) != UNSET;
  Value i = integral ? op_index_value(result) : raise_error(&TypeError_class, "__trunc__ returned non-Integral (type %T)", result);
  decref(result);
  return i;
}

static Value make_from_any(Value v) {
  if (is_exact_int(v)) return incref(v);
  if (is_bool(v)) return as_int(v);
  if (is_double(v)) return int_from_double(as_double(v));
  Value result = call_dunder_int(v);
  if (result != UNSET) return result;
  Value index = lookup_special(v, S(__index__));
  if (index == RAISED) return RAISED;
  if (index != UNSET) {
    decref(index);
    return op_index_value(v);
  }
  result = call_dunder_trunc(v);
  if (result == UNSET) result = make_from_text(v, 10);
  if (result != UNSET) return result;
  return raise_error(&TypeError_class, "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

/* int(x=0, /, base=10) */
static Value make_slot(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  Value base = n > 1 ? args[1] : UNSET;
  uint32_t n_keywords = kwnames == NONE ? 0 : ((Tuple *)as_obj(kwnames))->n;
  if (n + n_keywords > 2)
    return raise_error(&TypeError_class, "int() takes at most 2 %sarguments (%u given)", n == 0 ? "keyword " : "", n + n_keywords);
  for (uint32_t i = 0; i < n_keywords; i++) {
    Str *name = as_str(((Tuple *)as_obj(kwnames))->items[i]);
    if (!str_equal(name, S(base))) return raise_error(&TypeError_class, "'%N' is an invalid keyword argument for int()", name);
    if (n > 1) return raise_error(&TypeError_class, "argument for int() given by name ('base') and position (2)");
    base = args[n + i];
  }
  if (n == 0) return base == UNSET ? small_int_value(0) : raise_error(&TypeError_class, "int() missing string argument");
  if (base == UNSET) return make_from_any(args[0]);
  int64_t number;
  if (!op_index_clamp(base, &number)) return RAISED;
  if (number < 0 || number == 1 || number > 36) return raise_error(&ValueError_class, "int() base must be >= 2 and <= 36, or 0");
  Value result = make_from_text(args[0], (int)number);
  return result == UNSET ? raise_error(&TypeError_class, "int() can't convert non-string with explicit base") : result;
}

static const Slots int_slots = {
    .dealloc = int_dealloc,
    .repr = int_repr,
    .format = int_format,
    .hash = hash_slot,
    .compare = compare_slot,
    .truth = truth_slot,
    .binary = binary_slot,
    .unary = unary_slot,
    .make = make_slot,
};
CLASS_DEFINE(int, "int", T_INT, CLASS_BASE_OK, &object_class)
