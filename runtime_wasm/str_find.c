/* Methods of str that look for text: find, count, replace, split, strip and their kin. */
#include "bytesearch.h"
#include "sequence.h"
#include "text.h"
#include "unicode.h"

/* ------------------------------------------------------ find, index, count */

/* The part of the receiver that `(sub[, start[, end]])` searches, in offsets. */
typedef struct Window {
  Str *s, *sub;
  uint32_t from, to;
  bool possible; /* false: start lies behind end, where not even "" is found */
} Window;

static bool bound_window(Window *w, const Value *args, uint32_t n) {
  int64_t start, end;
  if (!slice_bounds(n > 1 ? args[1] : UNSET, n > 2 ? args[2] : UNSET, w->s->length, &start, &end)) return false;
  w->possible = start <= end;
  if (w->possible) {
    w->from = str_offset(w->s, (uint32_t)start);
    w->to = str_offset(w->s, (uint32_t)end);
  }
  return true;
}

static bool open_window(Window *w, const char *name, Value self, const Value *args, uint32_t n) {
  if (!check_arg_count(name, n, 1, 3)) return false;
  w->s = (Str *)as_obj(self);
  if (!bound_window(w, args, n)) return false;
  w->sub = as_str(args[0]);
  if (w->sub == NULL) raise_error(&TypeError_class, "must be str, not %T", args[0]);
  return w->sub != NULL;
}

typedef uint32_t (*Search)(const uint8_t *, uint32_t, const uint8_t *, uint32_t);

/* Index of the occurrence, or -1; -2 raised. */
static int64_t search(const char *name, Search find, Value self, const Value *args, uint32_t n) {
  Window w;
  if (!open_window(&w, name, self, args, n)) return -2;
  if (!w.possible) return -1;
  uint32_t at = find(str_data(w.s) + w.from, w.to - w.from, str_data(w.sub), w.sub->size);
  return at == BYTES_NOT_FOUND ? -1 : (int64_t)str_index_of(w.s, w.from + at);
}

static Value found_or_minus_one(int64_t index) { return index == -2 ? RAISED : small_int_value(index); }

static Value found_or_error(int64_t index) {
  if (index == -1) return raise_error(&ValueError_class, "substring not found");
  return found_or_minus_one(index);
}

static Value str_find(Value self, Value *args, uint32_t n) {
  return found_or_minus_one(search("find", bytes_find, self, args, n));
}

static Value str_rfind(Value self, Value *args, uint32_t n) {
  return found_or_minus_one(search("rfind", bytes_rfind, self, args, n));
}

static Value str_index(Value self, Value *args, uint32_t n) {
  return found_or_error(search("index", bytes_find, self, args, n));
}

static Value str_rindex(Value self, Value *args, uint32_t n) {
  return found_or_error(search("rindex", bytes_rfind, self, args, n));
}

static Value str_count(Value self, Value *args, uint32_t n) {
  Window w;
  if (!open_window(&w, "count", self, args, n)) return RAISED;
  if (!w.possible) return small_int_value(0);
  const uint8_t *text = str_data(w.s) + w.from;
  uint32_t size = w.to - w.from;
  if (w.sub->size == 0) return small_int_value((int64_t)utf8_count(text, size) + 1);
  return small_int_value(bytes_count(text, size, str_data(w.sub), w.sub->size, UINT32_MAX));
}

/* ----------------------------------------------------- startswith, endswith */

static bool affix_matches(const Window *w, const Str *affix, bool at_end) {
  if (!w->possible || affix->size > w->to - w->from) return false;
  uint32_t from = at_end ? w->to - affix->size : w->from;
  return bytes_equal(w->s->data + from, affix->data, affix->size);
}

static Value match_affix(const char *name, bool at_end, Value self, const Value *args, uint32_t n) {
  if (!check_arg_count(name, n, 1, 3)) return RAISED;
  Window w = {.s = (Str *)as_obj(self)};
  if (!bound_window(&w, args, n)) return RAISED;
  const Tuple *choices = as_tuple(args[0]);
  if (choices == NULL) {
    const Str *affix = as_str(args[0]);
    if (affix != NULL) return bool_value(affix_matches(&w, affix, at_end));
    return raise_error(&TypeError_class, "%s first arg must be str or a tuple of str, not %T", name, args[0]);
  }
  for (uint32_t i = 0; i < choices->n; i++) {
    const Str *affix = as_str(choices->items[i]);
    if (affix == NULL)
      return raise_error(&TypeError_class, "tuple for %s must only contain str, not %T", name, choices->items[i]);
    if (affix_matches(&w, affix, at_end)) return TRUE_;
  }
  return FALSE_;
}

static Value str_startswith(Value self, Value *args, uint32_t n) {
  return match_affix("startswith", false, self, args, n);
}

static Value str_endswith(Value self, Value *args, uint32_t n) {
  return match_affix("endswith", true, self, args, n);
}

static Value str_removeprefix(Value self, Value arg) {
  Str *s = (Str *)as_obj(self), *affix = as_str(arg);
  if (affix == NULL) return raise_bad_argument("removeprefix", "argument", "str", arg);
  Window all = {.s = s, .to = s->size, .possible = true};
  return str_part(s, affix_matches(&all, affix, false) ? affix->size : 0, s->size);
}

static Value str_removesuffix(Value self, Value arg) {
  Str *s = (Str *)as_obj(self), *affix = as_str(arg);
  if (affix == NULL) return raise_bad_argument("removesuffix", "argument", "str", arg);
  Window all = {.s = s, .to = s->size, .possible = true};
  return str_part(s, 0, affix_matches(&all, affix, true) ? s->size - affix->size : s->size);
}

/* ------------------------------------------------------------------ replace */

/* "ab".replace("", "-"): before each code point and at the end. */
static void interleave(StrBuf *b, const Str *s, const Str *with, int64_t limit) {
  uint32_t at = 0;
  for (; limit > 0; limit--) {
    buf_str(b, with);
    if (at == s->size) return;
    uint32_t size = utf8_sequence_size(str_data(s)[at]);
    buf_write(b, s->data + at, size);
    at += size;
  }
  buf_write(b, s->data + at, s->size - at);
}

/* `count` occurrences of a text that is not empty. */
static Value replace_occurrences(const Str *s, const Str *old, const Str *with, uint32_t count) {
  uint64_t size = s->size + (uint64_t)count * with->size - (uint64_t)count * old->size;
  Str *result = str_alloc(size, s->length + count * (with->length - old->length));
  if (result == NULL) return RAISED;
  char *out = result->data;
  uint32_t at = 0;
  for (; count > 0; count--) {
    uint32_t found = bytes_find(str_data(s) + at, s->size - at, str_data(old), old->size);
    bytes_copy(out, s->data + at, found);
    bytes_copy(out + found, with->data, with->size);
    out += found + with->size;
    at += found + old->size;
  }
  bytes_copy(out, s->data + at, s->size - at);
  return str_value(result);
}

static Value str_replace(Value self, Value *args, uint32_t n) {
  Str *s = (Str *)as_obj(self), *old = as_str(args[0]), *with = as_str(args[1]);
  int64_t limit = -1;
  if (old == NULL) return raise_bad_argument("replace", "argument 1", "str", args[0]);
  if (with == NULL) return raise_bad_argument("replace", "argument 2", "str", args[1]);
  if (n > 2 && !ssize_arg(args[2], &limit)) return RAISED;
  if (limit < 0 || limit > UINT32_MAX) limit = UINT32_MAX;
  if (old->size > 0) {
    uint32_t count = bytes_count(str_data(s), s->size, str_data(old), old->size, (uint32_t)limit);
    return count == 0 ? incref(self) : replace_occurrences(s, old, with, count);
  }
  if (limit == 0) return incref(self);
  StrBuf b;
  buf_init(&b);
  interleave(&b, s, with, limit);
  return buf_finish(&b);
}

/* -------------------------------------------------------------------- strip */

/* The ASCII characters of a set. */
typedef struct AsciiSet {
  uint64_t bits[2];
} AsciiSet;

static AsciiSet ascii_of(const Str *set) {
  AsciiSet a = {{0, 0}};
  for (uint32_t i = 0; i < set->size; i++) {
    uint8_t c = str_data(set)[i];
    if (c < 0x80) a.bits[c >> 6] |= 1ull << (c & 63);
  }
  return a;
}

/* The set's ASCII characters, remembered of the constant that was last one: constants stay as they are. */
static AsciiSet ascii_of_remembered(const Str *set) {
  static const Str *last;
  static AsciiSet of_last;
  if (!IS_STATIC(set)) return ascii_of(set);
  if (last != set) {
    of_last = ascii_of(set);
    last = set;
  }
  return of_last;
}

static const AsciiSet SPACES = {{0x1F0003E00ull, 0}}; /* \t to \r, the four separators, the space */

/* Whether the code point at `at` is to be stripped: white space, or one of `set`. */
static inline bool stripped(const Str *set, const AsciiSet *ascii, const uint8_t *at) {
  if (*at < 0x80) return ascii->bits[*at >> 6] >> (*at & 63) & 1;
  if (set == NULL) return unicode_is_space(utf8_next(&at));
  return bytes_find(str_data(set), set->size, at, utf8_sequence_size(*at)) != BYTES_NOT_FOUND;
}

enum { LEFT = 1, RIGHT = 2 }; /* sides */

static Value strip_argument_error(uint32_t sides) {
  return raise_error(&TypeError_class, "%sstrip arg must be None or str", sides == LEFT ? "l" : sides == RIGHT ? "r" : "");
}

static Value strip(Value self, const Value *args, uint32_t n, uint32_t sides) {
  Str *s = (Str *)as_obj(self);
  const Str *set = n == 0 || args[0] == NONE ? NULL : as_str(args[0]);
  if (n > 0 && args[0] != NONE && set == NULL) return strip_argument_error(sides);
  const AsciiSet ascii = set == NULL ? SPACES : ascii_of_remembered(set);
  const uint8_t *start = str_data(s), *end = start + s->size;
  while ((sides & LEFT) && start < end && stripped(set, &ascii, start)) start += utf8_sequence_size(*start);
  while ((sides & RIGHT) && start < end) {
    const uint8_t *last = end;
    utf8_previous(&last);
    if (!stripped(set, &ascii, last)) break;
    end = last;
  }
  return str_part(s, (uint32_t)(start - str_data(s)), (uint32_t)(end - str_data(s)));
}

static Value str_strip(Value self, Value *args, uint32_t n) { return strip(self, args, n, LEFT | RIGHT); }
static Value str_lstrip(Value self, Value *args, uint32_t n) { return strip(self, args, n, LEFT); }
static Value str_rstrip(Value self, Value *args, uint32_t n) { return strip(self, args, n, RIGHT); }

METHOD(str, find, CALL_ANY, 0, 255, 0, str_find)
METHOD(str, rfind, CALL_ANY, 0, 255, 0, str_rfind)
METHOD(str, index, CALL_ANY, 0, 255, 0, str_index)
METHOD(str, rindex, CALL_ANY, 0, 255, 0, str_rindex)
METHOD(str, count, CALL_ANY, 0, 255, 0, str_count)
METHOD(str, startswith, CALL_ANY, 0, 255, 0, str_startswith)
METHOD(str, endswith, CALL_ANY, 0, 255, 0, str_endswith)
METHOD(str, removeprefix, CALL_ONE, 0, 0, 0, str_removeprefix)
METHOD(str, removesuffix, CALL_ONE, 0, 0, 0, str_removesuffix)
METHOD(str, replace, CALL_ANY, 2, 3, 0, str_replace)
METHOD(str, strip, CALL_ANY, 0, 1, 0, str_strip)
METHOD(str, lstrip, CALL_ANY, 0, 1, 0, str_lstrip)
METHOD(str, rstrip, CALL_ANY, 0, 1, 0, str_rstrip)
