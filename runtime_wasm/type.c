/* type.c: the type `type`: metaclass behaviour, and what a class shows of itself. */
#include "inline.h"

static Value type_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  if (n != 3) return raise_error(&TypeError_class, "type.__new__() takes exactly 3 arguments (%u given)", n);
  if (!as_str(args[0])) return raise_error(&TypeError_class, "type.__new__() argument 1 must be str, not %T", args[0]);
  if (!as_tuple(args[1])) return raise_error(&TypeError_class, "type.__new__() argument 2 must be tuple, not %T", args[1]);
  if (!as_dict(args[2])) return raise_error(&TypeError_class, "type.__new__() argument 3 must be dict, not %T", args[2]);
  Class *winner = class_metaclass(cls, args[1]);
  if (!winner) return RAISED;
  if (winner != cls && !wrapped_class(class_lookup(winner, S(__new__)))) return class_call_new(winner, args, n, kwnames);
  Value kwargs = UNSET;
  uint32_t n_kw = kw_count(kwnames);
  if (n_kw) {
    kwargs = op_dict(NULL, 0);
    for (uint32_t i = 0; kwargs != RAISED && i < n_kw; i++)
      if (!dict_set((Dict *)as_obj(kwargs), as_tuple(kwnames)->items[i], args[n + i])) {
        decref(kwargs);
        kwargs = RAISED;
      }
    if (kwargs == RAISED) return RAISED;
  }
  Value r = type_new(cls, args[0], args[1], args[2], kwargs);
  if (kwargs != UNSET) decref(kwargs);
  return r;
}

/* type.__call__, unless the metaclass has one of its own (metaclass_slots sees to that). */
static Value type_call(Value self, Value *args, uint32_t n, Value kwnames) { return class_call(as_class(self), args, n, kwnames); }

/* type.__getattribute__: the metaclass's data descriptors, the class and its bases, the metaclass. */
int class_lookup_attr(Value self, Str *name, Value *out) {
  Class *c = as_class(self);
  Value meta = class_lookup(c->h.cls, name);
  if (meta == UNSET || !is_data_descriptor(meta)) {
    Value v = class_lookup(c, name);
    if (v != UNSET) {
      *out = bind(incref(v), UNSET, c);
      return *out == RAISED ? -1 : 1;
    }
  }
  if (meta == UNSET) return 0;
  *out = bind(incref(meta), self, c->h.cls);
  return *out == RAISED ? -1 : 1;
}

static Value type_getattr(Value self, Str *name) {
  Value v;
  int found = class_lookup_attr(self, name, &v);
  if (found > 0) return v;
  return found < 0 ? RAISED : raise_no_attribute(self, name);
}

/* ------------------------------------------------------------------ getters */
static Value type_name(Value self) { return class_name(as_class(self)); }
static Value type_qualname(Value self) { return class_qualname(as_class(self)); }

static Value own_or(Value self, Str *name, Value otherwise) {
  Class *c = as_class(self);
  Value v = c->flags & CLASS_BUILTIN || !c->dict ? UNSET : dict_get_str(c->dict, name);
  return v != UNSET ? bind(incref(v), UNSET, c) : otherwise;
}

static Value type_module(Value self) {
  Class *c = as_class(self);
  if (!(c->flags & CLASS_BUILTIN)) return own_or(self, S(__module__), NONE);
  const char *dot = strrchr(c->name, '.');
  return dot ? str_new_ascii(c->name, (uint32_t)(dot - c->name)) : incref(tagged(S(builtins), T_STR));
}

static Value type_doc(Value self) { return own_or(self, S(__doc__), NONE); }

static Value type_annotations(Value self) {
  Value v = own_or(self, S(__annotations__), UNSET);
  if (v != UNSET) return v;
  if (as_class(self)->flags & CLASS_BUILTIN) return raise_no_attribute(self, S(__annotations__));
  v = dict_new();
  if (v != RAISED && !dict_set_str(as_class(self)->dict, S(__annotations__), v)) {
    decref(v);
    return RAISED;
  }
  if (v != RAISED) class_changed(as_class(self), S(__annotations__), UNSET, v);
  return v;
}

static Value type_base(Value self) {
  Class *base = as_class(self)->base;
  return base ? incref(class_value(base)) : NONE;
}

static Value class_tuple(Class *const *items, uint32_t n) {
  Value t = tuple_new(n);
  if (t == RAISED) return t;
  for (uint32_t i = 0; i < n; i++) as_tuple(t)->items[i] = incref(class_value(items[i]));
  return t;
}

static Value type_bases(Value self) {
  Class *c = as_class(self);
  if (c->bases) return class_tuple(c->bases, c->n_bases);
  return class_tuple(&c->base, c->base ? 1 : 0);
}

static Value type_mro(Value self) {
  Class *c = as_class(self);
  if (c->mro) return class_tuple(c->mro, c->n_mro);
  Class *line[32];
  uint32_t n = 0;
  for (; c && n < 32; c = c->base) line[n++] = c;
  return class_tuple(line, n);
}

static Value type_mro_list(Value self) {
  Value t = type_mro(self);
  if (t == RAISED) return t;
  Value list = list_from_iterable(t);
  decref(t);
  return list;
}

static Value type_dict(Value self) {
  Dict *dict = class_dict(as_class(self));
  return dict ? mappingproxy_new(tagged(dict, T_DICT)) : RAISED;
}

static Value type_subclasses(Value self) {
  Class *c = as_class(self);
  Value list = list_new(subclasses_count(c));
  for (uint32_t i = 0; list != RAISED && i < subclasses_count(c); i++)
    if (!list_append((List *)as_obj(list), incref(class_value(subclasses_at(c, i))))) {
      decref(list);
      return RAISED;
    }
  return list;
}

static Value type_instancecheck(Value self, Value v) { return bool_value(is_instance(v, as_class(self))); }

static Value type_subclasscheck(Value self, Value v) {
  if (!has_tag(v, T_CLASS)) return raise_error(&TypeError_class, "issubclass() arg 1 must be a class");
  return bool_value(class_is_subclass(as_class(v), as_class(self)));
}

static Value type_prepare(Value self, Value *args, uint32_t n, Value kwnames) {
  (void)self, (void)args, (void)n, (void)kwnames;
  return dict_new();
}

static Value type_repr(Value self) {
  Class *c = as_class(self);
  Value module = type_module(self), qualname = class_qualname(c), r = RAISED;
  if (module != RAISED && qualname != RAISED) {
    StrBuf b;
    buf_init(&b);
    buf_cstr(&b, "<class '");
    if (as_str(module) && !str_equal(as_str(module), S(builtins))) {
      buf_str(&b, as_str(module));
      buf_char(&b, '.');
    }
    buf_str(&b, as_str(qualname));
    buf_cstr(&b, "'>");
    r = buf_finish(&b);
  }
  if (module != RAISED) decref(module);
  if (qualname != RAISED) decref(qualname);
  return r;
}

static Value type_binary(BinaryOp op, Value a, Value b) { return op == BIN_OR ? union_new(a, b) : NOT_IMPLEMENTED; }

const Slots type_slots = {
    .dealloc = class_dealloc,
    .traverse = class_traverse,
    .clear = class_clear,
    .repr = type_repr,
    .call = type_call,
    .binary = type_binary,
    .getattr = type_getattr,
    .setattr = class_setattr,
    .make = type_make,
};
CLASS_DEFINE(type, "type", T_CLASS, CLASS_BASE_OK, &object_class)

GETTER(type, __name__, type_name)
GETTER(type, __qualname__, type_qualname)
GETTER(type, __module__, type_module)
GETTER(type, __doc__, type_doc)
GETTER(type, __annotations__, type_annotations)
GETTER(type, __base__, type_base)
GETTER(type, __bases__, type_bases)
GETTER(type, __mro__, type_mro)
GETTER(type, __dict__, type_dict)
METHOD(type, mro, CALL_NONE, 0, 0, 0, type_mro_list)
METHOD(type, __subclasses__, CALL_NONE, 0, 0, 0, type_subclasses)
METHOD(type, __instancecheck__, CALL_ONE, 0, 0, 0, type_instancecheck)
METHOD(type, __subclasscheck__, CALL_ONE, 0, 0, 0, type_subclasscheck)
CLASS_METHOD(type, __prepare__, CALL_RAW, 0, 0, 0, type_prepare)
