/* list_methods.c: the methods of list. */
#include "iterators.h"
#include "list.h"
#include "sequence.h"

static List *self_list(Value self) { return (List *)as_obj(self); }

static Value list_append_method(Value self, Value v) { return list_append(self_list(self), incref(v)) ? NONE : RAISED; }

static Value list_clear_method(Value self) {
  list_clear_items(self_list(self));
  return NONE;
}

static Value list_copy_method(Value self) { return list_from_array(self_list(self)->items, self_list(self)->n); }

static Value list_extend_method(Value self, Value it) { return list_extend(self_list(self), it) ? NONE : RAISED; }

static Value list_insert_method(Value self, Value *args, uint32_t n) {
  (void)n;
  int64_t index;
  if (!ssize_arg(args[0], &index)) return RAISED;
  return list_insert_at(self_list(self), index, args[1]) ? NONE : RAISED;
}

static Value list_pop_method(Value self, Value *args, uint32_t n) {
  List *l = self_list(self);
  int64_t index = -1;
  if (n && !ssize_arg(args[0], &index)) return RAISED;
  if (l->n == 0) return raise_error(&IndexError_class, "pop from empty list");
  if (index < 0) index += l->n;
  if ((uint64_t)index >= l->n) return raise_error(&IndexError_class, "pop index out of range");
  return list_take_at(l, (uint32_t)index);
}

/* The first position in [start, stop) that holds v: INT64_MAX when there is none, -1 raised. */
static int64_t list_find(List *l, Value v, int64_t start, int64_t stop) {
  for (int64_t i = start; i < stop && i < l->n; i++) {
    Value item = incref(l->items[i]);
    int same = op_eq(item, v);
    decref(item);
    if (same) return same < 0 ? -1 : i;
  }
  return INT64_MAX;
}

static Value list_index_method(Value self, Value *args, uint32_t n) {
  List *l = self_list(self);
  int64_t start, stop;
  if (!index_bounds(args, n, l->n, &start, &stop)) return RAISED;
  int64_t at = list_find(l, args[0], start, stop);
  if (at < 0) return RAISED;
  if (at == INT64_MAX) return raise_error(&ValueError_class, "%R is not in list", args[0]);
  return small_int_value(at);
}

static Value list_remove_method(Value self, Value v) {
  List *l = self_list(self);
  int64_t at = list_find(l, v, 0, INT64_MAX);
  if (at < 0) return RAISED;
  if (at == INT64_MAX) return raise_error(&ValueError_class, "list.remove(x): x not in list");
  if (at < l->n) decref(list_take_at(l, (uint32_t)at));
  return NONE;
}

static Value list_count_method(Value self, Value v) {
  List *l = self_list(self);
  int64_t count = 0;
  for (uint32_t i = 0; i < l->n; i++) {
    Value item = incref(l->items[i]);
    int same = op_eq(item, v);
    decref(item);
    if (same < 0) return RAISED;
    count += same;
  }
  return small_int_value(count);
}

static Value list_reverse_method(Value self) {
  List *l = self_list(self);
  for (uint32_t i = 0, j = l->n; i + 1 < j; i++) {
    Value v = l->items[--j];
    l->items[j] = l->items[i];
    l->items[i] = v;
  }
  return NONE;
}

static Value list_sort_method(Value self, Value *slots) {
  int reverse = slots[1] == UNSET ? 0 : op_truth_slow(slots[1]);
  if (reverse < 0) return RAISED;
  return list_sort(self_list(self), slots[0] == UNSET ? NONE : slots[0], reverse) ? NONE : RAISED;
}

static Value list_reversed_method(Value self) { return list_iter_new(self, true); }

METHOD(list, append, CALL_ONE, 1, 1, 0, list_append_method)
METHOD(list, clear, CALL_NONE, 0, 0, 0, list_clear_method)
METHOD(list, copy, CALL_NONE, 0, 0, 0, list_copy_method)
METHOD(list, count, CALL_ONE, 1, 1, 0, list_count_method)
METHOD(list, extend, CALL_ONE, 1, 1, 0, list_extend_method)
METHOD(list, index, CALL_ANY, 1, 3, 0, list_index_method)
METHOD(list, insert, CALL_ANY, 2, 2, 0, list_insert_method)
METHOD(list, pop, CALL_ANY, 0, 1, 0, list_pop_method)
METHOD(list, remove, CALL_ONE, 1, 1, 0, list_remove_method)
METHOD(list, reverse, CALL_NONE, 0, 0, 0, list_reverse_method)
METHOD(list, sort, CALL_KW, 0, 0, "key,reverse", list_sort_method)
METHOD(list, __reversed__, CALL_NONE, 0, 0, 0, list_reversed_method)
