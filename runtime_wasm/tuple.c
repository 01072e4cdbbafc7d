/* tuple.c: the tuple object and its iterator.
 *
 * Invariant: items[0..n) are owned Values; UNSET only while the maker of a tuple
 * fills it in. The empty tuple is one static object. A tuple whose items, when it is
 * made, are no containers is none for the collector either, since it stays so; the
 * few who put other items into a tuple later start from tuple_new().
 */
#include "dict.h"
#include "instance.h"
#include "iterators.h"
#include "mem.h"
#include "ops.h"
#include "sequence.h"

#define MAX_ITEMS 0x0FFFFFFFu
#define PLAIN_MAX 16u

static Tuple empty_tuple = {.h = {RC_STATIC, &tuple_class}};

static uint32_t tuple_bytes(uint32_t n) { return (uint32_t)sizeof(Tuple) + n * (uint32_t)sizeof(Value); }

/* Of n > 0 items, which are to be filled in before anything else happens; NULL: raised. `plain`: none of them will be a container. */
static Tuple *tuple_alloc(uint32_t n, bool plain) {
  Tuple *t = NULL;
  if (n <= MAX_ITEMS) t = plain ? plain_alloc(&tuple_class, tuple_bytes(n)) : container_alloc(&tuple_class, tuple_bytes(n));
  if (!t) {
    raise_memory_error();
    return NULL;
  }
  t->n = n;
  return t;
}

/* Are there no containers among the items of a tuple of one cell? (Larger ones stand in containers' memory.) */
static bool are_plain(const Value *items, uint32_t n) {
  if (n > PLAIN_MAX) return false;
  for (uint32_t i = 0; i < n; i++)
    if (is_ptr(items[i]) && !has_tag(items[i], T_STR) && mem_is_container(as_obj(items[i]))) return false;
  return true;
}

Value tuple_new(uint32_t n) {
  if (n == 0) return incref(tagged(&empty_tuple, T_TUPLE));
  Tuple *t = tuple_alloc(n, false);
  if (!t) return RAISED;
  for (uint32_t i = 0; i < n; i++) t->items[i] = UNSET;
  return tagged(t, T_TUPLE);
}

Value op_tuple(Value *items, uint32_t n) {
  gc_safe_point();
  if (n == 0) return tuple_new(0);
  Tuple *t = tuple_alloc(n, are_plain(items, n));
  if (!t) {
    release_args(items, n);
    return RAISED;
  }
  bytes_copy(t->items, items, n * (uint32_t)sizeof(Value));
  return tagged(t, T_TUPLE);
}

Value tuple_from_array(const Value *items, uint32_t n) {
  if (n == 0) return tuple_new(0);
  Tuple *t = tuple_alloc(n, false);
  if (!t) return RAISED;
  for (uint32_t i = 0; i < n; i++) t->items[i] = incref(items[i]);
  return tagged(t, T_TUPLE);
}

Value list_to_tuple(Value list) {
  List *l = (List *)as_obj(list);
  return tuple_from_array(l->items, l->n);
}

Value tuple_from_iterable(Value from) {
  if (has_tag(from, T_TUPLE)) return incref(from);
  if (has_tag(from, T_LIST)) return list_to_tuple(from);
  Value list = list_from_iterable(from);
  if (list == RAISED) return RAISED;
  Value t = list_to_tuple(list);
  decref(list);
  return t;
}

/* -------------------------------------------------------------------- slots */
static void tuple_dealloc(Obj *o) {
  if (mem_dealloc_deferred(o)) return;
  Tuple *t = (Tuple *)o;
  for (uint32_t i = t->n; i > 0; i--) decref(t->items[i - 1]);
  if (t->n <= PLAIN_MAX && !mem_is_container(o)) plain_release(o, tuple_bytes(t->n));
  else container_release(o, tuple_bytes(t->n));
}

static void tuple_traverse(Obj *o, Visit visit, void *arg) {
  Tuple *t = (Tuple *)o;
  for (uint32_t i = 0; i < t->n; i++) visit(t->items[i], arg);
}

static Value tuple_repr(Value self) {
  Tuple *t = as_tuple(self);
  if (t->n == 0) return str_from_cstr("()");
  int entered = repr_enter(self);
  if (entered <= 0) return entered < 0 ? RAISED : str_from_cstr("(...)");
  StrBuf b;
  buf_init(&b);
  bool ok = true;
  for (uint32_t i = 0; ok && i < t->n; i++) {
    buf_cstr(&b, i ? ", " : "(");
    ok = buf_repr(&b, t->items[i]);
  }
  repr_leave(self);
  if (!ok) {
    buf_discard(&b);
    return RAISED;
  }
  buf_cstr(&b, t->n == 1 ? ",)" : ")");
  return buf_finish(&b);
}

/* CPython's tuplehash: xxHash's mixing (Yann Collet) without the final avalanche. */
bool tuple_hash(Value self, int64_t *out) {
  const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
  Tuple *t = as_tuple(self);
  uint64_t acc = prime5;
  for (uint32_t i = 0; i < t->n; i++) {
    int64_t lane;
    if (!key_hash(t->items[i], &lane)) return false;
    acc += (uint64_t)lane * prime2;
    acc = (acc << 31) | (acc >> 33);
    acc *= prime1;
  }
  acc += t->n ^ (prime5 ^ 3527539u);
  *out = acc == UINT64_MAX ? 1546275796 : (int64_t)acc;
  return true;
}

int tuple_same(const Tuple *a, const Tuple *b) {
  for (uint32_t i = 0; i < a->n && i < b->n; i++) {
    int same = plain_same(a->items[i], b->items[i]);
    if (same <= 0) return same;
  }
  return a->n == b->n;
}

static bool double_order(CompareOp op, double x, double y) {
  return op == CMP_LT ? x < y : op == CMP_LE ? x <= y : op == CMP_GT ? x > y : x >= y;
}

/* Of different values. UNSET: they are not of one type with an order that nobody notices. */
static Value plain_order(CompareOp op, Value x, Value y) {
  if (is_double(x) && is_double(y)) return bool_value(double_order(op, as_double(x), as_double(y)));
  if (is_small_int(x) && is_small_int(y)) return order_value(op, (small_int(x) > small_int(y)) - (small_int(x) < small_int(y)));
  return UNSET;
}

Value tuple_order(CompareOp op, const Tuple *a, const Tuple *b) {
  bool equality = op == CMP_EQ || op == CMP_NE;
  for (uint32_t i = 0; i < a->n && i < b->n; i++) {
    Value x = a->items[i], y = b->items[i];
    if (x == y) continue;
    if (!equality && has_tag(x, T_STR) && has_tag(y, T_STR)) { /* one pass shows whether they differ and how */
      int order = str_compare((const Str *)as_obj(x), (const Str *)as_obj(y));
      if (order == 0) continue;
      return order_value(op, order);
    }
    int same = plain_same(x, y);
    if (same < 0) return UNSET;
    if (same) continue;
    return equality ? bool_value(op == CMP_NE) : plain_order(op, x, y);
  }
  return compare_lengths(op, a->n, b->n);
}

static Value tuple_compare(CompareOp op, Value va, Value vb) {
  Tuple *a = as_tuple(va), *b = as_tuple(vb);
  if (!a || !b) return NOT_IMPLEMENTED;
  for (uint32_t i = 0; i < a->n && i < b->n; i++) {
    Value x = a->items[i], y = b->items[i];
    int same = plain_same(x, y);
    if (same < 0) same = op_eq(x, y);
    if (same < 0) return RAISED;
    if (same) continue;
    return op == CMP_EQ ? FALSE_ : op == CMP_NE ? TRUE_ : op_compare(op, x, y);
  }
  return compare_lengths(op, a->n, b->n);
}

static int64_t tuple_len(Value self) { return as_tuple(self)->n; }

static Value tuple_get_slice(Tuple *t, Slice *s) {
  int64_t start, stop, step;
  if (!slice_unpack(s, &start, &stop, &step)) return RAISED;
  int64_t n = slice_adjust(t->n, &start, &stop, step);
  if (n == t->n && step == 1) return incref(tagged(t, T_TUPLE));
  if (step == 1) return tuple_from_array(t->items + start, (uint32_t)n);
  Value v = tuple_new((uint32_t)n);
  if (v == RAISED) return RAISED;
  Tuple *result = (Tuple *)as_obj(v);
  for (uint32_t i = 0; i < (uint32_t)n; i++) result->items[i] = incref(t->items[start + i * step]);
  return v;
}

static Value tuple_getitem(Value self, Value key) {
  Tuple *t = as_tuple(self);
  int64_t index;
  Slice *slice;
  if (!sequence_key(key, "tuple", &index, &slice)) return RAISED;
  if (slice) return tuple_get_slice(t, slice);
  if (index < 0) index += t->n;
  if ((uint64_t)index >= t->n) return raise_error(&IndexError_class, "tuple index out of range");
  return incref(t->items[index]);
}

static int tuple_contains(Value self, Value item) {
  Tuple *t = as_tuple(self);
  for (uint32_t i = 0; i < t->n; i++) {
    int same = t->items[i] == item ? 1 : op_eq(t->items[i], item);
    if (same) return same;
  }
  return 0;
}

static Value tuple_concat(Value va, Value vb) {
  Tuple *a = as_tuple(va), *b = as_tuple(vb);
  if (!b) return raise_error(&TypeError_class, "can only concatenate tuple (not \"%T\") to tuple", vb);
  if (a->n == 0 && has_tag(vb, T_TUPLE)) return incref(vb);
  if (b->n == 0 && has_tag(va, T_TUPLE)) return incref(va);
  if ((uint64_t)a->n + b->n > MAX_ITEMS) return raise_memory_error();
  Value v = tuple_new(a->n + b->n);
  if (v == RAISED) return RAISED;
  Tuple *t = (Tuple *)as_obj(v);
  for (uint32_t i = 0; i < a->n; i++) t->items[i] = incref(a->items[i]);
  for (uint32_t i = 0; i < b->n; i++) t->items[a->n + i] = incref(b->items[i]);
  return v;
}

static Value tuple_repeat(Value self, int64_t times) {
  Tuple *t = as_tuple(self);
  if (t->n == 0 || times <= 0) return tuple_new(0);
  if (times == 1) return incref(tagged(t, T_TUPLE));
  if (times > MAX_ITEMS / t->n) return raise_memory_error();
  Value v = tuple_new(t->n * (uint32_t)times);
  if (v == RAISED) return RAISED;
  Tuple *result = (Tuple *)as_obj(v);
  for (uint32_t i = 0, k = 0; i < result->n; i++) {
    result->items[i] = incref(t->items[k]);
    if (++k == t->n) k = 0;
  }
  return v;
}

static Value tuple_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  if (cls == &tuple_class && !no_keywords("tuple", kwnames)) return RAISED;
  if (!check_arity("tuple", n, 0, 1)) return RAISED;
  return n ? tuple_from_iterable(args[0]) : tuple_new(0);
}

static Value tuple_iter(Value self) { return tuple_iter_new(tagged(as_tuple(self), T_TUPLE)); }

static const Slots tuple_slots = {
    .dealloc = tuple_dealloc, .traverse = tuple_traverse, .repr = tuple_repr, .hash = tuple_hash, .compare = tuple_compare,
    .len = tuple_len, .getitem = tuple_getitem, .contains = tuple_contains, .iter = tuple_iter, .concat = tuple_concat,
    .repeat = tuple_repeat, .make = tuple_make,
};
CLASS_DEFINE(tuple, "tuple", T_TUPLE, CLASS_BASE_OK, &object_class)

/* ------------------------------------------------------------------ methods */
static Value tuple_count_method(Value self, Value v) {
  Tuple *t = (Tuple *)as_obj(self);
  int64_t count = 0;
  for (uint32_t i = 0; i < t->n; i++) {
    int same = op_eq(t->items[i], v);
    if (same < 0) return RAISED;
    count += same;
  }
  return small_int_value(count);
}

static Value tuple_index_method(Value self, Value *args, uint32_t n) {
  Tuple *t = (Tuple *)as_obj(self);
  int64_t start, stop;
  if (!index_bounds(args, n, t->n, &start, &stop)) return RAISED;
  for (int64_t i = start; i < stop && i < t->n; i++) {
    int same = op_eq(t->items[i], args[0]);
    if (same < 0) return RAISED;
    if (same) return small_int_value(i);
  }
  return raise_error(&ValueError_class, "tuple.index(x): x not in tuple");
}

METHOD(tuple, count, CALL_ONE, 1, 1, 0, tuple_count_method)
METHOD(tuple, index, CALL_ANY, 1, 3, 0, tuple_index_method)

/* ----------------------------------------------------------------- iterator */
Value tuple_iter_new(Value tuple) {
  TupleIter *it = obj_alloc(&tuple_iterator_class, sizeof(TupleIter));
  if (!it) return raise_memory_error();
  it->tuple = (Tuple *)as_obj(incref(tuple));
  it->index = 0;
  return tagged(it, T_TUPLE_ITER);
}

Value tuple_iter_finish(TupleIter *it) {
  Tuple *t = it->tuple;
  it->tuple = NULL;
  if (t) obj_decref(t);
  return DONE;
}

static void tuple_iter_dealloc(Obj *o) {
  tuple_iter_finish((TupleIter *)o);
  obj_release(o, sizeof(TupleIter));
}

static void tuple_iter_traverse(Obj *o, Visit visit, void *arg) {
  TupleIter *it = (TupleIter *)o;
  if (it->tuple) visit(tagged(it->tuple, T_TUPLE), arg);
}

static void tuple_iter_clear(Obj *o) { tuple_iter_finish((TupleIter *)o); }

static Value tuple_iter_next(Value self) { return tuple_iter_step((TupleIter *)as_obj(self)); }

static Value tuple_iter_hint(Value self) {
  TupleIter *it = (TupleIter *)as_obj(self);
  return small_int_value(it->tuple ? (int64_t)it->tuple->n - it->index : 0);
}

static const Slots tuple_iterator_slots = {.dealloc = tuple_iter_dealloc, .traverse = tuple_iter_traverse, .clear = tuple_iter_clear,
                                           .iter = iter_self, .next = tuple_iter_next};
CLASS_DEFINE(tuple_iterator, "tuple_iterator", T_TUPLE_ITER, 0, &object_class)

METHOD(tuple_iterator, __length_hint__, CALL_NONE, 0, 0, 0, tuple_iter_hint)
