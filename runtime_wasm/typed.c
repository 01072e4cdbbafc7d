/* typed.c: what specialised code does out of line: exact arithmetic at the edge of 64 bits, and objects made of unboxed values.
 *
 * Making such an object has no way to fail: it stands where the source makes none. When memory is exhausted, there is a reserve
 * for some thousand of them, and the next allocation of another kind raises MemoryError. Only a program that makes nothing but
 * such objects from there on, until the reserve is used up, is ended here.
 */
#include "float.h"
#include "inline.h"
#include "list.h"
#include "platform.h"

static _Noreturn void end_out_of_memory(void) {
  static const char message[] = "MemoryError\n";
  platform_write(2, message, sizeof message - 1);
  __builtin_trap();
}

static void insist(void) {
  exc_clear();
  mem_insist(true);
}

static Value insisted(Value v) {
  if (v == RAISED) end_out_of_memory();
  mem_insist(false);
  return v;
}

/* The value of an expression that fails only for want of memory, and then changes nothing. */
#define made(expression)                                                        \
  ({                                                                            \
    Value made_ = (expression);                                                 \
    UNLIKELY(made_ == RAISED) ? (insist(), insisted(expression)) : made_;       \
  })

Value box_i64_big(int64_t i) { return made(int_from_i64(i)); }

Value box_range(int64_t start, int64_t stop, int64_t step) {
  Value first = box_i64(start), end = box_i64(stop), by = box_i64(step), r = made(range_new(first, end, by));
  decref(first);
  decref(end);
  decref(by);
  return r;
}

Value box_range_iter(int64_t at, int64_t stop, int64_t step) {
  Value r = box_range(at, stop, step), it = made(range_iter_new((Range *)as_obj(r), false));
  decref(r);
  return it;
}

Value box_list_iter(Value list, int64_t i) {
  Value it = made(list_iter_new(list, false));
  ((ListIter *)as_obj(it))->index = (uint32_t)i;
  return it;
}

/* (op_tuple() may collect garbage, and so run finalisers.) */
Value box_tuple(Value *items, uint32_t n) {
  Value t = made(tuple_new(n));
  if (n) memcpy(((Tuple *)as_obj(t))->items, items, n * sizeof(Value));
  return t;
}

/* A tuple for looking up only: nothing may hold it. */
static Value tuple_in_frame(Value *room, uint32_t n) {
  Tuple *t = (Tuple *)room;
  t->h = (Obj){RC_STATIC, &tuple_class};
  t->n = n;
  return tagged(t, T_TUPLE);
}
int set_find_tuple(Value s, Value *room, uint32_t n) { return set_find_plain(s, tuple_in_frame(room, n)); }
Value dict_find_tuple(Value d, Value *room, uint32_t n) { return dict_find_plain(d, tuple_in_frame(room, n)); }

Value box_str_iter(Value s, int64_t i) {
  Value it = made(op_iter(s));
  for (; i > 0; i--) decref(made(op_next(it)));
  return it;
}

Value box_tuple_iter(Value t, int64_t i) {
  Value it = made(tuple_iter_new(t));
  ((TupleIter *)as_obj(it))->index = (uint32_t)i;
  return it;
}

Value box_set_iter(Value s, int64_t i, int64_t used) { return made(set_iter_at(s, (uint32_t)i, (uint32_t)used)); }

Value box_dict_view(Value d, Str *name) {
  Value method = box_method(d, name), view = made(call(method, NULL, 0, NONE));
  decref(method);
  return view;
}

Value box_dict_iter(Value d, int64_t i, int64_t used, int64_t left, int32_t kind) {
  Value v = made(dict_iter_new((Dict *)as_obj(d), kind, false));
  DictIter *it = (DictIter *)as_obj(v);
  it->position = (uint32_t)i;
  it->used = (uint32_t)used;
  it->remaining = (uint32_t)left;
  return v;
}

Value box_enumerate(Value it, int64_t n) {
  Value args[] = {it, box_i64(n)}, made_of = made(enumerate_class.slots->make(&enumerate_class, args, 2, NONE));
  decref(args[1]);
  return made_of;
}

Value box_zip(Value *its, uint32_t n) { return made(zip_class.slots->make(&zip_class, its, n, NONE)); }

Value box_slice(Value start, Value stop) { return made(slice_new(start, stop, NONE)); }

Value bind_method(Value o, Value f) { return made(method_new(f, o)); }
Value box_method(Value o, Str *name) { return made(op_getattr(o, name)); }

/* -------------------------------------------------------------- spans of lists */
/* A loop of fewer iterations is done before its span is tested. */
enum { MIN_ITERATIONS = 16, CHUNK = 8 };

typedef struct {
  const Value *next, *end;
} ItemSpan;

/* The items from `from + before` up to `to + after` for a loop that counts from `from` up to `to`; none if it is too short. */
static bool list_span(Value v, int64_t from, int64_t to, int64_t before, int64_t after, ItemSpan *span) {
  if (!has_tag(v, T_LIST)) return false;
  List *l = (List *)as_obj(v);
  if (from < 0 || to > l->n || to - from < MIN_ITERATIONS || from + before < 0 || to + after > l->n) return false;
  *span = (ItemSpan){l->items + from + before, l->items + to + after};
  return true;
}

/* Two Values. The loops that are made for such spans use vectors too. */
typedef uint64_t Pair __attribute__((vector_size(16), aligned(8)));
#ifdef __wasm__
#define VECTORS __attribute__((target("simd128")))
#else
#define VECTORS
#endif

typedef enum { FLOATS, INTS, BOOLS } ItemKind;

/* Zero where a Value is of a kind. */
VECTORS static inline Pair unlike(Pair v, ItemKind kind) {
  switch (kind) {
  case FLOATS: return (v & ~(v + -VALUE_INT_BASE)) >> 63; /* does the sum pass 2**64? Vectors have no comparison without sign */
  case INTS: return (v >> 48) ^ (VALUE_INT_BASE >> 48);
  case BOOLS: return (v | 1) ^ TRUE_;
  }
}

/* Chunks are tested without branches. */
VECTORS static inline bool all_are(ItemSpan span, ItemKind kind) {
  Pair bad = {0, 0};
  for (; span.end - span.next >= 2 * CHUNK && !(bad[0] | bad[1]); span.next += 2 * CHUNK)
    for (int i = 0; i < CHUNK; i++) bad |= unlike(((const Pair *)span.next)[i], kind);
  for (; span.next < span.end; span.next++) bad |= unlike((Pair){*span.next, *span.next}, kind);
  return !(bad[0] | bad[1]);
}

VECTORS bool list_holds_floats(Value v, int64_t from, int64_t to, int64_t before, int64_t after) {
  ItemSpan span;
  return list_span(v, from, to, before, after, &span) && all_are(span, FLOATS);
}

VECTORS bool list_holds_ints(Value v, int64_t from, int64_t to, int64_t before, int64_t after) {
  ItemSpan span;
  return list_span(v, from, to, before, after, &span) && all_are(span, INTS);
}

VECTORS bool list_holds_bools(Value v, int64_t from, int64_t to, int64_t before, int64_t after) {
  ItemSpan span;
  return list_span(v, from, to, before, after, &span) && all_are(span, BOOLS);
}

/* ------------------------------------------------------------- arithmetic */
static uint64_t magnitude(int64_t i) { return i < 0 ? -(uint64_t)i : (uint64_t)i; }

/* Without the 128-bit product that wasm lacks. */
bool mul_fits_i64(int64_t a, int64_t b) {
  if (a == 0 || b == 0) return true;
  uint64_t limit = (uint64_t)INT64_MAX + ((a < 0) != (b < 0));
  return magnitude(a) <= limit / magnitude(b);
}

/* By squaring: Knuth, TAOCP 4.6.3. A base is squared only while bits of the exponent are left, so that no square is too big in vain. */
bool pow_i64(int64_t a, int64_t b, int64_t *out) {
  if (b < 0) return false;
  int64_t result = 1;
  for (;;) {
    if (b & 1) {
      if (!mul_fits_i64(result, a)) return false;
      result = (int64_t)((uint64_t)result * (uint64_t)a);
    }
    b >>= 1;
    if (b == 0) break;
    if (!mul_fits_i64(a, a)) return false;
    a *= a;
  }
  *out = result;
  return true;
}

bool pow_f64(double a, double b, double *out) { return float_power_plain(out, a, b); }

double floordiv_f64(double a, double b) {
  double rest;
  return float_floor_divide(a, b, &rest);
}

double mod_f64(double a, double b) { return float_remainder(a, b); }

/* -------------------------------------------------------------- sequences */
Value str_to_int(Value v) {
  const Str *s = (Str *)as_obj(v);
  return int_parse(s->data, s->size, 10, v);
}

Value str_to_float(Value v) {
  const Str *s = (Str *)as_obj(v);
  return float_parse(s->data, s->size, v);
}

static uint32_t bound_in(int64_t i, uint32_t n) {
  if (i < 0) i += n;
  return i < 0 ? 0 : i > n ? n : (uint32_t)i;
}

Value str_between(Value v, int64_t start, int64_t stop) {
  Str *s = (Str *)as_obj(v);
  uint32_t from = bound_in(start, s->length), to = bound_in(stop, s->length);
  return str_slice(s, from, to < from ? from : to);
}

Value list_between(Value v, int64_t start, int64_t stop) {
  List *l = (List *)as_obj(v);
  uint32_t from = bound_in(start, l->n), to = bound_in(stop, l->n);
  return list_from_array(l->items + from, to < from ? 0 : to - from);
}

/* ------------------------------------------------------------ calls, objects */
#define DEFINE_CALLS(name, ...)                                                                                  \
  Value call_##name(Value f, uint32_t n, PARAMETERS_##name) {                                                    \
    Value args[] = {UNSET, __VA_ARGS__};                                                                         \
    return call_fast(f, args + 1, n);                                                                            \
  }                                                                                                              \
  Value call_method_##name(Value o, Str *id, AttrCache *cache, uint32_t n, PARAMETERS_##name) {                  \
    Value args[] = {UNSET, __VA_ARGS__};                                                                         \
    return op_call_method_cached(o, id, args + 1, n, NONE, cache);                                               \
  }
#define PARAMETERS_few Value a, Value b, Value c
#define PARAMETERS_several Value a, Value b, Value c, Value d, Value e, Value g, Value h, Value i
DEFINE_CALLS(few, a, b, c)
DEFINE_CALLS(several, a, b, c, d, e, g, h, i)

bool op_check_init(Value v) {
  if (v == NONE) return true;
  raise_error(&TypeError_class, "__init__() should return None, not '%T'", v);
  return false;
}
