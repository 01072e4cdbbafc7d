/* ops_names.c: names that are not bound. */
#include "exc.h"

Value op_name_error(Str *name) { return raise_name_error(&NameError_class, "name '%N' is not defined", name); }

Value op_unbound_local(Str *name) {
  return raise_name_error(&UnboundLocalError_class, "cannot access local variable '%N' where it is not associated with a value", name);
}

Value op_unbound_free(Str *name) {
  return raise_name_error(&NameError_class, "cannot access free variable '%N' where it is not associated with a value in enclosing scope", name);
}

Value op_load_class_name(Value ns, Str *name) {
  if (has_tag(ns, T_DICT)) {
    Value v = dict_get_str((Dict *)as_obj(ns), name);
    return v == UNSET ? UNSET : incref(v);
  }
  Value v = op_getitem_slow(ns, tagged(name, T_STR));
  if (v != RAISED || !exc_matches(&KeyError_class)) return v;
  exc_clear();
  return UNSET;
}

bool op_delete_class_name(Value ns, Str *name) {
  if (op_setitem_slow(ns, tagged(name, T_STR), UNSET)) return true;
  if (!exc_matches(&KeyError_class)) return false;
  exc_clear();
  return op_name_error(name) != RAISED;
}
