/* io_unsupported.c: io.UnsupportedOperation, which has two bases and so cannot be a static class; made on first use. */
#include "io.h"

static Value unsupported_operation = UNSET;

static void make_class(void) {
  Value bases[2] = {class_value(&OSError_class), class_value(&ValueError_class)};
  Value tuple = tuple_from_array(bases, 2), ns = dict_new(), module = str_from_cstr("io");
  if (tuple != RAISED && ns != RAISED && module != RAISED && dict_set_str((Dict *)as_obj(ns), S(__module__), module)) {
    Value cls = class_create(S(UnsupportedOperation), tuple, (Dict *)as_obj(ns), NULL);
    if (cls != RAISED) unsupported_operation = cls;
  }
  decref(tuple);
  decref(ns);
  decref(module);
}

/* Whoever tries what a file cannot do has a file, other than print with its implicit one. */
GATE(make_unsupported_operation, "open open_code stdin stdout stderr __stdin__ __stdout__ __stderr__ input UnsupportedOperation TextIOWrapper FileIO", make_class)

Class *unsupported_operation_class(void) {
  if (unsupported_operation == UNSET) gate__make_unsupported_operation();
  return unsupported_operation == UNSET ? NULL : (Class *)as_obj(unsupported_operation);
}

Value raise_unsupported(const char *message) {
  Class *c = unsupported_operation_class();
  return c ? raise_error(c, "%s", message) : RAISED;
}

void release_unsupported_operation(void) {
  if (unsupported_operation != UNSET) decref(unsupported_operation);
  unsupported_operation = UNSET;
}

static Value get_unsupported_operation(void) {
  Class *c = unsupported_operation_class();
  return c ? incref(class_value(c)) : RAISED;
}

CONSTANT(_io, UnsupportedOperation, get_unsupported_operation)
