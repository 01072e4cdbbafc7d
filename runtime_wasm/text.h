/* What the files of str and bytes share among themselves. */
#ifndef MOLT_TEXT_H
#define MOLT_TEXT_H

#include "molt.h"
#include "utf8.h"

/* No str or bytes is larger, so that sums of two sizes and a header fit 32 bits. */
#define TEXT_SIZE_MAX 0x7FFFFF00u

static inline bool str_is_ascii(const Str *s) { return s->length == s->size; }
static inline const uint8_t *str_data(const Str *s) { return (const uint8_t *)s->data; }
static inline Value str_value(const Str *s) { return tagged(s, T_STR); }
static inline Value str_ref(Str *s) {
  obj_incref(s);
  return str_value(s);
}

/* A str with room for `size` bytes, whose data the caller fills in; NULL raises MemoryError. */
Str *str_alloc(uint64_t size, uint32_t length);

/* The part of `s` between two offsets; `s` itself when that is all of it. */
Value str_part(Str *s, uint32_t from, uint32_t to);

/* Text between two offsets of `s` whose number of code points is known. */
Value str_from_part(const uint8_t *data, uint32_t size, uint32_t length);

uint32_t str_index_of(Str *s, uint32_t offset); /* byte offset to code point index */

/* `(start, end)` of a search or slice: two optional arguments, UNSET or None meaning the ends of a
   sequence of n items; negative ones count from the end; out of range ones are clamped. */
bool slice_bounds(Value start_arg, Value end_arg, int64_t n, int64_t *start, int64_t *end);

/* Raises TypeError for the argument count of a function that takes min..max positional ones, in the
   wording of PyArg_ParseTuple: "find() takes at least 1 argument (0 given)". */
bool check_arg_count(const char *name, uint32_t n, uint32_t min, uint32_t max);

/* Raises TypeError "FUNCTION() WHICH must be EXPECTED, not TYPE", None named by its value. */
Value raise_bad_argument(const char *function, const char *which, const char *expected, Value v);

/* Reads (encoding, errors) of encode() and decode(): texts[i] is NULL where absent. */
bool coding_arguments(const char *function, const Value *slots, Str **texts);

/* Arguments of a constructor: fills slots[i] with the i-th parameter, borrowed, UNSET where absent.
   `names` is NULL-terminated. Too many, repeated and unknown ones are TypeErrors. */
bool bind_constructor(const char *name, const char *const *names, Value *args, uint32_t n, Value kwnames,
                      Value *slots);

/* Whether the text of `s` is this ASCII text. */
static inline bool str_is(const Str *s, const char *text) {
  return s->size == strlen(text) && memcmp(s->data, text, s->size) == 0;
}

/* str_repr.c: writes the literal of a str, ASCII only if asked for. */
void write_str_repr(StrBuf *b, const Str *s, bool ascii);

/* Writes \xhh, \uhhhh or \Uhhhhhhhh. */
void write_escape(StrBuf *b, uint32_t cp);

/* str_format.c, percent.c: slots of str */
Value str_dunder_format(Value self, Value spec);
Value str_percent(Str *format, Value args);

/* Pads text that is already complete with the spec's fill to the spec's width. */
Value pad_text(Str *s, uint32_t before, uint32_t after, uint32_t fill);

#endif
