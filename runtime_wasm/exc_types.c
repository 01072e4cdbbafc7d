/* exc_types.c: the built-in exception classes. Their instances are laid out like those of user classes, with the fields
 * of exceptions in hidden slots. */
#include "instance.h"

extern const Slots exception_slots;

#define DEFINE_EXCEPTION(id, base_)                                                                       \
  extern const MethodDef *const id##_methods[];                                                           \
  Class id##_class = {.h = {RC_STATIC, &type_class}, .name = #id, .tag = T_INSTANCE,                      \
                      .flags = CLASS_BUILTIN | CLASS_BASE_OK | CLASS_EXCEPTION, .base = base_,            \
                      .slots = &exception_slots, .methods = id##_methods,                                 \
                      .name_value = UNSET, .qualname = UNSET, .module = UNSET, .doc = UNSET};
#define EXCEPTION(id, base) \
  extern Class base##_class; \
  DEFINE_EXCEPTION(id, &base##_class)
#include "exc_types.inc"
