/* class.c: classes as objects: names, order of bases, attribute lookup and mutation.
 *
 * A built-in class has a dictionary only once somebody looks into it: it is filled from the class's method table, and
 * dunder methods join it one by one as they are asked for (slotwrap.c). Lookups along the MRO go through one global cache.
 * type_version steps whenever what an inline cache may have assumed of a class changes. Rebinding an attribute from data to
 * data changes nothing of the kind: caches point to where the value is kept.
 */
#include "dict.h"
#include "inline.h"

uint32_t type_version = CACHE_KIND_MASK + 1;
static uint32_t lookup_version = 1;

void type_version_step(void) { type_version += CACHE_KIND_MASK + 1; }

/* ------------------------------------------------------------------ values */
static Class *class_of_immediate(Value v) {
  if (is_double(v)) return &float_class;
  if (is_small_int(v)) return &int_class;
  if (is_bool(v)) return &bool_class;
  if (v == NOT_IMPLEMENTED) return &not_implemented_class;
  if (v == ELLIPSIS) return &ellipsis_class;
  return &none_class;
}

Class *class_of(Value v) { return is_ptr(v) ? as_obj(v)->cls : class_of_immediate(v); }

Value obj_value(const void *o) { return tagged(o, (Tag)((const Obj *)o)->cls->tag); }

Value unwrap(Value v) {
  if (!has_tag(v, T_INSTANCE) || !as_obj(v)->cls->payload) return v;
  return as_instance(v)->slots[0];
}

Class *class_mro_at(const Class *c, uint32_t i) {
  if (c->mro) return i < c->n_mro ? c->mro[i] : NULL;
  for (; c && i; i--) c = c->base;
  return (Class *)c;
}

bool class_is_subclass(const Class *c, const Class *base) {
  if (c == base) return true;
  if (!c->mro) {
    while ((c = c->base))
      if (c == base) return true;
    return false;
  }
  for (uint32_t i = 0; i < c->n_mro; i++)
    if (c->mro[i] == base) return true;
  return false;
}

bool is_instance(Value v, const Class *c) { return class_is_subclass(class_of(v), c); }

Value class_name(const Class *c) {
  if (c->name_value != UNSET) return incref(c->name_value);
  const char *dot = strrchr(c->name, '.');
  return str_from_cstr(dot ? dot + 1 : c->name);
}

Value class_qualname(const Class *c) { return c->qualname != UNSET ? incref(c->qualname) : class_name(c); }

/* The built-in class that decides how instances of c are laid out: exceptions without fields of their own count as their base. */
Class *class_solid(const Class *c) {
  while (!(c->flags & CLASS_BUILTIN) && class_hidden(c) == class_hidden(c->base)) c = c->base;
  if (!(c->flags & CLASS_BUILTIN)) return (Class *)c;
  while (c->flags & CLASS_EXCEPTION && c->base != &object_class && exc_own_fields(c) == exc_own_fields(c->base)) c = c->base;
  return (Class *)c;
}

/* ---------------------------------------------------- built-in dictionaries */
/* Built-in classes that own memory: a dictionary, a shape tree or a list of subclasses. */
static Class **touched;
static uint32_t n_touched, touched_capacity;

bool class_touch(Class *c) {
  if (!(c->flags & CLASS_BUILTIN) || c->flags & CLASS_TOUCHED) return true;
  if (n_touched == touched_capacity) {
    uint32_t capacity = touched_capacity ? touched_capacity * 2 : 32;
    Class **grown = mem_realloc(touched, touched_capacity * sizeof *grown, capacity * sizeof *grown);
    if (!grown) return raise_memory_error() != RAISED;
    touched = grown;
    touched_capacity = capacity;
  }
  touched[n_touched++] = c;
  c->flags |= CLASS_TOUCHED;
  return true;
}

/* At the end of the program: built-in classes give back what they own. */
void class_release_builtin(void) {
  for (uint32_t i = 0; i < n_touched; i++) {
    Class *c = touched[i];
    Dict *dict = c->dict;
    c->dict = NULL;
    if (dict) obj_decref(dict);
    shape_free_tree(c->shape);
    c->shape = NULL;
    subclasses_free(c);
    c->flags &= (uint16_t)~CLASS_TOUCHED;
  }
  mem_free(touched, touched_capacity * sizeof *touched);
  touched = NULL;
  n_touched = touched_capacity = 0;
  lookup_version++;
}

static Value method_value(const MethodDef *def, Class *owner) {
  if (def->flags & METHOD_GETTER) return getset_new(def, owner);
  Value v = builtin_new(def, def->flags & METHOD_STATIC ? NONE : UNSET);
  if (v != RAISED) ((Builtin *)as_obj(v))->owner = owner;
  return v;
}

static bool fill_dict(Class *c) {
  for (const MethodDef *const *def = c->methods; def && *def; def++) {
    Value key = str_from_cstr((*def)->name), v = key == RAISED ? RAISED : method_value(*def, c);
    bool ok = v != RAISED && dict_set(c->dict, key, v);
    if (key != RAISED) decref(key);
    if (v != RAISED) decref(v);
    if (!ok) return false;
  }
  return true;
}

Dict *class_dict(Class *c) {
  if (c->dict || !(c->flags & CLASS_BUILTIN)) return c->dict;
  Value dict = class_touch(c) ? dict_new() : RAISED;
  if (dict == RAISED) return NULL;
  c->dict = (Dict *)as_obj(dict);
  if (fill_dict(c)) return c->dict;
  c->dict = NULL;
  decref(dict);
  return NULL;
}

/* ------------------------------------------------------------------ lookup */
bool is_dunder(const Str *name) {
  return name->size > 4 && name->data[0] == '_' && name->data[1] == '_' && name->data[name->size - 1] == '_';
}

/* A dunder that c offers through its slots: joins the dictionary. */
static Value own_slot(Class *c, Str *name) {
  Value v = slot_wrapper_find(c, name);
  if (v == UNSET || v == RAISED) {
    if (v == RAISED) exc_clear();
    return UNSET;
  }
  bool ok = dict_set_str(c->dict, name, v);
  decref(v);
  if (!ok) exc_clear();
  return ok ? v : UNSET;
}

Value class_own(Class *c, Str *name) {
  Dict *dict = class_dict(c);
  if (!dict) {
    exc_clear();
    return UNSET;
  }
  Value v = dict_get_str(dict, name);
  if (v == UNSET && c->flags & CLASS_BUILTIN && is_dunder(name)) return own_slot(c, name);
  return v;
}

typedef struct LookupEntry {
  Class *cls;
  Str *name;
  uint32_t version;
  Value v;
} LookupEntry;
#define LOOKUP_ENTRIES 512u
static LookupEntry lookups[LOOKUP_ENTRIES];

static LookupEntry *lookup_entry(const Class *c, const Str *name) {
  return &lookups[((uint32_t)(uintptr_t)c >> 4 ^ (uint32_t)(uintptr_t)name >> 3) % LOOKUP_ENTRIES];
}

static Value lookup_mro(Class *c, Str *name) {
  Class *at;
  for (uint32_t i = 0; (at = class_mro_at(c, i)); i++) {
    Value v = class_own(at, name);
    if (v != UNSET) return v;
  }
  return UNSET;
}

Value class_lookup(Class *c, Str *name) {
  if (!IS_STATIC(name)) return lookup_mro(c, name); /* a cached name must not be freed */
  LookupEntry *e = lookup_entry(c, name);
  if (LIKELY(e->cls == c && e->name == name && e->version == lookup_version)) return e->v;
  Value v = lookup_mro(c, name);
  *e = (LookupEntry){c, name, lookup_version, v};
  return v;
}

Value *class_own_cell(Class *c, Str *name) {
  for (uint32_t i = 0; i < c->dict->n_entries; i++) {
    Str *key = as_str(c->dict->entries[i].key);
    if (key && str_equal(key, name)) return &c->dict->entries[i].value;
  }
  return NULL;
}

Value *class_cell(Class *c, Str *name) {
  Value *cell = NULL;
  for (uint32_t i = 0; !cell && i < c->n_mro && !(c->mro[i]->flags & CLASS_BUILTIN); i++) cell = class_own_cell(c->mro[i], name);
  return cell;
}

/* ---------------------------------------------------------------- mutation */
bool class_makes_descriptors(Class *c) {
  return c->payload || class_lookup(c, S(__get__)) != UNSET || class_lookup(c, S(__set__)) != UNSET || class_lookup(c, S(__delete__)) != UNSET;
}

bool is_unbound_data(Value v) {
  if (v == UNSET) return false;
  if (is_plain_data(v) || has_tag(v, T_CLASS) || has_tag(v, T_METHOD) || has_tag(v, T_MODULE)) return true;
  return has_tag(v, T_INSTANCE) && !class_makes_descriptors(as_obj(v)->cls);
}

/* A static flag of c and all below it follows the presence of these names. */
static uint16_t flags_of_name(const Str *name) {
  if (!is_dunder(name)) return 0;
  if (str_equal(name, S(__del__))) return CLASS_HAS_DEL;
  if (str_equal(name, S(__getattr__)) || str_equal(name, S(__getattribute__))) return CLASS_HAS_GETATTR;
  if (str_equal(name, S(__setattr__)) || str_equal(name, S(__delattr__))) return CLASS_HAS_SETATTR;
  return 0;
}

static void set_flags_below(Class *c, uint16_t flags) {
  c->flags |= flags;
  for (uint32_t i = 0; i < subclasses_count(c); i++) set_flags_below(subclasses_at(c, i), flags);
}

/* The global cache forgets `name` in c and all below it. */
static void forget_lookups(Class *c, Str *name) {
  LookupEntry *e = lookup_entry(c, name);
  if (e->cls == c && e->name == name) e->cls = NULL;
  for (uint32_t i = 0; i < subclasses_count(c); i++) forget_lookups(subclasses_at(c, i), name);
}

bool class_rebind(Class *c, Str *name, Value *cell, Value v) {
  if (!is_plain_data(*cell) || !is_plain_data(v)) return false;
  forget_lookups(c, name);
  set_value(cell, incref(v));
  return true;
}

void class_changed(Class *c, Str *name, Value old, Value v) {
  if (IS_STATIC(name)) forget_lookups(c, name);
  else lookup_version++; /* static names are unique, but which of them is the same is not known */
  if (is_dunder(name) || !is_unbound_data(old) || !is_unbound_data(v)) type_version_step();
  if (!is_plain_data(old) || !is_plain_data(v) || is_dunder(name)) prediction_changed(c, name, v);
  if (v != UNSET && flags_of_name(name)) set_flags_below(c, flags_of_name(name));
  if (str_equal(name, S(__abstractmethods__)))
    c->flags = (uint16_t)(v != UNSET && op_truth(v) > 0 ? c->flags | CLASS_ABSTRACT : c->flags & ~CLASS_ABSTRACT);
}

void class_forget(void) { lookup_version++; }

void class_bases_changed(Class *c) {
  class_forget();
  type_version_step();
  prediction_end(c);
  for (uint32_t i = 0; i < c->n_bases; i++)
    set_flags_below(c, c->bases[i]->flags & (CLASS_HAS_DEL | CLASS_HAS_GETATTR | CLASS_HAS_SETATTR));
}

static bool check_name(Class *c, const char *what, Value v) {
  if (v == UNSET) return raise_error(&TypeError_class, "cannot delete '%s' attribute of immutable type '%C'", what, c) != RAISED;
  return as_str(v) || raise_error(&TypeError_class, "can only assign string to %C.%s, not '%T'", c, what, v) != RAISED;
}

static bool is_one_of(const Str *name, Str *const *names, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (str_equal(name, names[i])) return true;
  return false;
}

/* Attributes of `type` that are computed from what a class is made of. UNKNOWN: there is nothing special about `name`. */
typedef enum Assigned { REFUSED, ACCEPTED, UNKNOWN } Assigned;

static Assigned set_computed(Class *c, Str *name, Value v) {
  static Str *const members[] = {S(__base__), S(__basicsize__), S(__itemsize__), S(__flags__), S(__weakrefoffset__), S(__dictoffset__)};
  static Str *const fixed[] = {S(__mro__), S(__dict__), S(__text_signature__)};
  if (str_equal(name, S(__bases__))) return gate__assign_bases(c, v) ? ACCEPTED : REFUSED;
  if (v == UNSET && (str_equal(name, S(__module__)) || str_equal(name, S(__doc__)))) {
    raise_error(&TypeError_class, "cannot delete '%N' attribute of immutable type '%C'", name, c);
    return REFUSED;
  }
  if (str_equal(name, S(__class__))) return object_set_class(class_value(c), v) ? ACCEPTED : REFUSED;
  if (is_one_of(name, members, sizeof members / sizeof *members)) {
    raise_error(&AttributeError_class, "readonly attribute");
    return REFUSED;
  }
  if (!is_one_of(name, fixed, sizeof fixed / sizeof *fixed)) return UNKNOWN;
  raise_error(&AttributeError_class, "attribute '%N' of 'type' objects is not writable", name);
  return REFUSED;
}

/* type.__setattr__. */
bool class_setattr(Value self, Str *name, Value v) {
  Class *c = as_class(self);
  if (c->flags & CLASS_BUILTIN) {
    raise_error(&TypeError_class, "cannot set '%N' attribute of immutable type '%C'", name, c);
    return false;
  }
  if (str_equal(name, S(__name__))) return check_name(c, "__name__", v) && class_set_name(c, v);
  if (str_equal(name, S(__qualname__))) {
    if (!check_name(c, "__qualname__", v)) return false;
    set_value(&c->qualname, incref(v));
    return true;
  }
  Value meta_attr = class_lookup(c->h.cls, name);
  if (meta_attr == class_lookup(&type_class, name) && is_dunder(name)) {
    Assigned assigned = set_computed(c, name, v);
    if (assigned != UNKNOWN) return assigned == ACCEPTED;
  }
  if (meta_attr != UNSET && is_data_descriptor(meta_attr) && !is_getset(meta_attr)) return descriptor_set(meta_attr, self, v, name);
  Value old = dict_get_str(c->dict, name);
  if (old != UNSET) incref(old);
  bool ok;
  if (v != UNSET) {
    ok = dict_set_str(c->dict, name, v);
  } else {
    int found = dict_delete(c->dict, tagged(name, T_STR));
    ok = found > 0;
    if (found == 0) raise_no_attribute(self, name);
  }
  if (ok) class_changed(c, name, old, v);
  if (old != UNSET) decref(old);
  return ok;
}
