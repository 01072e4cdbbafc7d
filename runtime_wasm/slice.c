/* slice.c: slice objects and the resolution of their bounds (PEP 357). */
#include "instance.h"
#include "sequence.h"

static Slice *self_slice(Value v) { return (Slice *)as_obj(v); }
static Slice *as_slice(Value v) { return has_tag(v, T_SLICE) ? self_slice(v) : NULL; }

Value slice_new(Value start, Value stop, Value step) {
  Slice *s = obj_alloc(&slice_class, sizeof(Slice));
  if (!s) return raise_memory_error();
  s->start = incref(start);
  s->stop = incref(stop);
  s->step = incref(step);
  return tagged(s, T_SLICE);
}

/* --------------------------------------------------------------- resolution */
static Value raise_bad_bound(void) {
  return raise_error(&TypeError_class, "slice indices must be integers or None or have an __index__ method");
}

static bool unpack_bound(Value v, int64_t absent, int64_t *out) {
  *out = is_small_int(v) ? small_int(v) : absent;
  if (is_small_int(v) || v == NONE) return true;
  if (has_index(v)) return op_index_clamp(v, out);
  raise_bad_bound();
  return false;
}

bool slice_unpack(Slice *s, int64_t *start, int64_t *stop, int64_t *step) {
  if (!unpack_bound(s->step, 1, step)) return false;
  if (*step == 0) {
    raise_error(&ValueError_class, "slice step cannot be zero");
    return false;
  }
  if (*step < -INT64_MAX) *step = -INT64_MAX;
  return unpack_bound(s->start, *step < 0 ? INT64_MAX : 0, start) && unpack_bound(s->stop, *step < 0 ? INT64_MIN : INT64_MAX, stop);
}

static int64_t clamp(int64_t i, int64_t n, bool backwards) {
  if (i < 0) {
    i += n;
    return i >= 0 ? i : backwards ? -1 : 0;
  }
  return i < n ? i : backwards ? n - 1 : n;
}

int64_t slice_adjust(int64_t n, int64_t *start, int64_t *stop, int64_t step) {
  *start = clamp(*start, n, step < 0);
  *stop = clamp(*stop, n, step < 0);
  if (step < 0) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
  return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

int64_t slice_resolve(Slice *s, int64_t n, int64_t *start, int64_t *step) {
  int64_t stop;
  if (!slice_unpack(s, start, &stop, step)) return -1;
  return slice_adjust(n, start, &stop, *step);
}

/* A bound as an int clamped to [lower, upper], counted from the end when negative. */
static Value clamp_long(Value bound, Value absent, Value length, Value lower, Value upper) {
  if (bound == NONE) return incref(absent);
  if (!has_index(bound)) return raise_bad_bound();
  Value i = op_index_value(bound);
  if (i == RAISED) return RAISED;
  bool negative = int_sign(i) < 0;
  if (negative) {
    Value sum = op_binary(BIN_ADD, i, length);
    decref(i);
    if (sum == RAISED) return RAISED;
    i = sum;
  }
  Value limit = negative ? lower : upper;
  Value beyond = op_compare(negative ? CMP_LT : CMP_GT, i, limit);
  if (beyond == FALSE_) return i;
  decref(i);
  return beyond == RAISED ? RAISED : incref(limit);
}

Value slice_indices_of(Slice *s, Value length) {
  Value t = tuple_new(3);
  if (t == RAISED) return RAISED;
  Value *at = as_tuple(t)->items, lower = small_int_value(0), upper = RAISED;
  at[2] = small_int_value(1);
  if (s->step != NONE) at[2] = has_index(s->step) ? op_index_value(s->step) : raise_bad_bound();
  if (at[2] != RAISED && int_sign(at[2]) == 0) at[2] = raise_error(&ValueError_class, "slice step cannot be zero");
  bool backwards = at[2] != RAISED && int_sign(at[2]) < 0;
  if (backwards) lower = small_int_value(-1);
  if (at[2] != RAISED) upper = backwards ? op_binary(BIN_ADD, length, lower) : incref(length);
  if (upper != RAISED) {
    at[0] = clamp_long(s->start, backwards ? upper : lower, length, lower, upper);
    if (at[0] != RAISED) at[1] = clamp_long(s->stop, backwards ? lower : upper, length, lower, upper);
    decref(upper);
  }
  if (upper != RAISED && at[0] != RAISED && at[1] != RAISED) return t;
  for (uint32_t i = 0; i < 3; i++) {
    if (at[i] == RAISED) at[i] = UNSET;
  }
  decref(t);
  return RAISED;
}

/* -------------------------------------------------------------------- slots */
static void slice_dealloc(Obj *o) {
  Slice *s = (Slice *)o;
  decref(s->start);
  decref(s->stop);
  decref(s->step);
  obj_release(o, sizeof(Slice));
}

static void slice_traverse(Obj *o, Visit visit, void *arg) {
  Slice *s = (Slice *)o;
  visit(s->start, arg);
  visit(s->stop, arg);
  visit(s->step, arg);
}

static Value slice_repr(Value self) {
  Slice *s = self_slice(self);
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "slice(");
  bool ok = buf_repr(&b, s->start);
  buf_cstr(&b, ", ");
  ok = ok && buf_repr(&b, s->stop);
  buf_cstr(&b, ", ");
  if (!ok || !buf_repr(&b, s->step)) {
    buf_discard(&b);
    return RAISED;
  }
  buf_cstr(&b, ")");
  return buf_finish(&b);
}

static Value slice_tuple(Slice *s) { return tuple_from_array((Value[]){s->start, s->stop, s->step}, 3); }

static Value slice_compare(CompareOp op, Value va, Value vb) {
  if (!as_slice(va) || !as_slice(vb)) return NOT_IMPLEMENTED;
  if (va == vb) return bool_value(op == CMP_EQ || op == CMP_LE || op == CMP_GE);
  Value a = slice_tuple(self_slice(va));
  if (a == RAISED) return RAISED;
  Value b = slice_tuple(self_slice(vb));
  Value result = b == RAISED ? RAISED : op_compare(op, a, b);
  decref(a);
  if (b != RAISED) decref(b);
  return result;
}

/* CPython's slicehash: the mixing of tuple's hash (xxHash) without the length. */
static bool slice_hash(Value self, int64_t *out) {
  Slice *s = self_slice(self);
  Value parts[3] = {s->start, s->stop, s->step};
  uint64_t acc = 2870177450012600261u;
  for (uint32_t i = 0; i < 3; i++) {
    int64_t lane;
    if (!op_hash(parts[i], &lane)) return false;
    acc += (uint64_t)lane * 14029467366897019727u;
    acc = ((acc << 31) | (acc >> 33)) * 11400714785074694791u;
  }
  *out = acc == UINT64_MAX ? 1546275796 : (int64_t)acc;
  return true;
}

static Value slice_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  if (!no_keywords("slice", kwnames) || !check_arity("slice", n, 1, 3)) return RAISED;
  return n == 1 ? slice_new(NONE, args[0], NONE) : slice_new(args[0], args[1], n == 3 ? args[2] : NONE);
}

static const Slots slice_slots = {.dealloc = slice_dealloc, .traverse = slice_traverse, .repr = slice_repr, .hash = slice_hash,
                                  .compare = slice_compare, .make = slice_make};
CLASS_DEFINE(slice, "slice", T_SLICE, 0, &object_class)

/* ------------------------------------------------------------------ methods */
static Value slice_indices_method(Value self, Value length) {
  Value n = op_index_value(length);
  if (n == RAISED) return RAISED;
  Value result = RAISED;
  if (int_sign(n) < 0) raise_error(&ValueError_class, "length should not be negative");
  else result = slice_indices_of(self_slice(self), n);
  decref(n);
  return result;
}

static Value slice_start_getter(Value self) { return incref(self_slice(self)->start); }
static Value slice_stop_getter(Value self) { return incref(self_slice(self)->stop); }
static Value slice_step_getter(Value self) { return incref(self_slice(self)->step); }

METHOD(slice, indices, CALL_ONE, 1, 1, 0, slice_indices_method)
GETTER(slice, start, slice_start_getter)
GETTER(slice, stop, slice_stop_getter)
GETTER(slice, step, slice_step_getter)
