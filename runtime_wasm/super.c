/* super.c: the type `super`, and the calls through it that make no super object. */
#include "inline.h"

typedef struct Super {
  Obj h;
  Value cls, self;
} Super;

/* The class whose MRO is searched: self itself when it is a class below cls, else type(self). */
static Class *start_class(Value cls, Value self) {
  if (!has_tag(cls, T_CLASS)) {
    raise_error(&TypeError_class, "super() argument 1 must be a type, not %T", cls);
    return NULL;
  }
  if (has_tag(self, T_CLASS) && class_is_subclass(as_class(self), as_class(cls))) return as_class(self);
  if (is_instance(self, as_class(cls))) return class_of(self);
  raise_error(&TypeError_class, "super(type, obj): obj must be an instance or subtype of type");
  return NULL;
}

/* Borrowed, unbound; UNSET when absent. */
static Value find_after(Class *start, const Class *cls, Str *name) {
  uint32_t i = 0;
  Class *at;
  while ((at = class_mro_at(start, i)) && at != cls) i++;
  for (i++; at && (at = class_mro_at(start, i)); i++) {
    Value v = class_own(at, name);
    if (v != UNSET) return v;
  }
  return UNSET;
}

static Value raise_no_super_attribute(Value super, Str *name) {
  raise_error(&AttributeError_class, "'super' object has no attribute '%N'", name);
  return exc_add_attribute_info(super, name);
}

/* ---------------------------------------------------------------- the type */
static void super_dealloc(Obj *o) {
  decref(((Super *)o)->cls);
  decref(((Super *)o)->self);
  obj_release(o, sizeof(Super));
}

static void super_traverse(Obj *o, Visit visit, void *arg) {
  visit(((Super *)o)->cls, arg);
  visit(((Super *)o)->self, arg);
}

static Value super_new(Value cls, Value self) {
  if (!start_class(cls, self)) return RAISED;
  Super *s = obj_alloc(&super_class, sizeof *s);
  if (!s) return raise_memory_error();
  s->cls = incref(cls);
  s->self = incref(self);
  return tagged(s, T_OTHER);
}

static Value super_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  if (kw_count(kwnames)) return raise_error(&TypeError_class, "super() takes no keyword arguments");
  if (n == 0) return raise_error(&RuntimeError_class, "super(): no arguments");
  if (n > 2) return raise_error(&TypeError_class, "super() expected at most 2 arguments, got %u", n);
  if (n == 2 && args[1] != NONE) return super_new(args[0], args[1]);
  if (!has_tag(args[0], T_CLASS)) return raise_error(&TypeError_class, "super() argument 1 must be a type, not %T", args[0]);
  Super *s = obj_alloc(&super_class, sizeof *s);
  if (!s) return raise_memory_error();
  s->cls = incref(args[0]);
  s->self = UNSET;
  return tagged(s, T_OTHER);
}

static Value super_getattr(Value self, Str *name) {
  Super *s = (Super *)as_obj(self);
  if (s->self != UNSET && !str_equal(name, S(__class__))) {
    Class *start = start_class(s->cls, s->self);
    if (!start) return RAISED;
    Value attr = find_after(start, as_class(s->cls), name);
    if (attr != UNSET) return bind(incref(attr), s->self == class_value(start) ? UNSET : s->self, start);
  }
  Value v;
  int found = object_lookup(self, name, &v);
  return found > 0 ? v : found < 0 ? RAISED : raise_no_super_attribute(self, name);
}

static Value super_repr(Value self) {
  Super *s = (Super *)as_obj(self);
  Value cls = class_name(as_class(s->cls)), of = s->self == UNSET ? UNSET : class_name(class_of(s->self)), r = RAISED;
  if (cls != RAISED && of != RAISED) {
    StrBuf b;
    buf_init(&b);
    buf_cstr(&b, "<super: <class '");
    buf_str(&b, as_str(cls));
    buf_cstr(&b, of == UNSET ? "'>, NULL>" : "'>, <");
    if (of != UNSET) buf_str(&b, as_str(of)), buf_cstr(&b, " object>>");
    r = buf_finish(&b);
  }
  if (cls != RAISED) decref(cls);
  if (of != RAISED) decref(of);
  return r;
}

static const Slots super_slots = {
    .dealloc = super_dealloc,
    .traverse = super_traverse,
    .repr = super_repr,
    .getattr = super_getattr,
    .make = super_make,
};
CLASS_DEFINE(super, "super", T_OTHER, CLASS_BASE_OK, &object_class)

static Value super_thisclass(Value self) { return incref(((Super *)as_obj(self))->cls); }
static Value super_self(Value self) {
  Value v = ((Super *)as_obj(self))->self;
  return v == UNSET ? NONE : incref(v);
}
static Value super_self_class(Value self) {
  Super *s = (Super *)as_obj(self);
  Class *start = s->self == UNSET ? NULL : start_class(s->cls, s->self);
  return start ? incref(class_value(start)) : NONE;
}
GETTER(super, __self_class__, super_self_class)
GETTER(super, __thisclass__, super_thisclass)
GETTER(super, __self__, super_self)
