/* operator.c: the _operator module: operators as functions. What is more than one operation is in molt/lib/operator.py. */
#include "inline.h"

/* -------------------------------------------------------------- arithmetic */
static Value inplace(BinaryOp op, Value *v) {
  Value r = op_inplace(op, incref(v[0]), v[1]);
  if (r == RAISED) decref(v[0]);
  return r;
}
static Value operator_add(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_ADD, v[0], v[1]); }
static Value operator_sub(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_SUB, v[0], v[1]); }
static Value operator_mul(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_MUL, v[0], v[1]); }
static Value operator_matmul(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_MATMUL, v[0], v[1]); }
static Value operator_truediv(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_TRUEDIV, v[0], v[1]); }
static Value operator_floordiv(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_FLOORDIV, v[0], v[1]); }
static Value operator_mod(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_MOD, v[0], v[1]); }
static Value operator_pow(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_POW, v[0], v[1]); }
static Value operator_lshift(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_LSHIFT, v[0], v[1]); }
static Value operator_rshift(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_RSHIFT, v[0], v[1]); }
static Value operator_and_(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_AND, v[0], v[1]); }
static Value operator_xor(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_XOR, v[0], v[1]); }
static Value operator_or_(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_binary(BIN_OR, v[0], v[1]); }
static Value operator_iadd(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_ADD, v); }
static Value operator_isub(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_SUB, v); }
static Value operator_imul(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_MUL, v); }
static Value operator_imatmul(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_MATMUL, v); }
static Value operator_itruediv(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_TRUEDIV, v); }
static Value operator_ifloordiv(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_FLOORDIV, v); }
static Value operator_imod(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_MOD, v); }
static Value operator_ipow(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_POW, v); }
static Value operator_ilshift(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_LSHIFT, v); }
static Value operator_irshift(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_RSHIFT, v); }
static Value operator_iand(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_AND, v); }
static Value operator_ixor(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_XOR, v); }
static Value operator_ior(Value self, Value *v, uint32_t n) { return (void)self, (void)n, inplace(BIN_OR, v); }
static Value operator_neg(Value self, Value v) { return (void)self, op_unary(UN_NEG, v); }
static Value operator_pos(Value self, Value v) { return (void)self, op_unary(UN_POS, v); }
static Value operator_invert(Value self, Value v) { return (void)self, op_unary(UN_INVERT, v); }
static Value operator_abs(Value self, Value v) { return (void)self, op_unary(UN_ABS, v); }
static Value operator_index(Value self, Value v) { return (void)self, op_index_value(v); }

/* -------------------------------------------------------------- comparison */
static Value operator_lt(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_compare(CMP_LT, v[0], v[1]); }
static Value operator_le(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_compare(CMP_LE, v[0], v[1]); }
static Value operator_eq(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_compare(CMP_EQ, v[0], v[1]); }
static Value operator_ne(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_compare(CMP_NE, v[0], v[1]); }
static Value operator_gt(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_compare(CMP_GT, v[0], v[1]); }
static Value operator_ge(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_compare(CMP_GE, v[0], v[1]); }
static Value operator_is_(Value self, Value *v, uint32_t n) { return (void)self, (void)n, bool_value(v[0] == v[1]); }
static Value operator_is_not(Value self, Value *v, uint32_t n) { return (void)self, (void)n, bool_value(v[0] != v[1]); }

static Value truth_value(int truth) { return truth < 0 ? RAISED : bool_value(truth); }
static Value operator_truth(Value self, Value v) { return (void)self, truth_value(op_truth(v)); }
static Value operator_not(Value self, Value v) {
  (void)self;
  int truth = op_truth(v);
  return truth < 0 ? RAISED : bool_value(!truth);
}

/* -------------------------------------------------------------- containers */
static Value operator_contains(Value self, Value *v, uint32_t n) { return (void)self, (void)n, truth_value(op_contains(v[0], v[1])); }
static Value operator_getitem(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_getitem(v[0], v[1]); }
static Value operator_setitem(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_setitem(v[0], v[1], v[2]) ? NONE : RAISED; }
static Value operator_delitem(Value self, Value *v, uint32_t n) { return (void)self, (void)n, op_delitem(v[0], v[1]) ? NONE : RAISED; }

FUNCTION(_operator, add, CALL_ANY, 2, 2, 0, operator_add)
FUNCTION(_operator, sub, CALL_ANY, 2, 2, 0, operator_sub)
FUNCTION(_operator, mul, CALL_ANY, 2, 2, 0, operator_mul)
FUNCTION(_operator, matmul, CALL_ANY, 2, 2, 0, operator_matmul)
FUNCTION(_operator, truediv, CALL_ANY, 2, 2, 0, operator_truediv)
FUNCTION(_operator, floordiv, CALL_ANY, 2, 2, 0, operator_floordiv)
FUNCTION(_operator, mod, CALL_ANY, 2, 2, 0, operator_mod)
FUNCTION(_operator, pow, CALL_ANY, 2, 2, 0, operator_pow)
FUNCTION(_operator, lshift, CALL_ANY, 2, 2, 0, operator_lshift)
FUNCTION(_operator, rshift, CALL_ANY, 2, 2, 0, operator_rshift)
FUNCTION(_operator, and_, CALL_ANY, 2, 2, 0, operator_and_)
FUNCTION(_operator, xor, CALL_ANY, 2, 2, 0, operator_xor)
FUNCTION(_operator, or_, CALL_ANY, 2, 2, 0, operator_or_)
FUNCTION(_operator, iadd, CALL_ANY, 2, 2, 0, operator_iadd)
FUNCTION(_operator, isub, CALL_ANY, 2, 2, 0, operator_isub)
FUNCTION(_operator, imul, CALL_ANY, 2, 2, 0, operator_imul)
FUNCTION(_operator, imatmul, CALL_ANY, 2, 2, 0, operator_imatmul)
FUNCTION(_operator, itruediv, CALL_ANY, 2, 2, 0, operator_itruediv)
FUNCTION(_operator, ifloordiv, CALL_ANY, 2, 2, 0, operator_ifloordiv)
FUNCTION(_operator, imod, CALL_ANY, 2, 2, 0, operator_imod)
FUNCTION(_operator, ipow, CALL_ANY, 2, 2, 0, operator_ipow)
FUNCTION(_operator, ilshift, CALL_ANY, 2, 2, 0, operator_ilshift)
FUNCTION(_operator, irshift, CALL_ANY, 2, 2, 0, operator_irshift)
FUNCTION(_operator, iand, CALL_ANY, 2, 2, 0, operator_iand)
FUNCTION(_operator, ixor, CALL_ANY, 2, 2, 0, operator_ixor)
FUNCTION(_operator, ior, CALL_ANY, 2, 2, 0, operator_ior)
FUNCTION(_operator, lt, CALL_ANY, 2, 2, 0, operator_lt)
FUNCTION(_operator, le, CALL_ANY, 2, 2, 0, operator_le)
FUNCTION(_operator, eq, CALL_ANY, 2, 2, 0, operator_eq)
FUNCTION(_operator, ne, CALL_ANY, 2, 2, 0, operator_ne)
FUNCTION(_operator, gt, CALL_ANY, 2, 2, 0, operator_gt)
FUNCTION(_operator, ge, CALL_ANY, 2, 2, 0, operator_ge)
FUNCTION(_operator, is_, CALL_ANY, 2, 2, 0, operator_is_)
FUNCTION(_operator, is_not, CALL_ANY, 2, 2, 0, operator_is_not)
FUNCTION(_operator, contains, CALL_ANY, 2, 2, 0, operator_contains)
FUNCTION(_operator, getitem, CALL_ANY, 2, 2, 0, operator_getitem)
FUNCTION(_operator, delitem, CALL_ANY, 2, 2, 0, operator_delitem)
FUNCTION(_operator, setitem, CALL_ANY, 3, 3, 0, operator_setitem)
FUNCTION(_operator, neg, CALL_ONE, 1, 1, 0, operator_neg)
FUNCTION(_operator, pos, CALL_ONE, 1, 1, 0, operator_pos)
FUNCTION(_operator, invert, CALL_ONE, 1, 1, 0, operator_invert)
FUNCTION(_operator, inv, CALL_ONE, 1, 1, 0, operator_invert)
FUNCTION(_operator, abs, CALL_ONE, 1, 1, 0, operator_abs)
FUNCTION(_operator, index, CALL_ONE, 1, 1, 0, operator_index)
FUNCTION(_operator, truth, CALL_ONE, 1, 1, 0, operator_truth)
FUNCTION(_operator, not_, CALL_ONE, 1, 1, 0, operator_not)
