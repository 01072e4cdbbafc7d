/* class_call.c: calling a class: __new__, then __init__.
 *
 * A built-in class makes its objects with slots.make. For a user class below one, that object is the payload: immutable
 * types take the arguments in __new__; list, dict, set, bytearray and property start empty and are filled by __init__.
 */
#include "inline.h"

static bool fills_in_init(const Class *payload) {
  return payload->tag == T_LIST || payload->tag == T_DICT || payload->tag == T_SET || payload->tag == T_BYTEARRAY ||
         payload == &property_class;
}

static bool is_object_wrapper(Value v) { return wrapped_class(v) == &object_class; }

COLD static Value raise_abstract(Class *c) {
  Value names = class_lookup(c, S(__abstractmethods__));
  Value list = list_from_iterable(names);
  if (list == RAISED) return RAISED;
  if (!list_sort((List *)as_obj(list), NONE, false)) {
    decref(list);
    return RAISED;
  }
  List *l = (List *)as_obj(list);
  Value sep = str_from_cstr("', '");
  Value joined = sep == RAISED ? RAISED : str_join(as_str(sep), list);
  if (joined != RAISED)
    raise_error(&TypeError_class, "Can't instantiate abstract class %C without an implementation for abstract method%s '%S'", c,
                l->n > 1 ? "s" : "", joined);
  if (joined != RAISED) decref(joined);
  if (sep != RAISED) decref(sep);
  decref(list);
  return RAISED;
}

GATE(raise_abstract, "type_new", raise_abstract)

/* object.__new__ and object.__init__ accept further arguments only for a class that overrides the other of the two. */
static bool check_object_new(Class *c, uint32_t n, Value kwnames) {
  if (n + kw_count(kwnames) == 0) return true;
  if (!is_object_wrapper(class_lookup(c, S(__new__)))) {
    raise_error(&TypeError_class, "object.__new__() takes exactly one argument (the type to instantiate)");
    return false;
  }
  if (is_object_wrapper(class_lookup(c, S(__init__)))) {
    raise_error(&TypeError_class, "%C() takes no arguments", c);
    return false;
  }
  return true;
}

static bool object_init(Value self, uint32_t n, Value kwnames) {
  if (n + kw_count(kwnames) == 0) return true;
  Class *c = class_of(self);
  if (!is_object_wrapper(class_lookup(c, S(__init__)))) {
    raise_error(&TypeError_class, "object.__init__() takes exactly one argument (the instance to initialize)");
    return false;
  }
  if (is_object_wrapper(class_lookup(c, S(__new__)))) {
    raise_error(&TypeError_class, "%C.__init__() takes exactly one argument (the instance to initialize)", c);
    return false;
  }
  return true;
}

/* A user class's instance around the built-in object `payload` (taken). */
static Value wrap_payload(Class *c, Value payload) {
  if (payload == RAISED) return RAISED;
  Value v = instance_new(c);
  if (v == RAISED) {
    decref(payload);
    return RAISED;
  }
  as_instance(v)->slots[0] = payload;
  return v;
}

Value class_make_payload(Class *c, Value *args, uint32_t n, Value kwnames) {
  if (c->flags & CLASS_ABSTRACT) return gate__raise_abstract(c);
  if (c->tag == T_CLASS) return type_class.slots->make(c, args, n, kwnames);
  if (c->flags & CLASS_EXCEPTION) return exc_new(c, args, n);
  if (c->payload) {
    if (fills_in_init(c->payload)) n = 0, kwnames = NONE;
    return wrap_payload(c, c->payload->slots->make(c, args, n, kwnames));
  }
  if (c->flags & CLASS_BUILTIN && c != &object_class) {
    if (!c->slots->make) return raise_error(&TypeError_class, "cannot create '%C' instances", c);
    return c->slots->make(c, args, n, kwnames);
  }
  if (!check_object_new(c, n, kwnames)) return RAISED;
  return instance_new(c);
}

static bool empty_set(Value set) {
  Value none = set_new();
  Value r = none == RAISED ? RAISED : op_inplace(BIN_AND, incref(set), none);
  if (none != RAISED) decref(none);
  decref(set); /* as the result, or since it was not taken */
  return r != RAISED;
}

/* list.__init__ and so on of an object that exists already. */
static bool refill(Class *owner, Value self, Value *args, uint32_t n, Value kwnames) {
  Value made = owner->slots->make(owner, args, n, kwnames);
  if (made == RAISED) return false;
  Value old = unwrap(self);
  bool ok = true;
  if (has_tag(old, T_DICT)) {
    ok = dict_update((Dict *)as_obj(old), made);
    decref(made);
  } else if (has_tag(self, T_INSTANCE)) {
    set_value(&as_instance(self)->slots[0], made);
  } else if (has_tag(self, T_LIST)) {
    List *a = (List *)as_obj(self), *b = (List *)as_obj(made), swap = *a;
    a->n = b->n, a->capacity = b->capacity, a->items = b->items;
    b->n = swap.n, b->capacity = swap.capacity, b->items = swap.items;
    decref(made);
  } else if (has_tag(old, T_SET)) {
    ok = empty_set(old) && set_update(old, made);
    decref(made);
  } else {
    Value all = slice_new(NONE, NONE, NONE);
    ok = all != RAISED && op_setitem_slow(old, all, made);
    if (all != RAISED) decref(all);
    decref(made);
  }
  return ok;
}

/* Calling list makes a whole list; only a subclass, or a call by name, has an object first. */
GATE(refill, "type_new __init__", refill)

Value builtin_init(Class *owner, Value self, Value *args, uint32_t n, Value kwnames) {
  bool ok = true;
  if (owner == &object_class) ok = object_init(self, n, kwnames);
  else if (owner->flags & CLASS_EXCEPTION) ok = exc_init(self, args, n, kwnames);
  else if (fills_in_init(owner)) ok = gate__refill(owner, self, args, n, kwnames);
  return ok ? NONE : RAISED;
}

/* Runs __init__ on a fresh instance; takes args. */
static bool initialize(Value self, Value init, Value *args, uint32_t n, Value kwnames) {
  Class *owner = wrapped_class(init);
  Value r;
  if (owner) {
    r = builtin_init(owner, self, args, n, kwnames);
    release_args(args, n + kw_count(kwnames));
  } else if (has_tag(init, T_FUNCTION)) {
    r = call_with_self(init, self, args, n, kwnames);
  } else {
    Value bound = bind(incref(init), self, class_of(self));
    r = bound == RAISED ? RAISED : call(bound, args, n, kwnames);
    if (bound == RAISED) release_args(args, n + kw_count(kwnames));
    else decref(bound);
  }
  if (r == RAISED || r == NONE) return r == NONE;
  raise_error(&TypeError_class, "__init__() should return None, not '%T'", r);
  decref(r);
  return false;
}

Value class_call_new(Class *c, Value *args, uint32_t n, Value kwnames) {
  Value new = class_lookup(c, S(__new__));
  if (wrapped_class(new)) return class_make_payload(c, args, n, kwnames);
  Value fn = bind(incref(new), UNSET, c);
  if (fn == RAISED) return RAISED;
  uint32_t total = n + kw_count(kwnames);
  Value copy[total + 1];
  for (uint32_t i = 0; i < total; i++) copy[i] = incref(args[i]);
  Value r = call_with_self(fn, class_value(c), copy, n, kwnames);
  decref(fn);
  return r;
}

static Value type_of_or_new(Value *args, uint32_t n, Value kwnames) {
  if (n == 1 && kw_count(kwnames) == 0) return incref(class_value(class_of(args[0])));
  if (n != 3) return raise_error(&TypeError_class, "type() takes 1 or 3 arguments");
  return UNSET;
}

/* The common case: a plain class with object's __new__ and an __init__ in Python. `init` is borrowed. */
static Value call_plain(Class *c, Value init, Value *args, uint32_t n, Value kwnames) {
  Value self = instance_new(c);
  if (self == RAISED) {
    release_args(args, n + kw_count(kwnames));
    return RAISED;
  }
  incref(init);
  Value r = call_with_self(init, self, args, n, kwnames);
  decref(init);
  if (LIKELY(r == NONE)) return self;
  if (r != RAISED) {
    raise_error(&TypeError_class, "__init__() should return None, not '%T'", r);
    decref(r);
  }
  decref(self);
  return RAISED;
}

/* Its objects are complete as slots.make gives them. */
static bool is_plain_builtin(const Class *c) {
  return (c->flags & (CLASS_BUILTIN | CLASS_EXCEPTION)) == CLASS_BUILTIN && c->slots->make && c != &type_class && c != &object_class;
}

/* Nothing about a built-in exception class can change, so that there is nothing to be looked up. */
static Value call_builtin_exception(Class *c, Value *args, uint32_t n, Value kwnames) {
  Value self = class_make_payload(c, args, n, kwnames);
  if (self != RAISED && !exc_init(self, args, n, kwnames)) {
    decref(self);
    self = RAISED;
  }
  release_args(args, n + kw_count(kwnames));
  return self;
}

Value class_call(Class *c, Value *args, uint32_t n, Value kwnames) {
  gc_safe_point();
  if ((c->flags & (CLASS_BUILTIN | CLASS_EXCEPTION)) == (CLASS_BUILTIN | CLASS_EXCEPTION)) return call_builtin_exception(c, args, n, kwnames);
  if (is_plain_builtin(c)) {
    Value r = c->slots->make(c, args, n, kwnames);
    release_args(args, n + kw_count(kwnames));
    return r;
  }
  if (!(c->flags & (CLASS_BUILTIN | CLASS_ABSTRACT | CLASS_EXCEPTION)) && !c->payload && c->tag == T_INSTANCE &&
      is_object_wrapper(class_lookup(c, S(__new__)))) {
    Value init = class_lookup(c, S(__init__));
    if (has_tag(init, T_FUNCTION)) return call_plain(c, init, args, n, kwnames);
  }
  uint32_t total = n + kw_count(kwnames);
  if (c == &type_class) {
    Value r = type_of_or_new(args, n, kwnames);
    if (r != UNSET) {
      release_args(args, total);
      return r;
    }
  } else if (c->flags & CLASS_BUILTIN && !(c->flags & CLASS_EXCEPTION) && !fills_in_init(c)) {
    Value r = class_make_payload(c, args, n, kwnames);
    release_args(args, total);
    return r;
  }
  Value self = class_call_new(c, args, n, kwnames);
  if (self == RAISED || !is_instance(self, c)) {
    release_args(args, total);
    return self;
  }
  if (initialize(self, class_lookup(class_of(self), S(__init__)), args, n, kwnames)) return self;
  decref(self);
  return RAISED;
}
