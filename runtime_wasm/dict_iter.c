/* dict_iter.c: the iterators of dict, forward and reversed, over keys, values and items.
 *
 * Position counts entries, so holes cost time but an iterator survives any change
 * that keeps the size; what CPython reports about changes is reported here.
 */
#include "instance.h"
#include "iterators.h"
#include "ops.h"

Value pair_reuse(Value *cache, Value a, Value b) {
  Tuple *t = *cache == UNSET ? NULL : (Tuple *)as_obj(*cache);
  if (t && t->h.rc == 1) {
    Value old_a = t->items[0], old_b = t->items[1];
    t->items[0] = a;
    t->items[1] = b;
    Value pair = incref(*cache);
    decref(old_a);
    decref(old_b);
    return pair;
  }
  if (t) return op_tuple((Value[]){a, b}, 2);
  Value pair = tuple_new(2); /* which may get other items */
  if (pair == RAISED) {
    decref(a);
    decref(b);
    return RAISED;
  }
  as_tuple(pair)->items[0] = a;
  as_tuple(pair)->items[1] = b;
  *cache = incref(pair);
  return pair;
}

static Class *iterator_class_of(int kind, bool reversed) {
  if (kind == DICT_KEYS) return reversed ? &dict_reversekeyiterator_class : &dict_keyiterator_class;
  if (kind == DICT_VALUES) return reversed ? &dict_reversevalueiterator_class : &dict_valueiterator_class;
  return reversed ? &dict_reverseitemiterator_class : &dict_itemiterator_class;
}

Value dict_iter_new(Dict *d, int kind, bool reversed) {
  DictIter *it = obj_alloc(iterator_class_of(kind, reversed), sizeof(DictIter));
  if (!it) return raise_memory_error();
  obj_incref(d);
  it->dict = d;
  it->position = reversed ? d->n_entries : 0;
  it->used = it->remaining = d->used;
  it->kind = (uint8_t)kind;
  it->pair = UNSET;
  return tagged(it, reversed ? T_OTHER : T_DICT_ITER);
}

static Value dict_iter_finish(DictIter *it) {
  Dict *d = it->dict;
  it->dict = NULL;
  if (d) obj_decref(d);
  return DONE;
}

static Value dict_iter_changed(DictIter *it) {
  it->used = UINT32_MAX; /* stays broken */
  return raise_error(&RuntimeError_class, "dictionary changed size during iteration");
}

static Value iter_result(DictIter *it, const DictEntry *e) {
  if (it->kind == DICT_KEYS) return incref(e->key);
  if (it->kind == DICT_VALUES) return incref(e->value);
  return pair_reuse(&it->pair, incref(e->key), incref(e->value));
}

Value dict_iter_next(Value self) {
  DictIter *it = (DictIter *)as_obj(self);
  Dict *d = it->dict;
  if (!d) return DONE;
  if (it->used != d->used) return dict_iter_changed(it);
  while (it->position < d->n_entries && d->entries[it->position].key == UNSET) it->position++;
  if (it->position >= d->n_entries) return dict_iter_finish(it);
  if (it->remaining == 0) {
    dict_iter_finish(it);
    return raise_error(&RuntimeError_class, "dictionary keys changed during iteration");
  }
  it->remaining--;
  return iter_result(it, &d->entries[it->position++]);
}

static Value dict_reverse_next(Value self) {
  DictIter *it = (DictIter *)as_obj(self);
  Dict *d = it->dict;
  if (!d) return DONE;
  if (it->used != d->used) return dict_iter_changed(it);
  if (it->position > d->n_entries) it->position = d->n_entries;
  while (it->position > 0 && d->entries[it->position - 1].key == UNSET) it->position--;
  if (it->position == 0) return dict_iter_finish(it);
  it->remaining--;
  return iter_result(it, &d->entries[--it->position]);
}

static void dict_iter_dealloc(Obj *o) {
  DictIter *it = (DictIter *)o;
  dict_iter_finish(it);
  decref(it->pair);
  obj_release(o, sizeof(DictIter));
}

static void dict_iter_traverse(Obj *o, Visit visit, void *arg) {
  DictIter *it = (DictIter *)o;
  if (it->dict) visit(tagged(it->dict, T_DICT), arg);
  visit(it->pair, arg);
}

static void dict_iter_clear(Obj *o) { dict_iter_finish((DictIter *)o); }

static Value dict_iter_hint(Value self) {
  DictIter *it = (DictIter *)as_obj(self);
  return small_int_value(it->dict && it->used == it->dict->used ? it->remaining : 0);
}

#define SHARED .dealloc = dict_iter_dealloc, .traverse = dict_iter_traverse, .clear = dict_iter_clear, .iter = iter_self
#define FORWARD {SHARED, .next = dict_iter_next}
#define REVERSED {SHARED, .next = dict_reverse_next}
static const Slots dict_keyiterator_slots = FORWARD, dict_valueiterator_slots = FORWARD, dict_itemiterator_slots = FORWARD;
static const Slots dict_reversekeyiterator_slots = REVERSED, dict_reversevalueiterator_slots = REVERSED,
                   dict_reverseitemiterator_slots = REVERSED;
CLASS_DEFINE(dict_keyiterator, "dict_keyiterator", T_DICT_ITER, 0, &object_class)
CLASS_DEFINE(dict_valueiterator, "dict_valueiterator", T_DICT_ITER, 0, &object_class)
CLASS_DEFINE(dict_itemiterator, "dict_itemiterator", T_DICT_ITER, 0, &object_class)
CLASS_DEFINE(dict_reversekeyiterator, "dict_reversekeyiterator", T_OTHER, 0, &object_class)
CLASS_DEFINE(dict_reversevalueiterator, "dict_reversevalueiterator", T_OTHER, 0, &object_class)
CLASS_DEFINE(dict_reverseitemiterator, "dict_reverseitemiterator", T_OTHER, 0, &object_class)

METHOD(dict_keyiterator, __length_hint__, CALL_NONE, 0, 0, 0, dict_iter_hint)
METHOD(dict_valueiterator, __length_hint__, CALL_NONE, 0, 0, 0, dict_iter_hint)
METHOD(dict_itemiterator, __length_hint__, CALL_NONE, 0, 0, 0, dict_iter_hint)
