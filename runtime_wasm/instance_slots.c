/* instance_slots.c: the operations of instances of user classes: each looks for the dunder method in the class.
 *
 * A dunder found in a built-in class of the MRO is a slot wrapper; its C slot is then called on the payload directly.
 */
#include "dunder.h"
#include "inline.h"

/* Calls the method `m` that type(self) has. Arguments borrowed. */
static Value invoke(Value m, Value self, Value *args, uint32_t n) {
  Value copy[4];
  for (uint32_t i = 0; i < n; i++) copy[i] = incref(args[i]);
  incref(m);
  Value r;
  if (has_tag(m, T_FUNCTION)) {
    r = call_with_self(m, self, copy, n, NONE);
  } else {
    Value f = bind(incref(m), self, class_of(self));
    if (f == RAISED) release_args(copy, n);
    r = f == RAISED ? RAISED : call(f, copy, n, NONE);
    if (f != RAISED) decref(f);
  }
  decref(m);
  return r;
}

static Value find(Value self, Str *name) { return class_lookup(class_of(self), name); }

/* The built-in class that the dunder `name` came from. A wrapper under another name (__delattr__ = dict.__delitem__) is
 * called like any function. */
static Class *wrapped_as(Value m, const Str *name) {
  Class *owner = wrapped_class(m);
  if (!owner) return NULL;
  const char *wrapped = ((Builtin *)as_obj(m))->def->name;
  return strlen(wrapped) == name->size && memcmp(wrapped, name->data, name->size) == 0 ? owner : NULL;
}

/* ------------------------------------------------------------------- text */
static Value checked_str(Value r, const char *method) {
  if (r == RAISED || as_str(r)) return r;
  raise_error(&TypeError_class, "%s returned non-string (type %T)", method, r);
  decref(r);
  return RAISED;
}

static bool names_its_class(const Class *c) { return c->tag == T_SET || c->tag == T_FROZENSET || c->tag == T_BYTEARRAY; }

static Value instance_repr(Value self) {
  Value m = find(self, S(__repr__));
  Class *owner = wrapped_as(m, S(__repr__));
  if (owner == &object_class) return object_repr(self);
  if (owner) return owner->slots->repr(names_its_class(owner) ? self : unwrap(self));
  return checked_str(invoke(m, self, NULL, 0), "__repr__");
}

/* object.__str__ calls __repr__ and leaves the check of its result to str(). */
static Value str_by_repr(Value self) {
  Value m = find(self, S(__repr__));
  return wrapped_as(m, S(__repr__)) ? op_repr(self) : checked_str(invoke(m, self, NULL, 0), "__str__");
}

static Value instance_str(Value self) {
  Value m = find(self, S(__str__));
  Class *owner = wrapped_as(m, S(__str__));
  if (owner == &object_class) return str_by_repr(self);
  if (owner) return owner->slots->str ? owner->slots->str(unwrap(self)) : op_repr(self);
  return checked_str(invoke(m, self, NULL, 0), "__str__");
}

static Value instance_format(Value self, Value spec) {
  Value m = find(self, S(__format__));
  Class *owner = wrapped_as(m, S(__format__));
  if (owner) return slot_format(owner, self, spec);
  Value r = invoke(m, self, &spec, 1);
  if (r == RAISED || as_str(r)) return r;
  raise_error(&TypeError_class, "__format__ must return a str, not %T", r);
  decref(r);
  return RAISED;
}

/* ----------------------------------------------------- hash and comparison */
static bool instance_hash(Value self, int64_t *out) {
  Value m = find(self, S(__hash__));
  if (m == NONE || m == UNSET) return hash_unhashable(self, out);
  Class *owner = wrapped_as(m, S(__hash__));
  if (owner == &object_class || (owner && !owner->slots->hash)) {
    *out = hash_pointer(as_obj(self));
    return true;
  }
  if (owner) return owner->slots->hash(unwrap(self), out);
  Value r = invoke(m, self, NULL, 0);
  if (r == RAISED) return false;
  Value i = as_int(r);
  bool ok = i != UNSET && (int_to_i64(i, out) || op_hash(i, out)); /* taken as it is when it fits */
  if (ok && *out == -1) *out = -2;
  if (i == UNSET) raise_error(&TypeError_class, "__hash__ method should return an integer");
  decref(r);
  return ok;
}

/* object.__eq__ is identity; object.__ne__ inverts __eq__. */
Value object_compare(CompareOp op, Value a, Value b) {
  if (op == CMP_EQ) return a == b ? TRUE_ : NOT_IMPLEMENTED;
  if (op != CMP_NE) return NOT_IMPLEMENTED;
  Value (*compare)(CompareOp, Value, Value) = class_of(a)->slots->compare;
  Value r = compare ? compare(CMP_EQ, a, b) : object_compare(CMP_EQ, a, b);
  if (r == RAISED || r == NOT_IMPLEMENTED) return r;
  int truth = op_truth(r);
  decref(r);
  return truth < 0 ? RAISED : bool_value(!truth);
}

static Value instance_compare(CompareOp op, Value a, Value b) {
  Value m = find(a, compare_name(op));
  if (m == UNSET) return NOT_IMPLEMENTED;
  Class *owner = wrapped_as(m, compare_name(op));
  if (owner == &object_class) return object_compare(op, a, b);
  if (owner) return owner->slots->compare(op, unwrap(a), b);
  return invoke(m, a, &b, 1);
}

/* --------------------------------------------------------------- container */
static int64_t length_of(Value r) {
  if (r == RAISED) return -1;
  int64_t n;
  Value i = op_index_value(r);
  decref(r);
  if (i == RAISED) return -1;
  int sign = int_sign(i);
  bool fits = int_to_i64(i, &n);
  decref(i);
  if (sign < 0) return raise_error(&ValueError_class, "__len__() should return >= 0"), -1;
  if (!fits) return raise_error(&OverflowError_class, "cannot fit 'int' into an index-sized integer"), -1;
  return n;
}

static int64_t instance_len(Value self) {
  Value m = find(self, S(__len__));
  if (m == UNSET) return raise_error(&TypeError_class, "object of type '%T' has no len()", self), -1;
  Class *owner = wrapped_as(m, S(__len__));
  return owner ? owner->slots->len(unwrap(self)) : length_of(invoke(m, self, NULL, 0));
}

static int instance_truth(Value self) {
  Value m = find(self, S(__bool__));
  if (m == UNSET) {
    if (find(self, S(__len__)) == UNSET) return 1;
    int64_t n = instance_len(self);
    return n < 0 ? -1 : n > 0;
  }
  Class *owner = wrapped_as(m, S(__bool__));
  if (owner) return op_truth(unwrap(self));
  Value r = invoke(m, self, NULL, 0);
  if (r == RAISED) return -1;
  if (is_bool(r)) return r == TRUE_;
  raise_error(&TypeError_class, "__bool__ should return bool, returned %T", r);
  decref(r);
  return -1;
}

static Value missing_item(Value self, Value key) {
  Value m = find(self, S(__missing__));
  return m == UNSET ? raise_key_error(key) : invoke(m, self, &key, 1);
}

static Value instance_getitem(Value self, Value key) {
  Value m = find(self, S(__getitem__));
  if (m == UNSET) return raise_error(&TypeError_class, "'%T' object is not subscriptable", self);
  Class *owner = wrapped_as(m, S(__getitem__));
  if (!owner) return invoke(m, self, &key, 1);
  return slot_getitem(owner, self, key);
}

Value slot_getitem(Class *owner, Value self, Value key) {
  if (owner != &dict_class || !has_tag(self, T_INSTANCE)) return owner->slots->getitem(unwrap(self), key);
  Value v = dict_get((Dict *)as_obj(unwrap(self)), key);
  return v == UNSET ? missing_item(self, key) : v == RAISED ? v : incref(v);
}

static bool instance_setitem(Value self, Value key, Value v) {
  Value m = find(self, v == UNSET ? S(__delitem__) : S(__setitem__));
  if (m == UNSET) return raise_no_item_change(self, key, v == UNSET);
  Class *owner = wrapped_as(m, v == UNSET ? S(__delitem__) : S(__setitem__));
  if (owner) return owner->slots->setitem(unwrap(self), key, v);
  Value args[2] = {key, v}, r = invoke(m, self, args, v == UNSET ? 1 : 2);
  if (r == RAISED) return false;
  decref(r);
  return true;
}

static int instance_contains(Value self, Value item) {
  Value m = find(self, S(__contains__));
  if (m == NONE) return raise_error(&TypeError_class, "'%T' object is not a container", self), -1;
  if (m == UNSET) return op_contains_by_iteration(self, item);
  Class *owner = wrapped_as(m, S(__contains__));
  if (owner) return op_contains(unwrap(self), item);
  Value r = invoke(m, self, &item, 1);
  if (r == RAISED) return -1;
  int truth = op_truth(r);
  decref(r);
  return truth;
}

static Value instance_iter(Value self) {
  Value m = find(self, S(__iter__));
  if (m == UNSET && find(self, S(__getitem__)) != UNSET) return sequence_iter_new(self);
  if (m == UNSET || m == NONE) return raise_error(&TypeError_class, "'%T' object is not iterable", self);
  Class *owner = wrapped_as(m, S(__iter__));
  if (owner) return owner->slots->iter(unwrap(self));
  Value it = invoke(m, self, NULL, 0);
  if (it == RAISED || is_iterator(it)) return it;
  raise_error(&TypeError_class, "iter() returned non-iterator of type '%T'", it);
  decref(it);
  return RAISED;
}

static Value instance_next(Value self) {
  Value m = find(self, S(__next__));
  if (m == UNSET) return raise_error(&TypeError_class, "'%T' object is not an iterator", self);
  Class *owner = wrapped_as(m, S(__next__));
  if (owner) return owner->slots->next(unwrap(self));
  Value v = invoke(m, self, NULL, 0);
  if (v != RAISED || !exc_matches(&StopIteration_class)) return v;
  Value stop = exc_take(), result = *exc_field(stop, EXC_OWN);
  gen_set_result(result == UNSET ? NONE : incref(result)); /* of `yield from` */
  decref(stop);
  return DONE;
}

static Value instance_call(Value self, Value *args, uint32_t n, Value kwnames) {
  Value m = find(self, S(__call__));
  if (m == UNSET) {
    release_args(args, n + kw_count(kwnames));
    return raise_error(&TypeError_class, "'%T' object is not callable", self);
  }
  Class *owner = wrapped_as(m, S(__call__));
  if (owner) return owner->slots->call(unwrap(self), args, n, kwnames);
  incref(m);
  Value r;
  if (has_tag(m, T_FUNCTION)) {
    r = call_with_self(m, self, args, n, kwnames);
  } else {
    Value f = bind(incref(m), self, class_of(self));
    if (f == RAISED) release_args(args, n + kw_count(kwnames));
    r = f == RAISED ? RAISED : call(f, args, n, kwnames);
    if (f != RAISED) decref(f);
  }
  decref(m);
  return r;
}

/* --------------------------------------------------------------- operators */
static Value instance_binary(BinaryOp op, Value a, Value b);
static bool has_instance_slots(Value v) { return class_of(v)->slots->binary == instance_binary; }

/* self's method `name` on `other`; `reflected`: the operation is other OP self. */
static Value try_method(BinaryOp op, Value self, Str *name, Value other, bool reflected) {
  Value m = find(self, name);
  if (m == UNSET) return NOT_IMPLEMENTED;
  if (m == NONE) return raise_error(&TypeError_class, "'NoneType' object is not callable");
  Class *owner = wrapped_as(m, name);
  if (!owner) return invoke(m, self, &other, 1);
  if (!owner->slots->binary) return NOT_IMPLEMENTED; /* a sequence's + and * come after all operators */
  return reflected ? owner->slots->binary(op, other, self) : owner->slots->binary(op, self, other);
}

/* A subclass on the right that has a reflected method of its own goes first. */
static Value instance_binary(BinaryOp op, Value a, Value b) {
  BinaryNames names = binary_names(op);
  Class *left = class_of(a), *right = class_of(b);
  bool other = left != right && has_instance_slots(b);
  if (has_instance_slots(a)) {
    if (other && class_is_subclass(right, left)) {
      Value mine = class_lookup(left, names.reflected), theirs = class_lookup(right, names.reflected);
      if (theirs != UNSET && theirs != mine) {
        Value r = try_method(op, b, names.reflected, a, true);
        if (r != NOT_IMPLEMENTED) return r;
        other = false;
      }
    }
    Value r = try_method(op, a, names.name, b, false);
    if (r != NOT_IMPLEMENTED) return r;
  }
  return other ? try_method(op, b, names.reflected, a, true) : NOT_IMPLEMENTED;
}

static Value instance_inplace(BinaryOp op, Value a, Value b) {
  Value m = find(a, binary_names(op).inplace);
  if (m == UNSET || op == BIN_DIVMOD) return NOT_IMPLEMENTED;
  Class *owner = wrapped_as(m, binary_names(op).inplace);
  if (!owner) {
    Value r = invoke(m, a, &b, 1);
    if (r != NOT_IMPLEMENTED && r != RAISED) decref(a);
    return r;
  }
  return owner->slots->inplace ? owner->slots->inplace(op, a, b) : NOT_IMPLEMENTED;
}

static Value instance_unary(UnaryOp op, Value a) {
  Value m = find(a, unary_name(op));
  if (m == UNSET) return NOT_IMPLEMENTED;
  Class *owner = wrapped_as(m, unary_name(op));
  return owner ? owner->slots->unary(op, unwrap(a)) : invoke(m, a, NULL, 0);
}

/* -------------------------------------------------------------- attributes */
static Value getattr_fallback(Value self, Str *name, int found, Value v) {
  if (found > 0) return v;
  Value m = find(self, S(__getattr__));
  if (m == UNSET) return found < 0 ? RAISED : raise_no_attribute(self, name);
  if (found < 0) {
    if (!exc_matches(&AttributeError_class)) return RAISED;
    exc_clear();
  }
  Value arg = tagged(name, T_STR);
  return invoke(m, self, &arg, 1);
}

static Value getattr_with(Value self, Str *name, int (*lookup)(Value, Str *, Value *)) {
  Value v = UNSET;
  Value m = find(self, S(__getattribute__));
  int found;
  if (m == UNSET || wrapped_as(m, S(__getattribute__))) {
    found = lookup(self, name, &v);
  } else {
    Value arg = tagged(name, T_STR);
    v = invoke(m, self, &arg, 1);
    found = v == RAISED ? -1 : 1;
  }
  return getattr_fallback(self, name, found, v);
}

static Value instance_getattr(Value self, Str *name) {
  if (!(class_of(self)->flags & CLASS_HAS_GETATTR)) return object_getattr(self, name);
  return getattr_with(self, name, object_lookup);
}

static bool setattr_with(Value self, Str *name, Value v, bool (*otherwise)(Value, Str *, Value)) {
  if (!(class_of(self)->flags & CLASS_HAS_SETATTR)) return otherwise(self, name, v);
  Value m = find(self, v == UNSET ? S(__delattr__) : S(__setattr__));
  if (m == UNSET || wrapped_as(m, v == UNSET ? S(__delattr__) : S(__setattr__))) return otherwise(self, name, v);
  Value args[2] = {tagged(name, T_STR), v}, r = invoke(m, self, args, v == UNSET ? 1 : 2);
  if (r == RAISED) return false;
  decref(r);
  return true;
}

static bool instance_setattr(Value self, Str *name, Value v) { return setattr_with(self, name, v, object_setattr); }

static Value metaclass_getattr(Value self, Str *name) {
  if (class_of(self)->flags & CLASS_HAS_GETATTR) return getattr_with(self, name, class_lookup_attr);
  return type_class.slots->getattr(self, name);
}
static bool metaclass_setattr(Value self, Str *name, Value v) { return setattr_with(self, name, v, class_setattr); }

#define DUNDER_SLOTS                                                                                                    \
  .repr = instance_repr, .str = instance_str, .format = instance_format, .hash = instance_hash, .compare = instance_compare, \
  .truth = instance_truth, .len = instance_len, .getitem = instance_getitem, .setitem = instance_setitem,               \
  .contains = instance_contains, .iter = instance_iter, .next = instance_next, .call = instance_call,                   \
  .binary = instance_binary, .inplace = instance_inplace, .unary = instance_unary

const Slots instance_slots = {
    .dealloc = instance_dealloc, .traverse = instance_traverse, .clear = instance_clear,
    DUNDER_SLOTS, .getattr = instance_getattr, .setattr = instance_setattr,
};
/* Classes made by a metaclass. */
const Slots metaclass_slots = {
    .dealloc = class_dealloc, .traverse = class_traverse, .clear = class_clear,
    DUNDER_SLOTS, .getattr = metaclass_getattr, .setattr = metaclass_setattr, .make = NULL,
};
