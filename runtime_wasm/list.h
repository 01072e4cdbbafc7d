/* list.h: what list.c, list_methods.c and sort.c share beyond molt.h. */
#ifndef MOLT_LIST_H
#define MOLT_LIST_H

#include "molt.h"

Value list_from_array(const Value *items, uint32_t n); /* borrows items */
bool list_insert_at(List *l, int64_t index, Value v);  /* borrows v; the index is clamped as list.insert does */
Value list_take_at(List *l, uint32_t index);           /* removes and gives an item; index < n */
void list_clear_items(List *l);

/* list_append, quick while there is room. */
static inline bool list_push_taken(List *l, Value v /* takes */) {
  if (__builtin_expect(l->n == l->capacity, 0)) return list_append(l, v);
  l->items[l->n++] = v;
  return true;
}

#endif
