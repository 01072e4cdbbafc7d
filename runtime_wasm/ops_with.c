/* ops_with.c: context managers. */
#include "inline.h"

Value op_with_enter(Value manager, Value *exit_fn) {
  *exit_fn = UNSET;
  Value attr = class_lookup(class_of(manager), S(__enter__));
  bool unbound = has_tag(attr, T_FUNCTION); /* called with the manager, without a method object */
  Value enter = unbound ? incref(attr) : lookup_special(manager, S(__enter__));
  if (enter == UNSET) return raise_error(&TypeError_class, "'%T' object does not support the context manager protocol", manager);
  if (enter == RAISED) return RAISED;
  Value exit = lookup_special(manager, S(__exit__));
  if (exit == UNSET)
    exit = raise_error(&TypeError_class, "'%T' object does not support the context manager protocol (missed __exit__ method)", manager);
  Value v = exit == RAISED ? RAISED : unbound ? call1(enter, manager) : call0(enter);
  decref(enter);
  if (v != RAISED) *exit_fn = exit;
  else if (exit != RAISED) decref(exit);
  return v;
}

void exc_info_of(Value exc, Value *out) {
  Value tb = *exc_field(exc, EXC_TRACEBACK);
  out[0] = incref(class_value(class_of(exc)));
  out[1] = tb == UNSET ? NONE : incref(tb);
}

int op_with_exit(Value exit_fn, Value exc) {
  Value args[3] = {NONE, NONE, NONE};
  if (exc != NONE) {
    Value info[2];
    exc_info_of(exc, info);
    args[0] = info[0];
    args[1] = incref(exc);
    args[2] = info[1];
  }
  Value r = call(exit_fn, args, 3, NONE);
  decref(exit_fn);
  if (r == RAISED) return -1;
  int truth = exc == NONE ? 0 : op_truth(r);
  decref(r);
  return truth;
}
