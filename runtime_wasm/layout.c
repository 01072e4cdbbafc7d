/* layout.c: holds the layouts that compiled code and static data rely on. molt/backend/layout.py and data.py state the same. */
#include "instance.h"
#include "molt.h"
#include "ops.h"

#define AT(type, field, offset) _Static_assert(offsetof(type, field) == (offset), #type "." #field " moved")
#define SIZE(type, bytes) _Static_assert(sizeof(type) == (bytes), #type " changed its size")

AT(Obj, rc, 0);
AT(Obj, cls, 4);
AT(Str, hash, 8);
AT(Str, size, 16);
AT(Str, length, 20);
AT(Str, capacity, 24);
AT(Str, index, 28);
AT(Str, data, 32);
AT(Bytes, hash, 8);
AT(Bytes, size, 16);
AT(Bytes, data, 24);
AT(Int, n, 8);
AT(Int, limbs, 12);
AT(Tuple, n, 8);
AT(Tuple, items, 16);
AT(Cell, v, 8);
AT(FuncInfo, doc, 16);
AT(FuncInfo, n_positional, 20);
AT(FuncInfo, flags, 26);
AT(FuncInfo, params, 28);
AT(FuncInfo, entry, 32);
AT(FuncInfo, n_slots, 36);
AT(FuncInfo, line, 40);
AT(FuncInfo, n_raw, 44);
AT(Function, annotations, 64);
AT(Function, cells, 80);
AT(Generator, fn, 8);
AT(Generator, state, 12);
AT(Generator, slots, 56);
AT(Site, func, 0);
AT(Site, line, 4);
AT(Site, text, 8);
AT(Site, carets, 12);
AT(Site, lookup, 16);
AT(Module, name, 8);
AT(Module, file, 12);
AT(Module, n_names, 16);
AT(Module, names, 20);
AT(Module, globals, 24);
AT(Module, init, 28);
AT(Module, state, 32);
AT(Module, extra, 36);
AT(Module, parent, 40);
AT(Module, is_package, 44);
AT(Builtin, def, 8);
AT(Builtin, owner, 12);
AT(Builtin, self, 16);
AT(MethodDef, fn, 4);
SIZE(AttrCache, 12);
AT(PredictedMethod, info, 4);
SIZE(PredictedMethod, 8);
AT(Prediction, cls, 0);
AT(Prediction, n_slots, 4);
AT(Prediction, n_names, 8);
AT(Prediction, n_methods, 12);
AT(Prediction, flags, 16);
AT(Prediction, n_members, 20);
AT(Prediction, floats, 24);
AT(Prediction, members, 32);
AT(Prediction, names, 36);
AT(Prediction, methods, 40);
AT(Prediction, functions, 44);
AT(Prediction, shapes, 48);
SIZE(Prediction, 52);
AT(Instance, shape, 8);
AT(Instance, slots, 16);
_Static_assert(T_INT == 2 && T_STR == 3 && T_BYTES == 4 && T_TUPLE == 7 && T_CLASS == 17 && T_BUILTIN == 14, "tags moved");
_Static_assert(T_INSTANCE == 1 && T_LIST == 6 && T_DICT == 8 && T_FUNCTION == 13 && T_MODULE == 18 && T_STR_ITER == 25, "tags moved");
