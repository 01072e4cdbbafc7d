/* dict.h: the layout of dict, shared by dict*.c and by the inline iteration of compiled code. */
#ifndef MOLT_DICT_H
#define MOLT_DICT_H

#include "bytesearch.h"
#include "molt.h"

typedef struct DictEntry {
  int64_t hash;
  Value key; /* UNSET: deleted */
  Value value;
} DictEntry;

/* Entries stand in insertion order, deleted ones stay as holes until the table is rebuilt. Up to 8 slots there is no
 * index and a lookup scans the entries; above, an open-addressed index of 1, 2 or 4 bytes a slot follows the entries in
 * the same block. Sizes and the moment of rebuilding are CPython's, since a program that changes a dict while it
 * iterates can see them. */
struct Dict {
  Obj h;
  DictEntry *entries; /* NULL: nothing allocated yet */
  uint32_t used;      /* live entries */
  uint32_t n_entries; /* entries written, holes included */
  uint32_t usable;    /* entries that may still be added before the table is rebuilt */
  uint32_t log2_size; /* slots of the index: a power of two; 0 while entries is NULL */
  uint8_t *index;     /* behind the entries */
};

/* Where a lookup last found its key, without running code: `d[k] = d.get(k, 0) + 1` finds it there again. Whatever adds or removes
 * an entry of any dict forgets it, so that a store compares with the same keys as it would without. */
typedef struct RecentEntry {
  const Dict *d; /* NULL: nowhere */
  uint32_t i;
} RecentEntry;
extern RecentEntry dict_recent;

/* The place of the value under a key that was just found; NULL: look it up. */
static inline Value *dict_recent_place(const Dict *d, Value key) {
  if (dict_recent.d != d) return NULL;
  DictEntry *e = &d->entries[dict_recent.i];
  return e->key == key ? &e->value : NULL;
}

#define DICT_MIN_LOG2 3
/* Entries that a table of 1 << log2 slots may hold. */
static inline uint32_t dict_capacity(uint32_t log2) { return (2u << log2) / 3; }

bool tuple_hash(Value tuple, int64_t *out);
/* What comparing two tuples gives, if that runs no Python code; else UNSET. */
Value tuple_order(CompareOp op, const Tuple *a, const Tuple *b);
/* As plain_same, of two tuples by their items. */
int tuple_same(const Tuple *a, const Tuple *b);

/* Hash of a dict or set key that is not plain; -1: raised. */
int64_t key_hash_slow(Value key);
/* Hash of a dict or set key. */
static inline bool key_hash(Value key, int64_t *out) {
  if (has_tag(key, T_STR)) {
    Str *s = (Str *)as_obj(key);
    *out = s->hash != -1 ? s->hash : str_hash(s);
    return true;
  }
  if (is_small_int(key)) {
    int64_t i = small_int(key);
    *out = i == -1 ? -2 : i;
    return true;
  }
  return (*out = key_hash_slow(key)) != -1;
}

/* Hash of a key that is a str, no heap object or a tuple of such, and of ints; false: only code could hash it, or compare it. */
bool key_hash_plain(Value key, int64_t *out);

/* What comparing two values gives without running Python code or going deep: 1 same, 0 different, -1 ask op_eq. */
static inline int plain_same(Value a, Value b) {
  if (a == b) return 1;
  if (has_tag(a, T_STR) && has_tag(b, T_STR)) {
    const Str *s = (const Str *)as_obj(a), *t = (const Str *)as_obj(b);
    return s->size == t->size && bytes_equal(s->data, t->data, s->size);
  }
  if (is_small_int(a) && is_small_int(b)) return 0;
  return is_double(a) && is_double(b) ? as_double(a) == as_double(b) : -1;
}

/* The same of two keys with equal hashes, which may also be tuples of such values. */
static inline int key_same(Value a, Value b) {
  int same = plain_same(a, b);
  if (same >= 0) return same;
  return has_tag(a, T_TUPLE) && has_tag(b, T_TUPLE) ? tuple_same((const Tuple *)as_obj(a), (const Tuple *)as_obj(b)) : -1;
}

Value dict_getitem(Value dict, Value key);                          /* dict[key], owned */
Value dict_get_hashed(Dict *d, Value key, int64_t hash);            /* as dict_get */
bool dict_set_hashed(Dict *d, Value key, int64_t hash, Value v);    /* as dict_set */
int dict_delete_hashed(Dict *d, Value key, int64_t hash);           /* as dict_delete */
int dict_contains(Dict *d, Value key);                              /* 1, 0, -1 raised */
/* Removes a key and gives its value (owned), or UNSET when absent. */
Value dict_take(Dict *d, Value key);
/* Removes the last pair into *key, *value (owned); false when empty. */
bool dict_pop_last(Dict *d, Value *key, Value *value);
/* other's pairs into d, from an exact dict. With `replace` false keys of d stay as they are. */
bool dict_merge_dict(Dict *d, Dict *other, bool replace);
/* d.setdefault(key, fallback). */
bool dict_set_default(Dict *d, Value key, Value fallback, Value *out /* owned */);
/* Does the class of v (a subclass instance of the built-in `base`) override a method in Python? */
bool overrides(Value v, const Class *base, Str *name);

bool is_dict_view(Value v);
Value dict_view_reversed(Value view);
extern Class dict_keys_class, dict_values_class, dict_items_class;

#endif
