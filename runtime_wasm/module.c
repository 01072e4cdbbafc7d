/* module.c: modules: importing them once, and their attributes.
 *
 * The compiler knows a module's global names, so they are slots; what other modules set under further names is in `extra`.
 */
#include "exc.h"

static Module **registered;
static uint32_t n_registered, registered_capacity;

void module_register(Module *m) {
  if (n_registered == registered_capacity) {
    uint32_t capacity = registered_capacity ? registered_capacity * 2 : 16;
    Module **grown = mem_realloc(registered, registered_capacity * sizeof *grown, capacity * sizeof *grown);
    if (!grown) return; /* the module stays unknown by name; imports still reach it */
    registered = grown;
    registered_capacity = capacity;
  }
  registered[n_registered++] = m;
}

Module *module_find(const Str *name) {
  for (uint32_t i = 0; i < n_registered; i++)
    if (str_equal(registered[i]->name, name)) return registered[i];
  return NULL;
}

static int32_t global_index(const Module *m, const Str *name) {
  for (uint32_t i = 0; i < m->n_names; i++)
    if (m->names[i] == name) return (int32_t)i;
  if (IS_STATIC(name)) return -1; /* static strings are unique */
  for (uint32_t i = 0; i < m->n_names; i++)
    if (str_equal(m->names[i], name)) return (int32_t)i;
  return -1;
}

int32_t module_slot(const Module *m, const Str *name) { return global_index(m, name); }

Value module_get(Module *m, Str *name) {
  int32_t i = global_index(m, name);
  if (i >= 0) return m->globals[i];
  return m->extra ? dict_get_str(m->extra, name) : UNSET;
}

bool module_set(Module *m, Str *name, Value v) {
  int32_t i = global_index(m, name);
  if (i >= 0) {
    set_value(&m->globals[i], incref(v));
    return true;
  }
  if (!m->extra) {
    Value dict = dict_new();
    if (dict == RAISED) return false;
    m->extra = (Dict *)as_obj(dict);
  }
  return dict_set_str(m->extra, name, v);
}

/* ------------------------------------------------------------------- import */
static Value last_component(const Str *name) {
  uint32_t start = name->size;
  while (start && name->data[start - 1] != '.') start--;
  return str_new(name->data + start, name->size - start);
}

static bool bind_in_parent(Module *m) {
  if (!m->parent) return true;
  Value name = last_component(m->name);
  if (name == RAISED) return false;
  bool ok = module_set(m->parent, as_str(name), tagged(m, T_MODULE));
  decref(name);
  return ok;
}

Value module_import(Module *m) {
  if (m->state == 0) {
    if (m->parent) {
      Value parent = module_import(m->parent);
      if (parent == RAISED) return RAISED;
      decref(parent);
    }
    if (m->state == 0) {
      m->state = 1;
      recursion_depth++; /* a module's body is a frame */
      Value r = m->init ? m->init() : NONE;
      recursion_depth--;
      if (r == RAISED) {
        m->state = 0;
        return RAISED;
      }
      decref(r);
      m->state = 2;
      if (!bind_in_parent(m)) return RAISED;
    }
  }
  return incref(tagged(m, T_MODULE));
}

/* --------------------------------------------------------------- attributes */
static Value namespace_copy(Module *m) {
  Value dict = m->extra ? dict_copy(m->extra) : dict_new();
  for (uint32_t i = 0; dict != RAISED && i < m->n_names; i++)
    if (m->globals[i] != UNSET && !dict_set_str((Dict *)as_obj(dict), m->names[i], m->globals[i])) {
      decref(dict);
      return RAISED;
    }
  return dict;
}

static Value module_special(Module *m, Str *name) {
  if (str_equal(name, S(__name__))) return incref(tagged(m->name, T_STR));
  if (m->file && str_equal(name, S(__file__))) return incref(tagged(m->file, T_STR));
  if (str_equal(name, S(__dict__))) return namespace_copy(m);
  if (str_equal(name, S(__doc__))) return NONE;
  if (str_equal(name, S(__package__))) {
    if (m->is_package) return incref(tagged(m->name, T_STR));
    return m->parent ? incref(tagged(m->parent->name, T_STR)) : str_new_ascii("", 0);
  }
  return UNSET;
}

static Value raise_no_module_attribute(Module *m, Str *name) {
  raise_error(&AttributeError_class,
              m->state == 1 ? "partially initialized module '%N' has no attribute '%N' (most likely due to a circular import)"
                            : "module '%N' has no attribute '%N'",
              m->name, name);
  return exc_add_attribute_info(tagged(m, T_MODULE), name);
}

Value module_getattr(Module *m, Str *name) {
  Value v = module_get(m, name);
  if (v != UNSET) return incref(v);
  v = module_special(m, name);
  if (v != UNSET) return v;
  int found = object_lookup(tagged(m, T_MODULE), name, &v);
  if (found) return found > 0 ? v : RAISED;
  Value hook = module_get(m, S(__getattr__));
  if (hook == UNSET) return raise_no_module_attribute(m, name);
  incref(hook);
  v = call1(hook, tagged(name, T_STR));
  decref(hook);
  return v;
}

static Value getattr_slot(Value self, Str *name) { return module_getattr((Module *)as_obj(self), name); }

static bool setattr_slot(Value self, Str *name, Value v) {
  Module *m = (Module *)as_obj(self);
  if (v != UNSET) return module_set(m, name, v);
  if (module_get(m, name) == UNSET) return raise_no_module_attribute(m, name) != RAISED;
  int32_t i = global_index(m, name);
  if (i < 0) return dict_delete(m->extra, tagged(name, T_STR)) >= 0;
  set_value(&m->globals[i], UNSET);
  return true;
}

static Value module_repr(Value self) {
  Module *m = (Module *)as_obj(self);
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "<module ");
  if (!buf_repr(&b, tagged(m->name, T_STR))) {
    buf_discard(&b);
    return RAISED;
  }
  buf_cstr(&b, m->file ? " from " : " (built-in)");
  if (m->file && !buf_repr(&b, tagged(m->file, T_STR))) {
    buf_discard(&b);
    return RAISED;
  }
  buf_char(&b, '>');
  return buf_finish(&b);
}

static void module_dealloc(Obj *o) { (void)o; /* modules are static */ }

static const Slots module_slots = {.dealloc = module_dealloc, .repr = module_repr, .getattr = getattr_slot, .setattr = setattr_slot};
CLASS_DEFINE(module, "module", T_MODULE, 0, &object_class)

/* ----------------------------------------------------------- from ... import */
static Value raise_cannot_import(Module *m, Str *name) {
  Value where = m->file ? tagged(m->file, T_STR) : UNSET;
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "cannot import name '");
  buf_str(&b, name);
  buf_cstr(&b, m->state == 1 ? "' from partially initialized module '" : "' from '");
  buf_str(&b, m->name);
  buf_cstr(&b, m->state == 1 ? "' (most likely due to a circular import) (" : "' (");
  if (where == UNSET) buf_cstr(&b, "unknown location");
  else buf_str(&b, as_str(where));
  buf_char(&b, ')');
  Value text = buf_finish(&b);
  if (text == RAISED) return RAISED;
  raise_error(&ImportError_class, "%S", text);
  decref(text);
  Value exc = exc_peek();
  if (exc_kind(class_of(exc)) != EXC_IMPORT) return RAISED;
  set_value(exc_field(exc, IMPORT_MSG), incref(exc_first_arg(exc)));
  set_value(exc_field(exc, IMPORT_NAME), incref(tagged(m->name, T_STR)));
  set_value(exc_field(exc, IMPORT_NAME_FROM), incref(tagged(name, T_STR)));
  if (where != UNSET) set_value(exc_field(exc, IMPORT_PATH), incref(where));
  return RAISED;
}

Value op_import_from(Value module, Str *name) {
  Value v;
  int found = op_lookup_attr(module, name, &v);
  if (found) return found > 0 ? v : RAISED;
  if (!has_tag(module, T_MODULE)) return raise_error(&ImportError_class, "cannot import name '%N'", name);
  return raise_cannot_import((Module *)as_obj(module), name);
}

/* The module that a dotted name lies in, if the program has it and it is no package. */
static Module *plain_parent(const Str *name) {
  uint32_t dot = name->size;
  while (dot && name->data[dot - 1] != '.') dot--;
  if (!dot) return NULL;
  Value text = str_new(name->data, dot - 1);
  if (text == RAISED) {
    exc_clear();
    return NULL;
  }
  Module *parent = module_find((Str *)as_obj(text));
  decref(text);
  return parent && !parent->is_package ? parent : NULL;
}

Value op_import_missing(Str *name) {
  Module *parent = plain_parent(name);
  if (parent) raise_error(&ModuleNotFoundError_class, "No module named '%N'; '%N' is not a package", name, parent->name);
  else raise_error(&ModuleNotFoundError_class, "No module named '%N'", name);
  Value exc = exc_peek();
  if (exc_kind(class_of(exc)) != EXC_IMPORT) return RAISED;
  set_value(exc_field(exc, IMPORT_MSG), incref(exc_first_arg(exc)));
  set_value(exc_field(exc, IMPORT_NAME), incref(tagged(name, T_STR)));
  return RAISED;
}

static bool import_listed(Module *dst, Module *src, Value all) {
  Value names = list_from_iterable(all);
  if (names == RAISED) return false;
  bool ok = true;
  for (uint32_t i = 0; ok && i < as_list(names)->n; i++) {
    Str *name = as_str(as_list(names)->items[i]);
    if (!name) {
      raise_error(&TypeError_class, "Item in %N.__all__ must be str, not %T", src->name, as_list(names)->items[i]);
      ok = false;
      break;
    }
    Value v = module_getattr(src, name);
    ok = v != RAISED && module_set(dst, name, v);
    if (v != RAISED) decref(v);
  }
  decref(names);
  return ok;
}

static bool import_public(Module *dst, Str *name, Value v) {
  return v == UNSET || (name->size && name->data[0] == '_') || module_set(dst, name, v);
}

bool op_import_star(Module *dst, Value src) {
  Module *m = (Module *)as_obj(src);
  Value all = module_get(m, S(__all__));
  if (all != UNSET) return import_listed(dst, m, all);
  for (uint32_t i = 0; i < m->n_names; i++)
    if (!import_public(dst, m->names[i], m->globals[i])) return false;
  uint32_t pos = 0;
  Value key, v;
  while (m->extra && dict_next(m->extra, &pos, &key, &v))
    if (!import_public(dst, as_str(key), v)) return false;
  return true;
}

Value op_load_global_slow(Module *m, Str *name) {
  Value v = m->extra ? dict_get_str(m->extra, name) : UNSET;
  Module *builtins = v == UNSET ? module_find(S(builtins)) : NULL;
  if (builtins) v = module_get(builtins, name);
  return v != UNSET ? incref(v) : op_name_error(name);
}

/* ------------------------------------------------------------------ the end */
void runtime_finish_modules(void) {
  for (uint32_t i = 0; i < n_registered; i++) {
    Module *m = registered[i];
    for (uint32_t j = 0; j < m->n_names; j++) set_value(&m->globals[j], UNSET);
    Dict *extra = m->extra;
    m->extra = NULL;
    if (extra) obj_decref(extra);
  }
}

void module_forget_all(void) {
  mem_free(registered, registered_capacity * sizeof *registered);
  registered = NULL;
  n_registered = registered_capacity = 0;
}
