/* ops.c: operators and protocols on any values: the order in which types are asked, and the errors when none answers. */
#include "dict.h"
#include "dunder.h"
#include "inline.h"
#include "int.h"
#include "sequence.h"

/* ---------------------------------------------------------- binary operators */
/* A subclass on the right goes first; two operands with the same implementation ask it once. */
static Value binary_slots(BinaryOp op, Value a, Value b) {
  if (is_exact_int(a) && is_exact_int(b)) return int_op(op, a, b);
  Class *left = class_of_quick(a), *right = class_of_quick(b);
  Value (*f)(BinaryOp, Value, Value) = left->slots->binary;
  Value (*g)(BinaryOp, Value, Value) = right->slots->binary;
  if (g == f) g = NULL;
  if (f) {
    if (g && class_is_subclass(right, left)) {
      Value r = g(op, a, b);
      if (r != NOT_IMPLEMENTED) return r;
      g = NULL;
    }
    Value r = f(op, a, b);
    if (r != NOT_IMPLEMENTED) return r;
  }
  return g ? g(op, a, b) : NOT_IMPLEMENTED;
}

static Value repeat_sequence(Value seq, Value count) {
  Value i = as_int(count) == UNSET && class_lookup(class_of(count), S(__index__)) == UNSET ? UNSET : op_index_value(count);
  if (i == UNSET) return raise_error(&TypeError_class, "can't multiply sequence by non-int of type '%T'", count);
  if (i == RAISED) return RAISED;
  int64_t n;
  bool ok = op_index(i, &n);
  decref(i);
  if (!ok) {
    exc_clear();
    return raise_error(&OverflowError_class, "cannot fit 'int' into an index-sized integer");
  }
  return class_of(seq)->slots->repeat(seq, n);
}

static Value sequence_slots(BinaryOp op, Value a, Value b) {
  Value x = unwrap(a), y = unwrap(b);
  if (op == BIN_ADD && class_of(x)->slots->concat) return class_of(x)->slots->concat(x, b);
  if (op != BIN_MUL) return NOT_IMPLEMENTED;
  if (class_of(x)->slots->repeat) return repeat_sequence(x, b);
  if (class_of(y)->slots->repeat) return repeat_sequence(y, a);
  return NOT_IMPLEMENTED;
}

COLD static Value raise_operands(BinaryOp op, Value a, Value b, bool inplace) {
  const char *symbol = binary_symbol(op);
  if (!inplace) return raise_error(&TypeError_class, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, a, b);
  return raise_error(&TypeError_class, "unsupported operand type(s) for %s=: '%T' and '%T'", op == BIN_POW ? "**" : symbol, a, b);
}

Value op_not_implemented(BinaryOp op, Value a, Value b, int inplace) { return raise_operands(op, a, b, inplace != 0); }

Value op_binary(BinaryOp op, Value a, Value b) {
  if (op == BIN_ADD && has_tag(a, T_STR) && has_tag(b, T_STR)) return str_concat(a, b);
  Value r = binary_slots(op, a, b);
  if (r != NOT_IMPLEMENTED) return r;
  r = sequence_slots(op, a, b);
  return r != NOT_IMPLEMENTED ? r : raise_operands(op, a, b, false);
}

Value op_inplace(BinaryOp op, Value a, Value b) {
  const Slots *slots = class_of(a)->slots;
  if (slots->inplace) {
    Value r = slots->inplace(op, a, b);
    if (r != NOT_IMPLEMENTED) return r;
  }
  Value r = binary_slots(op, a, b);
  if (r == NOT_IMPLEMENTED) r = sequence_slots(op, a, b);
  if (r == NOT_IMPLEMENTED) r = raise_operands(op, a, b, true);
  if (r != RAISED) decref(a);
  return r;
}

Value op_unary(UnaryOp op, Value a) {
  Value (*unary)(UnaryOp, Value) = class_of(a)->slots->unary;
  Value r = unary ? unary(op, a) : NOT_IMPLEMENTED;
  if (r != NOT_IMPLEMENTED) return r;
  if (op == UN_ABS) return raise_error(&TypeError_class, "bad operand type for abs(): '%T'", a);
  return raise_error(&TypeError_class, "bad operand type for unary %s: '%T'", op == UN_NEG ? "-" : op == UN_POS ? "+" : "~", a);
}

static Value pow3_method(Value a, Value b, Value mod) {
  Value m = has_tag(a, T_INSTANCE) ? class_lookup(class_of(a), S(__pow__)) : UNSET;
  if (m == UNSET || wrapped_class(m)) return NOT_IMPLEMENTED;
  Value args[2] = {incref(b), incref(mod)};
  incref(m);
  Value r = call_with_self(m, a, args, 2, NONE);
  decref(m);
  return r;
}

Value op_pow3(Value a, Value b, Value mod) {
  if (mod == NONE) return op_binary(BIN_POW, a, b);
  Value r = pow3_method(a, b, mod);
  if (r != NOT_IMPLEMENTED) return r;
  Value x = as_int(a), y = as_int(b), z = as_int(mod);
  if (x != UNSET && y != UNSET && z != UNSET) return int_power_mod(x, y, z);
  if (is_double(unwrap(a)) || (is_double(unwrap(b)) && x != UNSET) || (is_double(unwrap(mod)) && x != UNSET && y != UNSET))
    return raise_error(&TypeError_class, "pow() 3rd argument not allowed unless all arguments are integers");
  return raise_error(&TypeError_class, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", a, b, mod);
}

/* --------------------------------------------------------------- comparison */
static Value compare_slot(CompareOp op, Value a, Value b) {
  Value (*compare)(CompareOp, Value, Value) = class_of(a)->slots->compare;
  return compare ? compare(op, a, b) : NOT_IMPLEMENTED;
}

static Value compare(CompareOp op, Value a, Value b) {
  Class *left = class_of(a), *right = class_of(b);
  bool right_first = left != right && class_is_subclass(right, left) && right->slots->compare;
  Value r = right_first ? compare_slot(compare_swapped(op), b, a) : NOT_IMPLEMENTED;
  if (r == NOT_IMPLEMENTED) r = compare_slot(op, a, b);
  if (r == NOT_IMPLEMENTED && !right_first) r = compare_slot(compare_swapped(op), b, a);
  if (r != NOT_IMPLEMENTED) return r;
  if (op == CMP_EQ) return bool_value(a == b);
  if (op == CMP_NE) return bool_value(a != b);
  return raise_error(&TypeError_class, "'%s' not supported between instances of '%T' and '%T'", compare_symbol(op), a, b);
}

Value op_compare(CompareOp op, Value a, Value b) {
  if (has_tag(a, T_STR) && has_tag(b, T_STR)) return order_value(op, str_compare((const Str *)as_obj(a), (const Str *)as_obj(b)));
  if (has_tag(a, T_TUPLE) && has_tag(b, T_TUPLE)) {
    Value quick = tuple_order(op, (const Tuple *)as_obj(a), (const Tuple *)as_obj(b));
    if (quick != UNSET) return quick;
  }
  if (!recursion_enter(" in comparison")) return RAISED;
  Value r = compare(op, a, b);
  recursion_leave();
  return r;
}

int op_eq(Value a, Value b) {
  if (a == b) return 1;
  Value r = op_eq_value(a, b);
  if (is_bool(r)) return r == TRUE_;
  if (r == RAISED) return -1;
  int truth = op_truth(r);
  decref(r);
  return truth;
}

int op_truth_slow(Value v) {
  if (is_bool(v)) return v == TRUE_;
  const Slots *slots = class_of(v)->slots;
  if (slots->truth) return slots->truth(v);
  if (!slots->len) return 1;
  int64_t n = slots->len(v);
  return n < 0 ? -1 : n != 0;
}

/* --------------------------------------------------------------- containers */
int op_contains_by_iteration(Value container, Value item) {
  Class *c = class_of(container);
  if (!c->slots->iter || (has_tag(container, T_INSTANCE) && class_lookup(c, S(__iter__)) == UNSET && class_lookup(c, S(__getitem__)) == UNSET))
    return raise_error(&TypeError_class, "argument of type '%T' is not iterable", container), -1;
  Value it = op_iter(container);
  if (it == RAISED) return -1;
  int found = 0;
  while (!found) {
    Value v = op_next(it);
    if (v == DONE) break;
    found = v == RAISED ? -1 : op_eq(v, item);
    if (v != RAISED) decref(v);
  }
  decref(it);
  return found;
}

int op_contains(Value container, Value item) {
  if (has_tag(container, T_DICT)) return dict_contains((Dict *)as_obj(container), item);
  if (has_tag(container, T_STR) && has_tag(item, T_STR)) return str_has((Str *)as_obj(container), (Str *)as_obj(item));
  int (*contains)(Value, Value) = class_of_quick(container)->slots->contains;
  return contains ? contains(container, item) : op_contains_by_iteration(container, item);
}

int64_t op_len(Value o) {
  int64_t (*len)(Value) = class_of(o)->slots->len;
  return len ? len(o) : (raise_error(&TypeError_class, "object of type '%T' has no len()", o), -1);
}

/* C[x] on a class: its metaclass has no __getitem__, so __class_getitem__. */
static Value class_getitem(Value o, Value key) {
  Value method;
  int found = as_class(o)->flags & CLASS_BUILTIN ? 0 : op_lookup_attr(o, S(__class_getitem__), &method);
  if (found < 0) return RAISED;
  if (!found) return generic_alias_new(o, key);
  Value r = call1(method, key);
  decref(method);
  return r;
}

Value op_getitem_slow(Value o, Value key) {
  if (has_tag(o, T_STR)) return str_getitem(o, key);
  if (has_tag(o, T_DICT)) return dict_getitem(o, key);
  if (has_tag(o, T_CLASS) && class_lookup(class_of(o), S(__getitem__)) == UNSET) return class_getitem(o, key);
  Value (*getitem)(Value, Value) = class_of_quick(o)->slots->getitem;
  if (getitem) return getitem(o, key);
  return raise_error(&TypeError_class, "'%T' object is not subscriptable", o);
}

bool op_setitem_slow(Value o, Value key, Value v) {
  bool (*setitem)(Value, Value, Value) = class_of(o)->slots->setitem;
  if (setitem) return setitem(o, key, v);
  return raise_no_item_change(o, key, v == UNSET);
}

/* An integer key is taken for a sequence's, which has another wording. */
COLD bool raise_no_item_change(Value o, Value key, bool deletion) {
  if (!deletion) return raise_error(&TypeError_class, "'%T' object does not support item assignment", o) != RAISED;
  bool sequence = as_int(key) != UNSET && (has_tag(o, T_INSTANCE) || class_of(o)->slots->len);
  return raise_error(&TypeError_class, "'%T' object %s item deletion", o, sequence ? "doesn't support" : "does not support") != RAISED;
}

/* ---------------------------------------------------------------- iteration */
bool is_iterator(Value v) {
  Class *c = class_of(v);
  return has_tag(v, T_INSTANCE) || has_tag(v, T_CLASS) ? class_lookup(c, S(__next__)) != UNSET : c->slots->next != NULL;
}

Value op_iter(Value o) {
  Value (*iter)(Value) = class_of_quick(o)->slots->iter;
  if (iter) return iter(o);
  return raise_error(&TypeError_class, "'%T' object is not iterable", o);
}

Value op_next_slow(Value it) {
  if (has_tag(it, T_STR_ITER)) return str_iter_next(it);
  if (has_tag(it, T_DICT_ITER)) return dict_iter_step((DictIter *)as_obj(it));
  if (has_tag(it, T_TUPLE_ITER)) return tuple_iter_step((TupleIter *)as_obj(it));
  Value (*next)(Value) = class_of_quick(it)->slots->next;
  if (next) return next(it);
  return raise_error(&TypeError_class, "'%T' object is not an iterator", it);
}

/* --------------------------------------------------------------------- hash */
int64_t hash_pointer(const void *p) {
  uint64_t address = (uint32_t)(uintptr_t)p;
  return (int64_t)(address >> 4 | address << 60);
}

bool op_hash(Value v, int64_t *out) {
  bool (*hash)(Value, int64_t *) = class_of(v)->slots->hash;
  if (hash) return hash(v, out);
  *out = is_ptr(v) ? hash_pointer(as_obj(v)) : (int64_t)(v & 0xFF);
  return true;
}

bool hash_unhashable(Value v, int64_t *out) {
  *out = 0;
  return raise_error(&TypeError_class, "unhashable type: '%T'", v) != RAISED;
}

/* --------------------------------------------------------------------- text */
Value op_repr(Value v) {
  Value (*repr)(Value) = class_of(v)->slots->repr;
  if (!recursion_enter(" while getting the repr of an object")) return RAISED;
  Value r = repr ? repr(v) : object_repr(v);
  recursion_leave();
  return r;
}

Value op_str(Value v) {
  if (has_tag(v, T_STR)) return incref(v);
  if (is_small_int(v)) return int_repr(v);
  Value (*str)(Value) = class_of(v)->slots->str;
  if (!str) return op_repr(v);
  if (!recursion_enter(" while getting the str of an object")) return RAISED;
  Value r = str(v);
  recursion_leave();
  return r;
}

Value op_format(Value v, Value spec) {
  const Slots *slots = class_of(v)->slots;
  if (slots->format) return slots->format(v, spec);
  return slot_format(&object_class, v, spec);
}

static Str empty_text = {.h = {RC_STATIC, &str_class}, .hash = -1};

Value op_format_value(Value v, uint32_t conversion, Value spec) {
  Value text = conversion == 'r' ? op_repr(v) : conversion == 's' ? op_str(v) : conversion == 'a' ? op_ascii(v) : incref(v);
  if (text == RAISED) return RAISED;
  if (has_tag(text, T_STR) && (spec == UNSET || as_str(spec)->size == 0)) return text;
  Value r = op_format(text, spec == UNSET ? tagged(&empty_text, T_STR) : unwrap(spec));
  decref(text);
  if (r == RAISED || has_tag(r, T_STR)) return r;
  Value exact = incref(unwrap(r)); /* a str subclass: its text */
  decref(r);
  return exact;
}

/* Objects whose repr is being made, innermost last. */
static Value *repr_stack;
static uint32_t repr_depth, repr_capacity;

int repr_enter(Value v) {
  for (uint32_t i = repr_depth; i-- > 0;)
    if (repr_stack[i] == v) return 0;
  if (repr_depth == repr_capacity) {
    uint32_t capacity = repr_capacity ? repr_capacity * 2 : 16;
    Value *grown = mem_realloc(repr_stack, repr_capacity * sizeof *grown, capacity * sizeof *grown);
    if (!grown) return raise_memory_error(), -1;
    repr_stack = grown;
    repr_capacity = capacity;
  }
  repr_stack[repr_depth++] = v;
  return 1;
}

void repr_leave(Value v) {
  (void)v;
  if (--repr_depth) return;
  mem_free(repr_stack, repr_capacity * sizeof *repr_stack);
  repr_stack = NULL;
  repr_capacity = 0;
}
