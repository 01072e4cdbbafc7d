/* set.h: the hash table of set and frozenset, and the set algebra that dict views use too. */
#ifndef MOLT_SET_H
#define MOLT_SET_H

#include "molt.h"

typedef struct SetEntry {
  int64_t hash;
  Value key; /* UNSET: never used; SET_DUMMY: deleted */
} SetEntry;
#define SET_DUMMY DONE

/* CPython's table to the slot, since iteration shows it: see set.c. */
typedef struct Set { /* T_SET and T_FROZENSET */
  Obj h;
  SetEntry *table; /* mask + 1 slots; NULL while nothing was ever added */
  uint32_t mask;
  uint32_t fill;   /* slots that are not UNSET */
  uint32_t used;   /* items */
  uint32_t finger; /* where pop() looks next */
  int64_t hash;    /* frozenset: -1 not computed yet */
} Set;

/* set or frozenset, exact or subclass; else NULL. */
static inline Set *as_any_set(Value v) {
  if (has_tag(v, T_INSTANCE)) v = unwrap(v);
  return has_tag(v, T_SET) || has_tag(v, T_FROZENSET) ? (Set *)as_obj(v) : NULL;
}
static inline Value set_value_of(const Set *s) { return tagged(s, (Tag)s->h.cls->tag); }

/* The next item from slot *pos on; false at the end. */
static inline bool set_next(const Set *s, uint32_t *pos, SetEntry *out) {
  if (!s->table) return false;
  while (*pos <= s->mask) {
    *out = s->table[(*pos)++];
    if (out->key != UNSET && out->key != SET_DUMMY) return true;
  }
  return false;
}

Value set_make_empty(Class *cls);                     /* &set_class or &frozenset_class */
bool set_add_hashed(Set *s, Value key, int64_t hash);
int set_contains_hashed(Set *s, Value key, int64_t hash);
int set_discard_hashed(Set *s, Value key, int64_t hash); /* 1 removed, 0 absent, -1 raised */
bool set_pop_item(Set *s, Value *out);                /* false: empty */
Value set_iter_at(Value set, uint32_t slot, uint32_t used); /* an iterator that has come to a slot, of when the set had `used` items */
void set_clear_items(Set *s);
void set_swap(Set *a, Set *b);                        /* their contents */
bool set_update_from(Set *s, Value other);            /* any iterable */
/* After hashing v failed: a frozenset to look up in its place when v is a set, else RAISED with the error still pending. */
Value set_lookup_key(Value v);
bool set_drop_dummies(Set *s);                        /* when more than a quarter of the slots are */

/* set_ops.c. `set` is exact; `other` any iterable. Results are of set's type. */
Value set_copy_of(Set *s);
Value set_intersection(Value set, Value other);
Value set_difference(Value set, Value other);
bool set_difference_update(Value set, Value other);
bool set_symmetric_difference_update(Value set, Value other);
int set_is_subset(Set *a, Set *b);
Value set_binary(BinaryOp op, Value a, Value b);
Value set_inplace(BinaryOp op, Value a, Value b);
Value set_compare(CompareOp op, Value a, Value b);

#endif
