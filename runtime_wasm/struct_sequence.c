/* struct_sequence.c: tuples whose items have names. The behaviour is tuple's but for repr and attributes. */
#include "struct_sequence.h"

#include "instance.h"

Slots struct_slots; /* filled in from tuple's when the first one is made */
const MethodDef *const struct_methods[] = {NULL};
static StructType *known_types;

static const StructType *type_of(Value v) {
  const StructType *t = known_types;
  while (t && t->cls != as_obj(v)->cls) t = t->next;
  return t;
}

static uint32_t name_size(const char *name) { return (uint32_t)strcspn(name, " "); }
static const char *next_name(const char *name) {
  name += name_size(name);
  return *name ? name + 1 : name;
}

static Value struct_getattr(Value self, Str *name) {
  const Tuple *t = (Tuple *)as_obj(self);
  const char *field = type_of(self)->fields;
  for (uint32_t i = 0; i < t->n && *field; i++, field = next_name(field))
    if (name_size(field) == name->size && memcmp(field, name->data, name->size) == 0) return incref(t->items[i]);
  return object_getattr(self, name);
}

static Value struct_repr(Value self) {
  const Tuple *t = (Tuple *)as_obj(self);
  const char *field = type_of(self)->fields;
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, t->h.cls->name);
  for (uint32_t i = 0; i < t->n && *field; i++, field = next_name(field)) {
    buf_cstr(&b, i ? ", " : "(");
    buf_write(&b, field, name_size(field));
    buf_cstr(&b, "=");
    if (!buf_repr(&b, t->items[i])) {
      buf_discard(&b);
      return RAISED;
    }
  }
  buf_cstr(&b, ")");
  return buf_finish(&b);
}

static void make_known(StructType *type) {
  if (!struct_slots.dealloc) {
    struct_slots = *tuple_class.slots;
    struct_slots.repr = struct_repr;
    struct_slots.getattr = struct_getattr;
    struct_slots.make = NULL;
  }
  for (const StructType *t = known_types; t; t = t->next)
    if (t == type) return;
  type->next = known_types;
  known_types = type;
}

Value struct_new(StructType *type, const Value *items) {
  bool failed = false;
  for (uint32_t i = 0; i < type->n; i++) failed |= items[i] == RAISED;
  Value v = failed ? RAISED : tuple_new(type->n);
  if (v == RAISED) {
    for (uint32_t i = 0; i < type->n; i++) decref(items[i]);
    return RAISED;
  }
  make_known(type);
  memcpy(((Tuple *)as_obj(v))->items, items, type->n * sizeof(Value));
  as_obj(v)->cls = type->cls;
  return v;
}
