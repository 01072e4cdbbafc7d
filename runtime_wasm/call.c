/* call.c: calling anything; binding the arguments of Python functions; the recursion limit. */
#include "bytesearch.h"
#include "inline.h"

#define C_RECURSION_LIMIT 1500

/* A call between typed entries need not touch the shadow stack, so the depth alone must keep the host's stack from running out.
 * Measured in wasmtime: 100 bytes a frame where little is alive, 330 with eight parameters; the hosts give 63 MiB, so that even
 * frames of 1 KiB fit. */
#define TYPED_DEPTH_MAX 60000

int32_t recursion_depth, recursion_limit = 1000, recursion_ceiling = 1000;
static int32_t c_depth;

Value raise_recursion(void) { return raise_recursion_where(""); }

COLD Value raise_recursion_where(const char *where) {
  int32_t depth = recursion_depth, c = c_depth;
  recursion_depth -= 50; /* room to make the exception */
  c_depth -= 50;
  raise_error(&RecursionError_class, "maximum recursion depth exceeded%s", where);
  recursion_depth = depth;
  c_depth = c;
  return RAISED;
}

bool recursion_enter(const char *where) {
  if (c_depth >= C_RECURSION_LIMIT) return raise_recursion_where(where) != RAISED;
  c_depth++;
  return true;
}

void recursion_leave(void) { c_depth--; }

bool recursion_set_limit(int64_t limit) {
  if (limit < 1) return raise_error(&ValueError_class, "recursion limit must be greater or equal than 1") != RAISED;
  if (limit > INT32_MAX) return raise_error(&OverflowError_class, "Python int too large to convert to C int") != RAISED;
  if (recursion_depth >= limit)
    return raise_error(&RecursionError_class, "cannot set the recursion limit to %D at the recursion depth %d: the limit is too low",
                       limit, recursion_depth) != RAISED;
  recursion_limit = (int32_t)limit;
  recursion_ceiling = recursion_limit < TYPED_DEPTH_MAX ? recursion_limit : TYPED_DEPTH_MAX;
  return true;
}

void recursion_reset(void) { recursion_depth = c_depth = 0; }

uint32_t kw_count(Value kwnames) { return kwnames == NONE ? 0 : ((Tuple *)as_obj(kwnames))->n; }

void release_args(Value *args, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) decref(args[i]);
}

/* ----------------------------------------------------------------- messages */
COLD static void write_name_list(StrBuf *b, Str **names, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    if (i) buf_cstr(b, n == 2 ? " and " : i + 1 == n ? ", and " : ", ");
    buf_char(b, '\'');
    buf_str(b, names[i]);
    buf_char(b, '\'');
  }
}

COLD static bool raise_missing(Function *f, const char *kind, Str **names, uint32_t n) {
  StrBuf b;
  buf_init(&b);
  write_name_list(&b, names, n);
  Value list = buf_finish(&b);
  if (list == RAISED) return false;
  raise_error(&TypeError_class, "%S() missing %u required %s argument%s: %S", f->qualname, n, kind, n == 1 ? "" : "s", list);
  decref(list);
  return false;
}

static uint32_t defaults_count(const Function *f) { return f->defaults == NONE ? 0 : ((Tuple *)as_obj(f->defaults))->n; }

COLD static bool raise_too_many(Function *f, uint32_t given, const Value *slots) {
  const FuncInfo *info = f->info;
  uint32_t n_defaults = defaults_count(f), n = info->n_positional, kw_given = 0;
  for (uint32_t i = 0; i < info->n_keyword_only; i++) kw_given += slots[n + i] != UNSET;
  StrBuf b;
  buf_init(&b);
  buf_str(&b, as_str(f->qualname));
  buf_cstr(&b, "() takes ");
  if (n_defaults) buf_cstr(&b, "from "), buf_u32(&b, n - n_defaults), buf_cstr(&b, " to ");
  buf_u32(&b, n);
  buf_cstr(&b, n_defaults || n != 1 ? " positional arguments but " : " positional argument but ");
  buf_u32(&b, given);
  if (kw_given) {
    buf_cstr(&b, given != 1 ? " positional arguments (and " : " positional argument (and ");
    buf_u32(&b, kw_given);
    buf_cstr(&b, kw_given != 1 ? " keyword-only arguments)" : " keyword-only argument)");
  }
  buf_cstr(&b, given == 1 && !kw_given ? " was given" : " were given");
  Value text = buf_finish(&b);
  if (text == RAISED) return false;
  raise_error(&TypeError_class, "%S", text);
  decref(text);
  return false;
}

void buf_u32(StrBuf *b, uint32_t n) {
  char digits[10];
  int i = 10;
  do digits[--i] = (char)('0' + n % 10);
  while (n /= 10);
  buf_write(b, digits + i, (uint32_t)(10 - i));
}

/* ------------------------------------------------------------------ binding */
static int32_t find_parameter(const FuncInfo *info, const Str *name, uint32_t from) {
  uint32_t n = (uint32_t)info->n_positional + info->n_keyword_only;
  for (uint32_t i = from; i < n; i++)
    if (info->params[i] == name) return (int32_t)i;
  for (uint32_t i = from; i < n; i++)
    if (str_equal(info->params[i], name)) return (int32_t)i;
  return -1;
}

/* All positional-only parameters among the keywords: CPython names them together. */
COLD static bool raise_positional_only(Function *f, Value kwnames) {
  const FuncInfo *info = f->info;
  StrBuf b;
  buf_init(&b);
  bool any = false;
  for (uint32_t i = 0; i < info->n_positional_only; i++)
    for (uint32_t j = 0; j < kw_count(kwnames); j++) {
      if (!str_equal(info->params[i], as_str(as_tuple(kwnames)->items[j]))) continue;
      if (any) buf_cstr(&b, ", ");
      buf_str(&b, info->params[i]);
      any = true;
    }
  Value names = buf_finish(&b);
  if (names != RAISED && any)
    raise_error(&TypeError_class, "%S() got some positional-only arguments passed as keyword arguments: '%S'", f->qualname, names);
  if (names != RAISED) decref(names);
  return any || names == RAISED;
}

/* Moves the keyword arguments to their slots. values[i] becomes UNSET when moved. */
static bool bind_keywords(Function *f, Value *slots, Value *values, Value kwnames, Value kwargs) {
  const FuncInfo *info = f->info;
  for (uint32_t i = 0; i < kw_count(kwnames); i++) {
    Value name = as_tuple(kwnames)->items[i];
    Str *s = as_str(name);
    int32_t at = find_parameter(info, s, info->n_positional_only);
    if (at < 0) {
      if (kwargs != UNSET) {
        if (!dict_set((Dict *)as_obj(kwargs), name, values[i])) return false;
        continue;
      }
      if (info->n_positional_only && raise_positional_only(f, kwnames)) return false;
      return raise_error(&TypeError_class, "%S() got an unexpected keyword argument '%N'", f->qualname, s) != RAISED;
    }
    if (slots[at] != UNSET) return raise_error(&TypeError_class, "%S() got multiple values for argument '%N'", f->qualname, s) != RAISED;
    slots[at] = values[i];
    values[i] = UNSET;
  }
  return true;
}

static bool fill_defaults(Function *f, Value *slots, uint32_t given) {
  const FuncInfo *info = f->info;
  uint32_t n = info->n_positional, n_defaults = defaults_count(f), n_missing = 0;
  Str *missing[n + info->n_keyword_only + 1u];
  for (uint32_t i = given; i + n_defaults < n; i++)
    if (slots[i] == UNSET) missing[n_missing++] = info->params[i];
  if (n_missing) return raise_missing(f, "positional", missing, n_missing);
  for (uint32_t i = n > n_defaults ? n - n_defaults : 0; i < n; i++)
    if (slots[i] == UNSET) slots[i] = incref(((Tuple *)as_obj(f->defaults))->items[i + n_defaults - n]);
  for (uint32_t i = n; i < n + info->n_keyword_only; i++) {
    if (slots[i] != UNSET) continue;
    Value v = f->kwdefaults == NONE ? UNSET : dict_get_str((Dict *)as_obj(f->kwdefaults), info->params[i]);
    if (v == UNSET) missing[n_missing++] = info->params[i];
    else slots[i] = incref(v);
  }
  return !n_missing || raise_missing(f, "keyword-only", missing, n_missing);
}

/* Moves args into `slots`, one a parameter. On error both are released. */
static bool bind_arguments(Function *f, Value *slots, Value *args, uint32_t n, Value kwnames) {
  const FuncInfo *info = f->info;
  uint32_t n_positional = info->n_positional, n_named = n_positional + info->n_keyword_only;
  uint32_t n_given = n < n_positional ? n : n_positional, at = n_named;
  for (uint32_t i = 0; i < n_named + 2; i++) slots[i] = UNSET;
  memcpy(slots, args, n_given * sizeof(Value));
  bool ok = true;
  uint32_t rest = n_given;
  if (info->flags & FUNC_VARARGS) {
    slots[at] = tuple_new(n - n_given);
    if ((ok = slots[at] != RAISED)) memcpy(as_tuple(slots[at])->items, args + n_given, (n - n_given) * sizeof(Value)), rest = n;
    at++;
  }
  Value kwargs = UNSET;
  if (ok && info->flags & FUNC_VARKW) ok = (slots[at] = kwargs = dict_new()) != RAISED;
  ok = ok && bind_keywords(f, slots, args + n, kwnames, kwargs);
  if (ok && rest < n) ok = raise_too_many(f, n, slots);
  ok = ok && fill_defaults(f, slots, n_given);
  for (uint32_t i = rest; i < n + kw_count(kwnames); i++) decref(args[i]);
  if (!ok) release_args(slots, n_named + 2);
  return ok;
}

GATE(generator_new, "op:generator", generator_new)

Value call_function(Function *f, Value *args, uint32_t n, Value kwnames) {
  const FuncInfo *info = f->info;
  if (LIKELY(kwnames == NONE && simple_signature(info, n))) return enter_function(f, args, n);
  uint32_t total = (uint32_t)info->n_positional + info->n_keyword_only;
  Value slots[total + 2];
  if (!bind_arguments(f, slots, args, n, kwnames)) return RAISED;
  total += !!(info->flags & FUNC_VARARGS) + !!(info->flags & FUNC_VARKW);
  if (info->flags & FUNC_GENERATOR) return gate__generator_new(f, slots, total);
  return enter_function(f, slots, total);
}

/* --------------------------------------------------------------------- calls */
static Value call_builtin_object(Builtin *b, Value *args, uint32_t n, Value kwnames) {
  Value self = b->def->flags & METHOD_STATIC ? NONE : b->self;
  bool plain = kwnames == NONE && self != UNSET && !has_tag(self, T_INSTANCE);
  Value r = plain ? call_builtin_plain(b->def, self, args, n) : UNSET;
  if (r == UNSET) r = call_builtin(b->def, b->owner, b->self, args, n, kwnames);
  release_args(args, n + kw_count(kwnames));
  return r;
}

Value call(Value f, Value *args, uint32_t n, Value kwnames) {
  if (has_tag(f, T_FUNCTION)) return call_function((Function *)as_obj(f), args, n, kwnames);
  if (has_tag(f, T_BUILTIN)) return call_builtin_object((Builtin *)as_obj(f), args, n, kwnames);
  if (has_tag(f, T_METHOD)) {
    Method *m = (Method *)as_obj(f);
    return call_with_self(m->fn, m->self, args, n, kwnames);
  }
  if (has_tag(f, T_CLASS) && as_obj(f)->cls == &type_class) return class_call(as_class(f), args, n, kwnames);
  const Slots *slots = class_of(f)->slots;
  if (!slots->call) {
    release_args(args, n + kw_count(kwnames));
    return raise_error(&TypeError_class, "'%T' object is not callable", f);
  }
  if (!recursion_enter(" while calling a Python object")) {
    release_args(args, n + kw_count(kwnames));
    return RAISED;
  }
  Value r = slots->call(f, args, n, kwnames);
  recursion_leave();
  return r;
}

Value call_with_self(Value f, Value self, Value *args, uint32_t n, Value kwnames) {
  uint32_t total = n + kw_count(kwnames);
  Value all[total + 1];
  all[0] = incref(self);
  bytes_copy(all + 1, args, total * (uint32_t)sizeof(Value));
  return call(f, all, n + 1, kwnames);
}

Value call0(Value f) {
  Value none;
  return call(f, &none, 0, NONE);
}
Value call1(Value f, Value a) {
  Value args[1] = {incref(a)};
  return call(f, args, 1, NONE);
}
Value call2(Value f, Value a, Value b) {
  Value args[2] = {incref(a), incref(b)};
  return call(f, args, 2, NONE);
}

/* The attribute a method call would call; *bound: false when it still wants obj as first argument. Owned. */
static Value find_method(Value obj, Str *name, bool *bound) {
  Class *c = class_of(obj);
  *bound = true;
  bool generic = !c->slots->getattr || (has_tag(obj, T_INSTANCE) && !(c->flags & CLASS_HAS_GETATTR));
  if (!generic) return op_getattr(obj, name);
  Value attr = class_lookup(c, name);
  if (attr == UNSET || !(has_tag(attr, T_FUNCTION) || (has_tag(attr, T_BUILTIN) && ((Builtin *)as_obj(attr))->self == UNSET &&
                                                       !(((Builtin *)as_obj(attr))->def->flags & METHOD_CLASS))))
    return op_getattr(obj, name);
  if (has_tag(obj, T_INSTANCE) && instance_get(as_instance(obj), name) != UNSET) return op_getattr(obj, name);
  *bound = false;
  return incref(attr);
}

Value call_method(Value obj, Str *name, Value *args, uint32_t n, Value kwnames) {
  bool bound;
  Value f = find_method(obj, name, &bound), r;
  if (f == RAISED) {
    release_args(args, n + kw_count(kwnames));
    tb_lookup_failed = true;
    return RAISED;
  }
  if (bound) {
    r = call(f, args, n, kwnames);
  } else if (has_tag(f, T_BUILTIN)) {
    Builtin *b = (Builtin *)as_obj(f);
    r = call_builtin(b->def, b->owner, obj, args, n, kwnames);
    release_args(args, n + kw_count(kwnames));
  } else {
    r = call_with_self(f, obj, args, n, kwnames);
  }
  decref(f);
  return r;
}

Value call_name0(Value obj, Str *name) {
  Value none;
  return call_method(obj, name, &none, 0, NONE);
}
Value call_name1(Value obj, Str *name, Value a) {
  Value args[1] = {incref(a)};
  return call_method(obj, name, args, 1, NONE);
}

/* f(*args) with anything iterable for args, as a tuple: owned. */
static Value starred_tuple(Value f, Value args) {
  if (has_tag(args, T_TUPLE)) return incref(args);
  Value list = list_new(0), tuple = RAISED;
  if (list != RAISED && op_list_extend_args(list, args, f)) tuple = list_to_tuple(list);
  if (list != RAISED) decref(list);
  return tuple;
}

static Value call_spread(Value f, Tuple *t, Dict *kwargs) {
  uint32_t n_kw = kwargs ? dict_size(kwargs) : 0, bytes = (t->n + n_kw + 1) * (uint32_t)sizeof(Value);
  Value *values = mem_alloc(bytes);
  Value kwnames = n_kw ? tuple_new(n_kw) : NONE;
  if (!values || kwnames == RAISED) {
    mem_free(values, bytes);
    if (kwnames != RAISED) decref(kwnames);
    return raise_memory_error();
  }
  for (uint32_t i = 0; i < t->n; i++) values[i] = incref(t->items[i]);
  uint32_t pos = 0;
  Value key, v;
  bool named = true;
  for (uint32_t i = 0; i < n_kw && dict_next(kwargs, &pos, &key, &v); i++) {
    named = named && as_str(key);
    as_tuple(kwnames)->items[i] = incref(key);
    values[t->n + i] = incref(v);
  }
  Value r;
  if (named) {
    r = call(f, values, t->n, kwnames);
  } else {
    release_args(values, t->n + n_kw);
    r = raise_error(&TypeError_class, "keywords must be strings");
  }
  mem_free(values, bytes);
  decref(kwnames);
  return r;
}

Value call_ex(Value f, Value args, Value kwargs) {
  Value tuple = starred_tuple(f, args);
  if (tuple == RAISED) return RAISED;
  Value r = call_spread(f, as_tuple(tuple), kwargs == NONE ? NULL : as_dict(kwargs));
  decref(tuple);
  return r;
}
