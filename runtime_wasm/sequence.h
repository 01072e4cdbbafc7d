/* sequence.h: argument handling that list, tuple, range, slice, dict, set and the
 * iterator types share, each with CPython's exact messages. */
#ifndef MOLT_SEQUENCE_H
#define MOLT_SEQUENCE_H

#include "molt.h"

/* Does v support __index__? */
bool has_index(Value v);
/* A subscript: an int goes to *index (unadjusted, *slice NULL), a slice to *slice (borrowed). `type` names the
 * container for "TYPE indices must be integers or slices, not X". */
bool sequence_key(Value key, const char *type, int64_t *index, Slice **slice);
/* A Py_ssize_t argument: OverflowError when it does not fit. */
bool ssize_arg(Value v, int64_t *out);
/* start or stop of index(): clamped to 64 bits. */
bool bound_arg(Value v, int64_t *out);
/* index(x[, start[, stop]]): resolves args[1..] against a sequence of n items, as slicing would. */
bool index_bounds(const Value *args, uint32_t n_args, int64_t n, int64_t *start, int64_t *stop);
/* Constructors: "NAME() takes no keyword arguments", "NAME expected at most MAX arguments, got N". */
bool no_keywords(const char *name, Value kwnames);
bool check_arity(const char *name, uint32_t n, uint32_t min, uint32_t max);
/* list(x), tuple(x) ask a user-defined iterable for its length first, as CPython does; the answer is not used. false: raised. */
bool ask_length_hint(Value v);
/* v itself if it is exactly a list or tuple, else a list of its items (owned). What cannot be iterated raises TypeError
 * `message`, or CPython's own text when message is NULL. */
Value sequence_fast(Value v, const char *message);
static inline Value *fast_items(Value fast, uint32_t *n) {
  if (has_tag(fast, T_LIST)) {
    List *l = (List *)as_obj(fast);
    *n = l->n;
    return l->items;
  }
  Tuple *t = (Tuple *)as_obj(fast);
  *n = t->n;
  return t->items;
}
/* The ordering of two sequences whose first difference was not found: by length. */
Value compare_lengths(CompareOp op, uint32_t a, uint32_t b);
/* What `op` says of an order: below, at or above 0. */
Value order_value(CompareOp op, int order);

/* slice.c: the steps of slice.indices, apart because unpacking may run Python code that changes the length.
 * Bounds are clamped to 64 bits; slice_adjust gives the number of items. */
bool slice_unpack(Slice *s, int64_t *start, int64_t *stop, int64_t *step);
/* (start, stop, step) of slice.indices for a length of any size, an int. */
Value slice_indices_of(Slice *s, Value length);
int64_t slice_adjust(int64_t n, int64_t *start, int64_t *stop, int64_t step);

#endif
