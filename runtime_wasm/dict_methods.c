/* dict_methods.c: the slots and methods of dict, and updating from any mapping. */
#include "instance.h"
#include "iterators.h"
#include "ops.h"
#include "sequence.h"

static Dict *self_dict(Value self) { return (Dict *)as_obj(self); }

bool overrides(Value v, const Class *base, Str *name) {
  const Class *c = class_of(v);
  for (uint32_t i = 0; (c = class_mro_at(class_of(v), i)) && c != base; i++) {
    if (c->dict && dict_get_str(c->dict, name) != UNSET) return true;
  }
  return false;
}

/* ----------------------------------------------------------------- updating */
/* The keys of a mapping, as a list. `keys` is its bound keys method. */
static Value mapping_keys(Value mapping, Value keys) {
  Value view = call0(keys);
  if (view == RAISED) return RAISED;
  Value it = op_iter(view);
  if (it == RAISED && exc_matches(&TypeError_class)) {
    exc_clear();
    raise_error(&TypeError_class, "%T.keys() returned a non-iterable (type %T)", mapping, view);
  }
  decref(view);
  if (it == RAISED) return RAISED;
  Value list = list_from_iterable(it);
  decref(it);
  return list;
}

static bool merge_mapping(Dict *d, Value mapping, Value keys) {
  Value list = mapping_keys(mapping, keys);
  if (list == RAISED) return false;
  List *l = (List *)as_obj(list);
  bool ok = true;
  for (uint32_t i = 0; ok && i < l->n; i++) {
    Value v = op_getitem_slow(mapping, l->items[i]);
    ok = v != RAISED && dict_set(d, l->items[i], v);
    if (v != RAISED) decref(v);
  }
  decref(list);
  return ok;
}

static bool merge_pair(Dict *d, Value item, uint32_t position) {
  if (has_tag(item, T_TUPLE) && ((Tuple *)as_obj(item))->n == 2) {
    const Value *both = ((Tuple *)as_obj(item))->items;
    return dict_set(d, both[0], both[1]);
  }
  Value pair = sequence_fast(item, NULL);
  if (pair == RAISED) {
    if (exc_matches(&TypeError_class)) {
      exc_clear();
      raise_error(&TypeError_class, "cannot convert dictionary update sequence element #%u to a sequence", position);
    }
    return false;
  }
  uint32_t n;
  Value *items = fast_items(pair, &n);
  bool ok = n == 2;
  if (!ok) {
    raise_error(&ValueError_class, "dictionary update sequence element #%u has length %u; 2 is required", position, n);
  } else {
    Value key = incref(items[0]), v = incref(items[1]); /* comparing keys may change a list */
    ok = dict_set(d, key, v);
    decref(key);
    decref(v);
  }
  decref(pair);
  return ok;
}

static bool merge_pairs(Dict *d, Value pairs) {
  Value it = op_iter(pairs);
  if (it == RAISED) return false;
  bool ok = true;
  for (uint32_t i = 0; ok; i++) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    ok = item != RAISED && merge_pair(d, item, i);
    if (item != RAISED) decref(item);
  }
  decref(it);
  return ok;
}

/* A dict whose entries may be read directly: exact, or of a subclass that iterates as dict does. */
static Dict *plain_dict(Value v) {
  Dict *d = as_dict(v);
  return d && (has_tag(v, T_DICT) || !overrides(v, &dict_class, S(__iter__))) ? d : NULL;
}

bool dict_update(Dict *d, Value other) {
  Dict *plain = plain_dict(other);
  if (plain) return dict_merge_dict(d, plain, true);
  Value keys;
  int found = op_lookup_attr(other, S(keys), &keys);
  if (found <= 0) return found == 0 && merge_pairs(d, other);
  bool ok = merge_mapping(d, other, keys);
  decref(keys);
  return ok;
}

bool dict_merge_kwargs(Dict *d, Value other, Value f) {
  Value added = dict_new();
  if (added == RAISED) return false;
  Dict *a = self_dict(added), *plain = plain_dict(other);
  Value keys;
  int found = plain ? 1 : op_lookup_attr(other, S(keys), &keys);
  bool ok = found > 0;
  if (found == 0) {
    raise_callee_error(f, "%S argument after ** must be a mapping, not %T", other);
  } else if (plain) {
    ok = dict_merge_dict(a, plain, true);
  } else if (ok) {
    ok = merge_mapping(a, other, keys);
    decref(keys);
  }
  for (uint32_t i = 0; ok && i < a->n_entries; i++) {
    const DictEntry *e = &a->entries[i];
    Value present = dict_get_hashed(d, e->key, e->hash);
    ok = present == UNSET && dict_set_hashed(d, e->key, e->hash, e->value);
    if (present != UNSET && present != RAISED) raise_callee_error(f, "%S got multiple values for keyword argument '%S'", e->key);
  }
  decref(added);
  return ok;
}

/* Adds the keyword arguments of a call: their values stand behind the n positional ones. */
static bool add_keywords(Dict *d, const Value *values, Value kwnames) {
  if (kwnames == NONE) return true;
  Tuple *names = as_tuple(kwnames);
  for (uint32_t i = 0; i < names->n; i++) {
    if (!dict_set(d, names->items[i], values[i])) return false;
  }
  return true;
}

/* -------------------------------------------------------------------- slots */
static void dict_dealloc(Obj *o) {
  if (mem_dealloc_deferred(o)) return;
  dict_clear((Dict *)o);
  obj_release(o, sizeof(Dict));
}

static void dict_traverse(Obj *o, Visit visit, void *arg) {
  Value key, v;
  for (uint32_t pos = 0; dict_next((Dict *)o, &pos, &key, &v);) {
    visit(key, arg);
    visit(v, arg);
  }
}

static void dict_clear_slot(Obj *o) { dict_clear((Dict *)o); }

static bool write_pair(StrBuf *b, Value key, Value v) {
  incref(key);
  incref(v);
  bool ok = buf_repr(b, key);
  if (ok) {
    buf_cstr(b, ": ");
    ok = buf_repr(b, v);
  }
  decref(key);
  decref(v);
  return ok;
}

static Value dict_repr(Value self) {
  Dict *d = as_dict(self);
  int entered = repr_enter(self);
  if (entered <= 0) return entered < 0 ? RAISED : str_from_cstr("{...}");
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "{");
  bool ok = true, first = true;
  Value key, v;
  for (uint32_t pos = 0; ok && dict_next(d, &pos, &key, &v); first = false) {
    if (!first) buf_cstr(&b, ", ");
    ok = write_pair(&b, key, v);
  }
  repr_leave(self);
  if (!ok) {
    buf_discard(&b);
    return RAISED;
  }
  buf_cstr(&b, "}");
  return buf_finish(&b);
}

/* 1 equal, 0 different, -1 raised. */
static int dict_equal(Dict *a, Dict *b) {
  if (a->used != b->used) return 0;
  for (uint32_t i = 0; i < a->n_entries; i++) {
    DictEntry e = a->entries[i];
    if (e.key == UNSET) continue;
    incref(e.key);
    incref(e.value);
    Value v = dict_get_hashed(b, e.key, e.hash);
    int same = v == RAISED ? -1 : 0;
    if (v != UNSET && v != RAISED) {
      incref(v);
      same = op_eq(v, e.value);
      decref(v);
    }
    decref(e.key);
    decref(e.value);
    if (same <= 0) return same;
  }
  return 1;
}

static Value dict_compare(CompareOp op, Value va, Value vb) {
  Dict *a = as_dict(va), *b = as_dict(vb);
  if (!a || !b || (op != CMP_EQ && op != CMP_NE)) return NOT_IMPLEMENTED;
  int same = dict_equal(a, b);
  return same < 0 ? RAISED : bool_value(same == (op == CMP_EQ));
}

static int64_t dict_len(Value self) { return as_dict(self)->used; }

/* __missing__ of a subclass is the business of its instances (instance_slots.c). */
Value dict_getitem(Value self, Value key) {
  Value v = dict_get(as_dict(self), key);
  if (v == RAISED) return RAISED;
  return v == UNSET ? raise_key_error(key) : incref(v);
}

static bool dict_setitem(Value self, Value key, Value v) {
  Dict *d = as_dict(self);
  if (v != UNSET) return dict_set(d, key, v);
  int deleted = dict_delete(d, key);
  if (deleted == 0) raise_key_error(key);
  return deleted > 0;
}

static int dict_contains_slot(Value self, Value key) { return dict_contains(as_dict(self), key); }

static Value dict_iter(Value self) { return dict_iter_new(as_dict(self), DICT_KEYS, false); }

static Value dict_binary(BinaryOp op, Value va, Value vb) {
  Dict *a = as_dict(va);
  if (op != BIN_OR || !a || !as_dict(vb)) return NOT_IMPLEMENTED;
  Value result = dict_copy(a);
  if (result == RAISED || dict_update(self_dict(result), vb)) return result;
  decref(result);
  return RAISED;
}

static Value dict_inplace(BinaryOp op, Value a, Value b) {
  if (op != BIN_OR) return NOT_IMPLEMENTED;
  return dict_update(as_dict(a), b) ? a : RAISED;
}

static Value dict_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  if (!check_arity("dict", n, 0, 1)) return RAISED;
  Value d = dict_new();
  if (d == RAISED) return RAISED;
  if ((n && !dict_update(self_dict(d), args[0])) || !add_keywords(self_dict(d), args + n, kwnames)) {
    decref(d);
    return RAISED;
  }
  return d;
}

static const Slots dict_slots = {
    .dealloc = dict_dealloc, .traverse = dict_traverse, .clear = dict_clear_slot, .repr = dict_repr, .hash = hash_unhashable,
    .compare = dict_compare, .len = dict_len, .getitem = dict_getitem, .setitem = dict_setitem, .contains = dict_contains_slot,
    .iter = dict_iter, .binary = dict_binary, .inplace = dict_inplace, .make = dict_make,
};
CLASS_DEFINE(dict, "dict", T_DICT, CLASS_BASE_OK | CLASS_UNHASHABLE, &object_class)

/* ------------------------------------------------------------------ methods */
static Value dict_get_method(Value self, Value *args, uint32_t n) {
  Value v = dict_get(self_dict(self), args[0]);
  if (v == RAISED) return RAISED;
  return incref(v != UNSET ? v : n > 1 ? args[1] : NONE);
}

static Value dict_setdefault_method(Value self, Value *args, uint32_t n) {
  Value v;
  return dict_set_default(self_dict(self), args[0], n > 1 ? args[1] : NONE, &v) ? v : RAISED;
}

static Value dict_pop_method(Value self, Value *args, uint32_t n) {
  Dict *d = self_dict(self);
  Value v = d->used ? dict_take(d, args[0]) : UNSET; /* an empty dict does not hash the key */
  if (v != UNSET) return v;
  return n > 1 ? incref(args[1]) : raise_key_error(args[0]);
}

static Value dict_popitem_method(Value self) {
  Value pair[2];
  if (!dict_pop_last(self_dict(self), &pair[0], &pair[1])) return raise_error(&KeyError_class, "popitem(): dictionary is empty");
  return op_tuple(pair, 2);
}

static Value dict_update_method(Value self, Value *args, uint32_t n, Value kwnames) {
  if (!check_arity("update", n, 0, 1)) return RAISED;
  if (n && !dict_update(self_dict(self), args[0])) return RAISED;
  return add_keywords(self_dict(self), args + n, kwnames) ? NONE : RAISED;
}

static Value dict_clear_method(Value self) {
  dict_clear(self_dict(self));
  return NONE;
}

static Value dict_copy_method(Value self) { return dict_copy(self_dict(self)); }

static Value dict_reversed_method(Value self) { return dict_iter_new(self_dict(self), DICT_KEYS, true); }

static bool fill_from_keys(Value mapping, Value keys, Value v) {
  Value it = op_iter(keys);
  if (it == RAISED) return false;
  bool ok = true;
  while (ok) {
    Value key = op_next_slow(it);
    if (key == DONE) break;
    ok = key != RAISED && (has_tag(mapping, T_DICT) ? dict_set(self_dict(mapping), key, v) : op_setitem_slow(mapping, key, v));
    if (key != RAISED) decref(key);
  }
  decref(it);
  return ok;
}

static Value dict_fromkeys_method(Value cls, Value *args, uint32_t n) {
  Value mapping = call0(cls);
  if (mapping == RAISED) return RAISED;
  if (fill_from_keys(mapping, args[0], n > 1 ? args[1] : NONE)) return mapping;
  decref(mapping);
  return RAISED;
}

METHOD(dict, clear, CALL_NONE, 0, 0, 0, dict_clear_method)
METHOD(dict, copy, CALL_NONE, 0, 0, 0, dict_copy_method)
CLASS_METHOD(dict, fromkeys, CALL_ANY, 1, 2, 0, dict_fromkeys_method)
METHOD(dict, get, CALL_ANY, 1, 2, 0, dict_get_method)
METHOD(dict, pop, CALL_ANY, 1, 2, 0, dict_pop_method)
METHOD(dict, popitem, CALL_NONE, 0, 0, 0, dict_popitem_method)
METHOD(dict, setdefault, CALL_ANY, 1, 2, 0, dict_setdefault_method)
METHOD(dict, update, CALL_RAW, 0, 1, 0, dict_update_method)
METHOD(dict, __reversed__, CALL_NONE, 0, 0, 0, dict_reversed_method)
