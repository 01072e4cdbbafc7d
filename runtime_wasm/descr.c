/* descr.c: the descriptors written in C: property, staticmethod, classmethod, members of __slots__ and computed
 * attributes of built-in types. */
#include "inline.h"

typedef struct Property {
  Obj h;
  Value fget, fset, fdel, doc, name;
} Property;

typedef struct Wrapper { /* staticmethod, classmethod */
  Obj h;
  Value fn, dict;
} Wrapper;

typedef struct GetSet {
  Obj h;
  const MethodDef *def;
  Class *owner;
} GetSet;

typedef struct Member {
  Obj h;
  Class *owner; /* not counted: the descriptor is in the owner's dictionary */
  Str *name;
  uint32_t slot;
} Member;

extern Class getset_class, member_class;
static Property *as_property(Value v) { return (Property *)as_obj(v); }
static Wrapper *as_wrapper(Value v) { return (Wrapper *)as_obj(v); }

/* ---------------------------------------------------------------- property */
static void property_dealloc(Obj *o) {
  Property *p = (Property *)o;
  decref(p->fget), decref(p->fset), decref(p->fdel), decref(p->doc), decref(p->name);
  obj_release(o, sizeof *p);
}

static void property_traverse(Obj *o, Visit visit, void *arg) {
  Property *p = (Property *)o;
  visit(p->fget, arg), visit(p->fset, arg), visit(p->fdel, arg), visit(p->doc, arg), visit(p->name, arg);
}

static void property_clear(Obj *o) {
  Property *p = (Property *)o;
  set_value(&p->fget, NONE), set_value(&p->fset, NONE), set_value(&p->fdel, NONE), set_value(&p->doc, NONE);
}

static Value property_new(Value fget, Value fset, Value fdel, Value doc, Value name) {
  Property *p = obj_alloc(&property_class, sizeof *p);
  if (!p) return raise_memory_error();
  p->fget = incref(fget), p->fset = incref(fset), p->fdel = incref(fdel), p->name = incref(name);
  p->doc = incref(doc);
  if (doc == NONE && fget != NONE && op_lookup_attr(fget, S(__doc__), &p->doc) <= 0) p->doc = NONE;
  return tagged(p, T_OTHER);
}

static Value property_init(Value self, Value *slots) {
  (void)self;
  for (int i = 0; i < 4; i++)
    if (slots[i] == UNSET) slots[i] = NONE;
  return property_new(slots[0], slots[1], slots[2], slots[3], UNSET);
}
static const MethodDef property_constructor = {"property", (void *)property_init, CALL_KW, 0, 4, METHOD_STATIC, "fget,fset,fdel,doc", "property"};

static Value property_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  return call_builtin(&property_constructor, NULL, NONE, args, n, kwnames);
}

static Value raise_property(Property *p, Value o, const char *what) {
  if (p->name == UNSET) return raise_error(&AttributeError_class, "property of '%T' object has no %s", o, what);
  return raise_error(&AttributeError_class, "property %R of '%T' object has no %s", p->name, o, what);
}

Value property_get(Value self, Value o) {
  Property *p = as_property(self);
  if (p->fget == NONE) return raise_property(p, o, "getter");
  Value fget = incref(p->fget), args[2] = {UNSET, incref(o)}, v = call_fast(fget, args + 1, 1);
  decref(fget);
  return v;
}

bool property_set(Value self, Value o, Value v) {
  Property *p = as_property(self);
  Value fn = v == UNSET ? p->fdel : p->fset;
  if (fn == NONE) return raise_property(p, o, v == UNSET ? "deleter" : "setter") != RAISED;
  incref(fn);
  Value r = v == UNSET ? call1(fn, o) : call2(fn, o, v);
  decref(fn);
  if (r == RAISED) return false;
  decref(r);
  return true;
}

void property_set_name(Value self, Value name) { set_value(&as_property(self)->name, incref(name)); }

static const Slots property_slots = {
    .dealloc = property_dealloc,
    .traverse = property_traverse,
    .clear = property_clear,
    .make = property_make,
};
CLASS_DEFINE(property, "property", T_OTHER, CLASS_BASE_OK, &object_class)

static Value property_with(Value self, Value fget, Value fset, Value fdel) {
  Property *p = as_property(self);
  return property_new(fget, fset, fdel, fget == p->fget ? p->doc : NONE, p->name);
}
static Value property_getter(Value self, Value fn) { return property_with(self, fn, as_property(self)->fset, as_property(self)->fdel); }
static Value property_setter(Value self, Value fn) { return property_with(self, as_property(self)->fget, fn, as_property(self)->fdel); }
static Value property_deleter(Value self, Value fn) { return property_with(self, as_property(self)->fget, as_property(self)->fset, fn); }
static Value property_fget(Value self) { return incref(as_property(self)->fget); }
static Value property_fset(Value self) { return incref(as_property(self)->fset); }
static Value property_fdel(Value self) { return incref(as_property(self)->fdel); }
static Value property_doc(Value self) { return incref(as_property(self)->doc); }
static Value property_method_get(Value self, Value *args, uint32_t n) {
  (void)n;
  return args[0] == NONE ? incref(self) : property_get(self, args[0]);
}
static Value property_method_set(Value self, Value *args, uint32_t n) {
  (void)n;
  return property_set(self, args[0], args[1]) ? NONE : RAISED;
}
static Value property_method_delete(Value self, Value o) { return property_set(self, o, UNSET) ? NONE : RAISED; }
static Value property_isabstract(Value self) {
  Property *p = as_property(self);
  Value parts[3] = {p->fget, p->fset, p->fdel};
  for (int i = 0; i < 3; i++) {
    Value v;
    int found = parts[i] == NONE ? 0 : op_lookup_attr(parts[i], S(__isabstractmethod__), &v);
    int truth = found > 0 ? op_truth(v) : found;
    if (found > 0) decref(v);
    if (truth) return truth < 0 ? RAISED : TRUE_;
  }
  return FALSE_;
}

METHOD(property, getter, CALL_ONE, 0, 0, 0, property_getter)
METHOD(property, setter, CALL_ONE, 0, 0, 0, property_setter)
METHOD(property, deleter, CALL_ONE, 0, 0, 0, property_deleter)
METHOD(property, __get__, CALL_ANY, 1, 2, 0, property_method_get)
METHOD(property, __set__, CALL_ANY, 2, 2, 0, property_method_set)
METHOD(property, __delete__, CALL_ONE, 0, 0, 0, property_method_delete)
GETTER(property, fget, property_fget)
GETTER(property, fset, property_fset)
GETTER(property, fdel, property_fdel)
GETTER(property, __doc__, property_doc)
GETTER(property, __isabstractmethod__, property_isabstract)

/* ------------------------------------------------ staticmethod, classmethod */
Value wrapped_callable(Value v) { return as_wrapper(v)->fn; }

static void wrapper_dealloc(Obj *o) {
  decref(((Wrapper *)o)->fn);
  decref(((Wrapper *)o)->dict);
  obj_release(o, sizeof(Wrapper));
}
static void wrapper_traverse(Obj *o, Visit visit, void *arg) {
  visit(((Wrapper *)o)->fn, arg);
  visit(((Wrapper *)o)->dict, arg);
}
static void wrapper_clear(Obj *o) { set_value(&((Wrapper *)o)->fn, NONE); }

static Value wrapper_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  while (!(cls->flags & CLASS_BUILTIN)) cls = cls->base;
  if (kw_count(kwnames)) return raise_error(&TypeError_class, "%C() takes no keyword arguments", cls);
  if (n != 1) return raise_error(&TypeError_class, "%C expected 1 argument, got %u", cls, n);
  Wrapper *w = obj_alloc(cls, sizeof *w);
  if (!w) return raise_memory_error();
  w->fn = incref(args[0]);
  w->dict = UNSET;
  return tagged(w, T_OTHER);
}

static Value wrapper_repr(Value self) {
  StrBuf b;
  buf_init(&b);
  buf_char(&b, '<');
  buf_cstr(&b, class_of(self)->name);
  buf_char(&b, '(');
  if (!buf_repr(&b, as_wrapper(self)->fn)) {
    buf_discard(&b);
    return RAISED;
  }
  buf_cstr(&b, ")>");
  return buf_finish(&b);
}

/* What the function says of itself, the wrapper says too. */
static Value wrapper_getattr(Value self, Str *name) {
  Value v;
  int found = str_equal(name, S(__doc__)) ? 0 : object_lookup(self, name, &v);
  if (found) return found > 0 ? v : RAISED;
  Wrapper *w = as_wrapper(self);
  if (w->dict != UNSET && (v = dict_get_str((Dict *)as_obj(w->dict), name)) != UNSET) return incref(v);
  if (str_equal(name, S(__func__)) || str_equal(name, S(__wrapped__))) return incref(w->fn);
  if (op_lookup_attr(w->fn, name, &v) > 0) return v;
  return exc_pending() ? RAISED : raise_no_attribute(self, name);
}

static bool wrapper_setattr(Value self, Str *name, Value v) {
  Wrapper *w = as_wrapper(self);
  if (w->dict == UNSET) {
    Value dict = dict_new();
    if (dict == RAISED) return false;
    w->dict = dict;
  }
  Dict *d = (Dict *)as_obj(w->dict);
  if (v != UNSET) return dict_set_str(d, name, v);
  int found = dict_delete(d, tagged(name, T_STR));
  if (found == 0) raise_no_attribute(self, name);
  return found > 0;
}

static Value staticmethod_call(Value self, Value *args, uint32_t n, Value kwnames) { return call(as_wrapper(self)->fn, args, n, kwnames); }

static const Slots staticmethod_slots = {
    .dealloc = wrapper_dealloc, .traverse = wrapper_traverse, .clear = wrapper_clear, .repr = wrapper_repr,
    .call = staticmethod_call, .getattr = wrapper_getattr, .setattr = wrapper_setattr, .make = wrapper_make,
};
CLASS_DEFINE(staticmethod, "staticmethod", T_OTHER, CLASS_BASE_OK, &object_class)
static const Slots classmethod_slots = {
    .dealloc = wrapper_dealloc, .traverse = wrapper_traverse, .clear = wrapper_clear, .repr = wrapper_repr,
    .getattr = wrapper_getattr, .setattr = wrapper_setattr, .make = wrapper_make,
};
CLASS_DEFINE(classmethod, "classmethod", T_OTHER, CLASS_BASE_OK, &object_class)

static Value wrapper_get(Value self, Value *args, uint32_t n) {
  Class *c = n > 1 && has_tag(args[1], T_CLASS) ? as_class(args[1]) : class_of(args[0]);
  return bind(incref(self), args[0] == NONE ? UNSET : args[0], c);
}
METHOD(staticmethod, __get__, CALL_ANY, 1, 2, 0, wrapper_get)
METHOD(classmethod, __get__, CALL_ANY, 1, 2, 0, wrapper_get)

/* --------------------------------------------------------- getset, member */
static void getset_dealloc(Obj *o) { obj_release(o, sizeof(GetSet)); }

static Value getset_repr(Value self) {
  GetSet *g = (GetSet *)as_obj(self);
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "<attribute '");
  buf_cstr(&b, g->def->name);
  buf_cstr(&b, "' of '");
  buf_cstr(&b, g->owner->name);
  buf_cstr(&b, "' objects>");
  return buf_finish(&b);
}

static const Slots getset_slots = {.dealloc = getset_dealloc, .repr = getset_repr};
CLASS_DEFINE(getset, "getset_descriptor", T_OTHER, 0, &object_class)

Value getset_new(const MethodDef *def, Class *owner) {
  GetSet *g = obj_alloc(&getset_class, sizeof *g);
  if (!g) return raise_memory_error();
  g->def = def;
  g->owner = owner;
  return tagged(g, T_OTHER);
}

bool is_getset(Value v) { return has_tag(v, T_OTHER) && as_obj(v)->cls == &getset_class; }

static void member_dealloc(Obj *o) {
  obj_decref(((Member *)o)->name);
  obj_release(o, sizeof(Member));
}

static Value member_repr(Value self) {
  Member *m = (Member *)as_obj(self);
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "<member '");
  buf_str(&b, m->name);
  buf_cstr(&b, "' of '");
  Value owner = class_name(m->owner);
  if (owner != RAISED) buf_str(&b, as_str(owner)), decref(owner);
  buf_cstr(&b, "' objects>");
  return buf_finish(&b);
}

static const Slots member_slots = {.dealloc = member_dealloc, .repr = member_repr};
CLASS_DEFINE(member, "member_descriptor", T_OTHER, 0, &object_class)

Value member_new(Class *owner, Str *name, uint32_t slot) {
  Member *m = obj_alloc(&member_class, sizeof *m);
  if (!m) return raise_memory_error();
  m->owner = owner;
  m->name = name;
  obj_incref(name);
  m->slot = slot;
  return tagged(m, T_OTHER);
}

int32_t member_slot(Value v) {
  return has_tag(v, T_OTHER) && as_obj(v)->cls == &member_class ? (int32_t)((Member *)as_obj(v))->slot : -1;
}

static bool check_receiver(Class *owner, const char *name, Str *str_name, Value o) {
  if (is_instance(o, owner)) return true;
  if (str_name) raise_error(&TypeError_class, "descriptor '%N' for '%C' objects doesn't apply to a '%T' object", str_name, owner, o);
  else raise_error(&TypeError_class, "descriptor '%s' for '%C' objects doesn't apply to a '%T' object", name, owner, o);
  return false;
}

static Value member_get(Member *m, Value o) {
  if (!check_receiver(m->owner, NULL, m->name, o)) return RAISED;
  Value v = as_instance(o)->slots[m->slot];
  return v == UNSET ? raise_no_attribute(o, m->name) : incref(v);
}

static bool member_set(Member *m, Value o, Value v) {
  if (!check_receiver(m->owner, NULL, m->name, o)) return false;
  Value old = as_instance(o)->slots[m->slot];
  if (v == UNSET && old == UNSET) return raise_error(&AttributeError_class, "%N", m->name) != RAISED;
  return instance_put(as_instance(o), m->slot, v);
}

static Value getset_get(GetSet *g, Value o) {
  if (!check_receiver(g->owner, g->def->name, NULL, o)) return RAISED;
  Value receiver = g->owner == &object_class ? o : unwrap(o);
  return ((Value(*)(Value))g->def->fn)(receiver);
}

static bool getset_set(GetSet *g, Value o, Value v, Str *name) {
  bool ok;
  if (g->owner == &object_class && object_set_special(o, g->def, v, &ok)) return ok;
  if (g->owner->tag == T_RANGE || g->owner->tag == T_SLICE) /* members of a C struct in CPython */
    return raise_error(&AttributeError_class, "readonly attribute") != RAISED;
  raise_error(&AttributeError_class, "attribute '%N' of '%C' objects is not writable", name, g->owner);
  return false;
}

static Value descriptor_method_get(Value self, Value *args, uint32_t n) {
  (void)n;
  return args[0] == NONE ? incref(self) : bind(incref(self), args[0], class_of(args[0]));
}
static Value descriptor_method_set(Value self, Value *args, uint32_t n) {
  (void)n;
  return descriptor_set(self, args[0], args[1], S(__set__)) ? NONE : RAISED;
}
static Value descriptor_method_delete(Value self, Value o) { return descriptor_set(self, o, UNSET, S(__delete__)) ? NONE : RAISED; }
static Value member_name(Value self) { return incref(tagged(((Member *)as_obj(self))->name, T_STR)); }
static Value member_objclass(Value self) { return incref(class_value(((Member *)as_obj(self))->owner)); }
METHOD(getset, __get__, CALL_ANY, 1, 2, 0, descriptor_method_get)
METHOD(getset, __set__, CALL_ANY, 2, 2, 0, descriptor_method_set)
METHOD(member, __get__, CALL_ANY, 1, 2, 0, descriptor_method_get)
METHOD(member, __set__, CALL_ANY, 2, 2, 0, descriptor_method_set)
METHOD(member, __delete__, CALL_ONE, 0, 0, 0, descriptor_method_delete)
GETTER(member, __name__, member_name)
GETTER(member, __objclass__, member_objclass)

/* ---------------------------------------------------------------- protocol */
/* classmethod over another descriptor: what that gives for the class as receiver. */
static Value bind_class_method(Value fn, Class *cls) {
  if (has_tag(fn, T_FUNCTION)) return method_new(fn, class_value(cls));
  Value bound = bind(incref(fn), class_value(cls), cls);
  if (bound != fn) return bound;
  decref(bound);
  return method_new(fn, class_value(cls));
}

Value descriptor_bind_builtin(Value attr, Value o, Class *cls, bool *done) {
  Class *kind = as_obj(attr)->cls;
  Value v = UNSET;
  *done = true;
  if (kind == &staticmethod_class) v = incref(as_wrapper(attr)->fn);
  else if (kind == &classmethod_class) v = bind_class_method(as_wrapper(attr)->fn, cls);
  else if (o != UNSET && kind == &property_class) v = property_get(attr, o);
  else if (o != UNSET && kind == &getset_class) v = getset_get((GetSet *)as_obj(attr), o);
  else if (o != UNSET && kind == &member_class) v = member_get((Member *)as_obj(attr), o);
  if (v == UNSET) {
    *done = false;
    return attr;
  }
  decref(attr);
  return v;
}

bool descriptor_set(Value attr, Value o, Value v, Str *name) {
  Value inner = has_tag(attr, T_INSTANCE) && class_lookup(class_of(attr), S(__set__)) == UNSET ? unwrap(attr) : attr;
  if (has_tag(inner, T_OTHER)) {
    Class *kind = as_obj(inner)->cls;
    if (kind == &property_class) return property_set(inner, o, v);
    if (kind == &member_class) return member_set((Member *)as_obj(inner), o, v);
    if (kind == &getset_class) return getset_set((GetSet *)as_obj(inner), o, v, name);
  }
  Value method = class_lookup(class_of(attr), v == UNSET ? S(__delete__) : S(__set__));
  if (method == UNSET) {
    raise_error(&AttributeError_class, v == UNSET ? "__delete__" : "__set__");
    return false;
  }
  Value args[2] = {incref(o), v == UNSET ? UNSET : incref(v)};
  incref(method);
  Value r = call_with_self(method, attr, args, v == UNSET ? 1 : 2, NONE);
  decref(method);
  if (r == RAISED) return false;
  decref(r);
  return true;
}
