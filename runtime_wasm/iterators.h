/* iterators.h: layouts of the iterators that inline.h steps in compiled code, and
 * the constructors of the iterator types.
 *
 * An iterator over a container holds the container until it is exhausted, then
 * drops it and stays exhausted, whatever happens to the container later.
 */
#ifndef MOLT_ITERATORS_H
#define MOLT_ITERATORS_H

#include "molt.h"
#include "dict.h"

typedef struct ListIter { /* T_LIST_ITER */
  Obj h;
  List *list; /* NULL: exhausted */
  uint32_t index;
} ListIter;

typedef struct TupleIter { /* T_TUPLE_ITER */
  Obj h;
  Tuple *tuple; /* NULL: exhausted */
  uint32_t index;
} TupleIter;

typedef struct RangeIter { /* T_RANGE_ITER: bounds and step fit 64 bits */
  Obj h;
  int64_t current, step, remaining;
} RangeIter;

enum { DICT_KEYS, DICT_VALUES, DICT_ITEMS };

typedef struct DictIter { /* T_DICT_ITER when forward */
  Obj h;
  Dict *dict;         /* NULL: exhausted */
  uint32_t position;  /* next entry; reversed: one above it */
  uint32_t used;      /* size the dict must still have; UINT32_MAX once it changed */
  uint32_t remaining; /* items to come */
  uint8_t kind;       /* DICT_* */
  Value pair;         /* DICT_ITEMS: a tuple to be used again when nobody else holds it, or UNSET */
} DictIter;

/* The slow half of a step, reached when the container is at its end or has changed. */
Value list_iter_finish(ListIter *it);
Value tuple_iter_finish(TupleIter *it);
Value dict_iter_next(Value it);
Value str_iter_next(Value it);

static inline Value list_iter_step(ListIter *it) {
  List *l = it->list;
  if (l && it->index < l->n) return incref(l->items[it->index++]);
  return list_iter_finish(it);
}

static inline Value tuple_iter_step(TupleIter *it) {
  Tuple *t = it->tuple;
  if (t && it->index < t->n) return incref(t->items[it->index++]);
  return tuple_iter_finish(it);
}

static inline Value range_iter_step(RangeIter *it) {
  if (it->remaining == 0) return DONE;
  it->remaining--;
  int64_t i = it->current;
  it->current = (int64_t)((uint64_t)i + (uint64_t)it->step);
  return fits_small_int(i) ? small_int_value(i) : int_from_i64(i);
}

/* Keys and values; pairs and every unusual state go to dict_iter_next. */
static inline Value dict_iter_step(DictIter *it) {
  Dict *d = it->dict;
  if (d && it->kind != DICT_ITEMS && it->used == d->used && it->position < d->n_entries && it->remaining) {
    DictEntry *e = &d->entries[it->position];
    if (e->key != UNSET) {
      it->position++;
      it->remaining--;
      return incref(it->kind == DICT_KEYS ? e->key : e->value);
    }
  }
  return dict_iter_next(tagged(it, T_DICT_ITER));
}

/* op_next_slow with the commonest iterators stepped in place. */
static inline Value iter_step(Value it) {
  if (has_tag(it, T_LIST_ITER)) return list_iter_step((ListIter *)as_obj(it));
  if (has_tag(it, T_RANGE_ITER)) return range_iter_step((RangeIter *)as_obj(it));
  if (has_tag(it, T_TUPLE_ITER)) return tuple_iter_step((TupleIter *)as_obj(it));
  return op_next_slow(it);
}

Value list_iter_new(Value list, bool reversed);
Value tuple_iter_new(Value tuple);
Value range_iter_new(Range *r, bool reversed);
Value dict_iter_new(Dict *d, int kind, bool reversed);
/* iter(f, sentinel), and iteration by __getitem__ from 0 until IndexError or StopIteration. */
Value callable_iter_new(Value f, Value sentinel);
Value sequence_iter_new(Value sequence);
/* The iter slot of every iterator. */
Value iter_self(Value self);
/* A pair for enumerate, zip and items(): *cache is used again when only the iterator holds it. Takes a and b. */
Value pair_reuse(Value *cache, Value a, Value b);

extern Class list_iterator_class, list_reverseiterator_class, tuple_iterator_class, range_iterator_class, longrange_iterator_class,
    dict_keyiterator_class, dict_valueiterator_class, dict_itemiterator_class, dict_reversekeyiterator_class,
    dict_reversevalueiterator_class, dict_reverseitemiterator_class, set_iterator_class, enumerate_class, zip_class, map_class,
    filter_class, reversed_class, callable_iterator_class, iterator_class;

#endif
