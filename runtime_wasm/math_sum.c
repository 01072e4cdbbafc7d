/* The module math: sums, products and norms, with error-free transformations where CPython has them (Shewchuk, Adaptive
 * precision floating-point arithmetic, 1997; Ogita, Rump and Oishi, Accurate sum and dot product, 2005).
 */
#include <math.h>

#include "float.h"
#include "int.h"

/* A sum of two doubles that is exact: high is the rounded result, low what rounding left out. */
typedef struct Exact {
  double high, low;
} Exact;

static Exact exact_sum(double a, double b) {
  double sum = a + b, b_part = sum - a;
  return (Exact){sum, (a - (sum - b_part)) + (b - b_part)};
}

static Exact exact_product(double a, double b) {
  double product = a * b;
  return (Exact){product, fma(a, b, -product)};
}

/* ---- fsum ---- */

/* Partial sums of increasing magnitude that do not overlap, whose sum is exact. */
typedef struct Partials {
  double *p, local[32];
  uint32_t n, capacity;
  double infinities, nans_and_infinities;
} Partials;

static bool grow(Partials *s) {
  uint32_t bytes = s->capacity * (uint32_t)sizeof(double);
  double *bigger = mem_alloc(2 * bytes);
  if (bigger == NULL) return false;
  memcpy(bigger, s->p, bytes);
  if (s->p != s->local) mem_free(s->p, bytes);
  s->p = bigger;
  s->capacity *= 2;
  return true;
}

/* False: raised. */
static bool add_partial(Partials *s, double x) {
  double original = x;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    Exact sum = fabs(x) < fabs(s->p[i]) ? exact_sum(s->p[i], x) : exact_sum(x, s->p[i]);
    if (sum.low != 0) s->p[kept++] = sum.low;
    x = sum.high;
  }
  s->n = kept;
  if (x == 0) return true;
  if (!isfinite(x)) {
    if (isfinite(original)) return raise_error(&OverflowError_class, "intermediate overflow in fsum"), false;
    if (isinf(original)) s->infinities += original;
    s->nans_and_infinities += original;
    s->n = 0;
    return true;
  }
  if (s->n == s->capacity && !grow(s)) return raise_memory_error(), false;
  s->p[s->n++] = x;
  return true;
}

/* The correctly rounded sum of the partials. */
static Value round_partials(const Partials *s) {
  if (s->nans_and_infinities != 0) {
    if (isnan(s->infinities)) return raise_error(&ValueError_class, "-inf + inf in fsum");
    return float_value(s->nans_and_infinities);
  }
  uint32_t n = s->n;
  if (n == 0) return double_value(0.0);
  double high = s->p[--n], low = 0;
  while (n > 0 && low == 0) {
    Exact sum = exact_sum(high, s->p[--n]);
    high = sum.high;
    low = sum.low;
  }
  /* A tie was rounded to even: the next partial says on which side of it the sum lies. */
  if (n > 0 && ((low < 0 && s->p[n - 1] < 0) || (low > 0 && s->p[n - 1] > 0))) {
    double twice = low * 2, rounded = high + twice;
    if (twice == rounded - high) high = rounded;
  }
  return double_value(high);
}

static Value math_fsum(Value self, Value iterable) {
  (void)self;
  Value it = op_iter(iterable);
  if (it == RAISED) return RAISED;
  Partials s = {.capacity = sizeof s.local / sizeof(double)};
  s.p = s.local;
  bool ok = true;
  while (ok) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    double x;
    ok = item != RAISED && op_float(item, &x) && add_partial(&s, x);
    decref(item);
  }
  Value result = ok ? round_partials(&s) : RAISED;
  if (s.p != s.local) mem_free(s.p, s.capacity * (uint32_t)sizeof(double));
  decref(it);
  return result;
}

/* ---- Norms ---- */

/* sqrt(sum of x[i]**2): scaled by a power of two so that nothing overflows, the squares summed with twice the precision, and
 * the root corrected by one step of Newton's method on what it leaves. */
static double norm(const double *x, uint32_t n, double largest) {
  int exponent;
  frexp(largest, &exponent);
  double high = 1.0, squares_low = 0, sums_low = 0;
  for (uint32_t i = 0; i < n; i++) {
    double scaled = ldexp(x[i], -exponent);
    Exact square = exact_product(scaled, scaled), sum = exact_sum(high, square.high);
    high = sum.high;
    squares_low += square.low;
    sums_low += sum.low;
  }
  double root = sqrt(high - 1.0 + (squares_low + sums_low));
  Exact square = exact_product(-root, root), sum = exact_sum(high, square.high);
  double rest = sum.high - 1.0 + (squares_low + square.low + (sums_low + sum.low));
  return ldexp(root + rest / (2.0 * root), exponent);
}

/* x are magnitudes. */
static Value norm_value(const double *x, uint32_t n) {
  double largest = 0;
  bool nan = false;
  for (uint32_t i = 0; i < n; i++) {
    nan |= isnan(x[i]);
    if (x[i] > largest) largest = x[i];
  }
  if (isinf(largest)) return double_value(largest);
  if (nan) return float_value(NAN);
  return double_value(n <= 1 || largest == 0 ? largest : norm(x, n, largest));
}

/* Room for n doubles: the caller's few, or a block. NULL: raised. */
enum { FEW_COORDINATES = 8 };

static double *coordinates_alloc(double few[FEW_COORDINATES], uint32_t n) {
  double *x = n <= FEW_COORDINATES ? few : mem_alloc(n * (uint32_t)sizeof(double));
  if (x == NULL) raise_memory_error();
  return x;
}

static void coordinates_free(double *x, const double *few, uint32_t n) {
  if (x != few) mem_free(x, n * (uint32_t)sizeof(double));
}

static Value math_hypot(Value self, Value *args, uint32_t n) {
  (void)self;
  double few[FEW_COORDINATES], *x = coordinates_alloc(few, n);
  if (x == NULL) return RAISED;
  bool ok = true;
  for (uint32_t i = 0; ok && i < n; i++) {
    double coordinate;
    ok = op_float(args[i], &coordinate);
    if (ok) x[i] = fabs(coordinate);
  }
  Value result = ok ? norm_value(x, n) : RAISED;
  coordinates_free(x, few, n);
  return result;
}

static Value distance(const Tuple *p, const Tuple *q) {
  if (p->n != q->n) return raise_error(&ValueError_class, "both points must have the same number of dimensions");
  double few[FEW_COORDINATES], *x = coordinates_alloc(few, p->n), a, b;
  if (x == NULL) return RAISED;
  bool ok = true;
  for (uint32_t i = 0; ok && i < p->n; i++) {
    ok = op_float(p->items[i], &a) && op_float(q->items[i], &b);
    if (ok) x[i] = fabs(a - b);
  }
  Value result = ok ? norm_value(x, p->n) : RAISED;
  coordinates_free(x, few, p->n);
  return result;
}

static Value math_dist(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  Value p = tuple_from_iterable(args[0]);
  if (p == RAISED) return RAISED;
  Value q = tuple_from_iterable(args[1]);
  Value result = q == RAISED ? RAISED : distance((Tuple *)as_obj(p), (Tuple *)as_obj(q));
  decref(p);
  decref(q);
  return result;
}

/* ---- Products ---- */

/* total = op(total, v); takes total. */
static bool accumulate(BinaryOp op, Value *total, Value v) {
  Value next = op_binary(op, *total, v);
  decref(*total);
  *total = next;
  return next != RAISED;
}

/* prod(iterable, /, *, start=1) */
static Value math_prod(Value self, Value *slots) {
  (void)self;
  Value it = op_iter(slots[0]);
  if (it == RAISED) return RAISED;
  Value total = slots[1] == UNSET ? small_int_value(1) : incref(slots[1]);
  for (;;) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    bool ok = item != RAISED && accumulate(BIN_MUL, &total, item);
    if (item == RAISED) decref(total);
    decref(item);
    if (!ok) {
      decref(it);
      return RAISED;
    }
  }
  decref(it);
  return total;
}

/* A dot product in progress. As in CPython, it starts in 64-bit ints; the first pair they do not serve moves it on to floats
 * in three doubles' precision; the first pair that is not about floats moves it on to generic arithmetic, for good. */
typedef struct DotProduct {
  Value total;
  enum { STAGE_INTS, STAGE_FLOATS, STAGE_GENERIC } stage;
  int64_t ints;
  double high, middle, low;
  bool has_floats;
} DotProduct;

static bool add_ints(DotProduct *d, Value p, Value q) {
  int64_t x, y, product;
  if (is_bool(p) || is_bool(q) || has_tag(p, T_INSTANCE) || has_tag(q, T_INSTANCE)) return false;
  if (as_int(p) == UNSET || as_int(q) == UNSET || !int_to_i64(p, &x) || !int_to_i64(q, &y)) return false;
  return !__builtin_mul_overflow(x, y, &product) && !__builtin_add_overflow(d->ints, product, &d->ints);
}

/* The double nearest to an int or bool that is in range. */
static bool int_as_double(Value v, double *out) {
  if (has_tag(v, T_INSTANCE) || as_int(v) == UNSET) return false;
  IntView view;
  int_view(&view, as_int(v));
  *out = nat_to_double(view.limbs, view.n);
  if (view.negative) *out = -*out;
  return isfinite(*out);
}

/* Both factors are floats, or one a float and the other an int. */
static bool float_factors(Value p, Value q, double *x, double *y) {
  if (!is_double(p) && !is_double(q)) return false;
  if (is_double(p)) *x = as_double(p);
  else if (!int_as_double(p, x)) return false;
  if (is_double(q)) *y = as_double(q);
  else if (!int_as_double(q, y)) return false;
  return true;
}

static bool add_floats(DotProduct *d, Value p, Value q) {
  double x, y;
  if (!float_factors(p, q, &x, &y)) return false;
  Exact product = exact_product(x, y), high = exact_sum(d->high, product.high), middle = exact_sum(d->middle, product.low);
  Exact carried = exact_sum(middle.high, high.low);
  if (!isfinite(high.high)) return false;
  d->high = high.high;
  d->middle = carried.high;
  d->low += middle.low + carried.low;
  d->has_floats = true;
  return true;
}

/* Moves on to the next stage: what the present one has summed joins the total. False: raised. */
static bool leave_stage(DotProduct *d) {
  Value sum;
  if (d->stage == STAGE_INTS) {
    sum = int_from_i64(d->ints);
    d->ints = 0;
  } else {
    Exact bottom = exact_sum(d->middle, d->low), top = exact_sum(d->high, bottom.high);
    sum = !d->has_floats ? small_int_value(0) : double_value(top.high + (top.low + bottom.low));
  }
  d->stage++;
  bool ok = sum != RAISED && accumulate(BIN_ADD, &d->total, sum);
  decref(sum);
  return ok;
}

/* False: raised. */
static bool add_product(DotProduct *d, Value p, Value q) {
  if (d->stage == STAGE_INTS && add_ints(d, p, q)) return true;
  if (d->stage == STAGE_INTS && !leave_stage(d)) return false;
  if (d->stage == STAGE_FLOATS && add_floats(d, p, q)) return true;
  if (d->stage == STAGE_FLOATS && !leave_stage(d)) return false;
  Value product = op_binary(BIN_MUL, p, q);
  if (product == RAISED) return false;
  bool ok = accumulate(BIN_ADD, &d->total, product);
  decref(product);
  return ok;
}

/* One pair of items: 1, 0 both exhausted, -1 raised. */
static int next_pair(Value p_it, Value q_it, Value *p, Value *q) {
  *p = op_next_slow(p_it);
  *q = *p == RAISED ? RAISED : op_next_slow(q_it);
  if (*p == RAISED || *q == RAISED) {
    if (*p != DONE) decref(*p);
    return -1;
  }
  if (*p == DONE && *q == DONE) return 0;
  if (*p != DONE && *q != DONE) return 1;
  if (*p != DONE) decref(*p);
  if (*q != DONE) decref(*q);
  raise_error(&ValueError_class, "Inputs are not the same length");
  return -1;
}

static Value dot_product(Value p_it, Value q_it) {
  DotProduct d = {.total = small_int_value(0)};
  Value p, q;
  int status;
  while ((status = next_pair(p_it, q_it, &p, &q)) > 0) {
    bool ok = add_product(&d, p, q);
    decref(p);
    decref(q);
    if (!ok) status = -1;
    if (!ok) break;
  }
  while (status == 0 && d.stage != STAGE_GENERIC) {
    if (!leave_stage(&d)) status = -1;
  }
  if (status == 0) return d.total;
  decref(d.total);
  return RAISED;
}

static Value math_sumprod(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  Value p = op_iter(args[0]);
  if (p == RAISED) return RAISED;
  Value q = op_iter(args[1]);
  Value result = q == RAISED ? RAISED : dot_product(p, q);
  decref(p);
  decref(q);
  return result;
}

FUNCTION(math, dist, CALL_ANY, 2, 2, 0, math_dist)
FUNCTION(math, fsum, CALL_ONE, 0, 0, 0, math_fsum)
FUNCTION(math, hypot, CALL_ANY, 0, 255, 0, math_hypot)
FUNCTION(math, prod, CALL_KW, 1, 1, "/iterable,start", math_prod)
FUNCTION(math, sumprod, CALL_ANY, 2, 2, 0, math_sumprod)
