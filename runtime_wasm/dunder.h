/* dunder.h: the names of the operators' methods, by operator. */
#ifndef MOLT_DUNDER_H
#define MOLT_DUNDER_H

#include "molt.h"

typedef struct BinaryNames {
  Str *name, *reflected, *inplace;
} BinaryNames;
BinaryNames binary_names(BinaryOp op);
Str *compare_name(CompareOp op);
Str *unary_name(UnaryOp op);
const char *binary_symbol(BinaryOp op); /* "+", "** or pow()", "divmod()" */
const char *compare_symbol(CompareOp op);
CompareOp compare_swapped(CompareOp op);

#endif
