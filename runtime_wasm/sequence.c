/* sequence.c: argument handling shared by the container types. */
#include "sequence.h"

bool has_index(Value v) {
  if (as_int(v) != UNSET) return true;
  return has_tag(v, T_INSTANCE) && class_lookup(class_of(v), S(__index__)) != UNSET;
}

bool sequence_key(Value key, const char *type, int64_t *index, Slice **slice) {
  *slice = NULL;
  if (is_small_int(key)) {
    *index = small_int(key);
    return true;
  }
  if (has_tag(key, T_SLICE)) {
    *slice = (Slice *)as_obj(key);
    return true;
  }
  if (has_index(key)) return op_index(key, index);
  raise_error(&TypeError_class, "%s indices must be integers or slices, not %T", type, key);
  return false;
}

bool ssize_arg(Value v, int64_t *out) {
  if (is_small_int(v)) {
    *out = small_int(v);
    return true;
  }
  Value i = op_index_value(v);
  if (i == RAISED) return false;
  bool fits = int_to_i64(i, out);
  decref(i);
  if (!fits) raise_error(&OverflowError_class, "Python int too large to convert to C ssize_t");
  return fits;
}

bool bound_arg(Value v, int64_t *out) {
  if (has_index(v)) return op_index_clamp(v, out);
  raise_error(&TypeError_class, "slice indices must be integers or have an __index__ method");
  return false;
}

bool index_bounds(const Value *args, uint32_t n_args, int64_t n, int64_t *start, int64_t *stop) {
  *start = 0;
  *stop = INT64_MAX;
  if (n_args > 1 && !bound_arg(args[1], start)) return false;
  if (n_args > 2 && !bound_arg(args[2], stop)) return false;
  if (*start < 0 && (*start += n) < 0) *start = 0;
  if (*stop < 0 && (*stop += n) < 0) *stop = 0;
  return true;
}

bool no_keywords(const char *name, Value kwnames) {
  if (kwnames == NONE || as_tuple(kwnames)->n == 0) return true;
  raise_error(&TypeError_class, "%s() takes no keyword arguments", name);
  return false;
}

bool check_arity(const char *name, uint32_t n, uint32_t min, uint32_t max) {
  if (n >= min && n <= max) return true;
  uint32_t bound = n < min ? min : max;
  const char *how = min == max ? "" : n < min ? "at least " : "at most ";
  raise_error(&TypeError_class, "%s expected %s%u argument%s, got %u", name, how, bound, bound == 1 ? "" : "s", n);
  return false;
}

/* The answer of v.__length_hint__(), checked. TypeError means "no hint" to CPython. */
static bool ask_hint_method(Value v) {
  Value hint = call_name0(v, S(__length_hint__)), i;
  if (hint == RAISED) {
    if (!exc_matches(&TypeError_class)) return false;
    exc_clear();
    return true;
  }
  if (hint == NOT_IMPLEMENTED) return true;
  bool is_int = (i = as_int(hint)) != UNSET;
  if (!is_int) raise_error(&TypeError_class, "__length_hint__ must be an integer, not %T", hint);
  else if (int_sign(i) < 0) raise_error(&ValueError_class, "__length_hint__() should return >= 0");
  bool ok = is_int && int_sign(i) >= 0;
  decref(hint);
  return ok;
}

bool ask_length_hint(Value v) {
  if (!has_tag(v, T_INSTANCE)) return true;
  if (class_lookup(class_of(v), S(__len__)) != UNSET) {
    if (op_len(v) >= 0) return true;
    if (!exc_matches(&TypeError_class)) return false;
    exc_clear();
  }
  return class_lookup(class_of(v), S(__length_hint__)) == UNSET || ask_hint_method(v);
}

Value sequence_fast(Value v, const char *message) {
  if (has_tag(v, T_LIST) || has_tag(v, T_TUPLE)) return incref(v);
  Value it = op_iter(v);
  if (it == RAISED) {
    if (message && exc_matches(&TypeError_class)) {
      exc_clear();
      return raise_error(&TypeError_class, "%s", message);
    }
    return RAISED;
  }
  Value list = list_from_iterable(it);
  decref(it);
  return list;
}

/* A number that is no heap object, as a double: exact, since small ints have 48 bits. */
static bool immediate_number(Value v, double *out) {
  *out = is_double(v) ? as_double(v) : is_bool(v) ? (double)(v & 1) : (double)small_int(v);
  return is_double(v) || is_bool(v) || is_small_int(v);
}

/* What comparing two values gives where neither is a heap object but a str; -1 for others. */
static int plain_equal(Value a, Value b) {
  if ((is_ptr(a) && !has_tag(a, T_STR)) || (is_ptr(b) && !has_tag(b, T_STR))) return -1;
  double x, y;
  if (immediate_number(a, &x) && immediate_number(b, &y)) return x == y;
  return is_ptr(a) && is_ptr(b) && str_equal((Str *)as_obj(a), (Str *)as_obj(b));
}

int items_find_plain(const Value *items, uint32_t n, Value v) {
  for (uint32_t i = 0; i < n; i++) {
    if (items[i] == v) return 1;
    int same = plain_equal(items[i], v);
    if (same) return same;
  }
  return 0;
}

Value order_value(CompareOp op, int order) {
  switch (op) {
  case CMP_LT: return bool_value(order < 0);
  case CMP_LE: return bool_value(order <= 0);
  case CMP_EQ: return bool_value(order == 0);
  case CMP_NE: return bool_value(order != 0);
  case CMP_GT: return bool_value(order > 0);
  case CMP_GE: return bool_value(order >= 0);
  }
  return NOT_IMPLEMENTED;
}

Value compare_lengths(CompareOp op, uint32_t a, uint32_t b) { return order_value(op, (a > b) - (a < b)); }
