/* mappingproxy.c: the read-only view that a class's __dict__ is. */
#include "inline.h"

extern Class mappingproxy_class;

typedef struct Proxy {
  Obj h;
  Value mapping;
} Proxy;

static Value target(Value self) { return ((Proxy *)as_obj(self))->mapping; }

static void mappingproxy_dealloc(Obj *o) {
  decref(((Proxy *)o)->mapping);
  obj_release(o, sizeof(Proxy));
}
static void mappingproxy_traverse(Obj *o, Visit visit, void *arg) { visit(((Proxy *)o)->mapping, arg); }
static Value mappingproxy_getitem(Value self, Value key) { return op_getitem_slow(target(self), key); }
static int mappingproxy_contains(Value self, Value key) { return op_contains(target(self), key); }
static int64_t mappingproxy_len(Value self) { return op_len(target(self)); }
static Value mappingproxy_iter(Value self) { return op_iter(target(self)); }

static Value mappingproxy_compare(CompareOp op, Value a, Value b) {
  if (op != CMP_EQ && op != CMP_NE) return NOT_IMPLEMENTED;
  return op_compare(op, is_instance(a, &mappingproxy_class) ? target(a) : a, is_instance(b, &mappingproxy_class) ? target(b) : b);
}

static Value mappingproxy_repr(Value self) {
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "mappingproxy(");
  if (!buf_repr(&b, target(self))) {
    buf_discard(&b);
    return RAISED;
  }
  buf_char(&b, ')');
  return buf_finish(&b);
}

static Value mappingproxy_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls, (void)kwnames;
  if (n != 1) return raise_error(&TypeError_class, "mappingproxy() missing required argument 'mapping' (pos 1)");
  if (!op_match_mapping(args[0])) return raise_error(&TypeError_class, "mappingproxy() argument must be a mapping, not %T", args[0]);
  return mappingproxy_new(args[0]);
}

static const Slots mappingproxy_slots = {
    .dealloc = mappingproxy_dealloc,
    .traverse = mappingproxy_traverse,
    .repr = mappingproxy_repr,
    .hash = hash_unhashable,
    .compare = mappingproxy_compare,
    .len = mappingproxy_len,
    .getitem = mappingproxy_getitem,
    .contains = mappingproxy_contains,
    .iter = mappingproxy_iter,
    .make = mappingproxy_make,
};
CLASS_DEFINE(mappingproxy, "mappingproxy", T_OTHER, 0, &object_class)

Value mappingproxy_new(Value mapping) {
  Proxy *p = obj_alloc(&mappingproxy_class, sizeof *p);
  if (!p) return raise_memory_error();
  p->mapping = incref(mapping);
  return tagged(p, T_OTHER);
}

static Value forward(Value self, Str *name) { return call_name0(target(self), name); }
static Value mappingproxy_keys(Value self) { return forward(self, S(keys)); }
static Value mappingproxy_values(Value self) { return forward(self, S(values)); }
static Value mappingproxy_items(Value self) { return forward(self, S(items)); }
static Value mappingproxy_copy(Value self) { return forward(self, S(copy)); }

static Value mappingproxy_get(Value self, Value *args, uint32_t n) {
  int found = op_contains(target(self), args[0]);
  if (found < 0) return RAISED;
  if (found) return op_getitem_slow(target(self), args[0]);
  return n > 1 ? incref(args[1]) : NONE;
}

METHOD(mappingproxy, keys, CALL_NONE, 0, 0, 0, mappingproxy_keys)
METHOD(mappingproxy, values, CALL_NONE, 0, 0, 0, mappingproxy_values)
METHOD(mappingproxy, items, CALL_NONE, 0, 0, 0, mappingproxy_items)
METHOD(mappingproxy, copy, CALL_NONE, 0, 0, 0, mappingproxy_copy)
METHOD(mappingproxy, get, CALL_ANY, 1, 2, 0, mappingproxy_get)
