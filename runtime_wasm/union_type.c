/* union_type.c: X | Y of types (PEP 604): flat, without repetitions, NoneType for None. */
#include "inline.h"

typedef struct Union {
  Obj h;
  Value args;
} Union;

Value union_args(Value u) { return ((Union *)as_obj(u))->args; }

static bool is_type_expression(Value v) {
  return v == NONE || has_tag(v, T_CLASS) || class_of(v) == &union_class || class_of(v) == &generic_alias_class;
}

static bool add_member(List *members, Value v) {
  if (v == NONE) v = class_value(&none_class);
  for (uint32_t i = 0; i < members->n; i++) {
    int same = op_eq(members->items[i], v);
    if (same) return same > 0;
  }
  return list_append(members, incref(v));
}

static bool add_members(List *members, Value v) {
  if (class_of(v) != &union_class) return add_member(members, v);
  Tuple *t = as_tuple(union_args(v));
  for (uint32_t i = 0; i < t->n; i++)
    if (!add_member(members, t->items[i])) return false;
  return true;
}

Value union_new(Value a, Value b) {
  if (!is_type_expression(a) || !is_type_expression(b)) return NOT_IMPLEMENTED;
  Value members = list_new(2), result = RAISED;
  if (members == RAISED) return RAISED;
  List *l = (List *)as_obj(members);
  if (add_members(l, a) && add_members(l, b)) {
    Union *u = l->n > 1 ? obj_alloc(&union_class, sizeof *u) : NULL;
    if (l->n == 1) result = incref(l->items[0]);
    else if (!u) raise_memory_error();
    else {
      u->args = tuple_from_array(l->items, l->n);
      result = tagged(u, T_OTHER);
      if (u->args == RAISED) decref(result), result = RAISED;
    }
  }
  decref(members);
  return result;
}

static void union_dealloc(Obj *o) {
  decref(((Union *)o)->args);
  obj_release(o, sizeof(Union));
}

static Value union_repr(Value self) {
  Tuple *t = as_tuple(union_args(self));
  StrBuf b;
  buf_init(&b);
  for (uint32_t i = 0; i < t->n; i++) {
    if (i) buf_cstr(&b, " | ");
    if (t->items[i] == class_value(&none_class)) buf_cstr(&b, "None");
    else if (!write_type_text(&b, t->items[i])) {
      buf_discard(&b);
      return RAISED;
    }
  }
  return buf_finish(&b);
}

static Value union_as_set(Value self) { return frozenset_from_iterable(union_args(self)); }

static Value union_compare(CompareOp op, Value a, Value b) {
  if (class_of(b) != &union_class || (op != CMP_EQ && op != CMP_NE)) return NOT_IMPLEMENTED;
  Value x = union_as_set(a), y = x == RAISED ? RAISED : union_as_set(b);
  int equal = y == RAISED ? -1 : op_eq(x, y);
  if (x != RAISED) decref(x);
  if (y != RAISED) decref(y);
  return equal < 0 ? RAISED : bool_value(equal == (op == CMP_EQ));
}

static bool union_hash(Value self, int64_t *out) {
  Value set = union_as_set(self);
  bool ok = set != RAISED && op_hash(set, out);
  if (set != RAISED) decref(set);
  return ok;
}

static Value union_binary(BinaryOp op, Value a, Value b) { return op == BIN_OR ? union_new(a, b) : NOT_IMPLEMENTED; }

static Value union_getattr(Value self, Str *name) {
  return str_equal(name, S(__args__)) ? incref(union_args(self)) : object_getattr(self, name);
}

static const Slots union_slots = {
    .dealloc = union_dealloc, .repr = union_repr, .hash = union_hash, .compare = union_compare,
    .binary = union_binary, .getattr = union_getattr,
};
CLASS_DEFINE(union, "types.UnionType", T_OTHER, 0, &object_class)
