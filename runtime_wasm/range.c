/* range.c: range objects, of ints of any size, and their iterators.
 *
 * Invariant: start, stop, step and length are exact ints, step not 0, length not
 * negative. What fits 64 bits is computed there, the rest with op_binary.
 */
#include "instance.h"
#include "iterators.h"
#include "ops.h"
#include "sequence.h"

static Range *self_range(Value v) { return (Range *)as_obj(v); }
static Range *as_range(Value v) { return has_tag(v, T_RANGE) ? self_range(v) : NULL; }

/* Calls op on ints and releases a (taken). */
static Value step_op(BinaryOp op, Value a, Value b) {
  if (a == RAISED) return RAISED;
  Value v = op_binary(op, a, b);
  decref(a);
  return v;
}

/* The number of items of start, stop, step: max(0, (stop - start - sign) // step + 1). */
static Value range_length(Value start, Value stop, Value step) {
  int sign = int_sign(step);
  if (is_small_int(start) && is_small_int(stop) && is_small_int(step)) {
    int64_t span = small_int(stop) - small_int(start), by = small_int(step);
    if (sign > 0 ? span <= 0 : span >= 0) return small_int_value(0);
    return int_from_i64(by == 1 ? span : (span - sign) / by + 1);
  }
  Value n = step_op(BIN_SUB, op_binary(BIN_SUB, stop, start), small_int_value(sign));
  n = step_op(BIN_ADD, step_op(BIN_FLOORDIV, n, step), small_int_value(1));
  if (n == RAISED || int_sign(n) >= 0) return n;
  decref(n);
  return small_int_value(0);
}

Value range_new(Value start, Value stop, Value step) {
  Value length = range_length(start, stop, step);
  if (length == RAISED) return RAISED;
  Range *r = obj_alloc(&range_class, sizeof(Range));
  if (!r) {
    decref(length);
    return raise_memory_error();
  }
  r->start = incref(start);
  r->stop = incref(stop);
  r->step = incref(step);
  r->length = length;
  return tagged(r, T_RANGE);
}

/* Takes its arguments, any of which may be RAISED. */
static Value range_new_taken(Value start, Value stop, Value step) {
  Value r = start == RAISED || stop == RAISED || step == RAISED ? RAISED : range_new(start, stop, step);
  if (start != RAISED) decref(start);
  if (stop != RAISED) decref(stop);
  if (step != RAISED) decref(step);
  return r;
}

/* start + i * step */
static Value range_item(Range *r, Value i) { return step_op(BIN_ADD, op_binary(BIN_MUL, i, r->step), r->start); }

/* -------------------------------------------------------------------- slots */
static void range_dealloc(Obj *o) {
  Range *r = (Range *)o;
  decref(r->start);
  decref(r->stop);
  decref(r->step);
  decref(r->length);
  obj_release(o, sizeof(Range));
}

static Value range_repr(Value self) {
  Range *r = self_range(self);
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "range(");
  bool ok = buf_repr(&b, r->start);
  buf_cstr(&b, ", ");
  ok = ok && buf_repr(&b, r->stop);
  if (ok && r->step != small_int_value(1)) {
    buf_cstr(&b, ", ");
    ok = buf_repr(&b, r->step);
  }
  if (!ok) {
    buf_discard(&b);
    return RAISED;
  }
  buf_cstr(&b, ")");
  return buf_finish(&b);
}

/* As the tuple (length, start, step), with None for what does not matter to equality. */
static bool range_hash(Value self, int64_t *out) {
  Range *r = self_range(self);
  Value items[3] = {r->length, NONE, NONE};
  if (r->length != small_int_value(0)) items[1] = r->start;
  if (r->length != small_int_value(0) && r->length != small_int_value(1)) items[2] = r->step;
  Value t = tuple_from_array(items, 3);
  if (t == RAISED) return false;
  bool ok = op_hash(t, out);
  decref(t);
  return ok;
}

static int range_equal(Range *a, Range *b) {
  if (a == b) return 1;
  int same = op_eq(a->length, b->length);
  if (same <= 0 || a->length == small_int_value(0)) return same;
  same = op_eq(a->start, b->start);
  if (same <= 0 || a->length == small_int_value(1)) return same;
  return op_eq(a->step, b->step);
}

static Value range_compare(CompareOp op, Value va, Value vb) {
  Range *a = as_range(va), *b = as_range(vb);
  if (!a || !b || (op != CMP_EQ && op != CMP_NE)) return NOT_IMPLEMENTED;
  int same = range_equal(a, b);
  return same < 0 ? RAISED : bool_value(same == (op == CMP_EQ));
}

static int64_t range_len(Value self) {
  int64_t n;
  if (int_to_i64(self_range(self)->length, &n)) return n;
  raise_error(&OverflowError_class, "Python int too large to convert to C ssize_t");
  return -1;
}

static int range_truth(Value self) { return self_range(self)->length != small_int_value(0); }

/* The range that r[s] is: indices resolved with ints of any size. */
static Value range_slice(Range *r, Slice *s) {
  Value indices = slice_indices_of(s, r->length);
  if (indices == RAISED) return RAISED;
  Value *at = as_tuple(indices)->items;
  Value result = range_new_taken(range_item(r, at[0]), range_item(r, at[1]), op_binary(BIN_MUL, r->step, at[2]));
  decref(indices);
  return result;
}

static Value range_getitem(Value self, Value key) {
  Range *r = self_range(self);
  if (has_tag(key, T_SLICE)) return range_slice(r, (Slice *)as_obj(key));
  if (!has_index(key)) return raise_error(&TypeError_class, "range indices must be integers or slices, not %T", key);
  Value index = op_index_value(key);
  if (index == RAISED) return RAISED;
  if (int_sign(index) < 0) index = step_op(BIN_ADD, index, r->length);
  if (index == RAISED) return RAISED;
  Value inside = int_sign(index) < 0 ? FALSE_ : op_compare(CMP_LT, index, r->length);
  Value v = RAISED;
  if (inside == TRUE_) v = range_item(r, index);
  else if (inside == FALSE_) raise_error(&IndexError_class, "range object index out of range");
  decref(index);
  return v;
}

/* Is the exact int v an item? 1, 0, -1 raised. */
static int range_has_int(Range *r, Value v) {
  bool up = int_sign(r->step) > 0;
  Value low = up ? r->start : r->stop, high = up ? r->stop : r->start;
  Value above = op_compare(up ? CMP_LE : CMP_LT, low, v);
  if (above != TRUE_) return above == FALSE_ ? 0 : -1;
  Value below = op_compare(up ? CMP_LT : CMP_LE, v, high);
  if (below != TRUE_) return below == FALSE_ ? 0 : -1;
  Value rest = step_op(BIN_MOD, op_binary(BIN_SUB, v, r->start), r->step);
  if (rest == RAISED) return -1;
  int hit = int_sign(rest) == 0;
  decref(rest);
  return hit;
}

/* An int or bool, not of a subclass, as an exact int: found by arithmetic. UNSET: look at each item. */
static Value exact_int(Value v) { return has_tag(v, T_INSTANCE) ? UNSET : as_int(v); }

/* Walks the items that equal v. Stops at the first unless counting. -1 raised; else the count, or 1 + the index. */
static int64_t range_search(Value self, Value v, bool counting) {
  Value it = range_iter_new(self_range(self), false);
  if (it == RAISED) return -1;
  int64_t count = 0, result = 0;
  for (int64_t i = 1; result == 0; i++) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    int same = item == RAISED ? -1 : op_eq(item, v);
    if (item != RAISED) decref(item);
    if (same < 0) result = -1;
    else if (same && counting) count++;
    else if (same) result = i;
  }
  decref(it);
  return result ? result : count;
}

static int range_contains(Value self, Value v) {
  Value i = exact_int(v);
  if (i != UNSET) return range_has_int(self_range(self), i);
  int64_t found = range_search(self, v, false);
  return found < 0 ? -1 : found > 0;
}

static Value range_iter(Value self) { return range_iter_new(self_range(self), false); }

static Value range_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  if (kwnames == NONE && n == 1 && is_small_int(args[0])) return range_new(small_int_value(0), args[0], small_int_value(1));
  if (kwnames == NONE && n == 2 && is_small_int(args[0]) && is_small_int(args[1])) return range_new(args[0], args[1], small_int_value(1));
  if (!no_keywords("range", kwnames) || !check_arity("range", n, 1, 3)) return RAISED;
  Value start = n == 1 ? small_int_value(0) : op_index_value(args[0]);
  Value stop = start == RAISED ? RAISED : op_index_value(args[n == 1 ? 0 : 1]);
  Value step = stop == RAISED ? RAISED : n == 3 ? op_index_value(args[2]) : small_int_value(1);
  if (step != RAISED && int_sign(step) == 0) step = raise_error(&ValueError_class, "range() arg 3 must not be zero");
  return range_new_taken(start, stop, step);
}

static const Slots range_slots = {
    .dealloc = range_dealloc, .repr = range_repr, .hash = range_hash, .compare = range_compare, .truth = range_truth,
    .len = range_len, .getitem = range_getitem, .contains = range_contains, .iter = range_iter, .make = range_make,
};
CLASS_DEFINE(range, "range", T_RANGE, 0, &object_class)

/* ------------------------------------------------------------------ methods */
static Value range_index_method(Value self, Value v) {
  Range *r = self_range(self);
  Value i = exact_int(v);
  if (i == UNSET) {
    int64_t found = range_search(self, v, false);
    if (found < 0) return RAISED;
    return found ? small_int_value(found - 1) : raise_error(&ValueError_class, "sequence.index(x): x not in sequence");
  }
  int found = range_has_int(r, i);
  if (found < 0) return RAISED;
  if (!found) return raise_error(&ValueError_class, "%R is not in range", v);
  return step_op(BIN_FLOORDIV, op_binary(BIN_SUB, i, r->start), r->step);
}

static Value range_count_method(Value self, Value v) {
  Value i = exact_int(v);
  int64_t count = i == UNSET ? range_search(self, v, true) : range_has_int(self_range(self), i);
  return count < 0 ? RAISED : small_int_value(count);
}

static Value range_start_getter(Value self) { return incref(self_range(self)->start); }
static Value range_stop_getter(Value self) { return incref(self_range(self)->stop); }
static Value range_step_getter(Value self) { return incref(self_range(self)->step); }

static Value range_reversed_method(Value self) { return range_iter_new(self_range(self), true); }

METHOD(range, count, CALL_ONE, 1, 1, 0, range_count_method)
METHOD(range, index, CALL_ONE, 1, 1, 0, range_index_method)
METHOD(range, __reversed__, CALL_NONE, 0, 0, 0, range_reversed_method)
GETTER(range, start, range_start_getter)
GETTER(range, stop, range_stop_getter)
GETTER(range, step, range_step_getter)

/* ---------------------------------------------------------------- iterators */
typedef struct LongRangeIter { /* bounds beyond 64 bits */
  Obj h;
  Value current, step, remaining;
} LongRangeIter;

/* Items from `start`, by `step`: takes both and `remaining`. */
static Value long_iter_new(Value start, Value step, Value remaining) {
  LongRangeIter *it = NULL;
  if (start != RAISED && step != RAISED && !(it = obj_alloc(&longrange_iterator_class, sizeof(LongRangeIter)))) raise_memory_error();
  if (!it) {
    if (start != RAISED) decref(start);
    if (step != RAISED) decref(step);
    decref(remaining);
    return RAISED;
  }
  it->current = start;
  it->step = step;
  it->remaining = remaining;
  return tagged(it, T_OTHER);
}

static Value short_iter_new(int64_t start, int64_t step, int64_t remaining) {
  RangeIter *it = obj_alloc(&range_iterator_class, sizeof(RangeIter));
  if (!it) return raise_memory_error();
  it->current = start;
  it->step = step;
  it->remaining = remaining;
  return tagged(it, T_RANGE_ITER);
}

/* Does stepping one past the end of start..stop stay within 64 bits? */
static bool end_fits(int64_t end, int64_t step) {
  return step > 0 ? end <= INT64_MAX - (step - 1) : end >= INT64_MIN + (-1 - step);
}

Value range_iter_new(Range *r, bool reversed) {
  int64_t start, stop, step, n;
  if (int_to_i64(r->start, &start) && int_to_i64(r->stop, &stop) && int_to_i64(r->step, &step) && int_to_i64(r->length, &n)) {
    if (!reversed && (n == 0 || end_fits(stop, step))) return short_iter_new(start, step, n);
    bool before_start_fits = step > 0 ? start >= INT64_MIN + step : step != INT64_MIN && start <= INT64_MAX + step;
    int64_t last = n ? (int64_t)((uint64_t)start + (uint64_t)(n - 1) * (uint64_t)step) : start;
    if (reversed && before_start_fits) return short_iter_new(last, -step, n);
  }
  if (!reversed) return long_iter_new(incref(r->start), incref(r->step), incref(r->length));
  Value last = op_binary(BIN_SUB, r->length, small_int_value(1));
  if (last == RAISED) return RAISED;
  Value from = range_item(r, last);
  decref(last);
  return long_iter_new(from, op_unary(UN_NEG, r->step), incref(r->length));
}

static void short_iter_dealloc(Obj *o) { obj_release(o, sizeof(RangeIter)); }

static Value short_iter_next(Value self) { return range_iter_step((RangeIter *)as_obj(self)); }

static Value short_iter_hint(Value self) { return int_from_i64(((RangeIter *)as_obj(self))->remaining); }

static void long_iter_dealloc(Obj *o) {
  LongRangeIter *it = (LongRangeIter *)o;
  decref(it->current);
  decref(it->step);
  decref(it->remaining);
  obj_release(o, sizeof(LongRangeIter));
}

static Value long_iter_next(Value self) {
  LongRangeIter *it = (LongRangeIter *)as_obj(self);
  if (int_sign(it->remaining) == 0) return DONE;
  Value next = op_binary(BIN_ADD, it->current, it->step);
  Value left = next == RAISED ? RAISED : op_binary(BIN_SUB, it->remaining, small_int_value(1));
  if (left == RAISED) {
    if (next != RAISED) decref(next);
    return RAISED;
  }
  Value v = it->current;
  it->current = next;
  set_value(&it->remaining, left);
  return v;
}

static Value long_iter_hint(Value self) { return incref(((LongRangeIter *)as_obj(self))->remaining); }

static const Slots range_iterator_slots = {.dealloc = short_iter_dealloc, .iter = iter_self, .next = short_iter_next};
CLASS_DEFINE(range_iterator, "range_iterator", T_RANGE_ITER, 0, &object_class)
static const Slots longrange_iterator_slots = {.dealloc = long_iter_dealloc, .iter = iter_self, .next = long_iter_next};
CLASS_DEFINE(longrange_iterator, "longrange_iterator", T_OTHER, 0, &object_class)

METHOD(range_iterator, __length_hint__, CALL_NONE, 0, 0, 0, short_iter_hint)
METHOD(longrange_iterator, __length_hint__, CALL_NONE, 0, 0, 0, long_iter_hint)
