/* set_methods.c: the slots, methods and iterator of set and frozenset. */
#include "dict.h"
#include "instance.h"
#include "iterators.h"
#include "sequence.h"
#include "set.h"

static Set *self_set(Value v) { return (Set *)as_obj(v); }

/* -------------------------------------------------------------------- slots */
static void set_dealloc(Obj *o) {
  if (mem_dealloc_deferred(o)) return;
  set_clear_items((Set *)o);
  obj_release(o, sizeof(Set));
}

static void set_traverse(Obj *o, Visit visit, void *arg) {
  SetEntry e;
  for (uint32_t pos = 0; set_next((Set *)o, &pos, &e);) visit(e.key, arg);
}

static void set_clear_slot(Obj *o) { set_clear_items((Set *)o); }

static void write_type_name(StrBuf *b, Value self) {
  Value name = class_name(class_of(self));
  if (name == RAISED) {
    b->failed = true;
    exc_clear();
    return;
  }
  buf_str(b, as_str(name));
  decref(name);
}

static bool write_items(StrBuf *b, Value self) {
  Value list = list_from_iterable(set_value_of(as_any_set(self)));
  if (list == RAISED) return false;
  List *l = (List *)as_obj(list);
  bool ok = true;
  for (uint32_t i = 0; ok && i < l->n; i++) {
    if (i) buf_cstr(b, ", ");
    ok = buf_repr(b, l->items[i]);
  }
  decref(list);
  return ok;
}

/* self: the instance when of a subclass, for its class's name. */
static Value set_repr(Value self) {
  bool named = class_of(self) != &set_class || as_any_set(self)->used == 0, ok = true;
  int entered = as_any_set(self)->used ? repr_enter(self) : 0;
  if (entered < 0) return RAISED;
  StrBuf b;
  buf_init(&b);
  if (named || !entered) {
    write_type_name(&b, self);
    buf_cstr(&b, "(");
  }
  if (entered) {
    buf_cstr(&b, "{");
    ok = write_items(&b, self);
    buf_cstr(&b, "}");
    repr_leave(self);
  } else if (as_any_set(self)->used) {
    buf_cstr(&b, "...");
  }
  if (!ok) {
    buf_discard(&b);
    return RAISED;
  }
  if (named || !entered) buf_cstr(&b, ")");
  return buf_finish(&b);
}

static int64_t set_len(Value self) { return as_any_set(self)->used; }

static uint64_t shuffle_bits(uint64_t h) { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; }

/* CPython's frozenset_hash: independent of order, spread for nested sets. */
static bool frozenset_hash(Value self, int64_t *out) {
  Set *s = as_any_set(self);
  if (s->hash == -1) {
    uint64_t h = 0;
    SetEntry e;
    for (uint32_t pos = 0; set_next(s, &pos, &e);) h ^= shuffle_bits((uint64_t)e.hash);
    h ^= ((uint64_t)s->used + 1) * 1927868237u;
    h ^= (h >> 11) ^ (h >> 25);
    h = h * 69069u + 907133923u;
    s->hash = h == UINT64_MAX ? 590923713 : (int64_t)h;
  }
  *out = s->hash;
  return true;
}

static Value set_iter(Value self);

static Value set_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  if (cls == &set_class && !no_keywords("set", kwnames)) return RAISED;
  if (!check_arity("set", n, 0, 1)) return RAISED;
  Value v = set_new();
  if (v == RAISED || n == 0 || set_update(v, args[0])) return v;
  decref(v);
  return RAISED;
}

static Value frozenset_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  if (cls == &frozenset_class && !no_keywords("frozenset", kwnames)) return RAISED;
  if (!check_arity("frozenset", n, 0, 1)) return RAISED;
  return n ? frozenset_from_iterable(args[0]) : set_make_empty(&frozenset_class);
}

#define SHARED                                                                                                       \
  .dealloc = set_dealloc, .traverse = set_traverse, .clear = set_clear_slot, .repr = set_repr, .compare = set_compare, \
  .len = set_len, .contains = set_contains, .iter = set_iter, .binary = set_binary
static const Slots set_slots = {SHARED, .hash = hash_unhashable, .inplace = set_inplace, .make = set_make};
static const Slots frozenset_slots = {SHARED, .hash = frozenset_hash, .make = frozenset_make};
CLASS_DEFINE(set, "set", T_SET, CLASS_BASE_OK | CLASS_UNHASHABLE, &object_class)
CLASS_DEFINE(frozenset, "frozenset", T_FROZENSET, CLASS_BASE_OK, &object_class)

/* ----------------------------------------------------- methods of both types */
static Value set_copy_method(Value self) { return set_copy_of(self_set(self)); }

static Value frozenset_copy_method(Value self) { return incref(self); }

static Value set_union_method(Value self, Value *args, uint32_t n) {
  Value result = set_copy_of(self_set(self));
  for (uint32_t i = 0; result != RAISED && i < n; i++) {
    if (args[i] != self && !set_update(result, args[i])) {
      decref(result);
      return RAISED;
    }
  }
  return result;
}

static Value set_intersection_method(Value self, Value *args, uint32_t n) {
  if (n == 0) return set_copy_of(self_set(self));
  Value result = incref(self);
  for (uint32_t i = 0; result != RAISED && i < n; i++) {
    Value next = set_intersection(result, args[i]);
    decref(result);
    result = next;
  }
  return result;
}

static Value set_difference_method(Value self, Value *args, uint32_t n) {
  if (n == 0) return set_copy_of(self_set(self));
  Value result = set_difference(self, args[0]);
  for (uint32_t i = 1; result != RAISED && i < n; i++) {
    if (!set_difference_update(result, args[i])) {
      decref(result);
      return RAISED;
    }
  }
  return result;
}

static Value set_symmetric_difference_method(Value self, Value other) {
  Value result = set_make_empty(self_set(self)->h.cls);
  if (result == RAISED) return RAISED;
  if (set_update(result, other) && set_symmetric_difference_update(result, self)) return result;
  decref(result);
  return RAISED;
}

static int disjoint_sets(Set *walked, Set *searched) {
  SetEntry e;
  for (uint32_t pos = 0; set_next(walked, &pos, &e);) {
    incref(e.key);
    int found = set_contains_hashed(searched, e.key, e.hash);
    decref(e.key);
    if (found) return found < 0 ? -1 : 0;
  }
  return 1;
}

/* Walks `other` until an item whose membership in s is `wanted`: 1 found, 0 not, -1 raised. */
static int any_item(Set *s, Value other, int wanted) {
  Value it = op_iter(other);
  if (it == RAISED) return -1;
  int result = 0;
  while (result == 0) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    int64_t hash;
    int found = item != RAISED && key_hash(item, &hash) ? set_contains_hashed(s, item, hash) : -1;
    result = found < 0 ? -1 : found == wanted;
    if (item != RAISED) decref(item);
  }
  decref(it);
  return result;
}

static Value set_isdisjoint_method(Value self, Value other) {
  Set *s = self_set(self), *o = as_any_set(other);
  int disjoint;
  if (s == o) disjoint = s->used == 0;
  else if (o) disjoint = o->used > s->used ? disjoint_sets(s, o) : disjoint_sets(o, s);
  else if ((disjoint = any_item(s, other, 1)) >= 0) disjoint = !disjoint;
  return disjoint < 0 ? RAISED : bool_value(disjoint);
}

static Value set_issubset_method(Value self, Value other) {
  Set *s = self_set(self), *o = as_any_set(other);
  if (o) {
    int subset = set_is_subset(s, o);
    return subset < 0 ? RAISED : bool_value(subset);
  }
  Value common = set_intersection(self, other);
  if (common == RAISED) return RAISED;
  bool subset = self_set(common)->used == s->used;
  decref(common);
  return bool_value(subset);
}

static Value set_issuperset_method(Value self, Value other) {
  Set *s = self_set(self), *o = as_any_set(other);
  int superset = o ? set_is_subset(o, s) : any_item(s, other, 0);
  if (superset < 0) return RAISED;
  return bool_value(o ? superset : !superset);
}

/* ------------------------------------------------------------ methods of set */
static Value set_add_method(Value self, Value v) { return set_add(self, v) ? NONE : RAISED; }

static Value set_clear_method(Value self) {
  set_clear_items(self_set(self));
  return NONE;
}

/* 1 removed, 0 absent, -1 raised; a set is looked for as a frozenset. */
static int set_remove_key(Set *s, Value v) {
  int64_t hash;
  if (key_hash(v, &hash)) return set_discard_hashed(s, v, hash);
  Value frozen = set_lookup_key(v);
  if (frozen == RAISED) return -1;
  int removed = op_hash(frozen, &hash) ? set_discard_hashed(s, frozen, hash) : -1;
  decref(frozen);
  return removed;
}

static Value set_discard_method(Value self, Value v) { return set_remove_key(self_set(self), v) < 0 ? RAISED : NONE; }

static Value set_remove_method(Value self, Value v) {
  int removed = set_remove_key(self_set(self), v);
  if (removed == 0) return raise_key_error(v);
  return removed < 0 ? RAISED : NONE;
}

static Value set_pop_method(Value self) {
  Value v;
  return set_pop_item(self_set(self), &v) ? v : raise_error(&KeyError_class, "pop from an empty set");
}

static Value set_update_method(Value self, Value *args, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    if (!set_update(self, args[i])) return RAISED;
  }
  return NONE;
}

static Value set_difference_update_method(Value self, Value *args, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    if (!set_difference_update(self, args[i])) return RAISED;
  }
  return NONE;
}

static Value set_intersection_update_method(Value self, Value *args, uint32_t n) {
  Value common = set_intersection_method(self, args, n);
  if (common == RAISED) return RAISED;
  set_swap(self_set(self), self_set(common));
  decref(common);
  return NONE;
}

static Value set_symmetric_difference_update_method(Value self, Value other) {
  return set_symmetric_difference_update(self, other) ? NONE : RAISED;
}

METHOD(set, add, CALL_ONE, 1, 1, 0, set_add_method)
METHOD(set, clear, CALL_NONE, 0, 0, 0, set_clear_method)
METHOD(set, copy, CALL_NONE, 0, 0, 0, set_copy_method)
METHOD(set, difference, CALL_ANY, 0, 255, 0, set_difference_method)
METHOD(set, difference_update, CALL_ANY, 0, 255, 0, set_difference_update_method)
METHOD(set, discard, CALL_ONE, 1, 1, 0, set_discard_method)
METHOD(set, intersection, CALL_ANY, 0, 255, 0, set_intersection_method)
METHOD(set, intersection_update, CALL_ANY, 0, 255, 0, set_intersection_update_method)
METHOD(set, isdisjoint, CALL_ONE, 1, 1, 0, set_isdisjoint_method)
METHOD(set, issubset, CALL_ONE, 1, 1, 0, set_issubset_method)
METHOD(set, issuperset, CALL_ONE, 1, 1, 0, set_issuperset_method)
METHOD(set, pop, CALL_NONE, 0, 0, 0, set_pop_method)
METHOD(set, remove, CALL_ONE, 1, 1, 0, set_remove_method)
METHOD(set, symmetric_difference, CALL_ONE, 1, 1, 0, set_symmetric_difference_method)
METHOD(set, symmetric_difference_update, CALL_ONE, 1, 1, 0, set_symmetric_difference_update_method)
METHOD(set, union, CALL_ANY, 0, 255, 0, set_union_method)
METHOD(set, update, CALL_ANY, 0, 255, 0, set_update_method)
METHOD(frozenset, copy, CALL_NONE, 0, 0, 0, frozenset_copy_method)
METHOD(frozenset, difference, CALL_ANY, 0, 255, 0, set_difference_method)
METHOD(frozenset, intersection, CALL_ANY, 0, 255, 0, set_intersection_method)
METHOD(frozenset, isdisjoint, CALL_ONE, 1, 1, 0, set_isdisjoint_method)
METHOD(frozenset, issubset, CALL_ONE, 1, 1, 0, set_issubset_method)
METHOD(frozenset, issuperset, CALL_ONE, 1, 1, 0, set_issuperset_method)
METHOD(frozenset, symmetric_difference, CALL_ONE, 1, 1, 0, set_symmetric_difference_method)
METHOD(frozenset, union, CALL_ANY, 0, 255, 0, set_union_method)

/* ----------------------------------------------------------------- iterator */
typedef struct SetIter {
  Obj h;
  Set *set;      /* NULL: exhausted */
  uint32_t slot;
  uint32_t used; /* size the set must still have; UINT32_MAX once it changed */
  uint32_t remaining;
} SetIter;

static Value set_iter(Value self) {
  SetIter *it = obj_alloc(&set_iterator_class, sizeof(SetIter));
  if (!it) return raise_memory_error();
  Set *s = as_any_set(self);
  obj_incref(s);
  it->set = s;
  it->slot = 0;
  it->used = it->remaining = s->used;
  return tagged(it, T_OTHER);
}

Value set_iter_at(Value set, uint32_t slot, uint32_t used) {
  Value v = set_iter(set);
  if (v == RAISED) return v;
  SetIter *it = (SetIter *)as_obj(v);
  SetEntry e;
  it->slot = slot;
  it->used = used;
  for (it->remaining = 0; set_next(it->set, &slot, &e);) it->remaining++;
  return v;
}

static void set_iter_drop(SetIter *it) {
  Set *s = it->set;
  it->set = NULL;
  if (s) obj_decref(s);
}

static Value set_iter_next(Value self) {
  SetIter *it = (SetIter *)as_obj(self);
  Set *s = it->set;
  if (!s) return DONE;
  if (it->used != s->used) {
    it->used = UINT32_MAX;
    return raise_error(&RuntimeError_class, "Set changed size during iteration");
  }
  SetEntry e;
  if (set_next(s, &it->slot, &e)) {
    it->remaining--;
    return incref(e.key);
  }
  set_iter_drop(it);
  return DONE;
}

static void set_iter_dealloc(Obj *o) {
  set_iter_drop((SetIter *)o);
  obj_release(o, sizeof(SetIter));
}

static void set_iter_traverse(Obj *o, Visit visit, void *arg) {
  SetIter *it = (SetIter *)o;
  if (it->set) visit(set_value_of(it->set), arg);
}

static void set_iter_clear(Obj *o) { set_iter_drop((SetIter *)o); }

static Value set_iter_hint(Value self) {
  SetIter *it = (SetIter *)as_obj(self);
  return small_int_value(it->set && it->used == it->set->used ? it->remaining : 0);
}

static const Slots set_iterator_slots = {.dealloc = set_iter_dealloc, .traverse = set_iter_traverse, .clear = set_iter_clear,
                                         .iter = iter_self, .next = set_iter_next};
CLASS_DEFINE(set_iterator, "set_iterator", T_OTHER, 0, &object_class)

METHOD(set_iterator, __length_hint__, CALL_NONE, 0, 0, 0, set_iter_hint)
