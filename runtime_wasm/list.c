/* list.c: the list object: creation, growth, slots and its two iterators.
 *
 * Invariant: items[0..n) are owned Values, never UNSET; items is NULL iff
 * capacity is 0. Any call into Python code may change n and items: they are
 * read again after it.
 */
#include "instance.h"
#include "iterators.h"
#include "list.h"
#include "mem.h"
#include "sequence.h"

#define MAX_ITEMS 0x0FFFFFFFu

/* ------------------------------------------------------------------ storage */
Value list_new(uint32_t capacity) {
  List *l = container_alloc(&list_class, sizeof(List));
  if (!l) return raise_memory_error();
  l->n = l->capacity = 0;
  l->items = NULL;
  if (capacity) {
    if (capacity > MAX_ITEMS || !(l->items = mem_alloc(capacity * sizeof(Value)))) {
      obj_decref(l);
      return raise_memory_error();
    }
    l->capacity = capacity;
  }
  return tagged(l, T_LIST);
}

/* Makes room for at least `wanted` items. */
static bool list_grow(List *l, uint64_t wanted) {
  if (wanted <= l->capacity) return true;
  uint64_t capacity = l->capacity + (uint64_t)(l->capacity >> 1) + 4;
  if (capacity < wanted) capacity = wanted;
  if (capacity > MAX_ITEMS) capacity = wanted;
  Value *items = NULL;
  if (capacity <= MAX_ITEMS) {
    items = l->items ? mem_realloc(l->items, l->capacity * sizeof(Value), (uint32_t)capacity * sizeof(Value))
                     : mem_alloc((uint32_t)capacity * sizeof(Value));
  }
  if (!items) {
    raise_memory_error();
    return false;
  }
  l->items = items;
  l->capacity = (uint32_t)capacity;
  return true;
}

/* Gives memory back after a removal that left the list less than a quarter full. */
static void list_trim(List *l) {
  if (l->capacity <= 16 || l->n > l->capacity / 4) return;
  uint32_t capacity = l->n * 2 + 4;
  Value *items = mem_realloc(l->items, l->capacity * sizeof(Value), capacity * sizeof(Value));
  if (!items) return; /* shrinking is optional */
  l->items = items;
  l->capacity = capacity;
}

bool list_append(List *l, Value v) {
  if (l->n == l->capacity && !list_grow(l, (uint64_t)l->n + 1)) {
    decref(v);
    return false;
  }
  l->items[l->n++] = v;
  return true;
}

bool list_insert_at(List *l, int64_t index, Value v) {
  if (!list_grow(l, (uint64_t)l->n + 1)) return false;
  if (index < 0 && (index += l->n) < 0) index = 0;
  if (index > l->n) index = l->n;
  Value *at = l->items + index;
  memmove(at + 1, at, (l->n - (uint32_t)index) * sizeof(Value));
  *at = incref(v);
  l->n++;
  return true;
}

Value list_take_at(List *l, uint32_t index) {
  Value v = l->items[index];
  memmove(l->items + index, l->items + index + 1, (l->n - index - 1) * sizeof(Value));
  l->n--;
  list_trim(l);
  return v;
}

void list_clear_items(List *l) {
  Value *items = l->items;
  uint32_t n = l->n, capacity = l->capacity;
  l->items = NULL;
  l->n = l->capacity = 0;
  while (n > 0) decref(items[--n]);
  if (items) mem_free(items, capacity * sizeof(Value));
}

Value list_from_array(const Value *items, uint32_t n) {
  Value v = list_new(n);
  if (v == RAISED) return RAISED;
  List *l = (List *)as_obj(v);
  for (uint32_t i = 0; i < n; i++) l->items[i] = incref(items[i]);
  l->n = n;
  return v;
}

static bool extend_from_iterator(List *l, Value it) {
  for (;;) {
    Value v = iter_step(it);
    if (v == DONE) return true;
    if (v == RAISED || !list_append(l, v)) return false;
  }
}

bool list_extend(List *l, Value from) {
  if (has_tag(from, T_LIST) || has_tag(from, T_TUPLE)) {
    uint32_t n;
    fast_items(from, &n);
    if (!list_grow(l, (uint64_t)l->n + n)) return false;
    Value *items = fast_items(from, &n); /* l may be `from` and have moved */
    for (uint32_t i = 0; i < n; i++) l->items[l->n + i] = incref(items[i]);
    l->n += n;
    return true;
  }
  if (has_tag(from, T_RANGE)) {
    int64_t n = op_len(from);
    if (n < 0 || !list_grow(l, l->n + (uint64_t)n)) return false;
  }
  Value it = op_iter(from);
  if (it == RAISED) return false;
  bool ok = ask_length_hint(from) && extend_from_iterator(l, it);
  decref(it);
  return ok;
}

Value list_from_iterable(Value from) {
  Value v = list_new(0);
  if (v == RAISED) return RAISED;
  if (!list_extend((List *)as_obj(v), from)) {
    decref(v);
    return RAISED;
  }
  return v;
}

/* -------------------------------------------------------------------- slots */
static void list_dealloc(Obj *o) {
  if (mem_dealloc_deferred(o)) return;
  list_clear_items((List *)o);
  container_release(o, sizeof(List));
}

static void list_traverse(Obj *o, Visit visit, void *arg) {
  List *l = (List *)o;
  for (uint32_t i = 0; i < l->n; i++) visit(l->items[i], arg);
}

static void list_clear_slot(Obj *o) { list_clear_items((List *)o); }

static Value list_repr(Value self) {
  List *l = as_list(self);
  if (l->n == 0) return str_from_cstr("[]");
  int entered = repr_enter(self);
  if (entered <= 0) return entered < 0 ? RAISED : str_from_cstr("[...]");
  StrBuf b;
  buf_init(&b);
  bool ok = true;
  for (uint32_t i = 0; ok && i < l->n; i++) {
    buf_cstr(&b, i ? ", " : "[");
    Value item = incref(l->items[i]);
    ok = buf_repr(&b, item);
    decref(item);
  }
  repr_leave(self);
  if (!ok) {
    buf_discard(&b);
    return RAISED;
  }
  buf_cstr(&b, "]");
  return buf_finish(&b);
}

static Value list_compare(CompareOp op, Value va, Value vb) {
  List *a = as_list(va), *b = as_list(vb);
  if (!a || !b) return NOT_IMPLEMENTED;
  if (a->n != b->n && (op == CMP_EQ || op == CMP_NE)) return bool_value(op == CMP_NE);
  for (uint32_t i = 0; i < a->n && i < b->n; i++) {
    Value x = a->items[i], y = b->items[i];
    if (x == y) continue;
    incref(x);
    incref(y);
    int same = op_eq(x, y);
    Value result = RAISED;
    if (same == 0) result = op == CMP_EQ ? FALSE_ : op == CMP_NE ? TRUE_ : op_compare(op, x, y);
    decref(x);
    decref(y);
    if (same <= 0) return result;
  }
  return compare_lengths(op, a->n, b->n);
}

static int64_t list_len(Value self) { return as_list(self)->n; }

static Value list_get_slice(List *l, Slice *s) {
  int64_t start, stop, step;
  if (!slice_unpack(s, &start, &stop, &step)) return RAISED;
  int64_t n = slice_adjust(l->n, &start, &stop, step);
  if (step == 1) return list_from_array(l->items + start, (uint32_t)n);
  Value v = list_new((uint32_t)n);
  if (v == RAISED) return RAISED;
  List *result = (List *)as_obj(v);
  for (uint32_t i = 0; i < (uint32_t)n; i++) result->items[i] = incref(l->items[start + i * step]);
  result->n = (uint32_t)n;
  return v;
}

static Value list_getitem(Value self, Value key) {
  List *l = as_list(self);
  int64_t index;
  Slice *slice;
  if (!sequence_key(key, "list", &index, &slice)) return RAISED;
  if (slice) return list_get_slice(l, slice);
  if (index < 0) index += l->n;
  if ((uint64_t)index >= l->n) return raise_error(&IndexError_class, "list index out of range");
  return incref(l->items[index]);
}

/* Replaces l[start:start+removed] by n borrowed items that do not belong to l. */
static bool list_splice(List *l, uint32_t start, uint32_t removed, const Value *items, uint32_t n) {
  Value *old = NULL;
  if (removed && !(old = mem_alloc(removed * sizeof(Value)))) {
    raise_memory_error();
    return false;
  }
  if (n > removed && !list_grow(l, (uint64_t)l->n + n - removed)) {
    if (old) mem_free(old, removed * sizeof(Value));
    return false;
  }
  Value *at = l->items + start;
  if (removed) memcpy(old, at, removed * sizeof(Value));
  if (n != removed) memmove(at + n, at + removed, (l->n - start - removed) * sizeof(Value));
  for (uint32_t i = 0; i < n; i++) at[i] = incref(items[i]);
  l->n = l->n - removed + n;
  if (l->n == 0 && l->items) list_clear_items(l);
  else list_trim(l);
  for (uint32_t i = removed; i > 0; i--) decref(old[i - 1]);
  if (old) mem_free(old, removed * sizeof(Value));
  return true;
}

/* del l[start::step] for n items. */
static bool list_delete_stepped(List *l, int64_t start, int64_t step, uint32_t n) {
  if (n == 0) return true;
  if (step < 0) {
    start += (int64_t)(n - 1) * step;
    step = -step;
  }
  Value *garbage = mem_alloc(n * sizeof(Value));
  if (!garbage) {
    raise_memory_error();
    return false;
  }
  uint32_t to = (uint32_t)start, from = to;
  for (uint32_t i = 0; i < n; i++) {
    garbage[i] = l->items[from++];
    uint32_t keep = i + 1 < n ? (uint32_t)step - 1 : l->n - from;
    memmove(l->items + to, l->items + from, keep * sizeof(Value));
    to += keep;
    from += keep;
  }
  l->n -= n;
  list_trim(l);
  for (uint32_t i = 0; i < n; i++) decref(garbage[i]);
  mem_free(garbage, n * sizeof(Value));
  return true;
}

static bool list_assign_stepped(List *l, int64_t start, int64_t step, int64_t n, Value fast) {
  uint32_t given;
  Value *items = fast_items(fast, &given);
  if (given != n) {
    raise_error(&ValueError_class, "attempt to assign sequence of size %u to extended slice of size %D", given, n);
    return false;
  }
  if (n == 0) return true;
  Value *garbage = mem_alloc(given * sizeof(Value));
  if (!garbage) {
    raise_memory_error();
    return false;
  }
  for (uint32_t i = 0; i < given; i++) {
    Value *at = l->items + start + (int64_t)i * step;
    garbage[i] = *at;
    *at = incref(items[i]);
  }
  for (uint32_t i = 0; i < given; i++) decref(garbage[i]);
  mem_free(garbage, given * sizeof(Value));
  return true;
}

static bool list_set_slice(List *l, Slice *s, Value v) {
  int64_t start, stop, step;
  if (!slice_unpack(s, &start, &stop, &step)) return false;
  if (v == UNSET) {
    int64_t n = slice_adjust(l->n, &start, &stop, step);
    if (step == 1) return list_splice(l, (uint32_t)start, (uint32_t)n, NULL, 0);
    return list_delete_stepped(l, start, step, (uint32_t)n);
  }
  bool is_self = as_list(v) == l;
  Value fast = is_self ? list_from_array(l->items, l->n)
                       : sequence_fast(v, step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
  if (fast == RAISED) return false;
  int64_t n = slice_adjust(l->n, &start, &stop, step);
  uint32_t given;
  Value *items = fast_items(fast, &given);
  bool ok = step == 1 ? list_splice(l, (uint32_t)start, (uint32_t)n, items, given) : list_assign_stepped(l, start, step, n, fast);
  decref(fast);
  return ok;
}

static bool list_setitem(Value self, Value key, Value v) {
  List *l = as_list(self);
  int64_t index;
  Slice *slice;
  if (!sequence_key(key, "list", &index, &slice)) return false;
  if (slice) return list_set_slice(l, slice, v);
  if (index < 0) index += l->n;
  if ((uint64_t)index >= l->n) {
    raise_error(&IndexError_class, "list assignment index out of range");
    return false;
  }
  if (v == UNSET) decref(list_take_at(l, (uint32_t)index));
  else set_value(&l->items[index], incref(v));
  return true;
}

static int list_contains(Value self, Value item) {
  List *l = as_list(self);
  for (uint32_t i = 0; i < l->n; i++) {
    Value v = l->items[i];
    if (v == item) return 1;
    incref(v);
    int same = op_eq(v, item);
    decref(v);
    if (same) return same;
  }
  return 0;
}

static Value list_concat(Value va, Value vb) {
  List *a = as_list(va), *b = as_list(vb);
  if (!b) return raise_error(&TypeError_class, "can only concatenate list (not \"%T\") to list", vb);
  if ((uint64_t)a->n + b->n > MAX_ITEMS) return raise_memory_error();
  Value v = list_new(a->n + b->n);
  if (v == RAISED) return RAISED;
  List *l = (List *)as_obj(v);
  for (uint32_t i = 0; i < a->n; i++) l->items[i] = incref(a->items[i]);
  for (uint32_t i = 0; i < b->n; i++) l->items[a->n + i] = incref(b->items[i]);
  l->n = a->n + b->n;
  return v;
}

/* Writes `times` - 1 further copies of the first n items behind them. */
static void repeat_items(Value *items, uint32_t n, uint32_t times) {
  for (uint32_t i = 0; i < n; i++) {
    if (is_ptr(items[i])) as_obj(items[i])->rc += times - 1;
  }
  if (n == 1) {
    for (uint32_t i = 1; i < times; i++) items[i] = items[0];
    return;
  }
  for (uint32_t done = n, total = n * times; done < total;) {
    uint32_t chunk = done <= total - done ? done : total - done;
    memcpy(items + done, items, chunk * sizeof(Value));
    done += chunk;
  }
}

static Value list_repeat(Value self, int64_t times) {
  List *l = as_list(self);
  if (times <= 0 || l->n == 0) return list_new(0);
  if (times > MAX_ITEMS / l->n) return raise_memory_error();
  Value v = list_new(l->n * (uint32_t)times);
  if (v == RAISED) return RAISED;
  List *result = (List *)as_obj(v);
  for (uint32_t i = 0; i < l->n; i++) result->items[i] = incref(l->items[i]);
  repeat_items(result->items, l->n, (uint32_t)times);
  result->n = l->n * (uint32_t)times;
  return v;
}

static bool list_repeat_in_place(List *l, int64_t times) {
  if (times <= 0) {
    list_clear_items(l);
    return true;
  }
  if (l->n == 0 || times == 1) return true;
  if (times > MAX_ITEMS / l->n) {
    raise_memory_error();
    return false;
  }
  if (!list_grow(l, (uint64_t)l->n * (uint64_t)times)) return false;
  repeat_items(l->items, l->n, (uint32_t)times);
  l->n *= (uint32_t)times;
  return true;
}

/* CPython asks b.__radd__ (or __rmul__) before the list's own in-place operation, which is a sequence operation. */
static Value reflected_first(Value a, Value b, Str *name) {
  if (!has_tag(b, T_INSTANCE) || class_lookup(class_of(b), name) == UNSET) return NOT_IMPLEMENTED;
  return call_name1(b, name, a);
}

static Value list_inplace(BinaryOp op, Value a, Value b) {
  if (op != BIN_ADD && op != BIN_MUL) return NOT_IMPLEMENTED;
  Value reflected = as_list(b) ? NOT_IMPLEMENTED : reflected_first(a, b, op == BIN_ADD ? S(__radd__) : S(__rmul__));
  if (reflected != NOT_IMPLEMENTED) {
    if (reflected != RAISED) decref(a);
    return reflected;
  }
  bool ok;
  if (op == BIN_ADD) {
    ok = list_extend(as_list(a), b);
  } else {
    if (!has_index(b)) return NOT_IMPLEMENTED;
    int64_t times;
    ok = op_index(b, &times) && list_repeat_in_place(as_list(a), times);
    if (!ok && exc_matches(&IndexError_class)) {
      exc_clear();
      raise_error(&OverflowError_class, "cannot fit '%T' into an index-sized integer", b);
    }
  }
  return ok ? a : RAISED;
}

static Value list_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  if (cls == &list_class && !no_keywords("list", kwnames)) return RAISED;
  if (!check_arity("list", n, 0, 1)) return RAISED;
  return n ? list_from_iterable(args[0]) : list_new(0);
}

static Value list_iter(Value self) { return list_iter_new(tagged(as_list(self), T_LIST), false); }

static const Slots list_slots = {
    .dealloc = list_dealloc, .traverse = list_traverse, .clear = list_clear_slot, .repr = list_repr, .hash = hash_unhashable,
    .compare = list_compare, .len = list_len, .getitem = list_getitem, .setitem = list_setitem, .contains = list_contains,
    .iter = list_iter, .inplace = list_inplace, .concat = list_concat, .repeat = list_repeat, .make = list_make,
};
CLASS_DEFINE(list, "list", T_LIST, CLASS_BASE_OK | CLASS_UNHASHABLE, &object_class)

/* ---------------------------------------------------------------- iterators
 * Both iterators share ListIter: the reversed one counts index down and is at its end at UINT32_MAX. */
Value list_iter_new(Value list, bool reversed) {
  ListIter *it = obj_alloc(reversed ? &list_reverseiterator_class : &list_iterator_class, sizeof(ListIter));
  if (!it) return raise_memory_error();
  it->list = (List *)as_obj(incref(list));
  it->index = reversed ? it->list->n - 1 : 0;
  return tagged(it, reversed ? T_OTHER : T_LIST_ITER);
}

Value list_iter_finish(ListIter *it) {
  List *l = it->list;
  it->list = NULL;
  if (l) obj_decref(l);
  return DONE;
}

static void list_iter_dealloc(Obj *o) {
  list_iter_finish((ListIter *)o);
  obj_release(o, sizeof(ListIter));
}

static void list_iter_traverse(Obj *o, Visit visit, void *arg) {
  ListIter *it = (ListIter *)o;
  if (it->list) visit(tagged(it->list, T_LIST), arg);
}

static void list_iter_clear(Obj *o) { list_iter_finish((ListIter *)o); }

static Value list_iter_next(Value self) { return list_iter_step((ListIter *)as_obj(self)); }

static Value list_reverse_next(Value self) {
  ListIter *it = (ListIter *)as_obj(self);
  if (it->list && it->index < it->list->n) return incref(it->list->items[it->index--]);
  return list_iter_finish(it);
}

static Value list_iter_hint(Value self) {
  ListIter *it = (ListIter *)as_obj(self);
  if (!it->list || it->index > it->list->n) return small_int_value(0);
  return small_int_value((int64_t)it->list->n - it->index);
}

static Value list_reverse_hint(Value self) {
  ListIter *it = (ListIter *)as_obj(self);
  if (!it->list || it->index >= it->list->n) return small_int_value(0);
  return small_int_value((int64_t)it->index + 1);
}

Value iter_self(Value self) { return incref(self); }

static const Slots list_iterator_slots = {.dealloc = list_iter_dealloc, .traverse = list_iter_traverse, .clear = list_iter_clear,
                                          .iter = iter_self, .next = list_iter_next};
CLASS_DEFINE(list_iterator, "list_iterator", T_LIST_ITER, 0, &object_class)

static const Slots list_reverseiterator_slots = {.dealloc = list_iter_dealloc, .traverse = list_iter_traverse, .clear = list_iter_clear,
                                                 .iter = iter_self, .next = list_reverse_next};
CLASS_DEFINE(list_reverseiterator, "list_reverseiterator", T_OTHER, 0, &object_class)

METHOD(list_iterator, __length_hint__, CALL_NONE, 0, 0, 0, list_iter_hint)
METHOD(list_reverseiterator, __length_hint__, CALL_NONE, 0, 0, 0, list_reverse_hint)
