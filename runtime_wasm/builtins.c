/* builtins.c: the built-in functions on objects, attributes and numbers. Those on iterables are in builtins_iter.c,
 * print and input in builtins_print.c, isinstance and dir in builtins_class.c, open in io_open.c.
 */
#include "int.h"
#include "inline.h"
#include "text.h"

/* ------------------------------------------------------------------- objects */
static Value builtin_len(Value self, Value v) {
  (void)self;
  int64_t n = op_len(v);
  return n < 0 ? RAISED : int_from_i64(n);
}

static Value builtin_repr(Value self, Value v) {
  (void)self;
  return op_repr(v);
}

static Value builtin_ascii(Value self, Value v) {
  (void)self;
  return op_ascii(v);
}

static Value builtin_hash(Value self, Value v) {
  (void)self;
  int64_t hash;
  return op_hash(v, &hash) ? int_from_i64(hash) : RAISED;
}

/* The number that repr shows as the address; values without an object are told apart by their bits. */
static Value builtin_id(Value self, Value v) {
  (void)self;
  return int_from_u64(is_ptr(v) ? 0x7f00000000ull | (uint32_t)v : v);
}

static Value builtin_callable(Value self, Value v) {
  (void)self;
  if (has_tag(v, T_INSTANCE)) return bool_value(class_lookup(class_of(v), S(__call__)) != UNSET);
  bool known = has_tag(v, T_FUNCTION) || has_tag(v, T_BUILTIN) || has_tag(v, T_METHOD) || has_tag(v, T_CLASS);
  return bool_value(known || class_of(v)->slots->call);
}

static Value builtin_format(Value self, Value *args, uint32_t n) {
  (void)self;
  if (n == 1) {
    Value empty = str_new("", 0);
    if (empty == RAISED) return RAISED;
    Value text = op_format(args[0], empty);
    decref(empty);
    return text;
  }
  if (!as_str(args[1])) return raise_error(&TypeError_class, "format() argument 2 must be str, not %T", args[1]);
  return op_format(args[0], args[1]);
}

/* ----------------------------------------------------------------- attributes */
static Str *attribute_name(Value v) {
  Str *name = as_str(v);
  if (!name) raise_error(&TypeError_class, "attribute name must be string, not '%T'", v);
  return name;
}

static Value builtin_getattr(Value self, Value *args, uint32_t n) {
  (void)self;
  Str *name = attribute_name(args[1]);
  if (!name) return RAISED;
  if (n == 2) return op_getattr(args[0], name);
  Value v;
  int found = op_lookup_attr(args[0], name, &v);
  return found < 0 ? RAISED : found ? v : incref(args[2]);
}

static Value builtin_hasattr(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  Str *name = attribute_name(args[1]);
  if (!name) return RAISED;
  Value v;
  int found = op_lookup_attr(args[0], name, &v);
  if (found > 0) decref(v);
  return found < 0 ? RAISED : bool_value(found);
}

static Value builtin_setattr(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  Str *name = attribute_name(args[1]);
  return name && op_setattr(args[0], name, args[2]) ? NONE : RAISED;
}

static Value builtin_delattr(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  Str *name = attribute_name(args[1]);
  return name && op_setattr(args[0], name, UNSET) ? NONE : RAISED;
}

static Value builtin_vars(Value self, Value v) {
  (void)self;
  Value dict;
  int found = op_lookup_attr(v, S(__dict__), &dict);
  if (found == 0) return raise_error(&TypeError_class, "vars() argument must have __dict__ attribute");
  return found < 0 ? RAISED : dict;
}

/* -------------------------------------------------------------------- numbers */
static Value builtin_abs(Value self, Value v) {
  (void)self;
  if (is_double(v)) return v & 0x7FFFFFFFFFFFFFFFull;
  if (is_small_int(v)) return small_result(small_int(v) < 0 ? -small_int(v) : small_int(v));
  return op_unary(UN_ABS, v);
}

static Value builtin_divmod(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  return op_binary(BIN_DIVMOD, args[0], args[1]);
}

static Value builtin_pow(Value self, Value *slots) {
  (void)self;
  bool modular = slots[2] != UNSET && slots[2] != NONE;
  return modular ? op_pow3(slots[0], slots[1], slots[2]) : op_binary(BIN_POW, slots[0], slots[1]);
}

static Value builtin_round(Value self, Value *slots) {
  (void)self;
  Value method = lookup_special(slots[0], S(__round__));
  if (method == RAISED) return RAISED;
  if (method == UNSET) return raise_error(&TypeError_class, "type %T doesn't define __round__ method", slots[0]);
  bool to_int = slots[1] == UNSET || slots[1] == NONE;
  Value result = to_int ? call0(method) : call1(method, slots[1]);
  decref(method);
  return result;
}

static Value to_base(Value v, uint32_t base) {
  Value i = op_index_value(v);
  if (i == RAISED) return RAISED;
  Value text = int_to_base(as_int(i), base);
  decref(i);
  return text;
}

static Value builtin_bin(Value self, Value v) {
  (void)self;
  return to_base(v, 2);
}

static Value builtin_oct(Value self, Value v) {
  (void)self;
  return to_base(v, 8);
}

static Value builtin_hex(Value self, Value v) {
  (void)self;
  return to_base(v, 16);
}

/* ----------------------------------------------------------------- characters */
static Value builtin_chr(Value self, Value v) {
  (void)self;
  Value i = op_index_value(v);
  if (i == RAISED) return RAISED;
  int64_t n;
  bool fits = int_to_i64(as_int(i), &n) && n >= INT32_MIN && n <= INT32_MAX;
  decref(i);
  if (!fits) return raise_error(&OverflowError_class, "Python int too large to convert to C int");
  if (n < 0 || n > 0x10FFFF) return raise_error(&ValueError_class, "chr() arg not in range(0x110000)");
  return str_from_char((uint32_t)n);
}

static Value builtin_ord(Value self, Value v) {
  (void)self;
  const uint8_t *data;
  uint32_t length;
  Str *s = as_str(v);
  if (s) {
    if (s->length == 1) return small_int_value(str_char_at(s, 0));
    length = s->length;
  } else if (buffer_view(v, &data, &length)) {
    if (length == 1) return small_int_value(data[0]);
  } else {
    return raise_error(&TypeError_class, "ord() expected string of length 1, but %T found", v);
  }
  return raise_error(&TypeError_class, "ord() expected a character, but string of length %u found", length);
}

/* ----------------------------------------------------------------------- exit */
/* What CPython's site module adds. */
static Value builtin_exit(Value self, Value *args, uint32_t n) {
  (void)self;
  Value exc = n ? call1(class_value(&SystemExit_class), args[0]) : call1(class_value(&SystemExit_class), NONE);
  if (exc == RAISED) return RAISED;
  raise_value(exc);
  decref(exc);
  return RAISED;
}

FUNCTION(builtins, len, CALL_ONE, 1, 1, 0, builtin_len)
FUNCTION(builtins, repr, CALL_ONE, 1, 1, 0, builtin_repr)
FUNCTION(builtins, ascii, CALL_ONE, 1, 1, 0, builtin_ascii)
FUNCTION(builtins, hash, CALL_ONE, 1, 1, 0, builtin_hash)
FUNCTION(builtins, id, CALL_ONE, 1, 1, 0, builtin_id)
FUNCTION(builtins, callable, CALL_ONE, 1, 1, 0, builtin_callable)
FUNCTION(builtins, format, CALL_ANY, 1, 2, 0, builtin_format)
FUNCTION(builtins, getattr, CALL_ANY, 2, 3, 0, builtin_getattr)
FUNCTION(builtins, hasattr, CALL_ANY, 2, 2, 0, builtin_hasattr)
FUNCTION(builtins, setattr, CALL_ANY, 3, 3, 0, builtin_setattr)
FUNCTION(builtins, delattr, CALL_ANY, 2, 2, 0, builtin_delattr)
FUNCTION(builtins, vars, CALL_ONE, 1, 1, 0, builtin_vars)
FUNCTION(builtins, abs, CALL_ONE, 1, 1, 0, builtin_abs)
FUNCTION(builtins, divmod, CALL_ANY, 2, 2, 0, builtin_divmod)
FUNCTION(builtins, pow, CALL_KW, 2, 3, "base,exp,mod", builtin_pow)
FUNCTION(builtins, round, CALL_KW, 1, 2, "number,ndigits", builtin_round)
FUNCTION(builtins, bin, CALL_ONE, 1, 1, 0, builtin_bin)
FUNCTION(builtins, oct, CALL_ONE, 1, 1, 0, builtin_oct)
FUNCTION(builtins, hex, CALL_ONE, 1, 1, 0, builtin_hex)
FUNCTION(builtins, chr, CALL_ONE, 1, 1, 0, builtin_chr)
FUNCTION(builtins, ord, CALL_ONE, 1, 1, 0, builtin_ord)
FUNCTION(builtins, exit, CALL_ANY, 0, 1, 0, builtin_exit)
FUNCTION(builtins, quit, CALL_ANY, 0, 1, 0, builtin_exit)
