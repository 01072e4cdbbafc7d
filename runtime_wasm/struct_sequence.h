/* struct_sequence.h: tuples whose items have names: sys.version_info and the like. They are tuples in every way, of a class
 * of their own below tuple. */
#ifndef MOLT_STRUCT_SEQUENCE_H
#define MOLT_STRUCT_SEQUENCE_H

#include "molt.h"

typedef struct StructType {
  Class *cls;
  const char *fields; /* separated by spaces */
  uint32_t n;         /* items */
  struct StructType *next;
} StructType;

extern Slots struct_slots;
extern const MethodDef *const struct_methods[];

/* Defines the StructType `id` and its class. */
#define STRUCT_TYPE(id, py_name, names, count)                                                             \
  static Class id##_class = {.h = {RC_STATIC, &type_class}, .name = py_name, .tag = T_TUPLE,                \
                             .flags = CLASS_BUILTIN, .base = &tuple_class, .slots = &struct_slots, .methods = struct_methods, \
                             .name_value = UNSET, .qualname = UNSET, .module = UNSET, .doc = UNSET};       \
  static StructType id = {&id##_class, names, count, NULL};

Value struct_new(StructType *type, const Value *items); /* takes items, of which one may be RAISED */

#endif
