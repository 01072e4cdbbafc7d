/* singletons.c: None, NotImplemented, Ellipsis. */
#include "instance.h"

static Value singleton_make(Class *cls, uint32_t n, Value kwnames, Value v) {
  if (n || kw_count(kwnames)) return raise_error(&TypeError_class, "%C takes no arguments", cls);
  return v;
}

static Value none_repr(Value self) {
  (void)self;
  return incref(tagged(S(None), T_STR));
}
static int none_truth(Value self) {
  (void)self;
  return 0;
}
static bool none_hash(Value self, int64_t *out) {
  (void)self;
  *out = 0xFCA86420; /* CPython 3.12's constant */
  return true;
}
static Value none_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)args;
  return singleton_make(cls, n, kwnames, NONE);
}
static const Slots none_slots = {.repr = none_repr, .truth = none_truth, .hash = none_hash, .make = none_make};
CLASS_DEFINE(none, "NoneType", T_NONE, 0, &object_class)

static Value not_implemented_repr(Value self) {
  (void)self;
  return incref(tagged(S(NotImplemented), T_STR));
}
static Value not_implemented_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)args;
  return singleton_make(cls, n, kwnames, NOT_IMPLEMENTED);
}
static const Slots not_implemented_slots = {.repr = not_implemented_repr, .make = not_implemented_make};
CLASS_DEFINE(not_implemented, "NotImplementedType", T_SINGLETON, 0, &object_class)

static Value ellipsis_repr(Value self) {
  (void)self;
  return incref(tagged(S(Ellipsis), T_STR));
}
static Value ellipsis_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)args;
  return singleton_make(cls, n, kwnames, ELLIPSIS);
}
static const Slots ellipsis_slots = {.repr = ellipsis_repr, .make = ellipsis_make};
CLASS_DEFINE(ellipsis, "ellipsis", T_SINGLETON, 0, &object_class)
