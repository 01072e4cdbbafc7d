/* builtin.c: functions and methods implemented in C: their objects, and how their arguments arrive. */
#include "inline.h"

#define MAX_KEYWORDS 24

/* ------------------------------------------------------------------ messages */
/* "list.append" of messages: methods with their class (without its module), functions with their module unless it is builtins. */
static void write_full_name(StrBuf *b, const MethodDef *def, const Class *owner) {
  const char *prefix = owner ? owner->name : def->owner, *dot = owner ? strrchr(prefix, '.') : NULL;
  if (dot) prefix = dot + 1;
  if (prefix && strcmp(prefix, "builtins") != 0) {
    buf_cstr(b, prefix);
    buf_char(b, '.');
  }
  buf_cstr(b, def->name);
}

/* TypeError "NAME() REST", fmt with one number. */
COLD static Value raise_arity(const MethodDef *def, const Class *owner, const char *fmt, uint32_t n) {
  StrBuf b;
  buf_init(&b);
  write_full_name(&b, def, owner);
  Value name = buf_finish(&b);
  if (name == RAISED) return RAISED;
  raise_error(&TypeError_class, fmt, name, n);
  decref(name);
  return RAISED;
}

COLD static Value raise_count(const MethodDef *def, uint32_t n) {
  const char *bound = def->min == def->max ? "" : n < def->min ? "at least " : "at most ";
  uint32_t limit = n < def->min ? def->min : def->max;
  return raise_error(&TypeError_class, "%s expected %s%u argument%s, got %u", def->name, bound, limit, limit == 1 ? "" : "s", n);
}

/* ---------------------------------------------------------------- CALL_KW */
typedef struct Names {
  const char *start[MAX_KEYWORDS];
  uint32_t size[MAX_KEYWORDS];
  uint32_t n, n_positional_only;
} Names;

static void split_names(const char *text, Names *names) {
  names->n = names->n_positional_only = 0;
  while (*text && names->n < MAX_KEYWORDS) {
    if (*text == '/') {
      names->n_positional_only++;
      text++;
    }
    const char *end = strchr(text, ',');
    names->start[names->n] = text;
    names->size[names->n++] = (uint32_t)(end ? (size_t)(end - text) : strlen(text));
    if (!end) break;
    text = end + 1;
  }
}

static int32_t find_name(const Names *names, const Str *s) {
  for (uint32_t i = names->n_positional_only; i < names->n; i++)
    if (names->size[i] == s->size && memcmp(names->start[i], s->data, s->size) == 0) return (int32_t)i;
  return -1;
}

static bool check_kw_count(const MethodDef *def, const Names *names, uint32_t n, uint32_t n_kw) {
  if (n + n_kw > names->n) {
    raise_error(&TypeError_class, "%s() takes %s %u %sargument%s (%u given)", def->name, def->min < names->n ? "at most" : "exactly",
                names->n, n == 0 ? "keyword " : "", names->n == 1 ? "" : "s", n + n_kw);
    return false;
  }
  if (n > def->max) {
    if (def->max == 0) raise_error(&TypeError_class, "%s() takes no positional arguments", def->name);
    else
      raise_error(&TypeError_class, "%s() takes %s %u positional argument%s (%u given)", def->name,
                  def->min < def->max ? "at most" : "exactly", def->max, def->max == 1 ? "" : "s", n);
    return false;
  }
  uint32_t required = names->n_positional_only < def->min ? names->n_positional_only : def->min;
  if (n >= required) return true;
  raise_error(&TypeError_class, "%s() takes %s %u positional argument%s (%u given)", def->name,
              required < def->max ? "at least" : "exactly", required, required == 1 ? "" : "s", n);
  return false;
}

static bool place_keywords(const MethodDef *def, const Names *names, Value *slots, const Value *values, Value kwnames, uint32_t n) {
  for (uint32_t i = 0; i < kw_count(kwnames); i++) {
    Str *s = as_str(as_tuple(kwnames)->items[i]);
    int32_t at = s ? find_name(names, s) : -1;
    if (at < 0) {
      raise_error(&TypeError_class, "'%S' is an invalid keyword argument for %s()", as_tuple(kwnames)->items[i], def->name);
      return false;
    }
    if ((uint32_t)at < n) {
      raise_error(&TypeError_class, "argument for %s() given by name ('%N') and position (%u)", def->name, s, (uint32_t)at + 1);
      return false;
    }
    slots[at] = values[i];
  }
  return true;
}

/* Without keywords the names do not matter, as long as the required parameters are there. */
static Value call_positional(const MethodDef *def, Value self, const Value *args, uint32_t n) {
  Value slots[MAX_KEYWORDS];
  for (uint32_t i = 0; i < n; i++) slots[i] = args[i];
  for (uint32_t i = n; i < MAX_KEYWORDS; i++) slots[i] = UNSET;
  return ((Value(*)(Value, Value *))def->fn)(self, slots);
}

static Value call_keywords(const MethodDef *def, Value self, Value *args, uint32_t n, Value kwnames) {
  if (kwnames == NONE && n >= def->min && n <= def->max && n <= MAX_KEYWORDS) return call_positional(def, self, args, n);
  Names names;
  Value slots[MAX_KEYWORDS];
  split_names(def->names, &names);
  if (!check_kw_count(def, &names, n, kw_count(kwnames))) return RAISED;
  for (uint32_t i = 0; i < names.n; i++) slots[i] = i < n ? args[i] : UNSET;
  if (!place_keywords(def, &names, slots, args + n, kwnames, n)) return RAISED;
  for (uint32_t i = 0; i < def->min; i++)
    if (slots[i] == UNSET) {
      Value name = str_new_ascii(names.start[i], names.size[i]);
      if (name == RAISED) return RAISED;
      raise_error(&TypeError_class, "%s() missing required argument '%S' (pos %u)", def->name, name, i + 1);
      decref(name);
      return RAISED;
    }
  return ((Value(*)(Value, Value *))def->fn)(self, slots);
}

/* -------------------------------------------------------------------- calls */
/* The receiver is checked and unwrapped to the built-in payload. */
static Value apply(const MethodDef *def, Class *owner, Value self, Value *args, uint32_t n, Value kwnames) {
  if (def->kind == CALL_SLOT) return call_slot(def, owner, self, args, n, kwnames);
  if (owner && owner != &object_class && !(def->flags & (METHOD_CLASS | METHOD_STATIC))) self = unwrap(self);
  if (def->kind == CALL_RAW) return ((Value(*)(Value, Value *, uint32_t, Value))def->fn)(self, args, n, kwnames);
  if (def->kind == CALL_KW) return call_keywords(def, self, args, n, kwnames);
  if (kw_count(kwnames)) return raise_arity(def, owner, "%S() takes no keyword arguments", 0);
  switch (def->kind) {
    case CALL_NONE:
      if (n) return raise_arity(def, owner, "%S() takes no arguments (%u given)", n);
      return ((Value(*)(Value))def->fn)(self);
    case CALL_ONE:
      if (n != 1) return raise_arity(def, owner, "%S() takes exactly one argument (%u given)", n);
      return ((Value(*)(Value, Value))def->fn)(self, args[0]);
    default:
      if (n < def->min || (n > def->max && def->max != 255)) return raise_count(def, n);
      return ((Value(*)(Value, Value *, uint32_t))def->fn)(self, args, n);
  }
}

Value call_builtin(const MethodDef *def, Class *owner, Value self, Value *args, uint32_t n, Value kwnames) {
  if (self != UNSET) return apply(def, owner, self, args, n, kwnames);
  if (def->flags & METHOD_CLASS) return apply(def, owner, class_value(owner), args, n, kwnames);
  if (def->flags & METHOD_STATIC) return apply(def, owner, NONE, args, n, kwnames);
  if (n == 0) {
    if (def->kind == CALL_SLOT) return raise_error(&TypeError_class, "descriptor '%s' of '%C' object needs an argument", def->name, owner);
    return raise_arity(def, owner, "unbound method %S() needs an argument", 0);
  }
  if (!is_instance(args[0], owner))
    return raise_error(&TypeError_class, "descriptor '%s' %s '%C' objects doesn't apply to a '%T' object", def->name,
                       def->kind == CALL_SLOT ? "requires a" : "for", owner, args[0]);
  return apply(def, owner, args[0], args + 1, n - 1, kwnames);
}

/* ------------------------------------------------------------------- the type */
extern Class method_descriptor_class, wrapper_descriptor_class, method_wrapper_class;

static Builtin *as_builtin(Value v) { return (Builtin *)as_obj(v); }

/* The types by which CPython tells them apart; all behave alike here. */
static Class *builtin_type(const MethodDef *def, Value self) {
  if (def->kind == CALL_SLOT && !(def->flags & METHOD_STATIC)) return self == UNSET ? &wrapper_descriptor_class : &method_wrapper_class;
  return self == UNSET && !(def->flags & METHOD_CLASS) ? &method_descriptor_class : &builtin_class;
}

Value builtin_new(const MethodDef *def, Value self) {
  Builtin *b = obj_alloc(builtin_type(def, self), sizeof *b);
  if (!b) return raise_memory_error();
  b->def = def;
  b->owner = NULL;
  b->self = incref(self);
  return tagged(b, T_BUILTIN);
}

static void builtin_dealloc(Obj *o) {
  decref(((Builtin *)o)->self);
  obj_release(o, sizeof(Builtin));
}
static void builtin_traverse(Obj *o, Visit visit, void *arg) { visit(((Builtin *)o)->self, arg); }

static bool is_plain(const Builtin *b) { return !b->owner || b->def->flags & METHOD_STATIC; }

static Value builtin_repr(Value self) {
  Builtin *b = as_builtin(self);
  bool slot = b->def->kind == CALL_SLOT;
  StrBuf out;
  buf_init(&out);
  const char *kind = b->self == UNSET ? (slot ? "<slot wrapper '" : "<method '")
                     : slot         ? "<method-wrapper '"
                     : is_plain(b)  ? "<built-in function "
                                    : "<built-in method ";
  buf_cstr(&out, kind);
  buf_cstr(&out, b->def->name);
  if (slot || b->self == UNSET) buf_char(&out, '\'');
  if (b->self == UNSET) {
    buf_cstr(&out, " of '");
    buf_cstr(&out, b->owner->name);
    buf_cstr(&out, "' objects");
  } else if (!is_plain(b)) {
    Value type = class_name(class_of(b->self));
    if (type == RAISED) {
      buf_discard(&out);
      return RAISED;
    }
    buf_cstr(&out, " of ");
    buf_str(&out, as_str(type));
    buf_cstr(&out, " object at ");
    buf_address(&out, is_ptr(b->self) ? (void *)as_obj(b->self) : (void *)b);
    decref(type);
  }
  buf_char(&out, '>');
  return buf_finish(&out);
}

static Value builtin_compare(CompareOp op, Value a, Value b) {
  if (!has_tag(b, T_BUILTIN) || (op != CMP_EQ && op != CMP_NE)) return NOT_IMPLEMENTED;
  Builtin *x = as_builtin(a), *y = as_builtin(b);
  return bool_value((x->def == y->def && x->owner == y->owner && x->self == y->self) == (op == CMP_EQ));
}

static bool builtin_hash(Value v, int64_t *out) {
  Builtin *b = as_builtin(v);
  *out = hash_pointer(b->def) ^ (is_ptr(b->self) ? hash_pointer(as_obj(b->self)) : 0);
  return true;
}

static Value builtin_call(Value self, Value *args, uint32_t n, Value kwnames) { return call(self, args, n, kwnames); }

static const Slots builtin_slots = {
    .dealloc = builtin_dealloc, .traverse = builtin_traverse, .repr = builtin_repr,
    .hash = builtin_hash, .compare = builtin_compare, .call = builtin_call,
};
CLASS_DEFINE(builtin, "builtin_function_or_method", T_BUILTIN, 0, &object_class)
#define method_descriptor_slots builtin_slots
CLASS_DEFINE(method_descriptor, "method_descriptor", T_BUILTIN, 0, &builtin_class)
#define wrapper_descriptor_slots builtin_slots
CLASS_DEFINE(wrapper_descriptor, "wrapper_descriptor", T_BUILTIN, 0, &builtin_class)
#define method_wrapper_slots builtin_slots
CLASS_DEFINE(method_wrapper, "method-wrapper", T_BUILTIN, 0, &builtin_class)

static Value builtin_name(Value self) { return str_from_cstr(as_builtin(self)->def->name); }
static Value builtin_self(Value self) {
  Value v = as_builtin(self)->self;
  return v == UNSET ? NONE : incref(v);
}
static Value builtin_module(Value self) {
  const Builtin *b = as_builtin(self);
  return b->owner || !b->def->owner ? NONE : str_from_cstr(b->def->owner);
}
static Value builtin_qualname(Value self) {
  const Builtin *b = as_builtin(self);
  if (!b->owner) return builtin_name(self);
  StrBuf out;
  buf_init(&out);
  buf_cstr(&out, b->owner->name);
  buf_char(&out, '.');
  buf_cstr(&out, b->def->name);
  return buf_finish(&out);
}
static Value builtin_doc(Value self) {
  (void)self;
  return NONE;
}
GETTER(builtin, __name__, builtin_name)
GETTER(builtin, __qualname__, builtin_qualname)
GETTER(builtin, __self__, builtin_self)
GETTER(builtin, __module__, builtin_module)
GETTER(builtin, __doc__, builtin_doc)
