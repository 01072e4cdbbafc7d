/* builtins_class.c: isinstance, issubclass and dir. */
#include "inline.h"
#include "text.h"

static Value builtin_isinstance(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  int answer = op_isinstance(args[0], args[1]);
  return answer < 0 ? RAISED : bool_value(answer);
}

static Value builtin_issubclass(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  int answer = op_issubclass(args[0], args[1]);
  return answer < 0 ? RAISED : bool_value(answer);
}

/* ------------------------------------------------------------------------- dir */
static bool add_text(Value names, const char *text) {
  Value s = str_from_cstr(text);
  if (s == RAISED) return false;
  bool ok = set_add(names, s);
  decref(s);
  return ok;
}

static bool add_keys(Value names, Dict *d) {
  uint32_t at = 0;
  Value key, v;
  while (d && dict_next(d, &at, &key, &v))
    if (!set_add(names, key)) return false;
  return true;
}

static bool add_object_names(Value names) {
  static const char *const of_object[] = {
      "__class__", "__delattr__", "__dir__", "__doc__", "__eq__", "__format__", "__ge__", "__getattribute__", "__getstate__",
      "__gt__", "__hash__", "__init__", "__init_subclass__", "__le__", "__lt__", "__ne__", "__new__", "__reduce__",
      "__reduce_ex__", "__repr__", "__setattr__", "__sizeof__", "__str__", "__subclasshook__"};
  for (uint32_t i = 0; i < sizeof of_object / sizeof of_object[0]; i++)
    if (!add_text(names, of_object[i])) return false;
  return true;
}

static bool add_class_names(Value names, const Class *c) {
  Class *base;
  for (uint32_t i = 0; (base = class_mro_at(c, i)); i++) {
    if (base == &object_class) {
      if (!add_object_names(names)) return false;
      continue;
    }
    if (!add_keys(names, base->dict)) return false;
    for (const MethodDef *const *m = base->methods; m && *m; m++)
      if (!add_text(names, (*m)->name)) return false;
  }
  return true;
}

static bool add_module_names(Value names, Module *m) {
  for (uint32_t i = 0; i < m->n_names; i++)
    if (m->globals[i] != UNSET && !set_add(names, str_value(m->names[i]))) return false;
  return add_keys(names, m->extra);
}

static bool add_names(Value names, Value v) {
  if (has_tag(v, T_MODULE)) return add_module_names(names, (Module *)as_obj(v));
  if (has_tag(v, T_CLASS)) return add_class_names(names, as_class(v));
  Value dict;
  int found = op_lookup_attr(v, S(__dict__), &dict);
  if (found < 0) return false;
  bool ok = true;
  if (found) {
    if (as_dict(dict)) ok = add_keys(names, as_dict(dict));
    decref(dict);
  }
  return ok && add_class_names(names, class_of(v));
}

static Value sorted_list(Value names) {
  Value list = list_from_iterable(names);
  if (list == RAISED || list_sort((List *)as_obj(list), NONE, false)) return list;
  decref(list);
  return RAISED;
}

static Value builtin_dir(Value self, Value v) {
  (void)self;
  Value hook = has_tag(v, T_INSTANCE) ? lookup_special(v, S(__dir__)) : UNSET;
  if (hook == RAISED) return RAISED;
  Value names = hook == UNSET ? set_new() : call0(hook);
  if (hook != UNSET) decref(hook);
  if (names == RAISED) return RAISED;
  Value list = hook != UNSET || add_names(names, v) ? sorted_list(names) : RAISED;
  decref(names);
  return list;
}

FUNCTION(builtins, isinstance, CALL_ANY, 2, 2, 0, builtin_isinstance)
FUNCTION(builtins, issubclass, CALL_ANY, 2, 2, 0, builtin_issubclass)
FUNCTION(builtins, dir, CALL_ONE, 1, 1, 0, builtin_dir)
