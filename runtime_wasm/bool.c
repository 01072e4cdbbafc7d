/* bool: the two immediates TRUE_ and FALSE_, ints in all but their text and the operations that stay within them. */
#include "int.h"

static Value bool_repr(Value self) {
  return str_from_cstr(self == TRUE_ ? "True" : "False");
}

static Value bool_binary(BinaryOp op, Value a, Value b) {
  if (is_bool(a) && is_bool(b)) {
    bool x = a == TRUE_, y = b == TRUE_;
    if (op == BIN_AND) return bool_value(x && y);
    if (op == BIN_OR) return bool_value(x || y);
    if (op == BIN_XOR) return bool_value(x != y);
  }
  return int_class.slots->binary(op, a, b);
}

static Value bool_compare(CompareOp op, Value a, Value b) {
  return int_class.slots->compare(op, a, b);
}

static Value bool_unary(UnaryOp op, Value a) {
  return int_class.slots->unary(op, a);
}

static bool bool_hash(Value self, int64_t *out) {
  *out = self == TRUE_;
  return true;
}

static int bool_truth(Value self) {
  return self == TRUE_;
}

static Value bool_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  if (kwnames != NONE && ((Tuple *)as_obj(kwnames))->n != 0) return raise_error(&TypeError_class, "bool() takes no keyword arguments");
  if (n > 1) return raise_error(&TypeError_class, "bool expected at most 1 argument, got %u", n);
  int truth = n == 0 ? 0 : op_truth_slow(args[0]);
  return truth < 0 ? RAISED : bool_value(truth != 0);
}

static const Slots bool_slots = {
    .repr = bool_repr,
    .format = int_format,
    .hash = bool_hash,
    .compare = bool_compare,
    .truth = bool_truth,
    .binary = bool_binary,
    .unary = bool_unary,
    .make = bool_make,
};
CLASS_DEFINE(bool, "bool", T_BOOL, 0, &int_class)
