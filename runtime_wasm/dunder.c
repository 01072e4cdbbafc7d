/* dunder.c: operators, their symbols and their methods. */
#include "dunder.h"

BinaryNames binary_names(BinaryOp op) {
  switch (op) {
    case BIN_ADD: return (BinaryNames){S(__add__), S(__radd__), S(__iadd__)};
    case BIN_SUB: return (BinaryNames){S(__sub__), S(__rsub__), S(__isub__)};
    case BIN_MUL: return (BinaryNames){S(__mul__), S(__rmul__), S(__imul__)};
    case BIN_MATMUL: return (BinaryNames){S(__matmul__), S(__rmatmul__), S(__imatmul__)};
    case BIN_TRUEDIV: return (BinaryNames){S(__truediv__), S(__rtruediv__), S(__itruediv__)};
    case BIN_FLOORDIV: return (BinaryNames){S(__floordiv__), S(__rfloordiv__), S(__ifloordiv__)};
    case BIN_MOD: return (BinaryNames){S(__mod__), S(__rmod__), S(__imod__)};
    case BIN_DIVMOD: return (BinaryNames){S(__divmod__), S(__rdivmod__), S(__divmod__)};
    case BIN_POW: return (BinaryNames){S(__pow__), S(__rpow__), S(__ipow__)};
    case BIN_LSHIFT: return (BinaryNames){S(__lshift__), S(__rlshift__), S(__ilshift__)};
    case BIN_RSHIFT: return (BinaryNames){S(__rshift__), S(__rrshift__), S(__irshift__)};
    case BIN_AND: return (BinaryNames){S(__and__), S(__rand__), S(__iand__)};
    case BIN_XOR: return (BinaryNames){S(__xor__), S(__rxor__), S(__ixor__)};
    default: return (BinaryNames){S(__or__), S(__ror__), S(__ior__)};
  }
}

Str *compare_name(CompareOp op) {
  switch (op) {
    case CMP_LT: return S(__lt__);
    case CMP_LE: return S(__le__);
    case CMP_EQ: return S(__eq__);
    case CMP_NE: return S(__ne__);
    case CMP_GT: return S(__gt__);
    default: return S(__ge__);
  }
}

Str *unary_name(UnaryOp op) {
  switch (op) {
    case UN_NEG: return S(__neg__);
    case UN_POS: return S(__pos__);
    case UN_INVERT: return S(__invert__);
    default: return S(__abs__);
  }
}

const char *binary_symbol(BinaryOp op) {
  static const char *const symbols[] = {"+", "-", "*", "@", "/", "//", "%", "divmod()", "** or pow()", "<<", ">>", "&", "^", "|"};
  return symbols[op];
}

const char *compare_symbol(CompareOp op) {
  static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
  return symbols[op];
}

CompareOp compare_swapped(CompareOp op) {
  static const uint8_t swapped[] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};
  return (CompareOp)swapped[op];
}
