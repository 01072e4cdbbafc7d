/* dict_views.c: what dict.keys(), values() and items() give.
 *
 * Keys and items are sets in behaviour; their operators give new sets, built in
 * the order CPython builds them, since that order shows when they are printed.
 */
#include "instance.h"
#include "iterators.h"
#include "ops.h"
#include "set.h"

typedef struct DictView {
  Obj h;
  Dict *dict;
  uint8_t kind; /* DICT_* */
} DictView;

static DictView *view_of(Value v) { return (DictView *)as_obj(v); }
static bool is_keys(Value v) { return class_of(v) == &dict_keys_class; }
static bool is_items(Value v) { return class_of(v) == &dict_items_class; }
static bool is_set_view(Value v) { return has_tag(v, T_OTHER) && (is_keys(v) || is_items(v)); }
bool is_dict_view(Value v) { return is_set_view(v) || class_of(v) == &dict_values_class; }

static Value view_new(Class *cls, Value dict, int kind) {
  DictView *view = obj_alloc(cls, sizeof(DictView));
  if (!view) return raise_memory_error();
  view->dict = (Dict *)as_obj(incref(dict));
  view->kind = (uint8_t)kind;
  return tagged(view, T_OTHER);
}

static Value dict_keys_method(Value self) { return view_new(&dict_keys_class, self, DICT_KEYS); }
static Value dict_values_method(Value self) { return view_new(&dict_values_class, self, DICT_VALUES); }
static Value dict_items_method(Value self) { return view_new(&dict_items_class, self, DICT_ITEMS); }

/* ------------------------------------------------------------- shared slots */
static void view_dealloc(Obj *o) {
  if (mem_dealloc_deferred(o)) return;
  obj_decref(((DictView *)o)->dict);
  obj_release(o, sizeof(DictView));
}

static void view_traverse(Obj *o, Visit visit, void *arg) { visit(tagged(((DictView *)o)->dict, T_DICT), arg); }

static int64_t view_len(Value self) { return view_of(self)->dict->used; }

static Value view_iter(Value self) { return dict_iter_new(view_of(self)->dict, view_of(self)->kind, false); }

Value dict_view_reversed(Value self) { return dict_iter_new(view_of(self)->dict, view_of(self)->kind, true); }

static Value view_repr(Value self) {
  int entered = repr_enter(self);
  if (entered <= 0) return entered < 0 ? RAISED : str_from_cstr("...");
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, class_of(self)->name);
  buf_cstr(&b, "(");
  Value list = list_from_iterable(self);
  bool ok = list != RAISED && buf_repr(&b, list);
  if (list != RAISED) decref(list);
  repr_leave(self);
  if (!ok) {
    buf_discard(&b);
    return RAISED;
  }
  buf_cstr(&b, ")");
  return buf_finish(&b);
}

static int keys_contains(Value self, Value key) { return dict_contains(view_of(self)->dict, key); }

static int items_contains(Value self, Value item) {
  Tuple *pair = as_tuple(item);
  if (!pair || pair->n != 2) return 0;
  Value v = dict_get(view_of(self)->dict, pair->items[0]);
  if (v == RAISED || v == UNSET) return v == RAISED ? -1 : 0;
  incref(v);
  int same = op_eq(v, pair->items[1]);
  decref(v);
  return same;
}

static int set_view_contains(Value self, Value item) {
  return is_keys(self) ? keys_contains(self, item) : items_contains(self, item);
}

/* --------------------------------------------------------------- comparison */
/* Is every item of `a` in `b`? */
static int all_contained(Value a, Value b) {
  Value it = op_iter(a);
  if (it == RAISED) return -1;
  int ok = 1;
  while (ok > 0) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    ok = item == RAISED ? -1 : op_contains(b, item);
    if (item != RAISED) decref(item);
  }
  decref(it);
  return ok;
}

static Value view_compare(CompareOp op, Value a, Value b) {
  if (!is_set_view(a)) { /* the reflected call: b is the view */
    static const CompareOp swapped[] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};
    Value v = a;
    a = b;
    b = v;
    op = swapped[op];
  }
  if (!is_set_view(b) && !as_any_set(b)) return NOT_IMPLEMENTED;
  int64_t n_a = op_len(a), n_b = op_len(b);
  if (n_a < 0 || n_b < 0) return RAISED;
  int ok = 0;
  switch (op) {
  case CMP_EQ:
  case CMP_NE: ok = n_a == n_b ? all_contained(a, b) : 0; break;
  case CMP_LT: ok = n_a < n_b ? all_contained(a, b) : 0; break;
  case CMP_LE: ok = n_a <= n_b ? all_contained(a, b) : 0; break;
  case CMP_GT: ok = n_a > n_b ? all_contained(b, a) : 0; break;
  case CMP_GE: ok = n_a >= n_b ? all_contained(b, a) : 0; break;
  }
  return ok < 0 ? RAISED : bool_value(ok == (op != CMP_NE));
}

/* ---------------------------------------------------------------- operators */
/* A set of v's items; of a keys view straight from the dict, whose hashes are known. */
static Value to_set(Value v) {
  Value set = set_new();
  if (set == RAISED) return RAISED;
  if (set_update(set, is_keys(v) ? tagged(view_of(v)->dict, T_DICT) : v)) return set;
  decref(set);
  return RAISED;
}

/* Runs a set method that changes `set` (taken) on `other`. */
static Value change(Value set, bool (*method)(Value, Value), Value other) {
  if (set == RAISED || method(set, other)) return set;
  decref(set);
  return RAISED;
}

static Value set_view_and(Value a, Value b) {
  if (!is_set_view(a)) {
    Value v = a;
    a = b;
    b = v;
  }
  if (has_tag(b, T_SET) && view_len(a) <= op_len(b)) return set_intersection(b, a);
  if (is_set_view(b) && view_len(b) > view_len(a)) {
    Value v = a;
    a = b;
    b = v;
  }
  Value result = set_new();
  if (result == RAISED) return RAISED;
  Value it = op_iter(b);
  bool ok = it != RAISED;
  while (ok) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    int found = item == RAISED ? -1 : set_view_contains(a, item);
    ok = found >= 0 && (!found || set_add(result, item));
    if (item != RAISED) decref(item);
  }
  if (it != RAISED) decref(it);
  if (ok) return result;
  decref(result);
  return RAISED;
}

/* The pairs of `bigger` that `rest` (a copy of the smaller dict) lacks go to `result`; the others leave `rest`. */
static bool items_xor_step(Dict *bigger, Dict *rest, Value result) {
  for (uint32_t i = 0; i < bigger->n_entries; i++) {
    DictEntry e = bigger->entries[i];
    if (e.key == UNSET) continue;
    Value pair = op_tuple((Value[]){incref(e.key), incref(e.value)}, 2);
    if (pair == RAISED) return false;
    Value other = dict_get_hashed(rest, e.key, e.hash);
    int same = other == RAISED ? -1 : 0;
    if (other != UNSET && other != RAISED) {
      incref(other);
      same = op_eq(other, e.value);
      decref(other);
    }
    bool ok = same > 0 ? dict_delete_hashed(rest, e.key, e.hash) >= 0 : same == 0 && set_add(result, pair);
    decref(pair);
    if (!ok) return false;
  }
  return true;
}

static Value items_xor(Value a, Value b) {
  Dict *smaller = view_of(a)->dict, *bigger = view_of(b)->dict;
  if (smaller->used > bigger->used) {
    Dict *d = smaller;
    smaller = bigger;
    bigger = d;
  }
  Value rest = dict_copy(smaller);
  if (rest == RAISED) return RAISED;
  Value result = set_new(), items = UNSET;
  bool ok = result != RAISED && items_xor_step(bigger, (Dict *)as_obj(rest), result);
  if (ok) {
    items = dict_items_method(rest);
    ok = items != RAISED && set_update(result, items);
    if (items != RAISED) decref(items);
  }
  decref(rest);
  if (ok) return result;
  if (result != RAISED) decref(result);
  return RAISED;
}

static Value set_view_binary(BinaryOp op, Value a, Value b) {
  switch (op) {
  case BIN_SUB: return change(to_set(a), set_difference_update, b);
  case BIN_OR: return change(to_set(a), set_update, b);
  case BIN_AND: return set_view_and(a, b);
  case BIN_XOR: return is_items(a) && is_items(b) ? items_xor(a, b) : change(to_set(a), set_symmetric_difference_update, b);
  default: return NOT_IMPLEMENTED;
  }
}

static Value view_isdisjoint(Value self, Value other) {
  if (self == other) return bool_value(view_len(self) == 0);
  Value haystack = self;
  if (as_any_set(other) || is_set_view(other)) {
    int64_t n = op_len(other);
    if (n < 0) return RAISED;
    if (n > view_len(self)) {
      haystack = other;
      other = self;
    }
  }
  Value it = op_iter(other);
  if (it == RAISED) return RAISED;
  int found = 0;
  while (found == 0) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    found = item == RAISED ? -1 : op_contains(haystack, item);
    if (item != RAISED) decref(item);
  }
  decref(it);
  return found < 0 ? RAISED : bool_value(!found);
}

static Value view_mapping(Value self) { return mappingproxy_new(tagged(view_of(self)->dict, T_DICT)); }

#define SHARED .dealloc = view_dealloc, .traverse = view_traverse, .repr = view_repr, .len = view_len, .iter = view_iter
#define SET_LIKE .hash = hash_unhashable, .compare = view_compare, .binary = set_view_binary
static const Slots dict_keys_slots = {SHARED, SET_LIKE, .contains = keys_contains};
static const Slots dict_items_slots = {SHARED, SET_LIKE, .contains = items_contains};
static const Slots dict_values_slots = {SHARED};
CLASS_DEFINE(dict_keys, "dict_keys", T_OTHER, CLASS_UNHASHABLE, &object_class)
CLASS_DEFINE(dict_items, "dict_items", T_OTHER, CLASS_UNHASHABLE, &object_class)
CLASS_DEFINE(dict_values, "dict_values", T_OTHER, 0, &object_class)

METHOD(dict, items, CALL_NONE, 0, 0, 0, dict_items_method)
METHOD(dict, keys, CALL_NONE, 0, 0, 0, dict_keys_method)
METHOD(dict, values, CALL_NONE, 0, 0, 0, dict_values_method)
METHOD(dict_items, isdisjoint, CALL_ONE, 1, 1, 0, view_isdisjoint)
METHOD(dict_items, __reversed__, CALL_NONE, 0, 0, 0, dict_view_reversed)
METHOD(dict_keys, isdisjoint, CALL_ONE, 1, 1, 0, view_isdisjoint)
METHOD(dict_keys, __reversed__, CALL_NONE, 0, 0, 0, dict_view_reversed)
METHOD(dict_values, __reversed__, CALL_NONE, 0, 0, 0, dict_view_reversed)
GETTER(dict_items, mapping, view_mapping)
GETTER(dict_keys, mapping, view_mapping)
GETTER(dict_values, mapping, view_mapping)
