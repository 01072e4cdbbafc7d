/* iterators.c: enumerate, zip, map, filter, reversed, and the two iterators that
 * iter() makes: over calls until a sentinel, and over __getitem__.
 *
 * All share one layout. `source` is UNSET once the iterator let go of what it
 * reads (exhausted, or cleared by the collector): then it stays exhausted.
 */
#include "iterators.h"
#include "instance.h"
#include "ops.h"
#include "sequence.h"

typedef struct Adapter {
  Obj h;
  Value source; /* enumerate, filter: iterator; zip, map: tuple of iterators; others: sequence or callable */
  Value extra;  /* map, filter: function; enumerate: next index; callable: sentinel; else UNSET */
  Value cache;  /* enumerate, zip: result tuple to be used again, or UNSET */
  int64_t index;
  bool strict;
} Adapter;

static Adapter *self_adapter(Value v) { return (Adapter *)as_obj(v); }

/* Takes source and extra. */
static Value adapter_new(Class *cls, Value source, Value extra) {
  Adapter *a = obj_alloc(cls, sizeof(Adapter));
  if (!a) {
    decref(source);
    decref(extra);
    return raise_memory_error();
  }
  a->source = source;
  a->extra = extra;
  a->cache = UNSET;
  a->index = 0;
  a->strict = false;
  return tagged(a, T_OTHER);
}

static Value adapter_finish(Adapter *a) {
  Value source = a->source, extra = a->extra;
  a->source = a->extra = UNSET;
  decref(source);
  decref(extra);
  return DONE;
}

static void adapter_dealloc(Obj *o) {
  if (mem_dealloc_deferred(o)) return;
  adapter_finish((Adapter *)o);
  decref(((Adapter *)o)->cache);
  obj_release(o, sizeof(Adapter));
}

static void adapter_traverse(Obj *o, Visit visit, void *arg) {
  Adapter *a = (Adapter *)o;
  visit(a->source, arg);
  visit(a->extra, arg);
  visit(a->cache, arg);
}

static void adapter_clear(Obj *o) { adapter_finish((Adapter *)o); }

/* What an iterator implemented in C gives when Python code it called raised: StopIteration ends the iteration. */
static Value stop_or_raise(Class *also) {
  if (!exc_matches(&StopIteration_class) && !(also && exc_matches(also))) return RAISED;
  exc_clear();
  return DONE;
}

#define ADAPTER .dealloc = adapter_dealloc, .traverse = adapter_traverse, .clear = adapter_clear, .iter = iter_self

/* ---------------------------------------------------------------- enumerate */
static bool is_keyword(Value name, Str *expected) { return str_equal(as_str(name), expected); }

static bool bad_keyword(Value name, const char *function) {
  raise_error(&TypeError_class, "'%S' is an invalid keyword argument for %s()", name, function);
  return false;
}

/* enumerate(iterable, start=0), either by keyword. */
static bool enumerate_arguments(Value *args, uint32_t n, Value kwnames, Value *iterable, Value *start) {
  uint32_t n_keywords = kwnames == NONE ? 0 : as_tuple(kwnames)->n, total = n + n_keywords;
  Value *names = n_keywords ? as_tuple(kwnames)->items : NULL;
  if (total == 0) raise_error(&TypeError_class, "enumerate() missing required argument 'iterable'");
  else if (total > 2) raise_error(&TypeError_class, "enumerate() takes at most 2 arguments (%u given)", total);
  if (total == 0 || total > 2) return false;
  *iterable = args[0];
  *start = total == 2 ? args[1] : UNSET;
  if (n_keywords == 0) return true;
  if (n_keywords == 2 && is_keyword(names[0], S(start))) {
    *iterable = args[1];
    *start = args[0];
    return is_keyword(names[1], S(iterable)) || bad_keyword(names[1], "enumerate");
  }
  if (total == n_keywords && !is_keyword(names[0], S(iterable))) return bad_keyword(names[0], "enumerate");
  if (total == 2 && !is_keyword(names[n_keywords - 1], S(start))) return bad_keyword(names[n_keywords - 1], "enumerate");
  return true;
}

static Value enumerate_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  Value iterable, start;
  if (!enumerate_arguments(args, n, kwnames, &iterable, &start)) return RAISED;
  Value index = start == UNSET ? small_int_value(0) : op_index_value(start);
  if (index == RAISED) return RAISED;
  Value it = op_iter(iterable);
  if (it == RAISED) {
    decref(index);
    return RAISED;
  }
  return adapter_new(&enumerate_class, it, index);
}

static Value enumerate_next(Value self) {
  Adapter *a = self_adapter(self);
  if (a->source == UNSET) return DONE;
  Value item = iter_step(a->source);
  if (item == DONE || item == RAISED) return item;
  Value index = a->extra;
  if (is_small_int(index) && small_int(index) < SMALL_INT_MAX) {
    a->extra = small_int_value(small_int(index) + 1);
  } else {
    Value next = op_binary(BIN_ADD, index, small_int_value(1));
    if (next == RAISED) {
      decref(item);
      return RAISED;
    }
    a->extra = next;
  }
  return pair_reuse(&a->cache, index, item);
}

static const Slots enumerate_slots = {ADAPTER, .next = enumerate_next, .make = enumerate_make};
CLASS_DEFINE(enumerate, "enumerate", T_OTHER, CLASS_BASE_OK, &object_class)

/* ---------------------------------------------------------------------- zip */
/* A tuple of iterators over n iterables. */
static Value iterators_of(Value *iterables, uint32_t n) {
  Value t = tuple_new(n);
  if (t == RAISED) return RAISED;
  for (uint32_t i = 0; i < n; i++) {
    Value it = op_iter(iterables[i]);
    if (it == RAISED) {
      decref(t);
      return RAISED;
    }
    as_tuple(t)->items[i] = it;
  }
  return t;
}

static Value zip_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  uint32_t n_keywords = kwnames == NONE ? 0 : as_tuple(kwnames)->n;
  int strict = 0;
  if (n_keywords > 1) return raise_error(&TypeError_class, "zip() takes at most 1 keyword argument (%u given)", n_keywords);
  if (n_keywords) {
    Value name = as_tuple(kwnames)->items[0];
    if (!is_keyword(name, S(strict))) {
      bad_keyword(name, "zip");
      return RAISED;
    }
    strict = op_truth_slow(args[n]);
    if (strict < 0) return RAISED;
  }
  Value its = iterators_of(args, n);
  if (its == RAISED) return RAISED;
  Value zip = adapter_new(&zip_class, its, UNSET);
  if (zip != RAISED) self_adapter(zip)->strict = strict;
  return zip;
}

static Value zip_mismatch(uint32_t i, const char *how) {
  return raise_error(&ValueError_class, "zip() argument %u is %s than argument%s%u", i + 1, how, i == 1 ? " " : "s 1-", i);
}

/* zip(strict=True): iterator i ended. Any other that goes on is an error. */
static Value zip_check_ends(const Tuple *its, uint32_t i) {
  if (i > 0) return zip_mismatch(i, "shorter");
  for (i = 1; i < its->n; i++) {
    Value item = iter_step(its->items[i]);
    if (item == RAISED) return RAISED;
    if (item == DONE) continue;
    decref(item);
    return zip_mismatch(i, "longer");
  }
  return DONE;
}

static Value zip_next(Value self) {
  Adapter *a = self_adapter(self);
  if (a->source == UNSET) return DONE;
  Tuple *its = (Tuple *)as_obj(a->source);
  if (its->n == 0) return DONE;
  bool reuse = a->cache != UNSET && as_obj(a->cache)->rc == 1;
  Value result = reuse ? incref(a->cache) : tuple_new(its->n);
  if (result == RAISED) return RAISED;
  Value *items = ((Tuple *)as_obj(result))->items;
  for (uint32_t i = 0; i < its->n; i++) {
    Value item = iter_step(its->items[i]);
    if (item == DONE || item == RAISED) {
      decref(result);
      return item == DONE && a->strict ? zip_check_ends(its, i) : item;
    }
    set_value(&items[i], item);
  }
  if (a->cache == UNSET) a->cache = incref(result);
  return result;
}

static const Slots zip_slots = {ADAPTER, .next = zip_next, .make = zip_make};
CLASS_DEFINE(zip, "zip", T_OTHER, CLASS_BASE_OK, &object_class)

/* --------------------------------------------------------------- map, filter */
static Value map_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  if (cls == &map_class && !no_keywords("map", kwnames)) return RAISED;
  if (n < 2) return raise_error(&TypeError_class, "map() must have at least two arguments.");
  Value its = iterators_of(args + 1, n - 1);
  return its == RAISED ? RAISED : adapter_new(&map_class, its, incref(args[0]));
}

#define MAP_STACK_ARGS 8

/* One item of each iterator into args: DONE, RAISED, or NONE when all gave one. */
static Value map_arguments(const Tuple *its, Value *args) {
  for (uint32_t i = 0; i < its->n; i++) {
    args[i] = iter_step(its->items[i]);
    if (args[i] == DONE || args[i] == RAISED) {
      Value end = args[i];
      while (i > 0) decref(args[--i]);
      return end;
    }
  }
  return NONE;
}

static Value map_next(Value self) {
  Adapter *a = self_adapter(self);
  if (a->source == UNSET) return DONE;
  Tuple *its = (Tuple *)as_obj(a->source);
  Value on_stack[MAP_STACK_ARGS], *args = on_stack;
  uint32_t n = its->n;
  if (n > MAP_STACK_ARGS && !(args = mem_alloc(n * sizeof(Value)))) return raise_memory_error();
  Value result = map_arguments(its, args);
  if (result == NONE) {
    result = call(a->extra, args, n, NONE);
    if (result == RAISED) result = stop_or_raise(NULL);
  }
  if (args != on_stack) mem_free(args, n * sizeof(Value));
  return result;
}

static const Slots map_slots = {ADAPTER, .next = map_next, .make = map_make};
CLASS_DEFINE(map, "map", T_OTHER, CLASS_BASE_OK, &object_class)

static Value filter_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  if (cls == &filter_class && !no_keywords("filter", kwnames)) return RAISED;
  if (!check_arity("filter", n, 2, 2)) return RAISED;
  Value it = op_iter(args[1]);
  return it == RAISED ? RAISED : adapter_new(&filter_class, it, incref(args[0]));
}

static Value filter_next(Value self) {
  Adapter *a = self_adapter(self);
  if (a->source == UNSET) return DONE;
  for (;;) {
    Value item = iter_step(a->source);
    if (item == DONE || item == RAISED) return item;
    Value verdict = incref(item);
    if (a->extra != NONE && a->extra != class_value(&bool_class)) {
      decref(verdict);
      verdict = call1(a->extra, item);
    }
    int keep = verdict == RAISED ? -1 : op_truth_slow(verdict);
    if (verdict != RAISED) decref(verdict);
    if (keep > 0) return item;
    decref(item);
    if (keep < 0) return stop_or_raise(NULL);
  }
}

static const Slots filter_slots = {ADAPTER, .next = filter_next, .make = filter_make};
CLASS_DEFINE(filter, "filter", T_OTHER, CLASS_BASE_OK, &object_class)

/* ----------------------------------------------------------------- reversed */
/* The reverse iterator of a type that has its own; UNSET for others. */
static Value reversed_builtin(Value v) {
  switch (is_ptr(v) ? (int)(v >> 32 & 0xFFFF) : 0) {
  case T_LIST: return list_iter_new(v, true);
  case T_RANGE: return range_iter_new((Range *)as_obj(v), true);
  case T_DICT: return dict_iter_new((Dict *)as_obj(v), DICT_KEYS, true);
  case T_OTHER: return is_dict_view(v) ? dict_view_reversed(v) : UNSET;
  default: return UNSET;
  }
}

static bool is_sequence(Value v) {
  if (has_tag(v, T_INSTANCE)) return !as_dict(v) && class_lookup(class_of(v), S(__getitem__)) != UNSET;
  return is_ptr(v) && class_of(v)->slots->getitem && class_of(v)->slots->len;
}

static Value reversed_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  if (cls == &reversed_class && !no_keywords("reversed", kwnames)) return RAISED;
  if (!check_arity("reversed", n, 1, 1)) return RAISED;
  Value it = reversed_builtin(args[0]);
  if (it != UNSET) return it;
  Value method = lookup_special(args[0], S(__reversed__));
  if (method == RAISED) return RAISED;
  if (method != UNSET && method != NONE) {
    it = call0(method);
    decref(method);
    return it;
  }
  it = method == NONE ? UNSET : reversed_builtin(unwrap(args[0]));
  if (it != UNSET) return it;
  if (method == NONE || !is_sequence(args[0])) return raise_error(&TypeError_class, "'%T' object is not reversible", args[0]);
  int64_t length = op_len(args[0]);
  if (length < 0) return RAISED;
  it = adapter_new(&reversed_class, incref(args[0]), UNSET);
  if (it != RAISED) self_adapter(it)->index = length - 1;
  return it;
}

/* source[index], ending the iteration at IndexError or StopIteration. */
static Value adapter_item(Adapter *a) {
  Value source = incref(a->source); /* __getitem__ may exhaust this very iterator */
  Value item = op_getitem_slow(source, small_int_value(a->index));
  decref(source);
  if (item != RAISED || stop_or_raise(&IndexError_class) == RAISED) return item;
  return adapter_finish(a);
}

static Value reversed_next(Value self) {
  Adapter *a = self_adapter(self);
  if (a->source == UNSET) return DONE;
  if (a->index < 0) return adapter_finish(a);
  Value item = adapter_item(a);
  a->index--;
  return item;
}

static Value reversed_hint(Value self) {
  Adapter *a = self_adapter(self);
  int64_t n = a->source == UNSET ? 0 : op_len(a->source);
  if (n < 0) return RAISED;
  return small_int_value(n < a->index + 1 ? 0 : a->index + 1);
}

static const Slots reversed_slots = {ADAPTER, .next = reversed_next, .make = reversed_make};
CLASS_DEFINE(reversed, "reversed", T_OTHER, CLASS_BASE_OK, &object_class)

METHOD(reversed, __length_hint__, CALL_NONE, 0, 0, 0, reversed_hint)

/* --------------------------------------------------------- iter()'s iterators */
Value callable_iter_new(Value f, Value sentinel) { return adapter_new(&callable_iterator_class, incref(f), incref(sentinel)); }

static Value callable_next(Value self) {
  Adapter *a = self_adapter(self);
  if (a->source == UNSET) return DONE;
  Value f = incref(a->source), v = call0(f);
  decref(f);
  if (v == RAISED) return stop_or_raise(NULL) == RAISED ? RAISED : adapter_finish(a);
  if (a->source == UNSET) { /* the call itself exhausted this iterator */
    decref(v);
    return DONE;
  }
  Value sentinel = incref(a->extra);
  int same = op_eq(sentinel, v);
  decref(sentinel);
  if (same == 0) return v;
  decref(v);
  return same < 0 ? RAISED : adapter_finish(a);
}

static const Slots callable_iterator_slots = {ADAPTER, .next = callable_next};
CLASS_DEFINE(callable_iterator, "callable_iterator", T_OTHER, 0, &object_class)

Value sequence_iter_new(Value sequence) { return adapter_new(&iterator_class, incref(sequence), UNSET); }

static Value sequence_next(Value self) {
  Adapter *a = self_adapter(self);
  if (a->source == UNSET) return DONE;
  Value item = adapter_item(a);
  a->index++;
  return item;
}

static const Slots iterator_slots = {ADAPTER, .next = sequence_next};
CLASS_DEFINE(iterator, "iterator", T_OTHER, 0, &object_class)
