/* object.c: the type `object`, and the attribute protocol: data descriptors of the class, the instance, the rest of the class. */
#include "inline.h"

static inline Tag pointer_tag(Value v) { return (Tag)(v >> 32 & 0xFFFF); }

/* ------------------------------------------------------------- descriptors */
static Value bind_builtin(Value attr, Value o, Class *cls) {
  Builtin *b = (Builtin *)as_obj(attr);
  if (b->self != UNSET) return attr;
  bool to_class = b->def->flags & METHOD_CLASS;
  if (o == UNSET && !to_class) return attr;
  Value bound = builtin_new(b->def, to_class ? class_value(cls) : o);
  if (bound != RAISED) ((Builtin *)as_obj(bound))->owner = b->owner;
  decref(attr);
  return bound;
}

static Value bind_user(Value attr, Value o, Class *cls) {
  Value get = class_lookup(class_of(attr), S(__get__));
  if (get == UNSET) {
    bool done;
    Value inner = unwrap(attr);
    if (!has_tag(inner, T_OTHER)) return attr; /* an int and the like: no descriptor of a built-in class */
    Value v = descriptor_bind_builtin(incref(inner), o, cls, &done);
    decref(done ? attr : v);
    return done ? v : attr;
  }
  Value args[2] = {o == UNSET ? NONE : incref(o), incref(class_value(cls))};
  incref(get);
  Value v = call_with_self(get, attr, args, 2, NONE);
  decref(get);
  decref(attr);
  return v;
}

Value bind(Value attr, Value o, Class *cls) {
  if (!is_ptr(attr)) return attr;
  switch (pointer_tag(attr)) {
    case T_FUNCTION: {
      if (o == UNSET) return attr;
      Value m = method_new(attr, o);
      decref(attr);
      return m;
    }
    case T_BUILTIN: return bind_builtin(attr, o, cls);
    case T_INSTANCE: return bind_user(attr, o, cls);
    case T_OTHER: {
      bool done;
      return descriptor_bind_builtin(attr, o, cls, &done);
    }
    default: return attr;
  }
}

bool is_data_descriptor(Value attr) {
  if (has_tag(attr, T_OTHER)) return is_instance(attr, &property_class) || is_getset(attr) || member_slot(attr) >= 0;
  if (!has_tag(attr, T_INSTANCE)) return false;
  Class *c = class_of(attr);
  return class_lookup(c, S(__set__)) != UNSET || class_lookup(c, S(__delete__)) != UNSET || c->payload == &property_class;
}

/* ------------------------------------------------------------------ reading */
Value raise_no_attribute(Value o, Str *name) {
  if (has_tag(o, T_CLASS)) raise_error(&AttributeError_class, "type object '%C' has no attribute '%N'", as_class(o), name);
  else raise_error(&AttributeError_class, "'%T' object has no attribute '%N'", o, name);
  return exc_add_attribute_info(o, name);
}

/* A data descriptor that can be read: without __get__ it only guards against writing. */
static bool is_readable_data(Value attr) {
  if (!is_data_descriptor(attr)) return false;
  return !has_tag(attr, T_INSTANCE) || class_of(attr)->payload == &property_class || class_lookup(class_of(attr), S(__get__)) != UNSET;
}

static Value own_attribute(Value o, Str *name) {
  if (has_tag(o, T_INSTANCE)) return instance_get(as_instance(o), name);
  return UNSET;
}

int object_lookup(Value o, Str *name, Value *out) {
  Class *c = class_of(o);
  Value attr = class_lookup(c, name);
  if (attr == UNSET || !is_readable_data(attr)) {
    if (attr == UNSET && c->flags & CLASS_EXCEPTION && exc_get_field(o, name, out)) return *out == RAISED ? -1 : 1;
    Value own = own_attribute(o, name);
    if (own != UNSET) {
      *out = incref(own);
      return 1;
    }
  }
  if (attr == UNSET) return 0;
  *out = bind(incref(attr), o, c);
  return *out == RAISED ? -1 : 1;
}

Value object_getattr(Value o, Str *name) {
  Value v;
  int found = object_lookup(o, name, &v);
  return found > 0 ? v : found < 0 ? RAISED : raise_no_attribute(o, name);
}

Value op_getattr(Value o, Str *name) {
  Value (*getattr)(Value, Str *) = class_of(o)->slots->getattr;
  return getattr ? getattr(o, name) : object_getattr(o, name);
}

static int lookup_by_type(Value o, Str *name, Value *out) {
  Class *c = class_of(o);
  if (!c->slots->getattr || (has_tag(o, T_INSTANCE) && !(c->flags & CLASS_HAS_GETATTR))) return object_lookup(o, name, out);
  if (has_tag(o, T_CLASS) && !(c->flags & CLASS_HAS_GETATTR)) return class_lookup_attr(o, name, out);
  *out = c->slots->getattr(o, name);
  return *out == RAISED ? -1 : 1;
}

int op_lookup_attr(Value o, Str *name, Value *out) {
  int found = lookup_by_type(o, name, out);
  if (found >= 0 || !exc_matches(&AttributeError_class)) return found;
  exc_clear();
  return 0;
}

Value lookup_special(Value v, Str *name) {
  Class *c = class_of(v);
  Value attr = class_lookup(c, name);
  return attr == UNSET ? UNSET : bind(incref(attr), v, c);
}

/* ------------------------------------------------------------------ writing */
static bool raise_read_only(Value o, Str *name, bool in_class) {
  if (in_class) {
    raise_error(&AttributeError_class, "'%T' object attribute '%N' is read-only", o, name);
    exc_add_attribute_info(o, name);
  } else {
    raise_no_attribute(o, name);
  }
  return false;
}

bool object_set_class(Value o, Value v) {
  if (v == UNSET) return raise_error(&TypeError_class, "can't delete __class__ attribute") != RAISED;
  if (!has_tag(v, T_CLASS)) return raise_error(&TypeError_class, "__class__ must be set to a class, not '%T' object", v) != RAISED;
  Class *from = class_of(o), *to = as_class(v);
  if ((from->flags | to->flags) & CLASS_BUILTIN)
    return raise_error(&TypeError_class, "__class__ assignment only supported for mutable types or ModuleType subclasses") != RAISED;
  if (!class_check_layouts(from, to, "__class__")) return false;
  if (from == to || has_tag(o, T_INSTANCE)) return from == to || instance_set_class(o, to);
  as_obj(o)->cls = to;
  obj_incref(to);
  obj_decref(from);
  type_version_step();
  return true;
}

static bool delete_attribute(Value o, Str *name) {
  int found = instance_del(as_instance(o), name);
  if (found == 0) raise_no_attribute(o, name);
  return found > 0;
}

bool object_setattr(Value o, Str *name, Value v) {
  Class *c = class_of(o);
  Value attr = class_lookup(c, name);
  if (attr != UNSET && is_data_descriptor(attr)) {
    incref(attr);
    bool ok = descriptor_set(attr, o, v, name);
    decref(attr);
    return ok;
  }
  if (attr == UNSET && c->flags & CLASS_EXCEPTION) {
    int set = exc_set_field(o, name, v);
    if (set) return set > 0;
  }
  if (!has_tag(o, T_INSTANCE) || c->flags & CLASS_NO_DICT) return raise_read_only(o, name, attr != UNSET);
  return v == UNSET ? delete_attribute(o, name) : instance_set(as_instance(o), name, v);
}

bool op_setattr(Value o, Str *name, Value v) {
  bool (*setattr)(Value, Str *, Value) = class_of(o)->slots->setattr;
  return setattr ? setattr(o, name, v) : object_setattr(o, name, v);
}

bool op_delattr(Value o, Str *name) { return op_setattr(o, name, UNSET); }

/* --------------------------------------------------------------- the type */
Value object_repr(Value self) {
  Class *c = class_of(self);
  Value module, r = RAISED;
  if (op_lookup_attr(class_value(c), S(__module__), &module) < 0) return RAISED;
  Value qualname = class_qualname(c);
  if (qualname != RAISED) {
    StrBuf b;
    buf_init(&b);
    buf_char(&b, '<');
    if (as_str(module) && !str_equal(as_str(module), S(builtins))) {
      buf_str(&b, as_str(module));
      buf_char(&b, '.');
    }
    buf_str(&b, as_str(qualname));
    buf_cstr(&b, " object at ");
    buf_address(&b, as_obj(self));
    buf_char(&b, '>');
    r = buf_finish(&b);
    decref(qualname);
  }
  decref(module);
  return r;
}

void buf_address(StrBuf *b, const void *p) {
  static const char digits[] = "0123456789abcdef";
  char text[14] = "0x7f";
  uint32_t address = (uint32_t)(uintptr_t)p;
  for (int i = 0; i < 8; i++) text[4 + i] = digits[address >> (28 - 4 * i) & 15];
  buf_write(b, text, 12);
}

static Value object_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)args;
  if (n + kw_count(kwnames)) return raise_error(&TypeError_class, "%C() takes no arguments", cls);
  return instance_new(cls);
}

const Slots object_slots = {
    .dealloc = instance_dealloc,
    .traverse = instance_traverse,
    .repr = object_repr,
    .make = object_make,
};
CLASS_DEFINE(object, "object", T_INSTANCE, CLASS_BASE_OK | CLASS_NO_DICT, NULL)

static Value object_class_of(Value self) { return incref(class_value(class_of(self))); }

static Value object_dict(Value self) {
  Class *c = class_of(self);
  if (!has_tag(self, T_INSTANCE) || c->flags & CLASS_NO_DICT) return raise_no_attribute(self, S(__dict__));
  Dict *d = instance_dict(as_instance(self));
  return d ? incref(tagged(d, T_DICT)) : RAISED;
}

static Value object_doc(Value self) {
  Value v;
  int found = class_lookup_attr(class_value(class_of(self)), S(__doc__), &v);
  return found > 0 ? v : found < 0 ? RAISED : NONE;
}

static Value object_init_subclass(Value self, Value *args, uint32_t n, Value kwnames) {
  (void)args;
  if (n + kw_count(kwnames) == 0) return NONE;
  return raise_error(&TypeError_class, "%C.__init_subclass__() takes no %s arguments", as_class(self), n ? "positional" : "keyword");
}

static Value object_subclasshook(Value self, Value other) {
  (void)self, (void)other;
  return NOT_IMPLEMENTED;
}

static bool object_set_dict(Value o, Value v) {
  Class *c = class_of(o);
  if (!has_tag(o, T_INSTANCE) || c->flags & CLASS_NO_DICT) return raise_no_attribute(o, S(__dict__)) != RAISED;
  if (v == UNSET && c->flags & CLASS_EXCEPTION) return raise_error(&TypeError_class, "cannot delete __dict__") != RAISED;
  return instance_set_dict(as_instance(o), v);
}

bool object_set_special(Value o, const MethodDef *def, Value v, bool *ok) {
  if (strcmp(def->name, "__class__") == 0) *ok = object_set_class(o, v);
  else if (strcmp(def->name, "__dict__") == 0) *ok = object_set_dict(o, v);
  else return false;
  return true;
}

GETTER(object, __class__, object_class_of)
GETTER(object, __dict__, object_dict)
GETTER(object, __doc__, object_doc)
CLASS_METHOD(object, __init_subclass__, CALL_RAW, 0, 0, 0, object_init_subclass)
CLASS_METHOD(object, __subclasshook__, CALL_ONE, 0, 0, 0, object_subclasshook)
