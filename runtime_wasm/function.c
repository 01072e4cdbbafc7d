/* function.c: Python functions and bound methods. */
#include "inline.h"

static Function *as_function(Value v) { return (Function *)as_obj(v); }
static uint32_t function_size(uint32_t n_cells) { return (uint32_t)sizeof(Function) + n_cells * (uint32_t)sizeof(Value); }

Value function_new(const FuncInfo *info, Value defaults, Value kwdefaults, const Value *cells, uint32_t n_cells) {
  Function *f = obj_alloc(&function_class, function_size(n_cells));
  if (!f) {
    decref(defaults);
    decref(kwdefaults);
    return raise_memory_error();
  }
  f->info = info;
  f->defaults = defaults;
  f->kwdefaults = kwdefaults;
  f->name = incref(tagged(info->name, T_STR));
  f->qualname = incref(tagged(info->qualname, T_STR));
  f->doc = info->doc ? incref(tagged(info->doc, T_STR)) : NONE;
  f->dict = f->annotations = UNSET;
  f->n_cells = n_cells;
  for (uint32_t i = 0; i < n_cells; i++) f->cells[i] = incref(cells[i]);
  return tagged(f, T_FUNCTION);
}

static void function_dealloc(Obj *o) {
  Function *f = (Function *)o;
  if (mem_dealloc_deferred(o)) return;
  decref(f->defaults), decref(f->kwdefaults), decref(f->name), decref(f->qualname);
  decref(f->doc), decref(f->dict), decref(f->annotations);
  for (uint32_t i = 0; i < f->n_cells; i++) decref(f->cells[i]);
  obj_release(o, function_size(f->n_cells));
}

static void function_traverse(Obj *o, Visit visit, void *arg) {
  Function *f = (Function *)o;
  visit(f->defaults, arg), visit(f->kwdefaults, arg), visit(f->doc, arg);
  visit(f->dict, arg), visit(f->annotations, arg);
  for (uint32_t i = 0; i < f->n_cells; i++) visit(f->cells[i], arg);
}

static void function_clear(Obj *o) {
  Function *f = (Function *)o;
  set_value(&f->defaults, NONE), set_value(&f->kwdefaults, NONE);
  set_value(&f->dict, UNSET), set_value(&f->annotations, UNSET);
}

static Value function_repr(Value self) {
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "<function ");
  buf_str(&b, as_str(as_function(self)->qualname));
  buf_cstr(&b, " at ");
  buf_address(&b, as_obj(self));
  buf_char(&b, '>');
  return buf_finish(&b);
}

static Value function_call(Value self, Value *args, uint32_t n, Value kwnames) { return call_function(as_function(self), args, n, kwnames); }

/* ------------------------------------------------------------- attributes */
static Dict *function_dict(Function *f) {
  if (f->dict == UNSET) {
    Value dict = dict_new();
    if (dict == RAISED) return NULL;
    f->dict = dict;
  }
  return (Dict *)as_obj(f->dict);
}

/* The field behind a writable attribute. */
static Value *function_field(Function *f, const Str *name) {
  if (str_equal(name, S(__name__))) return &f->name;
  if (str_equal(name, S(__qualname__))) return &f->qualname;
  if (str_equal(name, S(__doc__))) return &f->doc;
  if (str_equal(name, S(__defaults__))) return &f->defaults;
  if (str_equal(name, S(__kwdefaults__))) return &f->kwdefaults;
  if (str_equal(name, S(__annotations__))) return &f->annotations;
  return NULL;
}

static Value function_special(Function *f, Str *name) {
  Value *field = function_field(f, name);
  if (field == &f->annotations && f->annotations == UNSET) {
    Value dict = dict_new();
    if (dict == RAISED) return RAISED;
    f->annotations = dict;
  }
  if (field) return incref(*field);
  if (str_equal(name, S(__module__)) && (f->dict == UNSET || dict_get_str((Dict *)as_obj(f->dict), name) == UNSET))
    return incref(tagged(f->info->module, T_STR));
  if (str_equal(name, S(__dict__))) {
    Dict *d = function_dict(f);
    return d ? incref(tagged(d, T_DICT)) : RAISED;
  }
  return UNSET;
}

static Value function_getattr(Value self, Str *name) {
  Function *f = as_function(self);
  Value v = function_special(f, name);
  if (v != UNSET) return v;
  if (f->dict != UNSET && (v = dict_get_str((Dict *)as_obj(f->dict), name)) != UNSET) return incref(v);
  return object_getattr(self, name);
}

static bool set_function_field(Function *f, Value *field, Str *name, Value v) {
  if ((field == &f->name || field == &f->qualname) && (v == UNSET || !as_str(v)))
    return raise_error(&TypeError_class, "%N must be set to a string object", name) != RAISED;
  if (field == &f->defaults && v != UNSET && v != NONE && !as_tuple(v))
    return raise_error(&TypeError_class, "__defaults__ must be set to a tuple object") != RAISED;
  if ((field == &f->kwdefaults || field == &f->annotations) && v != UNSET && v != NONE && !as_dict(v))
    return raise_error(&TypeError_class, "%N must be set to a dict object", name) != RAISED;
  if (field == &f->annotations && v == NONE) v = UNSET;
  else if (v == UNSET && field != &f->annotations) v = NONE;
  set_value(field, incref(v));
  return true;
}

static bool function_setattr(Value self, Str *name, Value v) {
  Function *f = as_function(self);
  Value *field = function_field(f, name);
  if (field) return set_function_field(f, field, name, v);
  if (str_equal(name, S(__class__))) return object_setattr(self, name, v);
  if (str_equal(name, S(__dict__))) {
    if (v == UNSET || !has_tag(v, T_DICT)) return raise_error(&TypeError_class, "__dict__ must be set to a dictionary, not a '%T'", v) != RAISED;
    set_value(&f->dict, incref(v));
    return true;
  }
  Dict *d = function_dict(f);
  if (!d) return false;
  if (v != UNSET) return dict_set_str(d, name, v);
  int found = dict_delete(d, tagged(name, T_STR));
  if (found == 0) raise_no_attribute(self, name);
  return found > 0;
}

static const Slots function_slots = {
    .dealloc = function_dealloc, .traverse = function_traverse, .clear = function_clear, .repr = function_repr,
    .call = function_call, .getattr = function_getattr, .setattr = function_setattr,
};
CLASS_DEFINE(function, "function", T_FUNCTION, 0, &object_class)

static Value function_get(Value self, Value *args, uint32_t n) {
  (void)n;
  return args[0] == NONE ? incref(self) : method_new(self, args[0]);
}
METHOD(function, __get__, CALL_ANY, 1, 2, 0, function_get)

/* ------------------------------------------------------------- __code__ */
typedef struct Code {
  Obj h;
  const FuncInfo *info;
} Code;
extern Class code_class;

static Value function_code(Value self) {
  Code *c = obj_alloc(&code_class, sizeof *c);
  if (!c) return raise_memory_error();
  c->info = as_function(self)->info;
  return tagged(c, T_OTHER);
}
GETTER(function, __code__, function_code)

static const FuncInfo *code_info(Value self) { return ((Code *)as_obj(self))->info; }
static void code_dealloc(Obj *o) { obj_release(o, sizeof(Code)); }
static Value code_compare(CompareOp op, Value a, Value b) {
  if (class_of(b) != &code_class || (op != CMP_EQ && op != CMP_NE)) return NOT_IMPLEMENTED;
  return bool_value((code_info(a) == code_info(b)) == (op == CMP_EQ));
}
static const Slots code_slots = {.dealloc = code_dealloc, .compare = code_compare};
CLASS_DEFINE(code, "code", T_OTHER, 0, &object_class)

static Value code_name(Value self) { return incref(tagged(code_info(self)->name, T_STR)); }
static Value code_qualname(Value self) { return incref(tagged(code_info(self)->qualname, T_STR)); }
static Value code_filename(Value self) { return incref(tagged(code_info(self)->file, T_STR)); }
static Value code_firstlineno(Value self) { return small_int_value(code_info(self)->line); }
static Value code_argcount(Value self) { return small_int_value(code_info(self)->n_positional); }
static Value code_posonlyargcount(Value self) { return small_int_value(code_info(self)->n_positional_only); }
static Value code_kwonlyargcount(Value self) { return small_int_value(code_info(self)->n_keyword_only); }
/* CO_OPTIMIZED | CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR. */
static Value code_flags(Value self) {
  uint32_t flags = code_info(self)->flags;
  return small_int_value(3 | (flags & FUNC_VARARGS ? 4 : 0) | (flags & FUNC_VARKW ? 8 : 0) | (flags & FUNC_GENERATOR ? 32 : 0));
}
static Value code_varnames(Value self) {
  const FuncInfo *info = code_info(self);
  uint32_t n = (uint32_t)info->n_positional + info->n_keyword_only + !!(info->flags & FUNC_VARARGS) + !!(info->flags & FUNC_VARKW);
  Value t = tuple_new(n);
  for (uint32_t i = 0; t != RAISED && i < n; i++) as_tuple(t)->items[i] = incref(tagged(info->params[i], T_STR));
  return t;
}
GETTER(code, co_name, code_name)
GETTER(code, co_qualname, code_qualname)
GETTER(code, co_filename, code_filename)
GETTER(code, co_firstlineno, code_firstlineno)
GETTER(code, co_argcount, code_argcount)
GETTER(code, co_posonlyargcount, code_posonlyargcount)
GETTER(code, co_kwonlyargcount, code_kwonlyargcount)
GETTER(code, co_flags, code_flags)
GETTER(code, co_varnames, code_varnames)

/* ------------------------------------------------------------ bound methods */
static Method *as_method(Value v) { return (Method *)as_obj(v); }

Value method_new(Value fn, Value self) {
  Method *m = obj_alloc(&method_class, sizeof *m);
  if (!m) return raise_memory_error();
  m->fn = incref(fn);
  m->self = incref(self);
  return tagged(m, T_METHOD);
}

static void method_dealloc(Obj *o) {
  decref(((Method *)o)->fn);
  decref(((Method *)o)->self);
  obj_release(o, sizeof(Method));
}
static void method_traverse(Obj *o, Visit visit, void *arg) {
  visit(((Method *)o)->fn, arg);
  visit(((Method *)o)->self, arg);
}

static Value method_repr(Value self) {
  Method *m = as_method(self);
  Value name;
  if (op_lookup_attr(m->fn, S(__qualname__), &name) < 0) return RAISED;
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "<bound method ");
  if (as_str(name)) buf_str(&b, as_str(name));
  else buf_char(&b, '?');
  decref(name);
  buf_cstr(&b, " of ");
  if (!buf_repr(&b, m->self)) {
    buf_discard(&b);
    return RAISED;
  }
  buf_char(&b, '>');
  return buf_finish(&b);
}

static Value method_compare(CompareOp op, Value a, Value b) {
  if (!has_tag(b, T_METHOD) || (op != CMP_EQ && op != CMP_NE)) return NOT_IMPLEMENTED;
  Method *x = as_method(a), *y = as_method(b);
  return bool_value((x->fn == y->fn && x->self == y->self) == (op == CMP_EQ));
}

static bool method_hash(Value v, int64_t *out) {
  Method *m = as_method(v);
  int64_t fn;
  if (!op_hash(m->fn, &fn)) return false;
  *out = fn ^ (is_ptr(m->self) ? hash_pointer(as_obj(m->self)) : (int64_t)m->self);
  return true;
}

static Value method_call(Value self, Value *args, uint32_t n, Value kwnames) { return call(self, args, n, kwnames); }

static Value method_getattr(Value self, Str *name) {
  Value v;
  int found = str_equal(name, S(__doc__)) ? 0 : object_lookup(self, name, &v);
  if (found) return found > 0 ? v : RAISED;
  if (str_equal(name, S(__func__))) return incref(as_method(self)->fn);
  if (str_equal(name, S(__self__))) return incref(as_method(self)->self);
  return op_getattr(as_method(self)->fn, name);
}

static const Slots method_slots = {
    .dealloc = method_dealloc, .traverse = method_traverse, .repr = method_repr, .hash = method_hash,
    .compare = method_compare, .call = method_call, .getattr = method_getattr,
};
CLASS_DEFINE(method, "method", T_METHOD, 0, &object_class)
