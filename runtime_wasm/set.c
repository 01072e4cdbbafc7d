/* set.c: the hash table of set and frozenset.
 *
 * Iteration shows the order of the table, so its size, probing and moments of
 * growth follow CPython's Objects/setobject.c: from slot hash & mask a run of
 * LINEAR_PROBES neighbours is tried when it does not pass the end, then
 * i = 5 * i + 1 + perturb; the table grows when fill * 5 >= mask * 3. The first
 * table is allocated when the first item comes. Comparing items may run Python
 * code that changes the set: a lookup then starts again.
 */
#include "set.h"
#include "dict.h"
#include "instance.h"

#define MIN_SLOTS 8
#define MAX_SLOTS (1u << 27)
#define LINEAR_PROBES 9
#define PERTURB_SHIFT 5

/* -------------------------------------------------------------------- table */
static SetEntry *table_new(uint32_t slots) {
  SetEntry *table = slots <= MAX_SLOTS ? mem_alloc(slots * (uint32_t)sizeof(SetEntry)) : NULL;
  if (!table) {
    raise_memory_error();
    return NULL;
  }
  for (uint32_t i = 0; i < slots; i++) table[i] = (SetEntry){0, UNSET};
  return table;
}

static bool table_ensure(Set *s) { return s->table || (s->table = table_new(s->mask + 1)); }

/* A walk over the slots where a hash may be: runs of neighbours, then a jump. */
typedef struct Probe {
  uint64_t perturb;
  uint64_t start;
  uint32_t slot, left;
} Probe;

static inline void probe_run(Probe *p, uint32_t mask) {
  p->slot = (uint32_t)p->start & mask;
  p->left = (uint64_t)p->slot + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
}

static inline Probe probe_start(int64_t hash, uint32_t mask) {
  Probe p = {.perturb = (uint64_t)hash, .start = (uint64_t)hash & mask};
  probe_run(&p, mask);
  return p;
}

static inline void probe_next(Probe *p, uint32_t mask) {
  if (p->left) {
    p->left--;
    p->slot++;
    return;
  }
  p->perturb >>= PERTURB_SHIFT;
  p->start = (p->start * 5 + 1 + p->perturb) & mask;
  probe_run(p, mask);
}

/* Enters an item known to be absent into a table without dummies. */
static void table_add(SetEntry *table, uint32_t mask, Value key, int64_t hash) {
  Probe p = probe_start(hash, mask);
  while (table[p.slot].key != UNSET) probe_next(&p, mask);
  table[p.slot] = (SetEntry){hash, key};
}

/* Rebuilds the table with more than `minimum` slots, without dummies. */
static bool table_resize(Set *s, uint32_t minimum) {
  uint32_t slots = MIN_SLOTS;
  while (slots <= minimum) slots <<= 1;
  if (!s->table) {
    s->mask = slots - 1;
    return true;
  }
  SetEntry *table = table_new(slots);
  if (!table) return false;
  for (uint32_t i = 0; i <= s->mask; i++) {
    SetEntry e = s->table[i];
    if (e.key != UNSET && e.key != SET_DUMMY) table_add(table, slots - 1, e.key, e.hash);
  }
  mem_free(s->table, (s->mask + 1) * (uint32_t)sizeof(SetEntry));
  s->table = table;
  s->mask = slots - 1;
  s->fill = s->used;
  return true;
}

static bool table_regrow(Set *s) { return table_resize(s, s->used > 50000 ? s->used * 2 : s->used * 4); }

/* Makes room for n more items at once. */
static bool table_reserve(Set *s, uint32_t n) {
  if ((uint64_t)(s->fill + n) * 5 < (uint64_t)s->mask * 3) return true;
  return table_resize(s, (s->used + n) * 2);
}

bool set_drop_dummies(Set *s) { return s->fill - s->used <= s->mask / 4 || table_regrow(s); }

/* ------------------------------------------------------------------- lookup */
#define FAILED UINT32_MAX

/* find() where the first slot does not decide. */
static __attribute__((noinline)) uint32_t find_probing(Set *s, Value key, int64_t hash, uint32_t *dummy) {
restart:;
  uint32_t mask = s->mask;
  *dummy = FAILED;
  for (Probe p = probe_start(hash, mask);; probe_next(&p, mask)) {
    SetEntry *table = s->table, *e = &table[p.slot];
    if (e->key == UNSET) return p.slot;
    if (e->key == SET_DUMMY) *dummy = p.slot;
    if (e->hash != hash || e->key == SET_DUMMY) continue;
    Value candidate = e->key;
    int same = key_same(candidate, key);
    if (same < 0) {
      incref(candidate);
      same = op_eq(candidate, key);
      decref(candidate);
      if (same < 0) return FAILED;
      if (s->table != table || s->mask != mask || e->key != candidate) {
        if (!table_ensure(s)) return FAILED;
        goto restart;
      }
    }
    if (same) return p.slot;
  }
}

/* The slot that holds key, or the UNSET slot where the search ended; FAILED: raised. *dummy: the last deleted slot on
 * the way, FAILED when there was none. */
static inline uint32_t find(Set *s, Value key, int64_t hash, uint32_t *dummy) {
  uint32_t slot = (uint32_t)hash & s->mask;
  const SetEntry *e = &s->table[slot];
  *dummy = FAILED;
  if (e->key == UNSET || (e->key == key && e->hash == hash)) return slot;
  return find_probing(s, key, hash, dummy);
}

bool set_add_hashed(Set *s, Value key, int64_t hash) {
  if (!table_ensure(s)) return false;
  uint32_t dummy, slot = find(s, key, hash, &dummy);
  if (slot == FAILED) return false;
  if (s->table[slot].key != UNSET) return true;
  s->used++;
  s->table[dummy != FAILED ? dummy : slot] = (SetEntry){hash, incref(key)};
  if (dummy != FAILED) return true;
  s->fill++;
  return (uint64_t)s->fill * 5 < (uint64_t)s->mask * 3 || table_regrow(s);
}

/* As dict_find_plain(). */
int set_find_plain(Value set, Value key) {
  const Set *s = (Set *)as_obj(set);
  int64_t hash;
  if (!key_hash_plain(key, &hash)) return -1;
  if (!s->table) return 0;
  for (Probe p = probe_start(hash, s->mask);; probe_next(&p, s->mask)) {
    const SetEntry *e = &s->table[p.slot];
    if (e->key == UNSET) return 0;
    if (e->hash != hash || e->key == SET_DUMMY) continue;
    int same = key_same(e->key, key);
    if (same) return same;
  }
}

int set_contains_hashed(Set *s, Value key, int64_t hash) {
  if (!s->table) return 0;
  uint32_t dummy, slot = find(s, key, hash, &dummy);
  return slot == FAILED ? -1 : s->table[slot].key != UNSET;
}

int set_discard_hashed(Set *s, Value key, int64_t hash) {
  if (!s->table) return 0;
  uint32_t dummy, slot = find(s, key, hash, &dummy);
  if (slot == FAILED) return -1;
  Value old = s->table[slot].key;
  if (old == UNSET) return 0;
  s->table[slot] = (SetEntry){-1, SET_DUMMY};
  s->used--;
  decref(old);
  return 1;
}

bool set_pop_item(Set *s, Value *out) {
  if (s->used == 0) return false;
  uint32_t slot = s->finger & s->mask;
  while (s->table[slot].key == UNSET || s->table[slot].key == SET_DUMMY) slot = slot == s->mask ? 0 : slot + 1;
  *out = s->table[slot].key;
  s->table[slot] = (SetEntry){-1, SET_DUMMY};
  s->used--;
  s->finger = slot + 1;
  return true;
}

void set_clear_items(Set *s) {
  SetEntry *table = s->table;
  uint32_t slots = s->mask + 1;
  s->table = NULL;
  s->mask = MIN_SLOTS - 1;
  s->fill = s->used = 0;
  s->hash = -1;
  if (!table) return;
  for (uint32_t i = 0; i < slots; i++) {
    if (table[i].key != UNSET && table[i].key != SET_DUMMY) decref(table[i].key);
  }
  mem_free(table, slots * (uint32_t)sizeof(SetEntry));
}

void set_swap(Set *a, Set *b) {
  Set t = *a;
  a->table = b->table;
  a->mask = b->mask;
  a->fill = b->fill;
  a->used = b->used;
  b->table = t.table;
  b->mask = t.mask;
  b->fill = t.fill;
  b->used = t.used;
  a->hash = b->hash = -1;
}

/* ----------------------------------------------------------- making, merging */
Value set_make_empty(Class *cls) {
  Set *s = obj_alloc(cls, sizeof(Set));
  if (!s) return raise_memory_error();
  s->table = NULL;
  s->mask = MIN_SLOTS - 1;
  s->fill = s->used = s->finger = 0;
  s->hash = -1;
  return tagged(s, (Tag)cls->tag);
}

static bool merge_set(Set *s, Set *other) {
  if (s == other || other->used == 0) return true;
  if (!table_reserve(s, other->used)) return false;
  if (s->fill > 0) {
    SetEntry e;
    for (uint32_t pos = 0; set_next(other, &pos, &e);) {
      incref(e.key);
      bool ok = set_add_hashed(s, e.key, e.hash);
      decref(e.key);
      if (!ok) return false;
    }
    return true;
  }
  if (!table_ensure(s)) return false;
  bool same_table = s->mask == other->mask && other->fill == other->used;
  for (uint32_t i = 0; i <= other->mask; i++) {
    SetEntry e = other->table[i];
    if (e.key == UNSET || e.key == SET_DUMMY) continue;
    incref(e.key);
    if (same_table) s->table[i] = e;
    else table_add(s->table, s->mask, e.key, e.hash);
  }
  s->fill = s->used = other->used;
  return true;
}

static bool merge_dict_keys(Set *s, Dict *d) {
  if (!table_reserve(s, d->used)) return false;
  for (uint32_t i = 0; i < d->n_entries; i++) {
    DictEntry e = d->entries[i];
    if (e.key == UNSET) continue;
    incref(e.key);
    bool ok = set_add_hashed(s, e.key, e.hash);
    decref(e.key);
    if (!ok) return false;
  }
  return true;
}

static bool merge_iterable(Set *s, Value iterable) {
  Value it = op_iter(iterable);
  if (it == RAISED) return false;
  bool ok = true;
  while (ok) {
    Value item = op_next_slow(it);
    if (item == DONE) break;
    int64_t hash;
    ok = item != RAISED && key_hash(item, &hash) && set_add_hashed(s, item, hash);
    if (item != RAISED) decref(item);
  }
  decref(it);
  return ok;
}

bool set_update_from(Set *s, Value other) {
  Set *set = as_any_set(other);
  if (set) return merge_set(s, set);
  if (has_tag(other, T_DICT)) return merge_dict_keys(s, (Dict *)as_obj(other));
  return merge_iterable(s, other);
}

/* The functions of molt.h, on exact sets. */
Value set_new(void) { return set_make_empty(&set_class); }

bool set_add(Value set, Value v) {
  int64_t hash;
  return key_hash(v, &hash) && set_add_hashed((Set *)as_obj(set), v, hash);
}

bool set_update(Value set, Value it) { return set_update_from((Set *)as_obj(set), it); }

Value frozenset_from_iterable(Value it) {
  if (has_tag(it, T_FROZENSET)) return incref(it);
  Value v = set_make_empty(&frozenset_class);
  if (v == RAISED || set_update(v, it)) return v;
  decref(v);
  return RAISED;
}

/* A set cannot be hashed, but is looked for as if it were a frozenset. */
int set_contains(Value set, Value v) {
  Set *s = as_any_set(set);
  int64_t hash;
  if (key_hash(v, &hash)) return set_contains_hashed(s, v, hash);
  Value frozen = set_lookup_key(v);
  if (frozen == RAISED) return -1;
  int found = op_hash(frozen, &hash) ? set_contains_hashed(s, frozen, hash) : -1;
  decref(frozen);
  return found;
}

Value set_lookup_key(Value v) {
  Set *key = as_any_set(v);
  if (!key || key->h.cls != &set_class || !exc_matches(&TypeError_class)) return RAISED;
  exc_clear();
  Value frozen = set_make_empty(&frozenset_class);
  if (frozen == RAISED || merge_set((Set *)as_obj(frozen), key)) return frozen;
  decref(frozen);
  return RAISED;
}
