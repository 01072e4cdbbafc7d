/* builtins_iter.c: the built-in functions on iterables: iter, next, all, any, sum, min, max, sorted. */
#include <math.h>

#include "inline.h"
#include "iterators.h"
#include "sequence.h"

/* ------------------------------------------------------------------ iter, next */
static bool is_callable(Value v) {
  if (has_tag(v, T_INSTANCE)) return class_lookup(class_of(v), S(__call__)) != UNSET;
  return has_tag(v, T_FUNCTION) || has_tag(v, T_BUILTIN) || has_tag(v, T_METHOD) || has_tag(v, T_CLASS) || class_of(v)->slots->call;
}

static Value builtin_iter(Value self, Value *args, uint32_t n) {
  (void)self;
  if (n == 1) return op_iter(args[0]);
  if (!is_callable(args[0])) return raise_error(&TypeError_class, "iter(object, sentinel): object must be callable");
  return callable_iter_new(args[0], args[1]);
}

/* An instance's __next__ is called for itself, so that the value in its StopIteration is kept. */
static Value next_of_instance(Value it, Value otherwise) {
  Value method = lookup_special(it, S(__next__));
  if (method == RAISED) return RAISED;
  if (method == UNSET) return raise_error(&TypeError_class, "'%T' object is not an iterator", it);
  Value v = call0(method);
  decref(method);
  if (v != RAISED || otherwise == UNSET || !exc_matches(&StopIteration_class)) return v;
  exc_clear();
  return incref(otherwise);
}

static Value builtin_next(Value self, Value *args, uint32_t n) {
  (void)self;
  Value otherwise = n > 1 ? args[1] : UNSET;
  if (has_tag(args[0], T_INSTANCE)) return next_of_instance(args[0], otherwise);
  Value v = op_next_slow(args[0]);
  if (v != DONE) return v;
  if (otherwise == UNSET) return raise_stop(args[0]);
  if (has_tag(args[0], T_GENERATOR)) decref(gen_result());
  return incref(otherwise);
}

/* -------------------------------------------------------------------- all, any */
/* Looks for an item whose truth is `wanted`: 1 found, 0, -1 raised. */
static int find_truth(Value iterable, int wanted) {
  Value it = op_iter(iterable), item;
  if (it == RAISED) return -1;
  int found = 0;
  while (!found && (item = op_next_slow(it)) != DONE) {
    int truth = item == RAISED ? -1 : op_truth(item);
    if (item != RAISED) decref(item);
    found = truth < 0 ? -1 : truth == wanted;
  }
  decref(it);
  return found;
}

static Value builtin_all(Value self, Value iterable) {
  (void)self;
  int found = find_truth(iterable, 0);
  return found < 0 ? RAISED : bool_value(!found);
}

static Value builtin_any(Value self, Value iterable) {
  (void)self;
  int found = find_truth(iterable, 1);
  return found < 0 ? RAISED : bool_value(found);
}

/* ------------------------------------------------------------------------- sum
 * Integers add up in 64 bits, floats with Neumaier's compensation ("Rundungsfehleranalyse einiger Verfahren zur Summation
 * endlicher Summen", ZAMM 54, 1974), as CPython 3.12 does; anything else goes through +. Each of the first two phases ends
 * at the first item that does not fit it. */
typedef struct Sum {
  Value it;
  Value total; /* owned; UNSET while a phase holds it unboxed */
  Value item;  /* owned: the item that ended a phase; UNSET */
} Sum;

static bool plain_int(Value v, int64_t *out) {
  if (is_small_int(v)) *out = small_int(v);
  else if (is_bool(v)) *out = (int64_t)(v & 1);
  else return false;
  return true;
}

/* Each phase: false when the sum is over (total is RAISED after an exception). */
static bool sum_ints(Sum *s) {
  int64_t total = small_int(s->total), i;
  for (;;) {
    Value item = op_next_slow(s->it);
    if (!is_ptr(item) && plain_int(item, &i) && !__builtin_add_overflow(total, i, &total)) continue;
    if (item == RAISED) {
      s->total = RAISED;
      return false;
    }
    s->total = int_from_i64(total);
    if (s->total == RAISED && item != DONE) decref(item);
    if (s->total == RAISED || item == DONE) return false;
    s->item = item;
    return true;
  }
}

static bool sum_floats(Sum *s) {
  double total = as_double(s->total), compensation = 0;
  for (;;) {
    Value item = s->item != UNSET ? s->item : op_next_slow(s->it);
    s->item = UNSET;
    int64_t i;
    if (item == RAISED) {
      s->total = RAISED;
      return false;
    }
    if (is_double(item)) {
      double x = as_double(item), t = total + x;
      compensation += fabs(total) >= fabs(x) ? (total - t) + x : (x - t) + total;
      total = t;
      continue;
    }
    if (item != DONE && as_int(item) != UNSET && int_to_i64(as_int(item), &i)) {
      decref(item);
      total += (double)i;
      continue;
    }
    /* Adding an infinite compensation would make a NaN of an infinite sum. */
    if (compensation != 0 && isfinite(compensation)) total += compensation;
    s->total = float_value(total);
    if (item == DONE) return false;
    s->item = item;
    return true;
  }
}

static void sum_anything(Sum *s) {
  for (;;) {
    Value item = s->item != UNSET ? s->item : op_next_slow(s->it);
    s->item = UNSET;
    if (item == DONE) return;
    Value total = item == RAISED ? RAISED : op_add(s->total, item);
    if (item != RAISED) decref(item);
    set_value(&s->total, total);
    if (total == RAISED) return;
  }
}

static bool check_start(Value start) {
  const char *text = as_str(start)                              ? "strings [use ''.join(seq) instead]"
                     : as_bytes(start)                          ? "bytes [use b''.join(seq) instead]"
                     : as_tag(start, T_BYTEARRAY) ? "bytearray [use b''.join(seq) instead]"
                                                                : NULL;
  if (text) raise_error(&TypeError_class, "sum() can't sum %s", text);
  return !text;
}

static Value builtin_sum(Value self, Value *slots) {
  (void)self;
  Value start = slots[1] == UNSET ? small_int_value(0) : slots[1];
  Sum s = {op_iter(slots[0]), UNSET, UNSET};
  if (s.it == RAISED) return RAISED;
  if (!check_start(start)) {
    decref(s.it);
    return RAISED;
  }
  s.total = incref(start);
  bool more = true;
  if (is_small_int(s.total)) {
    more = sum_ints(&s);
    /* the item that ended the phase may have made a float of the sum */
    if (more) {
      Value total = op_add(s.total, s.item);
      decref(s.item);
      s.item = UNSET;
      set_value(&s.total, total);
      more = total != RAISED;
    }
  }
  if (more && is_double(s.total)) more = sum_floats(&s);
  if (more) sum_anything(&s);
  decref(s.it);
  return s.total;
}

/* -------------------------------------------------------------------- min, max */
typedef struct Extreme {
  const char *name;
  CompareOp better;
  Value key;              /* borrowed; NONE: the item itself */
  Value best, best_key;   /* owned; UNSET before the first */
} Extreme;

/* Takes item. */
static bool consider(Extreme *e, Value item) {
  Value key = e->key == NONE ? incref(item) : call1(e->key, item);
  if (key == RAISED) {
    decref(item);
    return false;
  }
  if (e->best != UNSET) {
    Value better = e->better == CMP_GT ? op_gt(key, e->best_key) : op_lt(key, e->best_key);
    int truth = better == RAISED ? -1 : op_truth(better);
    if (better != RAISED) decref(better);
    if (truth <= 0) {
      decref(key);
      decref(item);
      return truth == 0;
    }
  }
  set_value(&e->best, item);
  set_value(&e->best_key, key);
  return true;
}

static bool consider_all(Extreme *e, Value iterable) {
  Value it = op_iter(iterable), item;
  if (it == RAISED) return false;
  bool ok = true;
  while (ok && (item = op_next_slow(it)) != DONE) ok = item != RAISED && consider(e, item);
  decref(it);
  return ok;
}

static bool extreme_options(Extreme *e, const Value *values, Value kwnames, Value *otherwise) {
  Tuple *names = kwnames == NONE ? NULL : as_tuple(kwnames);
  *otherwise = UNSET;
  for (uint32_t i = 0; names && i < names->n; i++) {
    const Str *name = as_str(names->items[i]);
    if (str_equal(name, S(key))) {
      e->key = values[i];
    } else if (str_equal(name, S(default))) {
      *otherwise = values[i];
    } else {
      raise_error(&TypeError_class, "'%N' is an invalid keyword argument for %s()", name, e->name);
      return false;
    }
  }
  return true;
}

static Value find_extreme(Extreme *e, Value *args, uint32_t n, Value kwnames) {
  if (n == 0) return raise_error(&TypeError_class, "%s expected at least 1 argument, got 0", e->name);
  Value otherwise;
  if (!extreme_options(e, args + n, kwnames, &otherwise)) return RAISED;
  if (n > 1 && otherwise != UNSET)
    return raise_error(&TypeError_class, "Cannot specify a default for %s() with multiple positional arguments", e->name);
  bool ok = true;
  if (n == 1) ok = consider_all(e, args[0]);
  for (uint32_t i = 0; ok && n > 1 && i < n; i++) ok = consider(e, incref(args[i]));
  decref(e->best_key);
  if (!ok) {
    decref(e->best);
    return RAISED;
  }
  if (e->best != UNSET) return e->best;
  if (otherwise != UNSET) return incref(otherwise);
  return raise_error(&ValueError_class, "%s() iterable argument is empty", e->name);
}

/* Of numbers whose comparison nobody notices: UNSET when others are among them. */
static Value extreme_number(const Value *items, uint32_t n, CompareOp op) {
  double best, x;
  if (!plain_number(items[0], &best)) return UNSET;
  uint32_t at = 0;
  for (uint32_t i = 1; i < n; i++) {
    if (!plain_number(items[i], &x)) return UNSET;
    if (op == CMP_LT ? x < best : x > best) {
      best = x;
      at = i;
    }
  }
  return items[at];
}

static Value find_extreme_quickly(Extreme *e, Value *args, uint32_t n, Value kwnames) {
  uint32_t n_items = n;
  const Value *items = args;
  if (n == 1 && (has_tag(args[0], T_LIST) || has_tag(args[0], T_TUPLE))) items = fast_items(args[0], &n_items);
  Value quick = kwnames == NONE && n_items > (items == args) ? extreme_number(items, n_items, e->better) : UNSET;
  return quick != UNSET ? quick : find_extreme(e, args, n, kwnames);
}

static Value builtin_min(Value self, Value *args, uint32_t n, Value kwnames) {
  (void)self;
  Extreme e = {"min", CMP_LT, NONE, UNSET, UNSET};
  return find_extreme_quickly(&e, args, n, kwnames);
}

static Value builtin_max(Value self, Value *args, uint32_t n, Value kwnames) {
  (void)self;
  Extreme e = {"max", CMP_GT, NONE, UNSET, UNSET};
  return find_extreme_quickly(&e, args, n, kwnames);
}

/* ---------------------------------------------------------------------- sorted */
static bool sort_options(const Value *values, Value kwnames, Value *key, bool *reverse) {
  Tuple *names = kwnames == NONE ? NULL : as_tuple(kwnames);
  for (uint32_t i = 0; names && i < names->n; i++) {
    const Str *name = as_str(names->items[i]);
    if (str_equal(name, S(key))) {
      *key = values[i];
    } else if (str_equal(name, S(reverse))) {
      int truth = op_truth(values[i]);
      if (truth < 0) return false;
      *reverse = truth;
    } else {
      raise_error(&TypeError_class, "'%N' is an invalid keyword argument for sort()", name);
      return false;
    }
  }
  return true;
}

static Value builtin_sorted(Value self, Value *args, uint32_t n, Value kwnames) {
  (void)self;
  if (n != 1) return raise_error(&TypeError_class, "sorted expected 1 argument, got %u", n);
  Value list = list_from_iterable(args[0]), key = NONE;
  if (list == RAISED) return RAISED;
  bool reverse = false;
  if (sort_options(args + n, kwnames, &key, &reverse) && list_sort((List *)as_obj(list), key, reverse)) return list;
  decref(list);
  return RAISED;
}

FUNCTION(builtins, iter, CALL_ANY, 1, 2, 0, builtin_iter)
FUNCTION(builtins, next, CALL_ANY, 1, 2, 0, builtin_next)
FUNCTION(builtins, all, CALL_ONE, 1, 1, 0, builtin_all)
FUNCTION(builtins, any, CALL_ONE, 1, 1, 0, builtin_any)
FUNCTION(builtins, sum, CALL_KW, 1, 2, "/iterable,start", builtin_sum)
FUNCTION(builtins, min, CALL_RAW, 0, 0, 0, builtin_min)
FUNCTION(builtins, max, CALL_RAW, 0, 0, 0, builtin_max)
FUNCTION(builtins, sorted, CALL_RAW, 0, 0, 0, builtin_sorted)
