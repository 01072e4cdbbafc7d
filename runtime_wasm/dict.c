/* dict.c: the hash table of dict.
 *
 * The layout is described in dict.h. An index slot holds an entry number, or
 * INDEX_EMPTY, or INDEX_DELETED; probing is CPython's (5 * i + perturb + 1), as
 * Knuth describes open addressing in TAOCP 6.4. Comparing keys may run Python
 * code that changes the dict: a lookup then starts again.
 */
#include "dict.h"
#include "instance.h"
#include "ops.h"
#include "sequence.h"

#define INDEX_EMPTY UINT32_MAX
#define INDEX_DELETED (UINT32_MAX - 1)
#define MAX_LOG2 26
#define ABSENT (-1)
#define FAILED (-2)
#define UNSURE (-3)

/* -------------------------------------------------------------------- index */
/* Bytes of one index slot; 0 when the table is small enough to be scanned. */
static uint32_t index_width(uint32_t log2) { return log2 <= DICT_MIN_LOG2 ? 0 : log2 <= 8 ? 1 : log2 <= 16 ? 2 : 4; }

static uint32_t table_bytes(uint32_t log2) {
  return dict_capacity(log2) * (uint32_t)sizeof(DictEntry) + (index_width(log2) << log2);
}

/* How an index slot is read, without a branch on its width: as the top bytes of 32 bits, those below being of the slots
 * or the entries before. */
typedef struct IndexReader {
  const uint8_t *before; /* the index, less 4 bytes */
  uint32_t width_log2, shift;
} IndexReader;

static inline IndexReader index_reader(const Dict *d) {
  uint32_t width_log2 = (d->log2_size > 8) + (d->log2_size > 16);
  return (IndexReader){d->index - 4, width_log2, 32 - (8u << width_log2)};
}

static inline uint32_t index_read(const IndexReader *r, uint32_t slot) {
  return load_u32(r->before + ((slot + 1) << r->width_log2)) >> r->shift;
}

/* What index_read gives of a slot that was never used. */
static inline uint32_t index_empty(const IndexReader *r) { return INDEX_EMPTY >> r->shift; }

static inline void index_set(Dict *d, uint32_t slot, uint32_t i) {
  if (d->log2_size <= 8) d->index[slot] = (uint8_t)i;
  else if (d->log2_size <= 16) ((uint16_t *)d->index)[slot] = (uint16_t)i;
  else ((uint32_t *)d->index)[slot] = i;
}

/* A walk over the slots where a hash may be. */
typedef struct Probe {
  uint32_t slot, mask;
  uint64_t perturb;
} Probe;

static inline Probe probe_start(const Dict *d, int64_t hash) {
  uint32_t mask = (1u << d->log2_size) - 1;
  return (Probe){(uint32_t)hash & mask, mask, (uint64_t)hash};
}

static inline void probe_next(Probe *p) {
  p->perturb >>= 5;
  p->slot = (p->slot * 5 + (uint32_t)p->perturb + 1) & p->mask;
}

/* Enters entry i, which is not in the index yet. */
static void index_add(Dict *d, int64_t hash, uint32_t i) {
  if (d->log2_size <= DICT_MIN_LOG2) return;
  IndexReader r = index_reader(d);
  Probe p = probe_start(d, hash);
  while (index_read(&r, p.slot) < index_empty(&r) - 1) probe_next(&p);
  index_set(d, p.slot, i);
}

static void index_remove(Dict *d, int64_t hash, uint32_t i) {
  if (d->log2_size <= DICT_MIN_LOG2) return;
  IndexReader r = index_reader(d);
  Probe p = probe_start(d, hash);
  while (index_read(&r, p.slot) != i) probe_next(&p);
  index_set(d, p.slot, INDEX_DELETED);
}

RecentEntry dict_recent;

static inline Value found_value(const Dict *d, uint32_t i) {
  dict_recent.d = d;
  dict_recent.i = i;
  return d->entries[i].value;
}

/* ------------------------------------------------------------------- lookup */
enum { DIFFERENT = 0, SAME = 1, CHANGED = 2, ERROR = -1 };

/* Compares entry i, whose hash is that of key, by what may run Python code. */
static __attribute__((noinline)) int compare_by_code(Dict *d, uint32_t i, Value key) {
  Value candidate = d->entries[i].key;
  if (candidate == UNSET) return DIFFERENT;
  const DictEntry *entries = d->entries;
  uint32_t log2 = d->log2_size;
  incref(candidate);
  int same = op_eq(candidate, key);
  decref(candidate);
  if (same < 0) return ERROR;
  if (d->entries != entries || d->log2_size != log2 || i >= d->n_entries || d->entries[i].key != candidate) return CHANGED;
  return same;
}

/* Compares entry i, whose hash is that of key. */
static int compare_entry(Dict *d, uint32_t i, Value key) {
  int same = key_same(d->entries[i].key, key);
  return same >= 0 ? same : compare_by_code(d, i, key);
}

/* find() where a candidate can only be compared by code. */
static __attribute__((noinline)) int32_t find_by_code(Dict *d, Value key, int64_t hash) {
restart:
  if (d->log2_size <= DICT_MIN_LOG2) {
    for (uint32_t i = 0; i < d->n_entries; i++) {
      if (d->entries[i].hash != hash) continue;
      int same = compare_entry(d, i, key);
      if (same == SAME) return (int32_t)i;
      if (same == ERROR) return FAILED;
      if (same == CHANGED) goto restart;
    }
    return ABSENT;
  }
  IndexReader r = index_reader(d);
  for (Probe p = probe_start(d, hash);; probe_next(&p)) {
    uint32_t i = index_read(&r, p.slot);
    if (i == index_empty(&r)) return ABSENT;
    if (i >= d->n_entries || d->entries[i].hash != hash) continue;
    int same = compare_entry(d, i, key);
    if (same == SAME) return (int32_t)i;
    if (same == ERROR) return FAILED;
    if (same == CHANGED) goto restart;
  }
}

/* find_plain() in a table without an index. */
static __attribute__((noinline)) int32_t find_scanning(const Dict *d, Value key, int64_t hash) {
  for (const DictEntry *e = d->entries, *end = e + d->n_entries; e < end; e++) {
    if (e->hash != hash || e->key == UNSET) continue;
    int same = key_same(e->key, key);
    if (same != 0) return same > 0 ? (int32_t)(e - d->entries) : UNSURE;
  }
  return ABSENT;
}

/* find_plain() where the first slot does not decide. */
static __attribute__((noinline)) int32_t find_probing(const Dict *d, Value key, int64_t hash) {
  IndexReader r = index_reader(d);
  for (Probe p = probe_start(d, hash);; probe_next(&p)) {
    uint32_t i = index_read(&r, p.slot);
    if (i == index_empty(&r)) return ABSENT;
    if (i >= d->n_entries || d->entries[i].hash != hash) continue;
    int same = key_same(d->entries[i].key, key);
    if (same != 0) return same > 0 ? (int32_t)i : UNSURE;
  }
}

/* Entry number of key or ABSENT, without running Python code; UNSURE where that cannot tell. */
static inline int32_t find_plain(const Dict *d, Value key, int64_t hash) {
  if (d->log2_size <= DICT_MIN_LOG2) return find_scanning(d, key, hash);
  IndexReader r = index_reader(d);
  uint32_t i = index_read(&r, probe_start(d, hash).slot);
  if (i == index_empty(&r)) return ABSENT;
  if (i < d->n_entries && d->entries[i].hash == hash) {
    int same = d->entries[i].key == key ? 1 : key_same(d->entries[i].key, key);
    if (same != 0) return same > 0 ? (int32_t)i : UNSURE;
  }
  return find_probing(d, key, hash);
}

/* Entry number of key, ABSENT or FAILED (raised). */
static __attribute__((noinline)) int32_t find(Dict *d, Value key, int64_t hash) {
  int32_t i = find_plain(d, key, hash);
  if (i >= 0) found_value(d, (uint32_t)i);
  return i != UNSURE ? i : find_by_code(d, key, hash);
}

int64_t key_hash_slow(Value key) {
  int64_t hash;
  return (has_tag(key, T_TUPLE) ? tuple_hash(key, &hash) : op_hash(key, &hash)) ? hash : -1;
}

Value dict_get_hashed(Dict *d, Value key, int64_t hash) {
  int32_t i = find(d, key, hash);
  return i >= 0 ? d->entries[i].value : i == ABSENT ? UNSET : RAISED;
}

Value dict_get(Dict *d, Value key) {
  int64_t hash;
  return key_hash(key, &hash) ? dict_get_hashed(d, key, hash) : RAISED;
}

/* Is an entry's key this text? Without running Python code. */
static bool entry_is_str(const DictEntry *e, const Str *key) {
  Str *s = (Str *)as_obj(e->key);
  if (s == key && has_tag(e->key, T_STR)) return true;
  return e->key != UNSET && (s = as_str(e->key)) && str_equal(s, key);
}

Value dict_get_str(Dict *d, Str *key) {
  int64_t hash = key->hash != -1 ? key->hash : str_hash(key);
  if (d->log2_size <= DICT_MIN_LOG2) {
    for (uint32_t i = 0; i < d->n_entries; i++) {
      if (d->entries[i].hash == hash && entry_is_str(&d->entries[i], key)) return d->entries[i].value;
    }
    return UNSET;
  }
  IndexReader r = index_reader(d);
  for (Probe p = probe_start(d, hash);; probe_next(&p)) {
    uint32_t i = index_read(&r, p.slot);
    if (i == index_empty(&r)) return UNSET;
    if (i < d->n_entries && d->entries[i].hash == hash && entry_is_str(&d->entries[i], key)) return d->entries[i].value;
  }
}

/* dict_find_plain() of a small int, which is the key where the bits agree. */
static Value find_small_int(const Dict *d, Value key) {
  int64_t hash = small_int(key) == -1 ? -2 : small_int(key);
  if (d->log2_size <= DICT_MIN_LOG2) {
    for (uint32_t i = 0; i < d->n_entries; i++) {
      const DictEntry *e = &d->entries[i];
      if (e->key == key) return found_value(d, i);
      if (e->hash == hash && e->key != UNSET && key_same(e->key, key)) return UNSET;
    }
    return DONE;
  }
  IndexReader r = index_reader(d);
  for (Probe p = probe_start(d, hash);; probe_next(&p)) {
    uint32_t i = index_read(&r, p.slot);
    if (i == index_empty(&r)) return DONE;
    if (i >= d->n_entries) continue; /* deleted */
    const DictEntry *e = &d->entries[i];
    if (e->key == key) return found_value(d, i);
    if (e->hash == hash && key_same(e->key, key)) return UNSET;
  }
}

bool key_hash_plain(Value key, int64_t *out) {
  if (has_tag(key, T_TUPLE)) {
    const Tuple *t = (const Tuple *)as_obj(key);
    for (uint32_t i = 0; i < t->n; i++)
      if (is_ptr(t->items[i]) && !has_tag(t->items[i], T_STR) && !has_tag(t->items[i], T_INT)) return false;
    return tuple_hash(key, out);
  }
  return (!is_ptr(key) || has_tag(key, T_STR)) && key_hash(key, out);
}

static __attribute__((noinline)) Value find_hashed_plain(const Dict *d, Value key) {
  int64_t hash;
  if (has_tag(key, T_STR)) key_hash(key, &hash);
  else if (!key_hash_plain(key, &hash)) return UNSET;
  int32_t i = find_plain(d, key, hash);
  return i >= 0 ? found_value(d, (uint32_t)i) : i == ABSENT ? DONE : UNSET;
}

/* Of a key that is a str, no heap object or a tuple of such, so that hashing it runs no code. A candidate that only op_eq() could compare
 * ends the search.
 * UNSET: only Python code can tell. DONE: absent. */
Value dict_find_plain(Value dict, Value key) {
  const Dict *d = (const Dict *)as_obj(dict);
  return is_small_int(key) ? find_small_int(d, key) : find_hashed_plain(d, key);
}

int dict_contains(Dict *d, Value key) {
  int64_t hash;
  if (!key_hash(key, &hash)) return -1;
  int32_t i = find(d, key, hash);
  return i == FAILED ? -1 : i != ABSENT;
}

/* ------------------------------------------------------------------- growth */
/* The smallest table of at least `slots` slots. */
static uint32_t log2_for(uint64_t slots) {
  uint32_t log2 = DICT_MIN_LOG2;
  while (((uint64_t)1 << log2) < slots) log2++;
  return log2;
}

/* Rebuilds the table with 1 << log2 slots, without holes. */
static bool dict_rebuild(Dict *d, uint32_t log2) {
  dict_recent.d = NULL;
  DictEntry *entries = log2 <= MAX_LOG2 ? mem_alloc(table_bytes(log2)) : NULL;
  if (!entries) {
    raise_memory_error();
    return false;
  }
  DictEntry *old = d->entries;
  uint32_t old_n = d->n_entries, old_log2 = d->log2_size;
  d->entries = entries;
  d->log2_size = log2;
  d->n_entries = 0;
  d->index = (uint8_t *)(entries + dict_capacity(log2));
  if (index_width(log2)) memset(d->index, 0xFF, index_width(log2) << log2);
  for (uint32_t i = 0; i < old_n; i++) {
    if (old[i].key == UNSET) continue;
    entries[d->n_entries] = old[i];
    index_add(d, old[i].hash, d->n_entries++);
  }
  d->usable = dict_capacity(log2) - d->n_entries;
  if (old) mem_free(old, table_bytes(old_log2));
  return true;
}

/* Adds a key known to be absent. */
static bool dict_add(Dict *d, Value key, int64_t hash, Value v) {
  if (d->usable == 0 && !dict_rebuild(d, log2_for((uint64_t)d->used * 3))) return false;
  dict_recent.d = NULL;
  uint32_t i = d->n_entries++;
  d->entries[i] = (DictEntry){hash, incref(key), incref(v)};
  index_add(d, hash, i);
  d->usable--;
  d->used++;
  return true;
}

bool dict_set_hashed(Dict *d, Value key, int64_t hash, Value v) {
  int32_t i = find(d, key, hash);
  if (i == FAILED) return false;
  if (i == ABSENT) return dict_add(d, key, hash, v);
  set_value(&d->entries[i].value, incref(v));
  return true;
}

bool dict_set(Dict *d, Value key, Value v) {
  int64_t hash;
  return key_hash(key, &hash) && dict_set_hashed(d, key, hash, v);
}

bool dict_set_str(Dict *d, Str *key, Value v) { return dict_set(d, tagged(key, T_STR), v); }

bool dict_set_default(Dict *d, Value key, Value fallback, Value *out) {
  int64_t hash;
  if (!key_hash(key, &hash)) return false;
  int32_t i = find(d, key, hash);
  if (i == FAILED || (i == ABSENT && !dict_add(d, key, hash, fallback))) return false;
  *out = incref(i == ABSENT ? fallback : d->entries[i].value);
  return true;
}

/* ------------------------------------------------------------------ removal */
/* Makes a hole of entry i and gives its key and value (owned). */
static DictEntry entry_take(Dict *d, uint32_t i) {
  dict_recent.d = NULL;
  DictEntry e = d->entries[i];
  index_remove(d, e.hash, i);
  d->entries[i] = (DictEntry){0, UNSET, UNSET};
  d->used--;
  return e;
}

int dict_delete_hashed(Dict *d, Value key, int64_t hash) {
  int32_t i = find(d, key, hash);
  if (i < 0) return i == FAILED ? -1 : 0;
  DictEntry e = entry_take(d, (uint32_t)i);
  decref(e.key);
  decref(e.value);
  return 1;
}

int dict_delete(Dict *d, Value key) {
  int64_t hash;
  return key_hash(key, &hash) ? dict_delete_hashed(d, key, hash) : -1;
}

Value dict_take(Dict *d, Value key) {
  int64_t hash;
  if (!key_hash(key, &hash)) return RAISED;
  int32_t i = find(d, key, hash);
  if (i < 0) return i == FAILED ? RAISED : UNSET;
  DictEntry e = entry_take(d, (uint32_t)i);
  decref(e.key);
  return e.value;
}

bool dict_pop_last(Dict *d, Value *key, Value *value) {
  if (d->used == 0) return false;
  uint32_t i = d->n_entries - 1;
  while (d->entries[i].key == UNSET) i--;
  DictEntry e = entry_take(d, i);
  d->n_entries = i; /* `usable` stays: the index slot is still spent */
  *key = e.key;
  *value = e.value;
  return true;
}

void dict_clear(Dict *d) {
  DictEntry *entries = d->entries;
  uint32_t n = d->n_entries, log2 = d->log2_size;
  dict_recent.d = NULL;
  d->entries = NULL;
  d->used = d->n_entries = d->usable = d->log2_size = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (entries[i].key == UNSET) continue;
    decref(entries[i].key);
    decref(entries[i].value);
  }
  if (entries) mem_free(entries, table_bytes(log2));
}

/* -------------------------------------------------------- making and walking */
Value dict_new(void) {
  Dict *d = obj_alloc(&dict_class, sizeof(Dict));
  if (!d) return raise_memory_error();
  d->entries = NULL;
  d->used = d->n_entries = d->usable = d->log2_size = 0;
  return tagged(d, T_DICT);
}

uint32_t dict_size(const Dict *d) { return d->used; }

bool dict_next(const Dict *d, uint32_t *pos, Value *key, Value *v) {
  while (*pos < d->n_entries) {
    const DictEntry *e = &d->entries[(*pos)++];
    if (e->key == UNSET) continue;
    *key = e->key;
    *v = e->value;
    return true;
  }
  return false;
}

/* Makes d, which has no items, an image of other's table, holes included. */
static bool dict_clone_table(Dict *d, const Dict *other) {
  DictEntry *entries = mem_alloc(table_bytes(other->log2_size));
  if (!entries) {
    raise_memory_error();
    return false;
  }
  dict_clear(d);
  memcpy(entries, other->entries, table_bytes(other->log2_size));
  for (uint32_t i = 0; i < other->n_entries; i++) {
    incref(entries[i].key);
    incref(entries[i].value);
  }
  d->entries = entries;
  d->used = other->used;
  d->n_entries = other->n_entries;
  d->usable = other->usable;
  d->log2_size = other->log2_size;
  d->index = (uint8_t *)(entries + dict_capacity(d->log2_size));
  return true;
}

/* Copies other's entries into d, which has no items. */
static bool dict_fill_empty(Dict *d, const Dict *other) {
  if (other->used == 0) return true;
  bool full = other->log2_size == DICT_MIN_LOG2 || dict_capacity(other->log2_size - 1) < other->used;
  if (full && other->used == other->n_entries) return dict_clone_table(d, other);
  if (dict_capacity(d->log2_size) < other->used && !dict_rebuild(d, log2_for(((uint64_t)other->used * 3 + 1) / 2))) return false;
  for (uint32_t i = 0; i < other->n_entries; i++) {
    const DictEntry *e = &other->entries[i];
    if (e->key != UNSET && !dict_add(d, e->key, e->hash, e->value)) return false;
  }
  return true;
}

Value dict_copy(Dict *d) {
  Value v = dict_new();
  if (v == RAISED || d->used == 0) return v;
  Dict *copy = (Dict *)as_obj(v);
  if (d->used >= d->n_entries * 2 / 3 ? dict_clone_table(copy, d) : dict_fill_empty(copy, d)) return v;
  decref(v);
  return RAISED;
}

bool dict_merge_dict(Dict *d, Dict *other, bool replace) {
  if (d == other) return true;
  if (d->used == 0) return dict_fill_empty(d, other);
  if (dict_capacity(d->log2_size) < other->used &&
      !dict_rebuild(d, log2_for((((uint64_t)d->used + other->used) * 3 + 1) / 2))) {
    return false;
  }
  uint32_t used = other->used;
  for (uint32_t pos = 0; pos < other->n_entries; pos++) {
    DictEntry e = other->entries[pos];
    if (e.key == UNSET) continue;
    incref(e.key);
    incref(e.value);
    int32_t i = find(d, e.key, e.hash);
    bool ok = i != FAILED;
    if (i == ABSENT) ok = dict_add(d, e.key, e.hash, e.value);
    else if (ok && replace) set_value(&d->entries[i].value, incref(e.value));
    decref(e.key);
    decref(e.value);
    if (!ok) return false;
    if (other->used != used) {
      raise_error(&RuntimeError_class, "dict mutated during update");
      return false;
    }
  }
  return true;
}
