/* exc_fields.c: making exceptions: their fields, and the __init__ of the built-in classes. */
#include "exc.h"

typedef struct KindRow {
  const char *class_name;
  uint8_t kind;
  const char *fields; /* names, comma-separated, in slot order from EXC_OWN */
} KindRow;

static const KindRow kinds[] = {
    {"KeyError", EXC_KEY, ""},
    {"OSError", EXC_OS, "errno,strerror,filename,filename2"},
    {"StopIteration", EXC_STOP, "value"},
    {"SystemExit", EXC_EXIT, "code"},
    {"ImportError", EXC_IMPORT, "msg,name,path,name_from"},
    {"NameError", EXC_NAME, "name"},
    {"AttributeError", EXC_ATTRIBUTE, "name,obj"},
    {"UnicodeDecodeError", EXC_DECODE, "encoding,object,start,end,reason"},
    {"UnicodeEncodeError", EXC_ENCODE, "encoding,object,start,end,reason"},
    {"UnicodeTranslateError", EXC_TRANSLATE, "encoding,object,start,end,reason"},
    {"SyntaxError", EXC_SYNTAX, "msg,filename,lineno,offset,text,end_lineno,end_offset,print_file_and_line"},
};
#define N_KINDS (sizeof kinds / sizeof *kinds)

/* Found once for each built-in class, by name, so that this table keeps no class alive; remembered in Class.size. */
static const KindRow *kind_row(const Class *c) {
  while (!(c->flags & CLASS_BUILTIN)) c = c->base;
  if (c->size == 0) {
    uint32_t found = N_KINDS;
    for (const Class *at = c; at && found == N_KINDS; at = at->base)
      for (found = 0; found < N_KINDS && strcmp(kinds[found].class_name, at->name) != 0;) found++;
    ((Class *)c)->size = found + 1;
  }
  return c->size <= N_KINDS ? &kinds[c->size - 1] : NULL;
}

ExcKind exc_kind(const Class *c) {
  const KindRow *row = kind_row(c);
  return row ? (ExcKind)row->kind : EXC_PLAIN;
}

uint32_t exc_own_fields(const Class *c) {
  const KindRow *row = kind_row(c);
  if (!row || !*row->fields) return 0;
  uint32_t n = 1;
  for (const char *p = row->fields; *p; p++) n += *p == ',';
  return n;
}

/* ------------------------------------------------------------------- fields */
static int32_t own_field(const Class *c, const Str *name) {
  const KindRow *row = kind_row(c);
  uint32_t slot = EXC_OWN;
  for (const char *p = row ? row->fields : ""; *p; slot++) {
    const char *end = strchr(p, ',');
    uint32_t size = (uint32_t)(end ? (size_t)(end - p) : strlen(p));
    if (size == name->size && memcmp(p, name->data, size) == 0) return (int32_t)slot;
    if (!end) break;
    p = end + 1;
  }
  return -1;
}

static int32_t field_slot(const Class *c, const Str *name) {
  if (str_equal(name, S(args))) return EXC_ARGS;
  if (name->size >= 9 && name->data[0] == '_') {
    if (str_equal(name, S(__traceback__))) return EXC_TRACEBACK;
    if (str_equal(name, S(__cause__))) return EXC_CAUSE;
    if (str_equal(name, S(__context__))) return EXC_CONTEXT;
    if (str_equal(name, S(__suppress_context__))) return EXC_SUPPRESS;
  }
  return own_field(c, name);
}

bool exc_has_field(const Class *c, const Str *name) { return field_slot(c, name) >= 0; }

static bool is_late(Value v) { return has_tag(v, T_OTHER) && as_obj(v)->cls == &late_text_class; }

Value exc_args(Value exc) {
  Value *field = exc_field(exc, EXC_ARGS);
  if (has_tag(*field, T_TUPLE)) return incref(*field);
  if (is_late(*field)) {
    Value text = late_text(*field);
    if (text == RAISED) return RAISED;
    set_value(field, text);
  }
  Value args = tuple_from_array(field, *field != UNSET);
  if (args != RAISED) set_value(field, incref(args));
  return args;
}

Value exc_first_arg(Value exc) {
  Value args = *exc_field(exc, EXC_ARGS);
  return has_tag(args, T_TUPLE) ? ((Tuple *)as_obj(args))->items[0] : args;
}

bool exc_get_field(Value exc, Str *name, Value *out) {
  int32_t slot = field_slot(class_of(exc), name);
  if (slot < 0) return false;
  Value v = slot == EXC_ARGS ? exc_args(exc) : incref(*exc_field(exc, (uint32_t)slot));
  if (v == UNSET && slot >= EXC_OWN && exc_kind(class_of(exc)) == EXC_OS && slot >= OS_FILENAME2) v = NONE;
  *out = v != UNSET ? v : slot == EXC_SUPPRESS ? FALSE_ : NONE;
  return true;
}

static bool set_link(Value exc, uint32_t slot, Value v) {
  const char *what = slot == EXC_CAUSE ? "cause" : "context";
  if (v != NONE && !is_exception(v))
    return raise_error(&TypeError_class, "exception %s must be None or derive from BaseException", what) != RAISED;
  set_value(exc_field(exc, slot), incref(v));
  if (slot == EXC_CAUSE) set_value(exc_field(exc, EXC_SUPPRESS), TRUE_);
  return true;
}

static bool set_general_field(Value exc, uint32_t slot, Str *name, Value v) {
  if (v == UNSET && slot == EXC_ARGS) return raise_error(&TypeError_class, "args may not be deleted") != RAISED;
  if (v == UNSET) return raise_error(&TypeError_class, "%N may not be deleted", name) != RAISED;
  if (slot == EXC_CAUSE || slot == EXC_CONTEXT) return set_link(exc, slot, v);
  if (slot == EXC_TRACEBACK) {
    if (v != NONE && !has_tag(v, T_TRACEBACK))
      return raise_error(&TypeError_class, "__traceback__ must be a traceback or None") != RAISED;
  } else if (slot == EXC_SUPPRESS) {
    if (!is_bool(v)) return raise_error(&TypeError_class, "attribute value type must be bool") != RAISED;
  } else {
    v = tuple_from_iterable(v);
    if (v == RAISED) return false;
    set_value(exc_field(exc, slot), v);
    return true;
  }
  set_value(exc_field(exc, slot), incref(v));
  return true;
}

int exc_set_field(Value exc, Str *name, Value v) {
  int32_t slot = field_slot(class_of(exc), name);
  if (slot < 0) return 0;
  if (slot < EXC_OWN) return set_general_field(exc, (uint32_t)slot, name, v) ? 1 : -1;
  set_value(exc_field(exc, (uint32_t)slot), incref(v));
  return 1;
}

static Value exc_attribute_error(Value exc, Value o, Str *name) {
  set_value(exc_field(exc, NAME_NAME), incref(tagged(name, T_STR)));
  set_value(exc_field(exc, NAME_OBJ), incref(o));
  return RAISED;
}

Value exc_add_attribute_info(Value o, Str *name) {
  Value exc = exc_peek();
  if (exc != UNSET && exc_kind(class_of(exc)) == EXC_ATTRIBUTE) return exc_attribute_error(exc, o, name);
  return RAISED;
}

Value raise_name_error(Class *cls, const char *fmt, Str *name) {
  raise_error(cls, fmt, name);
  Value exc = exc_peek();
  if (exc_kind(class_of(exc)) == EXC_NAME) set_value(exc_field(exc, NAME_NAME), incref(tagged(name, T_STR)));
  return RAISED;
}

/* ------------------------------------------------------------------ creation */
Value exc_new(Class *cls, const Value *args, uint32_t n) {
  if (n >= 2 && cls->flags & CLASS_BUILTIN && exc_kind(cls) == EXC_OS && strcmp(cls->name, "OSError") == 0) {
    int64_t number;
    Value i = as_int(args[0]);
    if (i != UNSET && int_to_i64(i, &number)) cls = os_error_class(number);
  }
  Value exc = instance_new(cls);
  if (exc == RAISED || exc_set_args(exc, args, n)) return exc;
  decref(exc);
  return RAISED;
}

static void set_field(Value exc, uint32_t slot, Value v) { set_value(exc_field(exc, slot), incref(v)); }

/* Keyword arguments that name fields of the class; anything else is an error. */
static bool take_keywords(Value exc, const char *class_name, uint32_t max, const Value *values, Value kwnames) {
  if (kw_count(kwnames) > max)
    return raise_error(&TypeError_class, "%s() takes at most %u keyword argument%s (%u given)", class_name, max, max == 1 ? "" : "s",
                       kw_count(kwnames)) != RAISED;
  for (uint32_t i = 0; i < kw_count(kwnames); i++) {
    Str *name = as_str(as_tuple(kwnames)->items[i]);
    int32_t slot = name ? own_field(class_of(exc), name) : -1;
    if (slot < 0 || str_equal(name, S(msg))) {
      raise_error(&TypeError_class, "'%S' is an invalid keyword argument for %s()", as_tuple(kwnames)->items[i], class_name);
      return false;
    }
    set_field(exc, (uint32_t)slot, values[i]);
  }
  return true;
}

static bool init_os(Value exc, Value *args, uint32_t n) {
  if (n < 2 || n > 5) return true;
  set_field(exc, OS_ERRNO, args[0]);
  set_field(exc, OS_STRERROR, args[1]);
  if (n < 3 || args[2] == NONE) return true;
  set_field(exc, OS_FILENAME, args[2]);
  if (n == 5) set_field(exc, OS_FILENAME2, args[4]);
  Value shown = tuple_from_array(args, 2);
  if (shown == RAISED) return false;
  set_value(exc_field(exc, EXC_ARGS), shown);
  return true;
}

static bool check_unicode_arg(uint32_t i, Value v, bool ok, const char *type) {
  return ok || raise_error(&TypeError_class, "argument %u must be %s, not %T", i, type, v) != RAISED;
}

static bool init_unicode(Value exc, Value *args, uint32_t n, ExcKind kind) {
  uint32_t first = kind == EXC_TRANSLATE, wanted = 5 - first;
  if (n != wanted) return raise_error(&TypeError_class, "function takes exactly %u arguments (%u given)", wanted, n) != RAISED;
  const uint8_t *data;
  uint32_t size;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t slot = UNI_ENCODING + first + i;
    Value v = args[i];
    if (slot == UNI_START || slot == UNI_END) {
      if (as_int(v) == UNSET) return raise_error(&TypeError_class, "'%T' object cannot be interpreted as an integer", v) != RAISED;
    } else if (slot == UNI_OBJECT && kind == EXC_DECODE) {
      if (!buffer_view(unwrap(v), &data, &size)) return raise_error(&TypeError_class, "a bytes-like object is required, not '%T'", v) != RAISED;
    } else if (!check_unicode_arg(i + 1, v, as_str(v) != NULL, "str")) {
      return false;
    }
    set_field(exc, slot, v);
  }
  return true;
}

static bool init_syntax(Value exc, Value *args, uint32_t n) {
  if (n) set_field(exc, SYN_MSG, args[0]);
  if (n != 2) return true;
  Value info = tuple_from_iterable(args[1]);
  if (info == RAISED) return false;
  Tuple *t = as_tuple(info);
  bool ok = t->n == 4 || t->n == 6;
  for (uint32_t i = 0; ok && i < t->n; i++) set_field(exc, SYN_FILENAME + i, t->items[i]);
  if (!ok) raise_error(&TypeError_class, "function missing required argument 'filename' (pos 1)");
  decref(info);
  return ok;
}

GATE(init_syntax, "SyntaxError IndentationError TabError __subclasses__", init_syntax)

bool exc_set_args(Value exc, const Value *args, uint32_t n) {
  Value v = n == 0 ? UNSET : n == 1 && !has_tag(args[0], T_TUPLE) ? incref(args[0]) : tuple_from_array(args, n);
  if (v == RAISED) return false;
  set_value(exc_field(exc, EXC_ARGS), v);
  return true;
}

bool exc_init(Value exc, Value *args, uint32_t n, Value kwnames) {
  if (!exc_set_args(exc, args, n)) return false;
  ExcKind kind = exc_kind(class_of(exc));
  if (kind == EXC_IMPORT) {
    if (n == 1) set_field(exc, IMPORT_MSG, args[0]);
    return take_keywords(exc, "ImportError", 3, args + n, kwnames);
  }
  if (kind == EXC_NAME) return take_keywords(exc, "NameError", 1, args + n, kwnames);
  if (kind == EXC_ATTRIBUTE) return take_keywords(exc, "AttributeError", 2, args + n, kwnames);
  if (kw_count(kwnames)) return raise_error(&TypeError_class, "%C() takes no keyword arguments", class_of(exc)) != RAISED;
  switch (kind) {
    case EXC_OS: return init_os(exc, args, n);
    case EXC_STOP: set_field(exc, EXC_OWN, n ? args[0] : NONE); return true;
    case EXC_EXIT: set_field(exc, EXC_OWN, n == 0 ? NONE : n == 1 ? args[0] : *exc_field(exc, EXC_ARGS)); return true;
    case EXC_DECODE: case EXC_ENCODE: case EXC_TRANSLATE: return init_unicode(exc, args, n, kind);
    case EXC_SYNTAX: return gate__init_syntax(exc, args, n);
    default: return true;
  }
}
