/* inline.c: the external instances of inline.h's functions. Also compiled to bitcode, for LLVM to inline. */
#define MOLT_INLINE
#include "inline.h"
