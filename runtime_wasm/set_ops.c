/* set_ops.c: the algebra of sets. Which operand is walked and which is searched
 * is CPython's choice throughout: it decides the order of the result, and which
 * of two equal items it holds. */
#include "dict.h"
#include "instance.h"
#include "set.h"

static Set *self_set(Value v) { return (Set *)as_obj(v); }

/* A step of an iteration that may run Python code: an item with its hash, or false at the end or when raised (*raised). */
static bool next_hashed(Value it, Value *item, int64_t *hash, bool *raised) {
  *item = op_next_slow(it);
  if (*item == DONE) return false;
  if (*item != RAISED && key_hash(*item, hash)) return true;
  if (*item != RAISED) decref(*item);
  *raised = true;
  return false;
}

Value set_copy_of(Set *s) {
  Value v = set_make_empty(s->h.cls);
  if (v == RAISED || set_update_from(self_set(v), set_value_of(s))) return v;
  decref(v);
  return RAISED;
}

/* ------------------------------------------------------------- intersection */
static bool intersect_sets(Set *result, Set *walked, Set *searched) {
  SetEntry e;
  for (uint32_t pos = 0; set_next(walked, &pos, &e);) {
    incref(e.key);
    int found = set_contains_hashed(searched, e.key, e.hash);
    bool ok = found >= 0 && (!found || set_add_hashed(result, e.key, e.hash));
    decref(e.key);
    if (!ok) return false;
  }
  return true;
}

static bool intersect_iterable(Set *result, Set *s, Value other) {
  Value it = op_iter(other);
  if (it == RAISED) return false;
  Value item;
  int64_t hash;
  bool raised = false;
  while (!raised && next_hashed(it, &item, &hash, &raised)) {
    int found = set_contains_hashed(s, item, hash);
    raised = found < 0 || (found && !set_add_hashed(result, item, hash));
    decref(item);
    if (result->used >= s->used && found > 0) break;
  }
  decref(it);
  return !raised;
}

Value set_intersection(Value set, Value other) {
  Set *s = self_set(set), *o = as_any_set(other);
  if (s == o) return set_copy_of(s);
  Value result = set_make_empty(s->h.cls);
  if (result == RAISED) return RAISED;
  bool ok;
  if (!o) ok = intersect_iterable(self_set(result), s, other);
  else if (o->used > s->used) ok = intersect_sets(self_set(result), s, o);
  else ok = intersect_sets(self_set(result), o, s);
  if (ok) return result;
  decref(result);
  return RAISED;
}

/* --------------------------------------------------------------- difference */
static bool discard_all_of_set(Set *s, Set *other) {
  SetEntry e;
  for (uint32_t pos = 0; set_next(other, &pos, &e);) {
    incref(e.key);
    int removed = set_discard_hashed(s, e.key, e.hash);
    decref(e.key);
    if (removed < 0) return false;
  }
  return true;
}

static bool discard_all_of_iterable(Set *s, Value other) {
  Value it = op_iter(other);
  if (it == RAISED) return false;
  Value item;
  int64_t hash;
  bool raised = false;
  while (!raised && next_hashed(it, &item, &hash, &raised)) {
    raised = set_discard_hashed(s, item, hash) < 0;
    decref(item);
  }
  decref(it);
  return !raised;
}

bool set_difference_update(Value set, Value other) {
  Set *s = self_set(set), *o = as_any_set(other);
  if (s == o) {
    set_clear_items(s);
    return true;
  }
  bool ok;
  if (o && (o->used >> 3) > s->used) {
    Value common = set_intersection(set, other);
    ok = common != RAISED && discard_all_of_set(s, self_set(common));
    if (common != RAISED) decref(common);
  } else {
    ok = o ? discard_all_of_set(s, o) : discard_all_of_iterable(s, other);
  }
  return ok && set_drop_dummies(s);
}

static Value copy_and_discard(Set *s, Value other) {
  Value result = set_copy_of(s);
  if (result == RAISED || set_difference_update(result, other)) return result;
  decref(result);
  return RAISED;
}

Value set_difference(Value set, Value other) {
  Set *s = self_set(set), *o = as_any_set(other);
  Dict *d = has_tag(other, T_DICT) ? (Dict *)as_obj(other) : NULL;
  if (!o && !d) return copy_and_discard(s, other);
  if ((s->used >> 2) > (o ? o->used : d->used)) return copy_and_discard(s, other);
  Value result = set_make_empty(s->h.cls);
  if (result == RAISED) return RAISED;
  SetEntry e;
  for (uint32_t pos = 0; set_next(s, &pos, &e);) {
    incref(e.key);
    int found;
    if (o) {
      found = set_contains_hashed(o, e.key, e.hash);
    } else {
      Value v = dict_get_hashed(d, e.key, e.hash);
      found = v == RAISED ? -1 : v != UNSET;
    }
    bool ok = found >= 0 && (found || set_add_hashed(self_set(result), e.key, e.hash));
    decref(e.key);
    if (!ok) {
      decref(result);
      return RAISED;
    }
  }
  return result;
}

/* ----------------------------------------------------- symmetric difference */
/* Takes the item out if it is in, else puts it in. */
static bool toggle(Set *s, Value key, int64_t hash) {
  incref(key);
  int removed = set_discard_hashed(s, key, hash);
  bool ok = removed >= 0 && (removed || set_add_hashed(s, key, hash));
  decref(key);
  return ok;
}

bool set_symmetric_difference_update(Value set, Value other) {
  Set *s = self_set(set), *o = as_any_set(other);
  if (s == o) {
    set_clear_items(s);
    return true;
  }
  if (has_tag(other, T_DICT)) {
    Dict *d = (Dict *)as_obj(other);
    for (uint32_t i = 0; i < d->n_entries; i++) {
      DictEntry e = d->entries[i];
      if (e.key != UNSET && !toggle(s, e.key, e.hash)) return false;
    }
    return true;
  }
  Value made = UNSET;
  if (!o) {
    made = set_make_empty(s->h.cls);
    if (made == RAISED) return false;
    o = self_set(made);
  }
  bool ok = made == UNSET || set_update_from(o, other);
  SetEntry e;
  for (uint32_t pos = 0; ok && set_next(o, &pos, &e);) ok = toggle(s, e.key, e.hash);
  decref(made);
  return ok;
}

static Value set_symmetric_difference(Value set, Value other) {
  Value result = set_make_empty(self_set(set)->h.cls);
  if (result == RAISED) return RAISED;
  if (set_update_from(self_set(result), other) && set_symmetric_difference_update(result, set)) return result;
  decref(result);
  return RAISED;
}

/* --------------------------------------------------------------- comparison */
int set_is_subset(Set *a, Set *b) {
  if (a->used > b->used) return 0;
  SetEntry e;
  for (uint32_t pos = 0; set_next(a, &pos, &e);) {
    incref(e.key);
    int found = set_contains_hashed(b, e.key, e.hash);
    decref(e.key);
    if (found <= 0) return found;
  }
  return 1;
}

static int set_equal(Set *a, Set *b) {
  if (a->used != b->used || (a->hash != -1 && b->hash != -1 && a->hash != b->hash)) return 0;
  return set_is_subset(a, b);
}

Value set_compare(CompareOp op, Value va, Value vb) {
  Set *a = as_any_set(va), *b = as_any_set(vb);
  if (!a || !b) return NOT_IMPLEMENTED;
  int r = 0;
  switch (op) {
  case CMP_EQ:
  case CMP_NE: r = set_equal(a, b); break;
  case CMP_LE: r = set_is_subset(a, b); break;
  case CMP_GE: r = set_is_subset(b, a); break;
  case CMP_LT: r = a->used < b->used ? set_is_subset(a, b) : 0; break;
  case CMP_GT: r = b->used < a->used ? set_is_subset(b, a) : 0; break;
  }
  return r < 0 ? RAISED : bool_value(r == (op != CMP_NE));
}

/* ---------------------------------------------------------------- operators */
static Value set_union(Set *s, Set *other) {
  Value result = set_copy_of(s);
  if (result == RAISED || s == other || set_update_from(self_set(result), set_value_of(other))) return result;
  decref(result);
  return RAISED;
}

Value set_binary(BinaryOp op, Value va, Value vb) {
  Set *a = as_any_set(va), *b = as_any_set(vb);
  if (!a || !b) return NOT_IMPLEMENTED;
  Value va_set = set_value_of(a), vb_set = set_value_of(b);
  switch (op) {
  case BIN_SUB: return set_difference(va_set, vb_set);
  case BIN_AND: return set_intersection(va_set, vb_set);
  case BIN_OR: return set_union(a, b);
  case BIN_XOR: return set_symmetric_difference(va_set, vb_set);
  default: return NOT_IMPLEMENTED;
  }
}

Value set_inplace(BinaryOp op, Value a, Value b) {
  Set *s = as_any_set(a), *o = as_any_set(b);
  if (!o) return NOT_IMPLEMENTED;
  Value self = set_value_of(s), common;
  bool ok;
  switch (op) {
  case BIN_SUB: ok = set_difference_update(self, b); break;
  case BIN_OR: ok = set_update_from(s, b); break;
  case BIN_XOR: ok = set_symmetric_difference_update(self, b); break;
  case BIN_AND:
    common = set_intersection(self, b);
    ok = common != RAISED;
    if (ok) {
      set_swap(s, self_set(common));
      decref(common);
    }
    break;
  default: return NOT_IMPLEMENTED;
  }
  return ok ? a : RAISED;
}
