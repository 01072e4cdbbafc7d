/* Methods of str that take text apart: split, rsplit, splitlines, partition, rpartition. */
#include "bytesearch.h"
#include "list.h"
#include "sequence.h"
#include "text.h"
#include "unicode.h"

/* A list under construction, and the text its parts come from. */
typedef struct Parts {
  Str *s;
  Value list;
} Parts;

static bool add_part(Parts *p, uint32_t from, uint32_t to) {
  Value part = str_part(p->s, from, to);
  return part != RAISED && list_push_taken((List *)as_obj(p->list), part);
}

/* The list, or RAISED after a failure. */
static Value parts_result(Parts *p, bool ok) {
  if (ok) return p->list;
  decref(p->list);
  return RAISED;
}

static bool is_space_at(const Str *s, uint32_t at) {
  const uint8_t *p = str_data(s) + at;
  return *p < 0x80 ? ascii_is_space(*p) : unicode_is_space(utf8_next(&p));
}

static uint32_t next_offset(const Str *s, uint32_t at) { return at + utf8_sequence_size(str_data(s)[at]); }

static uint32_t previous_offset(const Str *s, uint32_t at) {
  const uint8_t *p = str_data(s) + at;
  utf8_previous(&p);
  return (uint32_t)(p - str_data(s));
}

static uint32_t skip_spaces(const Str *s, uint32_t at) {
  const uint8_t *text = str_data(s);
  while (at < s->size && (text[at] == ' ' || is_space_at(s, at))) at = next_offset(s, at);
  return at;
}

/* ASCII letters, digits and punctuation lie between 0x21 and 0x7E: marks each byte that does not. */
static inline uint64_t mark_beyond_words(uint64_t word) {
  uint64_t low = word & EACH_BYTE(0x7Full);
  uint64_t inside = (low + EACH_BYTE(0x80ull - 0x21)) & ~(low + EACH_BYTE(1ull)) & ~word;
  return ~inside & EACH_BYTE(0x80ull);
}

static uint32_t skip_word(const Str *s, uint32_t at) {
  const uint8_t *text = str_data(s);
  for (;;) {
    for (; s->size - at >= 8; at += 8) {
      uint64_t marks = mark_beyond_words(load_u64(text + at));
      if (marks == 0) continue;
      at += (uint32_t)__builtin_ctzll(marks) / 8;
      break;
    }
    while (at < s->size && (uint8_t)(text[at] - 0x21) < 0x7F - 0x21) at++;
    if (at == s->size || is_space_at(s, at)) return at;
    at = next_offset(s, at);
  }
}

static uint32_t skip_spaces_back(const Str *s, uint32_t at, bool spaces) {
  for (uint32_t before; at > 0; at = before) {
    before = previous_offset(s, at);
    if (is_space_at(s, before) != spaces) break;
  }
  return at;
}

static bool split_spaces(Parts *p, int64_t limit) {
  uint32_t at = skip_spaces(p->s, 0);
  while (at < p->s->size && limit-- > 0) {
    uint32_t end = skip_word(p->s, at);
    if (!add_part(p, at, end)) return false;
    at = skip_spaces(p->s, end);
  }
  return at == p->s->size || add_part(p, at, p->s->size);
}

static bool rsplit_spaces(Parts *p, int64_t limit) {
  uint32_t at = skip_spaces_back(p->s, p->s->size, true);
  while (at > 0 && limit-- > 0) {
    uint32_t start = skip_spaces_back(p->s, at, false);
    if (!add_part(p, start, at)) return false;
    at = skip_spaces_back(p->s, start, true);
  }
  return at == 0 || add_part(p, 0, at);
}

static bool split_by(Parts *p, const Str *sep, int64_t limit) {
  uint32_t at = 0;
  while (limit-- > 0) {
    uint32_t found = bytes_find(str_data(p->s) + at, p->s->size - at, str_data(sep), sep->size);
    if (found == BYTES_NOT_FOUND) break;
    if (!add_part(p, at, at + found)) return false;
    at += found + sep->size;
  }
  return add_part(p, at, p->s->size);
}

static bool rsplit_by(Parts *p, const Str *sep, int64_t limit) {
  uint32_t end = p->s->size;
  while (limit-- > 0) {
    uint32_t found = bytes_rfind(str_data(p->s), end, str_data(sep), sep->size);
    if (found == BYTES_NOT_FOUND) break;
    if (!add_part(p, found + sep->size, end)) return false;
    end = found;
  }
  return add_part(p, 0, end);
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
  if (slots[1] != UNSET && !ssize_arg(slots[1], &limit)) return RAISED;
  if (limit < 0) limit = INT64_MAX;
  bool spaces = slots[0] == UNSET || slots[0] == NONE;
  const Str *sep = spaces ? NULL : as_str(slots[0]);
  if (!spaces && sep == NULL) return raise_error(&TypeError_class, "must be str or None, not %T", slots[0]);
  if (!spaces && sep->size == 0) return raise_error(&ValueError_class, "empty separator");
  Parts p = {(Str *)as_obj(self), list_new(0)};
  if (p.list == RAISED) return RAISED;
  if (!from_right) return parts_result(&p, spaces ? split_spaces(&p, limit) : split_by(&p, sep, limit));
  bool ok = spaces ? rsplit_spaces(&p, limit) : rsplit_by(&p, sep, limit);
  if (ok) reverse((List *)as_obj(p.list));
  return parts_result(&p, ok);
}

static Value str_split(Value self, Value *slots) { return split(self, slots, false); }
static Value str_rsplit(Value self, Value *slots) { return split(self, slots, true); }

static Value str_splitlines(Value self, Value *slots) {
  int keep = slots[0] == UNSET ? 0 : op_truth_slow(slots[0]);
  if (keep < 0) return RAISED;
  Parts p = {(Str *)as_obj(self), list_new(0)};
  if (p.list == RAISED) return RAISED;
  const uint8_t *text = str_data(p.s), *at = text, *end = text + p.s->size;
  while (at < end) {
    const uint8_t *line = at, *line_end = at;
    while (at < end) {
      while (at < end && *at >= ' ' && *at < 0x7F) at++;
      line_end = at;
      if (at == end) break;
      uint32_t cp = utf8_next(&at);
      if (unicode_is_line_break(cp)) {
        if (cp == '\r' && at < end && *at == '\n') at++;
        break;
      }
      line_end = at;
    }
    if (!add_part(&p, (uint32_t)(line - text), (uint32_t)((keep ? at : line_end) - text)))
      return parts_result(&p, false);
  }
  return p.list;
}

/* A tuple of the three parts of `s`; the outer two empty where nothing was found. */
static Value three_parts(Str *s, Value sep, uint32_t found, uint32_t sep_size, bool whole_last) {
  Value items[3];
  bool absent = found == BYTES_NOT_FOUND;
  if (absent) found = whole_last ? 0 : s->size;
  items[0] = str_part(s, 0, found);
  items[1] = absent ? str_new_ascii("", 0) : incref(sep);
  items[2] = str_part(s, absent ? found : found + sep_size, s->size);
  bool ok = items[0] != RAISED && items[1] != RAISED && items[2] != RAISED;
  Value result = ok ? tuple_from_array(items, 3) : RAISED;
  for (int i = 0; i < 3; i++) decref(items[i]);
  return result;
}

static Value partition(Value self, Value sep_value, bool from_right) {
  Str *s = (Str *)as_obj(self), *sep = as_str(sep_value);
  if (sep == NULL) return raise_error(&TypeError_class, "must be str, not %T", sep_value);
  if (sep->size == 0) return raise_error(&ValueError_class, "empty separator");
  uint32_t found = (from_right ? bytes_rfind : bytes_find)(str_data(s), s->size, str_data(sep), sep->size);
  return three_parts(s, sep_value, found, sep->size, from_right);
}

static Value str_partition(Value self, Value sep) { return partition(self, sep, false); }
static Value str_rpartition(Value self, Value sep) { return partition(self, sep, true); }

METHOD(str, split, CALL_KW, 0, 2, "sep,maxsplit", str_split)
METHOD(str, rsplit, CALL_KW, 0, 2, "sep,maxsplit", str_rsplit)
METHOD(str, splitlines, CALL_KW, 0, 1, "keepends", str_splitlines)
METHOD(str, partition, CALL_ONE, 0, 0, 0, str_partition)
METHOD(str, rpartition, CALL_ONE, 0, 0, 0, str_rpartition)
