/* generic_alias.c: parametrised built-in classes such as list[int] (PEP 585): they call and are subclassed as their origin. */
#include "inline.h"

typedef struct Alias {
  Obj h;
  Value origin, args;
} Alias;
static Alias *as_alias(Value v) { return (Alias *)as_obj(v); }

static bool takes_parameters(const Class *c) {
  if (!(c->flags & CLASS_BUILTIN)) return false;
  return c->tag == T_LIST || c->tag == T_DICT || c->tag == T_TUPLE || c->tag == T_SET || c->tag == T_FROZENSET || c == &type_class;
}

Value generic_alias_new(Value origin, Value args) {
  if (!takes_parameters(as_class(origin))) return raise_error(&TypeError_class, "type '%C' is not subscriptable", as_class(origin));
  Value tuple = has_tag(args, T_TUPLE) ? incref(args) : tuple_from_array(&args, 1);
  if (tuple == RAISED) return RAISED;
  Alias *a = obj_alloc(&generic_alias_class, sizeof *a);
  if (!a) {
    decref(tuple);
    return raise_memory_error();
  }
  a->origin = incref(origin);
  a->args = tuple;
  return tagged(a, T_OTHER);
}

static void generic_alias_dealloc(Obj *o) {
  decref(((Alias *)o)->origin);
  decref(((Alias *)o)->args);
  obj_release(o, sizeof(Alias));
}
static void generic_alias_traverse(Obj *o, Visit visit, void *arg) { visit(((Alias *)o)->args, arg); }

bool write_type_text(StrBuf *b, Value v) {
  if (v == ELLIPSIS) {
    buf_cstr(b, "...");
    return true;
  }
  if (!has_tag(v, T_CLASS)) return buf_repr(b, v);
  Class *c = as_class(v);
  Value module, qualname = class_qualname(c);
  if (qualname == RAISED) return false;
  int found = c->flags & CLASS_BUILTIN ? 0 : op_lookup_attr(v, S(__module__), &module);
  if (found > 0) {
    if (as_str(module)) buf_str(b, as_str(module)), buf_char(b, '.');
    decref(module);
  }
  buf_str(b, as_str(qualname));
  decref(qualname);
  return found >= 0;
}

static Value generic_alias_repr(Value self) {
  Tuple *t = as_tuple(as_alias(self)->args);
  StrBuf b;
  buf_init(&b);
  bool ok = write_type_text(&b, as_alias(self)->origin);
  buf_char(&b, '[');
  for (uint32_t i = 0; ok && i < t->n; i++) {
    if (i) buf_cstr(&b, ", ");
    ok = write_type_text(&b, t->items[i]);
  }
  if (!t->n) buf_cstr(&b, "()");
  buf_char(&b, ']');
  if (ok) return buf_finish(&b);
  buf_discard(&b);
  return RAISED;
}

static Value generic_alias_compare(CompareOp op, Value a, Value b) {
  if (class_of(b) != &generic_alias_class || (op != CMP_EQ && op != CMP_NE)) return NOT_IMPLEMENTED;
  int equal = as_alias(a)->origin == as_alias(b)->origin ? op_eq(as_alias(a)->args, as_alias(b)->args) : 0;
  return equal < 0 ? RAISED : bool_value(equal == (op == CMP_EQ));
}

static bool generic_alias_hash(Value self, int64_t *out) {
  if (!op_hash(as_alias(self)->args, out)) return false;
  *out ^= hash_pointer(as_obj(as_alias(self)->origin));
  return true;
}

static Value generic_alias_call(Value self, Value *args, uint32_t n, Value kwnames) { return call(as_alias(self)->origin, args, n, kwnames); }

static Value generic_alias_mro_entries(Value self, Value bases) {
  (void)bases;
  return tuple_from_array(&as_alias(self)->origin, 1);
}
static const MethodDef mro_entries = {"__mro_entries__", (void *)generic_alias_mro_entries, CALL_ONE, 0, 0, 0, NULL, "types"};

static Value generic_alias_getattr(Value self, Str *name) {
  if (str_equal(name, S(__origin__))) return incref(as_alias(self)->origin);
  if (str_equal(name, S(__args__))) return incref(as_alias(self)->args);
  if (str_equal(name, S(__class__))) return incref(class_value(&generic_alias_class));
  if (str_equal(name, S(__mro_entries__))) return builtin_new(&mro_entries, self);
  return op_getattr(as_alias(self)->origin, name);
}

static Value generic_alias_binary(BinaryOp op, Value a, Value b) { return op == BIN_OR ? union_new(a, b) : NOT_IMPLEMENTED; }

static const Slots generic_alias_slots = {
    .dealloc = generic_alias_dealloc, .traverse = generic_alias_traverse, .repr = generic_alias_repr, .hash = generic_alias_hash,
    .compare = generic_alias_compare, .call = generic_alias_call, .getattr = generic_alias_getattr, .binary = generic_alias_binary,
};
CLASS_DEFINE(generic_alias, "types.GenericAlias", T_OTHER, 0, &object_class)
