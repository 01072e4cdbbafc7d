/* sort.c: list.sort, the stable merge sort of CPython (Tim Peters, listsort.txt)
 * with the merge order of powersort (Munro and Wild, "Nearly-optimal mergesorts",
 * ESA 2018).
 *
 * A program sees each comparison it implements, so runs, insertion, galloping and
 * merge order are those of CPython 3.12. While sorting, the list itself is empty;
 * this file owns its items. At every comparison the items are all in place, each
 * once, in the array or in the merge's temporary area.
 */
#include "bytesearch.h"
#include "dict.h"
#include "list.h"
#include "sequence.h"

#define MIN_GALLOP 7
#define MAX_RUNS 85
#define MAX_MINRUN 64
#define FAILED UINT32_MAX
#define RADIX_MIN 256 /* keys that are worth a radix sort */
#define MAX_COLUMNS 4

/* A stretch of the keys being sorted, with the values that move along (NULL: the keys are the values). */
typedef struct Part {
  Value *keys, *values;
} Part;

typedef struct Run {
  uint32_t base, length;
  uint32_t power; /* depth, in powersort's tree, of the boundary to the run after it */
} Run;

/* What all keys are: decides how two of them are compared. KEY_TUPLE: tuples of one length whose items are, in each column, all
 * small ints, all floats without a NaN or all strs. KEY_WORD: no objects, but unsigned numbers. */
typedef enum KeyKind { KEY_WORD, KEY_SMALL_INT, KEY_DOUBLE, KEY_STR, KEY_TUPLE, KEY_ANY } KeyKind;

typedef struct Sort {
  Part all;
  uint32_t n;
  KeyKind kind;
  KeyKind columns[MAX_COLUMNS]; /* of tuples */
  uint32_t n_columns;
  uint32_t min_gallop;
  Part temp;
  uint32_t temp_capacity;
  uint32_t n_runs;
  Run runs[MAX_RUNS];
} Sort;

/* --------------------------------------------------------------- comparison */
static KeyKind kind_of_key(Value v) {
  if (is_small_int(v)) return KEY_SMALL_INT;
  if (is_double(v)) return KEY_DOUBLE;
  return has_tag(v, T_STR) ? KEY_STR : KEY_ANY;
}

static KeyKind kind_of_keys(const Value *keys, uint32_t n) {
  KeyKind kind = n ? kind_of_key(keys[0]) : KEY_ANY;
  for (uint32_t i = 1; i < n && kind != KEY_ANY; i++) {
    if (kind_of_key(keys[i]) != kind) return KEY_ANY;
  }
  return kind;
}

/* Are the keys tuples as KEY_TUPLE says? Fills in the columns. */
static bool are_plain_tuples(Sort *s) {
  s->n_columns = has_tag(s->all.keys[0], T_TUPLE) ? ((const Tuple *)as_obj(s->all.keys[0]))->n : 0;
  if (s->n_columns == 0 || s->n_columns > MAX_COLUMNS) return false;
  for (uint32_t i = 0; i < s->n; i++) {
    Value key = s->all.keys[i];
    const Tuple *t = (const Tuple *)as_obj(key);
    if (!has_tag(key, T_TUPLE) || t->n != s->n_columns) return false;
    for (uint32_t column = 0; column < s->n_columns; column++) {
      Value item = t->items[column];
      KeyKind kind = kind_of_key(item);
      if (i == 0) s->columns[column] = kind;
      if (kind == KEY_ANY || kind != s->columns[column] || (kind == KEY_DOUBLE && as_double(item) != as_double(item))) return false;
    }
  }
  return true;
}

/* < 0, 0, > 0 in byte order, which for UTF-8 is code point order. */
static inline int str_order(const Str *a, const Str *b) {
  int order = bytes_order(a->data, b->data, a->size < b->size ? a->size : b->size);
  if (order != 0) return order;
  return a->size < b->size ? -1 : a->size > b->size;
}

static int less_any(Value a, Value b) {
  Value result = op_compare(CMP_LT, a, b);
  if (is_bool(result)) return result == TRUE_;
  if (result == RAISED) return -1;
  int truth = op_truth_slow(result);
  decref(result);
  return truth;
}

/* a < b: 1, 0, -1 raised. */
static inline int less(const Sort *s, Value a, Value b) {
  switch (s->kind) {
  case KEY_SMALL_INT: return small_int(a) < small_int(b);
  case KEY_DOUBLE: return as_double(a) < as_double(b);
  case KEY_STR: return str_order((Str *)as_obj(a), (Str *)as_obj(b)) < 0;
  case KEY_TUPLE: return tuple_order(CMP_LT, (const Tuple *)as_obj(a), (const Tuple *)as_obj(b)) == TRUE_;
  case KEY_WORD:
  case KEY_ANY: break;
  }
  return less_any(a, b);
}

/* ------------------------------------------------------------------- moving */
static Part part_at(Part p, int64_t offset) { return (Part){p.keys + offset, p.values ? p.values + offset : NULL}; }

static void part_move(Part to, Part from, uint32_t n) {
  memmove(to.keys, from.keys, n * sizeof(Value));
  if (to.values) memmove(to.values, from.values, n * sizeof(Value));
}

static inline void part_copy_one(Part to, Part from) {
  *to.keys = *from.keys;
  if (to.values) *to.values = *from.values;
}

static void reverse_values(Value *items, uint32_t n) {
  for (uint32_t i = 0, j = n; i + 1 < j; i++) {
    Value v = items[--j];
    items[j] = items[i];
    items[i] = v;
  }
}

static void part_reverse(Part p, uint32_t n) {
  reverse_values(p.keys, n);
  if (p.values) reverse_values(p.values, n);
}

static void temp_free(Sort *s) {
  uint32_t bytes = s->temp_capacity * (uint32_t)sizeof(Value);
  if (s->temp.keys) mem_free(s->temp.keys, bytes);
  if (s->temp.values) mem_free(s->temp.values, bytes);
  s->temp = (Part){NULL, NULL};
  s->temp_capacity = 0;
}

static bool temp_reserve(Sort *s, uint32_t n) {
  if (n <= s->temp_capacity) return true;
  temp_free(s);
  s->temp_capacity = n;
  s->temp.keys = mem_alloc(n * (uint32_t)sizeof(Value));
  if (s->all.values) s->temp.values = mem_alloc(n * (uint32_t)sizeof(Value));
  if (s->temp.keys && (s->temp.values || !s->all.values)) return true;
  temp_free(s);
  raise_memory_error();
  return false;
}

/* --------------------------------------------------------------------- runs */
/* The length of the run at p: never descending, or strictly descending and then reversed here. 0: raised. */
static uint32_t take_run(Sort *s, Part p, uint32_t n) {
  if (n == 1) return 1;
  int descending = less(s, p.keys[1], p.keys[0]);
  if (descending < 0) return 0;
  uint32_t length = 2;
  for (; length < n; length++) {
    int down = less(s, p.keys[length], p.keys[length - 1]);
    if (down < 0) return 0;
    if (down != descending) break;
  }
  if (descending) part_reverse(p, length);
  return length;
}

/* Extends the sorted first `sorted` items to n by binary insertion. */
static bool insert_sorted(Sort *s, Part p, uint32_t sorted, uint32_t n) {
  for (uint32_t i = sorted; i < n; i++) {
    Value pivot = p.keys[i];
    uint32_t low = 0, high = i;
    while (low < high) {
      uint32_t middle = low + (high - low) / 2;
      int down = less(s, pivot, p.keys[middle]);
      if (down < 0) return false;
      if (down) high = middle;
      else low = middle + 1;
    }
    Value value = p.values ? p.values[i] : UNSET;
    part_move(part_at(p, low + 1), part_at(p, low), i - low);
    p.keys[low] = pivot;
    if (p.values) p.values[low] = value;
  }
  return true;
}

/* ---------------------------------------------------------------- galloping */
/* Does x go before key? Of equal ones, those to the left do when `right` (the place sought is behind them). */
static inline int before(const Sort *s, Value x, Value key, bool right) {
  if (!right) return less(s, x, key);
  int down = less(s, key, x);
  return down < 0 ? -1 : !down;
}

/* Where key belongs among the n sorted keys: before its equals, or behind them when `right`. Doubling steps from `hint`,
 * then binary search. FAILED: raised. */
static uint32_t gallop(const Sort *s, Value key, const Value *keys, uint32_t n, uint32_t hint, bool right) {
  int64_t last = 0, offset = 1;
  int up = before(s, keys[hint], key, right);
  if (up < 0) return FAILED;
  int64_t limit = up ? (int64_t)n - hint : (int64_t)hint + 1;
  while (offset < limit) {
    int here = before(s, keys[up ? hint + offset : hint - offset], key, right);
    if (here < 0) return FAILED;
    if (here != up) break;
    last = offset;
    offset = offset * 2 + 1;
  }
  if (offset > limit) offset = limit;
  int64_t low = up ? hint + last + 1 : hint - offset + 1, high = up ? hint + offset : hint - last;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    int here = before(s, keys[middle], key, right);
    if (here < 0) return FAILED;
    if (here) low = middle + 1;
    else high = middle;
  }
  return (uint32_t)high;
}

/* ------------------------------------------------------------------ merging
 * Two neighbouring runs a and b. merge_low copies a (the shorter) away and fills from the left; merge_high copies b away
 * and fills from the right. */
typedef struct Merge {
  Sort *s;
  Part dest, a, b; /* merge_low: next places; merge_high: last places */
  uint32_t na, nb;
} Merge;
typedef enum Outcome { MERGE_GALLOP, MERGE_STEP, MERGE_DONE, MERGE_LAST, MERGE_RAISED } Outcome;

static void take_low(Merge *m, Part *from) {
  part_copy_one(m->dest, *from);
  m->dest = part_at(m->dest, 1);
  *from = part_at(*from, 1);
}

static void take_low_many(Merge *m, Part *from, uint32_t n) {
  part_move(m->dest, *from, n);
  m->dest = part_at(m->dest, n);
  *from = part_at(*from, n);
}

/* One item at a time until one run wins min_gallop times in a row. */
static Outcome low_step(Merge *m) {
  for (uint32_t a_wins = 0, b_wins = 0;;) {
    int b_first = less(m->s, *m->b.keys, *m->a.keys);
    if (b_first < 0) return MERGE_RAISED;
    if (b_first) {
      take_low(m, &m->b);
      b_wins++;
      a_wins = 0;
      if (--m->nb == 0) return MERGE_DONE;
      if (b_wins >= m->s->min_gallop) return MERGE_GALLOP;
    } else {
      take_low(m, &m->a);
      a_wins++;
      b_wins = 0;
      if (--m->na == 1) return MERGE_LAST;
      if (a_wins >= m->s->min_gallop) return MERGE_GALLOP;
    }
  }
}

/* Finds by galloping how many items of one run come next, while that pays. */
static Outcome low_gallop(Merge *m) {
  uint32_t from_a, from_b;
  do {
    m->s->min_gallop -= m->s->min_gallop > 1;
    from_a = gallop(m->s, *m->b.keys, m->a.keys, m->na, 0, true);
    if (from_a == FAILED) return MERGE_RAISED;
    if (from_a) {
      take_low_many(m, &m->a, from_a);
      m->na -= from_a;
      if (m->na <= 1) return m->na ? MERGE_LAST : MERGE_DONE; /* 0: comparisons contradict each other */
    }
    take_low(m, &m->b);
    if (--m->nb == 0) return MERGE_DONE;
    from_b = gallop(m->s, *m->a.keys, m->b.keys, m->nb, 0, false);
    if (from_b == FAILED) return MERGE_RAISED;
    if (from_b) {
      take_low_many(m, &m->b, from_b);
      m->nb -= from_b;
      if (m->nb == 0) return MERGE_DONE;
    }
    take_low(m, &m->a);
    if (--m->na == 1) return MERGE_LAST;
  } while (from_a >= MIN_GALLOP || from_b >= MIN_GALLOP);
  return MERGE_STEP;
}

static void take_high(Merge *m, Part *from) {
  part_copy_one(m->dest, *from);
  m->dest = part_at(m->dest, -1);
  *from = part_at(*from, -1);
}

static void take_high_many(Merge *m, Part *from, uint32_t n) {
  m->dest = part_at(m->dest, -(int64_t)n);
  *from = part_at(*from, -(int64_t)n);
  part_move(part_at(m->dest, 1), part_at(*from, 1), n);
}

static Outcome high_step(Merge *m) {
  for (uint32_t a_wins = 0, b_wins = 0;;) {
    int b_first = less(m->s, *m->b.keys, *m->a.keys);
    if (b_first < 0) return MERGE_RAISED;
    if (b_first) {
      take_high(m, &m->a);
      a_wins++;
      b_wins = 0;
      if (--m->na == 0) return MERGE_DONE;
      if (a_wins >= m->s->min_gallop) return MERGE_GALLOP;
    } else {
      take_high(m, &m->b);
      b_wins++;
      a_wins = 0;
      if (--m->nb == 1) return MERGE_LAST;
      if (b_wins >= m->s->min_gallop) return MERGE_GALLOP;
    }
  }
}

static Outcome high_gallop(Merge *m) {
  uint32_t from_a, from_b;
  do {
    m->s->min_gallop -= m->s->min_gallop > 1;
    from_a = gallop(m->s, *m->b.keys, m->a.keys - (m->na - 1), m->na, m->na - 1, true);
    if (from_a == FAILED) return MERGE_RAISED;
    from_a = m->na - from_a;
    if (from_a) {
      take_high_many(m, &m->a, from_a);
      m->na -= from_a;
      if (m->na == 0) return MERGE_DONE;
    }
    take_high(m, &m->b);
    if (--m->nb == 1) return MERGE_LAST;
    from_b = gallop(m->s, *m->a.keys, m->b.keys - (m->nb - 1), m->nb, m->nb - 1, false);
    if (from_b == FAILED) return MERGE_RAISED;
    from_b = m->nb - from_b;
    if (from_b) {
      take_high_many(m, &m->b, from_b);
      m->nb -= from_b;
      if (m->nb <= 1) return m->nb ? MERGE_LAST : MERGE_DONE;
    }
    take_high(m, &m->a);
    if (--m->na == 0) return MERGE_DONE;
  } while (from_a >= MIN_GALLOP || from_b >= MIN_GALLOP);
  return MERGE_STEP;
}

/* Alternates between the two ways until one run is used up. */
static Outcome merge_runs(Merge *m, Outcome (*step)(Merge *), Outcome (*gallop_through)(Merge *)) {
  Outcome outcome = MERGE_STEP;
  while (outcome <= MERGE_STEP) {
    outcome = step(m);
    if (outcome != MERGE_GALLOP) break;
    m->s->min_gallop++;
    outcome = gallop_through(m);
    if (outcome == MERGE_STEP) m->s->min_gallop++; /* leaving costs: harder to enter again */
  }
  return outcome;
}

static bool merge_low(Sort *s, Part a, uint32_t na, Part b, uint32_t nb) {
  if (!temp_reserve(s, na)) return false;
  part_move(s->temp, a, na);
  Merge m = {s, a, s->temp, b, na, nb};
  take_low(&m, &m.b);
  Outcome outcome = --m.nb == 0 ? MERGE_DONE : m.na == 1 ? MERGE_LAST : merge_runs(&m, low_step, low_gallop);
  if (outcome == MERGE_LAST) take_low_many(&m, &m.b, m.nb); /* a's last item is the greatest of all */
  if (m.na) part_move(m.dest, m.a, m.na);
  return outcome != MERGE_RAISED;
}

static bool merge_high(Sort *s, Part a, uint32_t na, Part b, uint32_t nb) {
  if (!temp_reserve(s, nb)) return false;
  part_move(s->temp, b, nb);
  Merge m = {s, part_at(b, (int64_t)nb - 1), part_at(a, (int64_t)na - 1), part_at(s->temp, (int64_t)nb - 1), na, nb};
  take_high(&m, &m.a);
  Outcome outcome = --m.na == 0 ? MERGE_DONE : m.nb == 1 ? MERGE_LAST : merge_runs(&m, high_step, high_gallop);
  if (outcome == MERGE_LAST) take_high_many(&m, &m.a, m.na); /* b's first item is the least of all */
  if (m.nb) take_high_many(&m, &m.b, m.nb);
  return outcome != MERGE_RAISED;
}

/* Merges run i with the one after it. */
static bool merge_at(Sort *s, uint32_t i) {
  uint32_t na = s->runs[i].length, nb = s->runs[i + 1].length;
  Part a = part_at(s->all, s->runs[i].base), b = part_at(s->all, s->runs[i + 1].base);
  s->runs[i].length = na + nb;
  if (i + 3 == s->n_runs) s->runs[i + 1] = s->runs[i + 2];
  s->n_runs--;
  uint32_t in_place = gallop(s, *b.keys, a.keys, na, 0, true);
  if (in_place == FAILED) return false;
  a = part_at(a, in_place);
  na -= in_place;
  if (na == 0) return true;
  nb = gallop(s, a.keys[na - 1], b.keys, nb, nb - 1, false);
  if (nb == FAILED || nb == 0) return nb == 0;
  return na <= nb ? merge_low(s, a, na, b, nb) : merge_high(s, a, na, b, nb);
}

/* Powersort's node power: the first binary digit in which the middles of two neighbouring runs differ, as fractions of n. */
static uint32_t boundary_power(uint64_t start, uint64_t na, uint64_t nb, uint64_t n) {
  uint64_t a = 2 * start + na, b = a + na + nb;
  for (uint32_t power = 1;; power++) {
    if (a >= n) {
      a -= n;
      b -= n;
    } else if (b >= n) {
      return power;
    }
    a <<= 1;
    b <<= 1;
  }
}

static bool push_run(Sort *s, uint32_t base, uint32_t length) {
  if (s->n_runs) {
    Run *last = &s->runs[s->n_runs - 1];
    uint32_t power = boundary_power(last->base, last->length, length, s->n);
    while (s->n_runs > 1 && s->runs[s->n_runs - 2].power > power) {
      if (!merge_at(s, s->n_runs - 2)) return false;
    }
    s->runs[s->n_runs - 1].power = power;
  }
  s->runs[s->n_runs++] = (Run){base, length, 0};
  return true;
}

static uint32_t minimum_run(uint32_t n) {
  uint32_t rest = 0;
  for (; n >= MAX_MINRUN; n >>= 1) rest |= n & 1;
  return n + rest;
}

static bool sort_all(Sort *s) {
  uint32_t minimum = minimum_run(s->n);
  for (uint32_t base = 0; base < s->n;) {
    Part p = part_at(s->all, base);
    uint32_t left = s->n - base, length = take_run(s, p, left);
    if (length == 0) return false;
    if (length < minimum) {
      uint32_t forced = left < minimum ? left : minimum;
      if (!insert_sorted(s, p, length, forced)) return false;
      length = forced;
    }
    if (!push_run(s, base, length)) return false;
    base += length;
  }
  while (s->n_runs > 1) {
    uint32_t i = s->n_runs - 2;
    if (i > 0 && s->runs[i - 1].length < s->runs[i + 1].length) i--;
    if (!merge_at(s, i)) return false;
  }
  return true;
}

/* -------------------------------------------------------------- radix sort
 * Small ints and doubles compare without anybody noticing, so when they are many and in no order to speak of, a stable
 * radix sort by bytes, least significant first (Knuth, TAOCP 5.2.5), takes the place of merging. */

/* Keys as unsigned numbers in the same order. */
static inline uint64_t rank(KeyKind kind, Value v) {
  if (kind == KEY_WORD) return v;
  if (kind == KEY_SMALL_INT) return v ^ (1ull << 47);
  if (as_double(v) == 0) v = 0; /* -0.0 equals 0.0 */
  return v >> 63 ? ~v : v | 1ull << 63;
}

/* Are there few runs to gain from, and no NaN, which is in no order with anything? */
static bool radix_pays(const Sort *s) {
  if (s->n < RADIX_MIN || s->kind > KEY_DOUBLE) return false;
  uint32_t descents = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    if (s->kind == KEY_DOUBLE && as_double(s->all.keys[i]) != as_double(s->all.keys[i])) return false;
    if (i) descents += rank(s->kind, s->all.keys[i]) < rank(s->kind, s->all.keys[i - 1]);
  }
  return descents > s->n / 8 && descents < s->n - s->n / 8;
}

/* Distributes `from` over `to` by one byte of the rank. False: all have the same one, nothing was moved. */
static bool radix_pass(const Sort *s, Part from, Part to, uint32_t shift) {
  uint32_t place[256] = {0};
  for (uint32_t i = 0; i < s->n; i++) place[rank(s->kind, from.keys[i]) >> shift & 255]++;
  if (place[rank(s->kind, from.keys[0]) >> shift & 255] == s->n) return false;
  for (uint32_t digit = 0, sum = 0; digit < 256; digit++) {
    uint32_t count = place[digit];
    place[digit] = sum;
    sum += count;
  }
  for (uint32_t i = 0; i < s->n; i++) {
    uint32_t at = place[rank(s->kind, from.keys[i]) >> shift & 255]++;
    part_copy_one(part_at(to, at), part_at(from, i));
  }
  return true;
}

static bool radix_sort(Sort *s) {
  if (!temp_reserve(s, s->n)) return false;
  Part from = s->all, to = s->temp;
  for (uint32_t shift = 0; shift < 64; shift += 8) {
    if (!radix_pass(s, from, to, shift)) continue;
    Part t = from;
    from = to;
    to = t;
  }
  if (from.keys != s->all.keys) part_move(s->all, from, s->n);
  return true;
}

/* ------------------------------------------------------------ sort by words
 * Nobody notices how strs and tuples of such items are compared, either. Their order is that of sequences of unsigned numbers: the
 * bytes of a str, eight at a time, the ranks of the items of a tuple. Keys are sorted by their first number, and stretches where
 * that is equal by the next (multikey sort: Bentley and Sedgewick, "Fast algorithms for sorting and searching strings", 1997). */
#define MAX_OFFSET 32 /* of the bytes of a str that are looked at in this way */

static inline Value item_of(const Sort *s, Value key, uint32_t column) {
  return s->kind == KEY_TUPLE ? ((const Tuple *)as_obj(key))->items[column] : key;
}

/* Eight bytes of a str, those beyond its end 0. */
static uint64_t word_of_str(const Str *str, uint32_t offset) {
  uint64_t word = 0;
  uint32_t n = str->size > offset ? str->size - offset : 0;
  if (n >= sizeof word) memcpy(&word, str->data + offset, sizeof word);
  else
    for (uint32_t i = 0; i < n; i++) word |= (uint64_t)(uint8_t)str->data[offset + i] << 8 * i;
  return __builtin_bswap64(word);
}

/* Of strs with one word at an offset: do they all end there, with the same length, and so are equal? */
static bool are_equal_strs(const Sort *s, Part p, uint32_t n, uint32_t column, uint32_t offset) {
  uint32_t size = ((const Str *)as_obj(item_of(s, p.keys[0], column)))->size;
  for (uint32_t i = 0; i < n; i++)
    if (((const Str *)as_obj(item_of(s, p.keys[i], column)))->size != size) return false;
  return size <= offset + sizeof(uint64_t);
}

static bool sort_stretch(Sort *s, Part p, uint32_t n) {
  Part all = s->all;
  uint32_t n_all = s->n;
  s->all = p;
  s->n = n;
  s->n_runs = 0;
  bool ok = sort_all(s);
  s->all = all;
  s->n = n_all;
  return ok;
}

/* The items in the order that words.all.values says. */
static bool permute(Sort *s, Part p, uint32_t n, const Value *order) {
  if (!temp_reserve(s, n)) return false;
  for (uint32_t i = 0; i < n; i++) part_copy_one(part_at(s->temp, i), part_at(p, (int64_t)order[i]));
  part_move(p, s->temp, n);
  return true;
}

static bool sort_by_words(Sort *s, Part p, uint32_t n, uint32_t column, uint32_t offset);

/* Sorts each stretch of items with the same word by what follows it. */
static bool sort_stretches(Sort *s, Part p, uint32_t n, const uint64_t *words, uint32_t column, uint32_t offset) {
  bool is_str = s->kind == KEY_STR || s->columns[column] == KEY_STR;
  for (uint32_t i = 0, end; i < n; i = end) {
    for (end = i + 1; end < n && words[end] == words[i]; end++) {}
    Part stretch = part_at(p, i);
    if (end - i == 1) continue;
    bool goes_on = is_str && !are_equal_strs(s, stretch, end - i, column, offset);
    if (!goes_on && column + 1 == s->n_columns) continue;
    if (!sort_by_words(s, stretch, end - i, column + !goes_on, goes_on ? offset + (uint32_t)sizeof(uint64_t) : 0)) return false;
  }
  return true;
}

static bool sort_by_words(Sort *s, Part p, uint32_t n, uint32_t column, uint32_t offset) {
  if (n < RADIX_MIN || offset == MAX_OFFSET) return sort_stretch(s, p, n);
  const uint32_t bytes = n * (uint32_t)sizeof(Value);
  KeyKind kind = s->kind == KEY_TUPLE ? s->columns[column] : s->kind;
  Sort words = {.all = {mem_alloc(bytes), mem_alloc(bytes)}, .n = n, .kind = KEY_WORD};
  bool ok = words.all.keys && words.all.values;
  if (!ok) raise_memory_error();
  for (uint32_t i = 0; ok && i < n; i++) {
    Value item = item_of(s, p.keys[i], column);
    words.all.keys[i] = kind == KEY_STR ? word_of_str((const Str *)as_obj(item), offset) : rank(kind, item);
    words.all.values[i] = i;
  }
  bool pays = ok && radix_pays(&words);
  if (pays) ok = radix_sort(&words) && permute(s, p, n, words.all.values);
  temp_free(&words);
  ok = ok && (pays ? sort_stretches(s, p, n, words.all.keys, column, offset) : sort_stretch(s, p, n));
  if (words.all.keys) mem_free(words.all.keys, bytes);
  if (words.all.values) mem_free(words.all.values, bytes);
  return ok;
}

/* -------------------------------------------------------------------- lists */
/* key(v) for each item; NULL: raised. */
static Value *make_keys(Value key, const Value *items, uint32_t n) {
  Value *keys = mem_alloc(n * (uint32_t)sizeof(Value));
  if (!keys) {
    raise_memory_error();
    return NULL;
  }
  for (uint32_t i = 0; i < n; i++) {
    Value arg = incref(items[i]);
    keys[i] = call(key, &arg, 1, NONE);
    if (keys[i] != RAISED) continue;
    while (i > 0) decref(keys[--i]);
    mem_free(keys, n * (uint32_t)sizeof(Value));
    return NULL;
  }
  return keys;
}

/* Sorts n items, which nobody else can reach meanwhile. */
static bool sort_items(Value *items, uint32_t n, Value key, bool reverse) {
  Value *keys = NULL;
  if (key != NONE && n && !(keys = make_keys(key, items, n))) return false;
  Sort s = {.all = {keys ? keys : items, keys ? items : NULL}, .n = n, .min_gallop = MIN_GALLOP};
  s.kind = kind_of_keys(s.all.keys, n);
  if (s.kind == KEY_ANY && n >= RADIX_MIN && are_plain_tuples(&s)) s.kind = KEY_TUPLE;
  if (s.kind != KEY_TUPLE) s.n_columns = 1;
  if (reverse) part_reverse(s.all, n); /* twice reversed, equal items keep their order */
  bool by_words = s.kind == KEY_STR || s.kind == KEY_TUPLE;
  bool ok = n < 2 || (by_words ? sort_by_words(&s, s.all, n, 0, 0) : radix_pays(&s) ? radix_sort(&s) : sort_all(&s));
  if (reverse) reverse_values(items, n);
  temp_free(&s);
  if (keys) {
    for (uint32_t i = 0; i < n; i++) decref(keys[i]);
    mem_free(keys, n * (uint32_t)sizeof(Value));
  }
  return ok;
}

bool list_sort(List *l, Value key, bool reverse) {
  Value *items = l->items;
  uint32_t n = l->n, capacity = l->capacity;
  l->items = NULL;
  l->n = l->capacity = 0;
  bool ok = sort_items(items, n, key, reverse);
  if (l->capacity && ok) {
    raise_error(&ValueError_class, "list modified during sort");
    ok = false;
  }
  List added = *l;
  l->items = items;
  l->n = n;
  l->capacity = capacity;
  list_clear_items(&added);
  return ok;
}
