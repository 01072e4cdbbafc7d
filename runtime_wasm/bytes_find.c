/* Methods of bytes and bytearray that look for bytes or take them apart. */
#include "bytes.h"
#include "bytesearch.h"
#include "sequence.h"
#include "text.h"

/* ------------------------------------------------------ find, index, count */

/* What is looked for: bytes-like, or an integer standing for one byte. */
typedef struct Needle {
  View view;
  uint8_t byte;
} Needle;

static bool needle_argument(Value v, Needle *out) {
  if (buffer_view(v, &out->view.data, &out->view.size)) return true;
  if (!has_index(v)) {
    raise_error(&TypeError_class, "argument should be integer or bytes-like object, not '%T'", v);
    return false;
  }
  if (!byte_argument(v, "byte", &out->byte)) return false;
  out->view = (View){&out->byte, 1};
  return true;
}

/* The part of the receiver that the arguments select; empty and impossible where start lies behind end. */
typedef struct Window {
  View view;
  int64_t start;
  bool possible;
} Window;

static bool window_of(Value self, const Value *args, uint32_t n, Window *w) {
  int64_t end;
  View all = view_of(self);
  if (!slice_bounds(n > 1 ? args[1] : UNSET, n > 2 ? args[2] : UNSET, all.size, &w->start, &end)) return false;
  w->possible = w->start <= end;
  if (w->possible) w->view = (View){all.data + w->start, (uint32_t)(end - w->start)};
  return true;
}

typedef uint32_t (*Search)(const uint8_t *, uint32_t, const uint8_t *, uint32_t);

/* Offset of the occurrence, or -1; -2 raised. */
static int64_t search(const char *name, Search find, Value self, const Value *args, uint32_t n) {
  Needle needle;
  Window w;
  if (!check_arg_count(name, n, 1, 3) || !window_of(self, args, n, &w) || !needle_argument(args[0], &needle)) return -2;
  if (!w.possible) return -1;
  uint32_t at = find(w.view.data, w.view.size, needle.view.data, needle.view.size);
  return at == BYTES_NOT_FOUND ? -1 : w.start + at;
}

static Value found_or_minus_one(int64_t at) { return at == -2 ? RAISED : small_int_value(at); }

static Value found_or_error(int64_t at) {
  if (at == -1) return raise_error(&ValueError_class, "subsection not found");
  return found_or_minus_one(at);
}

static Value bytes_find_method(Value self, Value *args, uint32_t n) {
  return found_or_minus_one(search("find", bytes_find, self, args, n));
}

static Value bytes_rfind_method(Value self, Value *args, uint32_t n) {
  return found_or_minus_one(search("rfind", bytes_rfind, self, args, n));
}

static Value bytes_index(Value self, Value *args, uint32_t n) {
  return found_or_error(search("index", bytes_find, self, args, n));
}

static Value bytes_rindex(Value self, Value *args, uint32_t n) {
  return found_or_error(search("rindex", bytes_rfind, self, args, n));
}

static Value bytes_count_method(Value self, Value *args, uint32_t n) {
  Needle needle;
  Window w;
  if (!check_arg_count("count", n, 1, 3) || !window_of(self, args, n, &w) || !needle_argument(args[0], &needle))
    return RAISED;
  if (!w.possible) return small_int_value(0);
  if (needle.view.size == 0) return small_int_value((int64_t)w.view.size + 1);
  return small_int_value(bytes_count(w.view.data, w.view.size, needle.view.data, needle.view.size, UINT32_MAX));
}

/* ---------------------------------------------------------------- affixes */

static bool affix_matches(View v, View affix, bool at_end) {
  return affix.size <= v.size && memcmp(v.data + (at_end ? v.size - affix.size : 0), affix.data, affix.size) == 0;
}

static Value match_affix(const char *name, bool at_end, Value self, const Value *args, uint32_t n) {
  Window w;
  View affix;
  if (!check_arg_count(name, n, 1, 3) || !window_of(self, args, n, &w)) return RAISED;
  const Tuple *choices = as_tuple(args[0]);
  if (choices == NULL) {
    if (buffer_view(args[0], &affix.data, &affix.size))
      return bool_value(w.possible && affix_matches(w.view, affix, at_end));
    return raise_error(&TypeError_class, "%s first arg must be bytes or a tuple of bytes, not %T", name, args[0]);
  }
  for (uint32_t i = 0; i < choices->n; i++) {
    if (!bytes_argument(choices->items[i], &affix)) return RAISED;
    if (w.possible && affix_matches(w.view, affix, at_end)) return TRUE_;
  }
  return FALSE_;
}

static Value bytes_startswith(Value self, Value *args, uint32_t n) {
  return match_affix("startswith", false, self, args, n);
}

static Value bytes_endswith(Value self, Value *args, uint32_t n) {
  return match_affix("endswith", true, self, args, n);
}

static Value bytes_removeprefix(Value self, Value arg) {
  View v = view_of(self), affix;
  if (!bytes_argument(arg, &affix)) return RAISED;
  return bytes_part(self, affix_matches(v, affix, false) ? affix.size : 0, v.size);
}

static Value bytes_removesuffix(Value self, Value arg) {
  View v = view_of(self), affix;
  if (!bytes_argument(arg, &affix)) return RAISED;
  return bytes_part(self, 0, affix_matches(v, affix, true) ? v.size - affix.size : v.size);
}

/* ---------------------------------------------------------------- replace */

static void interleave(StrBuf *b, View v, View with, int64_t limit) {
  uint32_t at = 0;
  for (; limit > 0; limit--) {
    buf_write(b, (const char *)with.data, with.size);
    if (at == v.size) return;
    buf_write(b, (const char *)v.data + at++, 1);
  }
  buf_write(b, (const char *)v.data + at, v.size - at);
}

static void replace_all(StrBuf *b, View v, View old, View with, int64_t limit) {
  uint32_t at = 0;
  for (; limit > 0; limit--) {
    uint32_t found = bytes_find(v.data + at, v.size - at, old.data, old.size);
    if (found == BYTES_NOT_FOUND) break;
    buf_write(b, (const char *)v.data + at, found);
    buf_write(b, (const char *)with.data, with.size);
    at += found + old.size;
  }
  buf_write(b, (const char *)v.data + at, v.size - at);
}

/* The bytes written to the buffer, as the receiver's type; frees the buffer. */
static Value finish_like(Value self, StrBuf *b) {
  Value result = b->failed ? raise_memory_error() : bytes_like(self, (const uint8_t *)b->data, b->size);
  buf_discard(b);
  return result;
}

static Value bytes_replace(Value self, Value *args, uint32_t n) {
  View v = view_of(self), old, with;
  int64_t limit = -1;
  if (!bytes_argument(args[0], &old) || !bytes_argument(args[1], &with)) return RAISED;
  if (n > 2 && !ssize_arg(args[2], &limit)) return RAISED;
  if (limit < 0) limit = INT64_MAX;
  if (limit == 0 || bytes_find(v.data, v.size, old.data, old.size) == BYTES_NOT_FOUND)
    return bytes_part(self, 0, v.size);
  StrBuf b;
  buf_init(&b);
  if (old.size == 0) interleave(&b, v, with, limit);
  else replace_all(&b, v, old, with, limit);
  return finish_like(self, &b);
}

/* ------------------------------------------------------------------ strip */

static bool is_space(uint8_t c) { return c == ' ' || c - 9u < 5; }

static Value strip(bool left, bool right, Value self, const Value *args, uint32_t n) {
  View v = view_of(self), set = {(const uint8_t *)" \t\n\r\v\f", 6};
  if (n > 0 && args[0] != NONE && !bytes_argument(args[0], &set)) return RAISED;
  uint32_t from = 0, to = v.size;
  while (left && from < to && memchr(set.data, v.data[from], set.size) != NULL) from++;
  while (right && from < to && memchr(set.data, v.data[to - 1], set.size) != NULL) to--;
  return bytes_part(self, from, to);
}

static Value bytes_strip(Value self, Value *args, uint32_t n) { return strip(true, true, self, args, n); }
static Value bytes_lstrip(Value self, Value *args, uint32_t n) { return strip(true, false, self, args, n); }
static Value bytes_rstrip(Value self, Value *args, uint32_t n) { return strip(false, true, self, args, n); }

/* ------------------------------------------------------------------ split */

static bool add_part(Value list, Value self, uint32_t from, uint32_t to) {
  Value part = bytes_part(self, from, to);
  return part != RAISED && list_append((List *)as_obj(list), part);
}

static Value list_or_raised(Value list, bool ok) {
  if (ok) return list;
  decref(list);
  return RAISED;
}

static bool split_spaces(Value list, Value self, int64_t limit) {
  View v = view_of(self);
  uint32_t at = 0;
  for (;;) {
    while (at < v.size && is_space(v.data[at])) at++;
    if (at == v.size) return true;
    if (limit-- <= 0) return add_part(list, self, at, v.size);
    uint32_t start = at;
    while (at < v.size && !is_space(v.data[at])) at++;
    if (!add_part(list, self, start, at)) return false;
  }
}

static bool rsplit_spaces(Value list, Value self, int64_t limit) {
  View v = view_of(self);
  uint32_t at = v.size;
  for (;;) {
    while (at > 0 && is_space(v.data[at - 1])) at--;
    if (at == 0) return true;
    if (limit-- <= 0) return add_part(list, self, 0, at);
    uint32_t end = at;
    while (at > 0 && !is_space(v.data[at - 1])) at--;
    if (!add_part(list, self, at, end)) return false;
  }
}

static bool split_by(Value list, Value self, View sep, int64_t limit) {
  View v = view_of(self);
  uint32_t at = 0;
  while (limit-- > 0) {
    uint32_t found = bytes_find(v.data + at, v.size - at, sep.data, sep.size);
    if (found == BYTES_NOT_FOUND) break;
    if (!add_part(list, self, at, at + found)) return false;
    at += found + sep.size;
  }
  return add_part(list, self, at, v.size);
}

static bool rsplit_by(Value list, Value self, View sep, int64_t limit) {
  View v = view_of(self);
  uint32_t end = v.size;
  while (limit-- > 0) {
    uint32_t found = bytes_rfind(v.data, end, sep.data, sep.size);
    if (found == BYTES_NOT_FOUND) break;
    if (!add_part(list, self, found + sep.size, end)) return false;
    end = found;
  }
  return add_part(list, self, 0, end);
}

static void reverse(List *l) {
  for (uint32_t i = 0, j = l->n; i + 1 < j; i++) {
    Value v = l->items[i];
    l->items[i] = l->items[--j];
    l->items[j] = v;
  }
}

static Value split(Value self, const Value *slots, bool from_right) {
  int64_t limit = -1;
  View sep;
  if (slots[1] != UNSET && !ssize_arg(slots[1], &limit)) return RAISED;
  if (limit < 0) limit = INT64_MAX;
  bool spaces = slots[0] == UNSET || slots[0] == NONE;
  if (!spaces && !bytes_argument(slots[0], &sep)) return RAISED;
  if (!spaces && sep.size == 0) return raise_error(&ValueError_class, "empty separator");
  Value list = list_new(0);
  if (list == RAISED) return RAISED;
  if (!from_right)
    return list_or_raised(list, spaces ? split_spaces(list, self, limit) : split_by(list, self, sep, limit));
  bool ok = spaces ? rsplit_spaces(list, self, limit) : rsplit_by(list, self, sep, limit);
  if (ok) reverse((List *)as_obj(list));
  return list_or_raised(list, ok);
}

static Value bytes_split(Value self, Value *slots) { return split(self, slots, false); }
static Value bytes_rsplit(Value self, Value *slots) { return split(self, slots, true); }

static Value bytes_splitlines(Value self, Value *slots) {
  int keep = slots[0] == UNSET ? 0 : op_truth_slow(slots[0]);
  Value list = keep < 0 ? RAISED : list_new(0);
  if (list == RAISED) return RAISED;
  View v = view_of(self);
  for (uint32_t at = 0; at < v.size;) {
    uint32_t start = at;
    while (at < v.size && v.data[at] != '\n' && v.data[at] != '\r') at++;
    uint32_t end = at;
    if (at < v.size) at += v.data[at] == '\r' && at + 1 < v.size && v.data[at + 1] == '\n' ? 2 : 1;
    if (!add_part(list, self, start, keep ? at : end)) return list_or_raised(list, false);
  }
  return list;
}

static Value partition(Value self, Value sep_value, bool from_right) {
  View v = view_of(self), sep;
  if (!bytes_argument(sep_value, &sep)) return RAISED;
  if (sep.size == 0) return raise_error(&ValueError_class, "empty separator");
  uint32_t found = (from_right ? bytes_rfind : bytes_find)(v.data, v.size, sep.data, sep.size);
  bool absent = found == BYTES_NOT_FOUND;
  if (absent) found = from_right ? 0 : v.size;
  Value items[3] = {bytes_part(self, 0, found), bytes_like(self, sep.data, absent ? 0 : sep.size),
                    bytes_part(self, absent ? found : found + sep.size, v.size)};
  bool ok = items[0] != RAISED && items[1] != RAISED && items[2] != RAISED;
  Value result = ok ? tuple_from_array(items, 3) : RAISED;
  for (int i = 0; i < 3; i++) decref(items[i]);
  return result;
}

static Value bytes_partition(Value self, Value sep) { return partition(self, sep, false); }
static Value bytes_rpartition(Value self, Value sep) { return partition(self, sep, true); }

/* ------------------------------------------------------------------- join */

static bool write_joined(StrBuf *b, View sep, const Value *items, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    View item;
    if (!buffer_view(items[i], &item.data, &item.size)) {
      raise_error(&TypeError_class, "sequence item %u: expected a bytes-like object, %T found", i, items[i]);
      return false;
    }
    if (i > 0) buf_write(b, (const char *)sep.data, sep.size);
    buf_write(b, (const char *)item.data, item.size);
  }
  return true;
}

static Value bytes_join(Value self, Value iterable) {
  Value sequence = sequence_fast(iterable, "can only join an iterable");
  if (sequence == RAISED) return RAISED;
  uint32_t n;
  const Value *items = fast_items(sequence, &n);
  StrBuf b;
  buf_init(&b);
  Value result = RAISED;
  if (n == 1 && has_tag(self, T_BYTES) && has_tag(items[0], T_BYTES)) result = incref(items[0]);
  else if (write_joined(&b, view_of(self), items, n)) result = finish_like(self, &b);
  else buf_discard(&b);
  decref(sequence);
  return result;
}

METHOD(bytes, find, CALL_ANY, 0, 255, 0, bytes_find_method)
METHOD(bytes, rfind, CALL_ANY, 0, 255, 0, bytes_rfind_method)
METHOD(bytes, index, CALL_ANY, 0, 255, 0, bytes_index)
METHOD(bytes, rindex, CALL_ANY, 0, 255, 0, bytes_rindex)
METHOD(bytes, count, CALL_ANY, 0, 255, 0, bytes_count_method)
METHOD(bytes, startswith, CALL_ANY, 0, 255, 0, bytes_startswith)
METHOD(bytes, endswith, CALL_ANY, 0, 255, 0, bytes_endswith)
METHOD(bytes, removeprefix, CALL_ONE, 0, 0, 0, bytes_removeprefix)
METHOD(bytes, removesuffix, CALL_ONE, 0, 0, 0, bytes_removesuffix)
METHOD(bytes, replace, CALL_ANY, 2, 3, 0, bytes_replace)
METHOD(bytes, strip, CALL_ANY, 0, 1, 0, bytes_strip)
METHOD(bytes, lstrip, CALL_ANY, 0, 1, 0, bytes_lstrip)
METHOD(bytes, rstrip, CALL_ANY, 0, 1, 0, bytes_rstrip)
METHOD(bytes, split, CALL_KW, 0, 2, "sep,maxsplit", bytes_split)
METHOD(bytes, rsplit, CALL_KW, 0, 2, "sep,maxsplit", bytes_rsplit)
METHOD(bytes, splitlines, CALL_KW, 0, 1, "keepends", bytes_splitlines)
METHOD(bytes, partition, CALL_ONE, 0, 0, 0, bytes_partition)
METHOD(bytes, rpartition, CALL_ONE, 0, 0, 0, bytes_rpartition)
METHOD(bytes, join, CALL_ONE, 0, 0, 0, bytes_join)
METHOD(bytearray, find, CALL_ANY, 0, 255, 0, bytes_find_method)
METHOD(bytearray, rfind, CALL_ANY, 0, 255, 0, bytes_rfind_method)
METHOD(bytearray, index, CALL_ANY, 0, 255, 0, bytes_index)
METHOD(bytearray, rindex, CALL_ANY, 0, 255, 0, bytes_rindex)
METHOD(bytearray, count, CALL_ANY, 0, 255, 0, bytes_count_method)
METHOD(bytearray, startswith, CALL_ANY, 0, 255, 0, bytes_startswith)
METHOD(bytearray, endswith, CALL_ANY, 0, 255, 0, bytes_endswith)
METHOD(bytearray, removeprefix, CALL_ONE, 0, 0, 0, bytes_removeprefix)
METHOD(bytearray, removesuffix, CALL_ONE, 0, 0, 0, bytes_removesuffix)
METHOD(bytearray, replace, CALL_ANY, 2, 3, 0, bytes_replace)
METHOD(bytearray, strip, CALL_ANY, 0, 1, 0, bytes_strip)
METHOD(bytearray, lstrip, CALL_ANY, 0, 1, 0, bytes_lstrip)
METHOD(bytearray, rstrip, CALL_ANY, 0, 1, 0, bytes_rstrip)
METHOD(bytearray, split, CALL_KW, 0, 2, "sep,maxsplit", bytes_split)
METHOD(bytearray, rsplit, CALL_KW, 0, 2, "sep,maxsplit", bytes_rsplit)
METHOD(bytearray, splitlines, CALL_KW, 0, 1, "keepends", bytes_splitlines)
METHOD(bytearray, partition, CALL_ONE, 0, 0, 0, bytes_partition)
METHOD(bytearray, rpartition, CALL_ONE, 0, 0, 0, bytes_rpartition)
METHOD(bytearray, join, CALL_ONE, 0, 0, 0, bytes_join)
