/* slotwrap.c: the dunder methods of built-in types (int.__add__, list.__len__), made from their slots when asked for.
 *
 * A row says which slot must be there and how to call it; the class the wrapper was found in travels with it (Builtin.owner),
 * so that list.__len__ works on the payload of a subclass and object.__repr__ is object's own.
 */
#include "dunder.h"
#include "inline.h"

typedef enum Need {
  NEED_SLOT,    /* the slot at `offset` */
  NEED_BINARY,  /* an operator the type has */
  NEED_INPLACE,
  NEED_COMPARE, /* the compare slot, or object */
  NEED_OBJECT,  /* object itself, or the slot at `offset` */
  NEED_MAKE,    /* __new__ */
  NEED_INIT,
  NEED_ROOT,    /* object and type */
  NEED_NUMBER,  /* __int__, __float__, __index__ */
  NEED_STR,     /* object, str and exceptions: the rest have object's __str__, which calls __repr__ */
} Need;

typedef struct SlotRow {
  MethodDef def;
  uint8_t need, arg; /* arg: the operator */
  uint16_t offset;
} SlotRow;

static Value receiver(const Class *owner, Value self) { return owner == &object_class ? self : unwrap(self); }
static Value bool_or_raised(int truth) { return truth < 0 ? RAISED : bool_value(truth); }
static Value none_or_raised(bool ok) { return ok ? NONE : RAISED; }

/* ---------------------------------------------------------------- plain slots */
static Value wrap_repr(Class *owner, Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  if (owner == &object_class) return object_repr(self);
  bool names_class = owner->tag == T_SET || owner->tag == T_FROZENSET || owner->tag == T_BYTEARRAY;
  return owner->slots->repr(names_class ? self : unwrap(self));
}
static Value wrap_str(Class *owner, Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  return owner == &object_class || !owner->slots->str ? op_repr(self) : owner->slots->str(unwrap(self));
}
Value slot_format(Class *owner, Value self, Value spec) {
  if (as_str(spec)->size == 0) return op_str(self);
  if (owner != &object_class) return owner->slots->format(owner->tag == T_STR ? unwrap(self) : self, spec);
  return raise_error(&TypeError_class, "unsupported format string passed to %T.__format__", self);
}
static Value wrap_format(Class *owner, Value self, Value *args, uint32_t n) {
  (void)n;
  if (!as_str(args[0])) return raise_error(&TypeError_class, "__format__() argument must be str, not %T", args[0]);
  return slot_format(owner, self, unwrap(args[0]));
}
static Value wrap_hash(Class *owner, Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  int64_t h = hash_pointer(is_ptr(self) ? (void *)as_obj(self) : NULL);
  if (owner->slots->hash && !owner->slots->hash(receiver(owner, self), &h)) return RAISED;
  return int_from_i64(h);
}
static Value wrap_bool(Class *owner, Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  return bool_or_raised(owner->slots->truth(unwrap(self)));
}
static Value wrap_len(Class *owner, Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  int64_t length = owner->slots->len(unwrap(self));
  return length < 0 ? RAISED : int_from_i64(length);
}
static Value wrap_getitem(Class *owner, Value self, Value *args, uint32_t n) {
  (void)n;
  return slot_getitem(owner, self, args[0]);
}
static Value wrap_setitem(Class *owner, Value self, Value *args, uint32_t n) {
  return none_or_raised(owner->slots->setitem(unwrap(self), args[0], n > 1 ? args[1] : UNSET));
}
static Value wrap_contains(Class *owner, Value self, Value *args, uint32_t n) {
  (void)n;
  return bool_or_raised(owner->slots->contains(unwrap(self), args[0]));
}
static Value wrap_iter(Class *owner, Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  return owner->slots->iter(unwrap(self));
}
static Value wrap_next(Class *owner, Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  Value v = owner->slots->next(unwrap(self));
  if (v != DONE) return v;
  if (!has_tag(unwrap(self), T_GENERATOR)) return raise_value(class_value(&StopIteration_class));
  return raise_stop_iteration(gen_result());
}

/* ------------------------------------------------------------------ operators */

static Value wrap_compare_op(CompareOp op, Class *owner, Value self, Value *args) {
  if (owner == &object_class) return object_compare(op, self, args[0]);
  return owner->slots->compare(op, unwrap(self), args[0]);
}
#define WRAP_COMPARE(id, ID)                                                        \
  static Value wrap_##id(Class *owner, Value self, Value *args, uint32_t n) {       \
    (void)n;                                                                        \
    return wrap_compare_op(CMP_##ID, owner, self, args);                            \
  }
WRAP_COMPARE(lt, LT) WRAP_COMPARE(le, LE) WRAP_COMPARE(eq, EQ) WRAP_COMPARE(ne, NE) WRAP_COMPARE(gt, GT) WRAP_COMPARE(ge, GE)

GATE(pow3, "op:pow op:ipow __pow__ __rpow__", op_pow3)

static Value sequence_op(BinaryOp op, Class *owner, Value self, Value other) {
  if (op == BIN_ADD && owner->slots->concat) return owner->slots->concat(unwrap(self), other);
  int64_t count;
  if (op != BIN_MUL || !owner->slots->repeat) return NOT_IMPLEMENTED;
  return op_index(other, &count) ? owner->slots->repeat(unwrap(self), count) : RAISED;
}
static Value wrap_binary_op(BinaryOp op, Class *owner, Value self, Value *args, uint32_t n) {
  if (op == BIN_POW && n > 1) return gate__pow3(self, args[0], args[1]);
  Value r = owner->slots->binary ? owner->slots->binary(op, unwrap(self), args[0]) : NOT_IMPLEMENTED;
  return r == NOT_IMPLEMENTED ? sequence_op(op, owner, self, args[0]) : r;
}
static Value wrap_reflected_op(BinaryOp op, Class *owner, Value self, Value *args) {
  Value r = owner->slots->binary ? owner->slots->binary(op, args[0], unwrap(self)) : NOT_IMPLEMENTED;
  return r == NOT_IMPLEMENTED && op == BIN_MUL ? sequence_op(op, owner, self, args[0]) : r;
}
static Value wrap_inplace_op(BinaryOp op, Class *owner, Value self, Value *args) {
  Value r = owner->slots->inplace(op, incref(self), args[0]);
  if (r == NOT_IMPLEMENTED || r == RAISED) decref(self);
  return r;
}
#define WRAP_BINARY(id, ID)                                                               \
  static Value wrap_##id(Class *owner, Value self, Value *args, uint32_t n) {             \
    return wrap_binary_op(BIN_##ID, owner, self, args, n);                                \
  }                                                                                       \
  static Value wrap_r##id(Class *owner, Value self, Value *args, uint32_t n) {            \
    (void)n;                                                                              \
    return wrap_reflected_op(BIN_##ID, owner, self, args);                                \
  }                                                                                       \
  static Value wrap_i##id(Class *owner, Value self, Value *args, uint32_t n) {            \
    (void)n;                                                                              \
    return wrap_inplace_op(BIN_##ID, owner, self, args);                                  \
  }
#define EACH_BINARY(DO) \
  DO(add, ADD) DO(sub, SUB) DO(mul, MUL) DO(truediv, TRUEDIV) DO(floordiv, FLOORDIV) DO(mod, MOD) DO(divmod, DIVMOD) \
  DO(pow, POW) DO(lshift, LSHIFT) DO(rshift, RSHIFT) DO(and, AND) DO(xor, XOR) DO(or, OR)
EACH_BINARY(WRAP_BINARY)

#define WRAP_UNARY(id, ID)                                                    \
  static Value wrap_##id(Class *owner, Value self, Value *args, uint32_t n) { \
    (void)args, (void)n;                                                      \
    return owner->slots->unary(UN_##ID, unwrap(self));                        \
  }
WRAP_UNARY(neg, NEG) WRAP_UNARY(pos, POS) WRAP_UNARY(invert, INVERT) WRAP_UNARY(abs, ABS)

static Value wrap_int(Class *owner, Value self, Value *args, uint32_t n) {
  (void)owner, (void)args, (void)n;
  Value i = as_int(self);
  return i != UNSET ? incref(i) : int_from_double(as_double(unwrap(self)));
}
static Value wrap_float(Class *owner, Value self, Value *args, uint32_t n) {
  (void)owner, (void)args, (void)n;
  double d;
  return op_float(self, &d) ? float_value(d) : RAISED;
}

/* ------------------------------------------------------------------- objects */
static Value wrap_new(Class *owner, Value self, Value *args, uint32_t n) {
  (void)self;
  if (n == 0) return raise_error(&TypeError_class, "%C.__new__(): not enough arguments", owner);
  if (!has_tag(args[0], T_CLASS))
    return raise_error(&TypeError_class, "%C.__new__(X): X is not a type object (%T)", owner, args[0]);
  Class *c = as_class(args[0]);
  if (!class_is_subclass(c, owner))
    return raise_error(&TypeError_class, "%C.__new__(%C): %C is not a subtype of %C", owner, c, c, owner);
  Class *solid = class_solid(c);
  if (owner == &object_class && solid != &object_class && solid->flags & CLASS_BUILTIN)
    return raise_error(&TypeError_class, "object.__new__(%C) is not safe, use %C.__new__()", c, solid);
  return UNSET; /* wrap_new_checked continues with keywords */
}
static Value wrap_getattribute(Class *owner, Value self, Value *args, uint32_t n) {
  (void)n;
  if (!as_str(args[0])) return raise_error(&TypeError_class, "attribute name must be string, not '%T'", args[0]);
  if (owner == &object_class) return object_getattr(self, as_str(args[0]));
  return owner->slots->getattr(self, as_str(args[0]));
}
static Value set_or_delete(Class *owner, Value self, Value name, Value v) {
  if (!as_str(name)) return raise_error(&TypeError_class, "attribute name must be string, not '%T'", name);
  return none_or_raised(owner == &type_class ? class_setattr(self, as_str(name), v) : object_setattr(self, as_str(name), v));
}
static Value wrap_setattr(Class *owner, Value self, Value *args, uint32_t n) {
  (void)n;
  return set_or_delete(owner, self, args[0], args[1]);
}
static Value wrap_delattr(Class *owner, Value self, Value *args, uint32_t n) {
  (void)n;
  return set_or_delete(owner, self, args[0], UNSET);
}
/* __new__, __init__ and __call__ take keywords: call_slot (below) knows them by these functions. */
static Value wrap_init(Class *owner, Value self, Value *args, uint32_t n) { return builtin_init(owner, self, args, n, NONE); }
static Value wrap_call(Class *owner, Value self, Value *args, uint32_t n) {
  (void)owner, (void)self, (void)args, (void)n;
  return UNSET;
}

#define ANY 255
#define ROW(name, min, max, flags, fn, need, arg, slot) \
  {{name, (void *)fn, CALL_SLOT, min, max, flags, NULL, NULL}, need, arg, (uint16_t)offsetof(Slots, slot)}
#define ROW_BINARY(id, ID)                                                           \
  ROW("__" #id "__", 1, 1 + (BIN_##ID == BIN_POW), 0, wrap_##id, NEED_BINARY, BIN_##ID, binary), \
  ROW("__r" #id "__", 1, 1, 0, wrap_r##id, NEED_BINARY, BIN_##ID, binary),            \
  ROW("__i" #id "__", 1, 1, 0, wrap_i##id, NEED_INPLACE, BIN_##ID, inplace),
#define ROW_COMPARE(id) ROW("__" #id "__", 1, 1, 0, wrap_##id, NEED_COMPARE, 0, compare)

static const SlotRow slot_rows[] = {
    ROW("__repr__", 0, 0, 0, wrap_repr, NEED_OBJECT, 0, repr),
    ROW("__str__", 0, 0, 0, wrap_str, NEED_STR, 0, str),
    ROW("__format__", 1, 1, 0, wrap_format, NEED_OBJECT, 0, format),
    ROW("__hash__", 0, 0, 0, wrap_hash, NEED_OBJECT, 0, hash),
    ROW("__bool__", 0, 0, 0, wrap_bool, NEED_NUMBER, 0, truth),
    ROW("__len__", 0, 0, 0, wrap_len, NEED_SLOT, 0, len),
    ROW("__getitem__", 1, 1, 0, wrap_getitem, NEED_SLOT, 0, getitem),
    ROW("__setitem__", 2, 2, 0, wrap_setitem, NEED_SLOT, 0, setitem),
    ROW("__delitem__", 1, 1, 0, wrap_setitem, NEED_SLOT, 0, setitem),
    ROW("__contains__", 1, 1, 0, wrap_contains, NEED_SLOT, 0, contains),
    ROW("__iter__", 0, 0, 0, wrap_iter, NEED_SLOT, 0, iter),
    ROW("__next__", 0, 0, 0, wrap_next, NEED_SLOT, 0, next),
    ROW("__call__", 0, ANY, 0, wrap_call, NEED_SLOT, 0, call),
    ROW_COMPARE(lt), ROW_COMPARE(le), ROW_COMPARE(eq), ROW_COMPARE(ne), ROW_COMPARE(gt), ROW_COMPARE(ge),
    EACH_BINARY(ROW_BINARY)
    ROW("__neg__", 0, 0, 0, wrap_neg, NEED_SLOT, 0, unary),
    ROW("__pos__", 0, 0, 0, wrap_pos, NEED_SLOT, 0, unary),
    ROW("__invert__", 0, 0, 0, wrap_invert, NEED_NUMBER, 1, unary),
    ROW("__abs__", 0, 0, 0, wrap_abs, NEED_SLOT, 0, unary),
    ROW("__int__", 0, 0, 0, wrap_int, NEED_NUMBER, 0, unary),
    ROW("__float__", 0, 0, 0, wrap_float, NEED_NUMBER, 0, unary),
    ROW("__index__", 0, 0, 0, wrap_int, NEED_NUMBER, 1, unary),
    ROW("__new__", 0, ANY, METHOD_STATIC, wrap_new, NEED_MAKE, 0, make),
    ROW("__init__", 0, ANY, 0, wrap_init, NEED_INIT, 0, make),
    ROW("__getattribute__", 1, 1, 0, wrap_getattribute, NEED_ROOT, 0, getattr),
    ROW("__setattr__", 2, 2, 0, wrap_setattr, NEED_ROOT, 0, setattr),
    ROW("__delattr__", 1, 1, 0, wrap_delattr, NEED_ROOT, 0, setattr),
};

/* Which operators a type's binary slot is about. */
static bool has_operator(const Class *c, BinaryOp op, bool reflected) {
  switch (c->tag) {
    case T_SET: case T_FROZENSET: return op == BIN_SUB || op == BIN_AND || op == BIN_OR || op == BIN_XOR;
    case T_DICT: return op == BIN_OR;
    case T_STR: case T_BYTES: case T_BYTEARRAY:
      if (op == BIN_MOD) return true;
      break;
    case T_FLOAT: return op != BIN_LSHIFT && op != BIN_RSHIFT && op != BIN_AND && op != BIN_OR && op != BIN_XOR;
    default:
      if (c->slots->binary) return true;
  }
  if (op == BIN_ADD && c->slots->concat) return !reflected;
  return op == BIN_MUL && c->slots->repeat;
}

static bool has_inplace(const Class *c, BinaryOp op) {
  if (!c->slots->inplace || c->tag == T_STR) return false;
  if (c->tag == T_LIST || c->tag == T_BYTEARRAY) return op == BIN_ADD || op == BIN_MUL;
  return has_operator(c, op, false);
}

static bool is_number(const Class *c) { return c == &int_class || c == &bool_class || c == &float_class; }

static bool offers(const Class *c, const SlotRow *row) {
  const void *slot = *(const void *const *)((const char *)c->slots + row->offset);
  switch ((Need)row->need) {
    case NEED_SLOT: return slot != NULL;
    case NEED_BINARY: return has_operator(c, (BinaryOp)row->arg, row->def.name[2] == 'r' && row->arg != BIN_RSHIFT);
    case NEED_INPLACE: return has_inplace(c, (BinaryOp)row->arg) && row->arg != BIN_DIVMOD;
    case NEED_COMPARE: case NEED_OBJECT: return slot != NULL || c == &object_class;
    case NEED_STR: return c == &object_class || (slot && (c->tag == T_STR || c->flags & CLASS_EXCEPTION));
    case NEED_MAKE: return slot != NULL;
    case NEED_INIT:
      return c == &object_class || c == &type_class || c == &BaseException_class || c == &property_class || c->tag == T_LIST || c->tag == T_DICT ||
             c->tag == T_SET || c->tag == T_BYTEARRAY;
    case NEED_ROOT: return c == &object_class || c == &type_class;
    case NEED_NUMBER: return slot != NULL && is_number(c) && !(row->arg && c == &float_class);
  }
  return false;
}

static const SlotRow *find_row(const Class *c, const Str *name) {
  if (name->size < 4) return NULL;
  for (uint32_t i = 0; i < sizeof slot_rows / sizeof *slot_rows; i++) {
    const char *text = slot_rows[i].def.name;
    if (text[2] != name->data[2] || text[3] != name->data[3]) continue; /* after the underscores: mostly decides */
    if (strlen(text) == name->size && memcmp(text, name->data, name->size) == 0 && offers(c, &slot_rows[i])) return &slot_rows[i];
  }
  return NULL;
}

/* What was last found for static classes and names, which neither move nor change. */
#define KNOWN_ROWS 64u
static struct {
  const Class *c;
  const Str *name;
  const SlotRow *row;
} known_rows[KNOWN_ROWS];

static const SlotRow *find_row_again(const Class *c, const Str *name) {
  if (!IS_STATIC(c) || !IS_STATIC(name)) return find_row(c, name);
  uint32_t at = ((uint32_t)(uintptr_t)c >> 4 ^ (uint32_t)(uintptr_t)name >> 3) % KNOWN_ROWS;
  if (known_rows[at].c != c || known_rows[at].name != name) {
    known_rows[at].row = find_row(c, name);
    known_rows[at].c = c;
    known_rows[at].name = name;
  }
  return known_rows[at].row;
}

Value slot_wrapper_find(Class *c, Str *name) {
  const SlotRow *row = find_row_again(c, name);
  if (!row) return UNSET;
  /* By name: a mention of the wrapper would link it, and all it needs, into every program. */
  if (c->slots->hash == hash_unhashable && strcmp(row->def.name, "__hash__") == 0) return NONE;
  Value v = builtin_new(&row->def, UNSET);
  if (v != RAISED) ((Builtin *)as_obj(v))->owner = c;
  return v;
}

/* ------------------------------------------------------------------- calling */
static Value call_new(Class *owner, Value *args, uint32_t n, Value kwnames) {
  Value checked = wrap_new(owner, UNSET, args, n);
  if (checked != UNSET) return checked;
  Class *c = as_class(args[0]);
  if (c->tag == T_CLASS && owner == &type_class) return type_class.slots->make(c, args + 1, n - 1, kwnames);
  return class_make_payload(c, args + 1, n - 1, kwnames);
}

static Value call_call(Class *owner, Value self, Value *args, uint32_t n, Value kwnames) {
  uint32_t total = n + kw_count(kwnames);
  Value copy[total + 1];
  for (uint32_t i = 0; i < total; i++) copy[i] = incref(args[i]);
  return owner->slots->call(unwrap(self), copy, n, kwnames);
}

Value call_slot(const MethodDef *def, Class *owner, Value self, Value *args, uint32_t n, Value kwnames) {
  if (def->fn == (void *)wrap_new) return call_new(owner, args, n, kwnames);
  if (def->fn == (void *)wrap_init) return builtin_init(owner, self, args, n, kwnames);
  if (def->fn == (void *)wrap_call) return call_call(owner, self, args, n, kwnames);
  if (kw_count(kwnames)) return raise_error(&TypeError_class, "wrapper %s() takes no keyword arguments", def->name);
  if (n < def->min || n > def->max) {
    if (def->min != def->max) return raise_error(&TypeError_class, "expected at most %u arguments, got %u", def->max, n);
    return raise_error(&TypeError_class, "expected %u argument%s, got %u", def->min, def->min == 1 ? "" : "s", n);
  }
  return ((SlotCall)def->fn)(owner, self, args, n);
}
