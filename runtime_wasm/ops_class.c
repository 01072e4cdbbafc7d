/* ops_class.c: the class statement; isinstance and issubclass. */
#include "inline.h"

/* ------------------------------------------------------- the class statement */
/* kwargs without `metaclass`, which goes to *meta: owned or UNSET. */
static Value split_metaclass(Value kwargs, Value *meta) {
  *meta = UNSET;
  if (kwargs == UNSET) return UNSET;
  Value rest = dict_copy((Dict *)as_obj(kwargs));
  if (rest == RAISED) return RAISED;
  Value v = dict_get_str((Dict *)as_obj(rest), S(metaclass));
  if (v == UNSET) return rest;
  *meta = incref(v);
  if (dict_delete((Dict *)as_obj(rest), tagged(S(metaclass), T_STR)) >= 0) return rest;
  decref(rest);
  decref(*meta);
  return RAISED;
}

/* Settles which metaclass it is: *meta (owned or UNSET) becomes owned. */
static bool resolve_metaclass(Value *meta, Value bases) {
  if (*meta != UNSET && !has_tag(*meta, T_CLASS)) return true; /* any callable */
  Class *start = *meta != UNSET ? as_class(*meta) : as_tuple(bases)->n ? class_of(as_tuple(bases)->items[0]) : &type_class;
  Class *winner = class_metaclass(start, bases);
  if (winner) incref(class_value(winner));
  if (*meta != UNSET) decref(*meta);
  *meta = winner ? class_value(winner) : UNSET;
  return winner != NULL;
}

static bool append_all(Value list, Value entries) {
  if (!as_tuple(entries)) return raise_error(&TypeError_class, "__mro_entries__ must return a tuple") != RAISED;
  return list_extend((List *)as_obj(list), entries);
}

/* PEP 560: bases that are no classes say what they stand for. Owned. */
static Value resolve_bases(Value bases) {
  Tuple *t = as_tuple(bases);
  Value list = list_new(t->n);
  bool ok = list != RAISED, changed = false;
  for (uint32_t i = 0; ok && i < t->n; i++) {
    Value method = UNSET;
    int found = has_tag(t->items[i], T_CLASS) ? 0 : op_lookup_attr(t->items[i], S(__mro_entries__), &method);
    if (found <= 0) {
      ok = found == 0 && list_append((List *)as_obj(list), incref(t->items[i]));
      continue;
    }
    changed = true;
    Value entries = call1(method, bases);
    decref(method);
    ok = entries != RAISED && append_all(list, entries);
    if (entries != RAISED) decref(entries);
  }
  Value r = !ok ? RAISED : changed ? list_to_tuple(list) : incref(bases);
  if (list != RAISED) decref(list);
  return r;
}

static Value call_prepare(Value prepare, Value name, Value bases, Value kwargs) {
  Value args[2] = {name, bases}, tuple = tuple_from_array(args, 2);
  if (tuple == RAISED) return RAISED;
  Value ns = call_ex(prepare, tuple, kwargs == UNSET ? NONE : kwargs);
  decref(tuple);
  return ns;
}

static Value prepare_namespace(Value meta, Value name, Value bases, Value kwargs) {
  Value prepare;
  if (meta == class_value(&type_class)) return dict_new();
  int found = op_lookup_attr(meta, S(__prepare__), &prepare);
  if (found <= 0) return found ? RAISED : dict_new();
  Value ns = call_prepare(prepare, name, bases, kwargs);
  decref(prepare);
  if (ns == RAISED || as_dict(ns) || has_tag(ns, T_INSTANCE)) return ns;
  raise_error(&TypeError_class, "%C.__prepare__() must return a mapping, not %T", has_tag(meta, T_CLASS) ? as_class(meta) : class_of(meta), ns);
  decref(ns);
  return RAISED;
}

Value op_class_bases(Value bases) { return resolve_bases(bases); }

Value op_class_prepare(Value name, Value bases, Value kwargs) {
  Value meta, rest = split_metaclass(kwargs, &meta), ns = RAISED;
  if (rest != RAISED && resolve_metaclass(&meta, bases)) ns = prepare_namespace(meta, name, bases, rest);
  if (rest != RAISED) decref(rest), decref(meta);
  return ns;
}

/* Room inside the instances for what the methods store, so that all of them have the same shapes from the first on, and for no
 * more. */
static void reserve_attributes(Class *c, uint32_t n) {
  if (n == 0 || c->flags & (CLASS_BUILTIN | CLASS_NO_DICT)) return;
  for (uint32_t i = 0; i < c->n_bases; i++)
    if (!(c->bases[i]->flags & (CLASS_BUILTIN | CLASS_GUESSED))) n += c->bases[i]->inline_slots;
  if (n > INLINE_SLOTS_MAX) return;
  c->inline_slots = n;
  c->flags &= (uint16_t)~CLASS_GUESSED;
}

Value op_class_create(Value name, Value bases, Value ns, Value kwargs, Value cell, uint32_t n_attributes) {
  Value meta, cls = RAISED, rest = split_metaclass(kwargs, &meta);
  bool ok = rest != RAISED && resolve_metaclass(&meta, bases);
  /* The body gives None where no method wants the class. */
  ok = ok && (!has_tag(cell, T_CELL) || op_setitem(ns, tagged(S(__classcell__), T_STR), cell));
  if (ok && meta == class_value(&type_class)) {
    cls = type_new(&type_class, name, bases, ns, rest);
  } else if (ok) {
    Value args[3] = {name, bases, ns}, tuple = tuple_from_array(args, 3);
    if (tuple != RAISED) {
      cls = call_ex(meta, tuple, rest == UNSET ? NONE : rest);
      decref(tuple);
    }
  }
  if (rest != RAISED) decref(rest), decref(meta);
  if (has_tag(cls, T_CLASS)) reserve_attributes(as_class(cls), n_attributes);
  return cls;
}

/* ------------------------------------------------------------- type tests */
/* The metaclass's own __instancecheck__ or __subclasscheck__. */
static int check_by_metaclass(Value cls, Str *name, Value v) {
  if (as_obj(cls)->cls == &type_class) return -2;
  Value attr = class_lookup(as_obj(cls)->cls, name);
  if (attr == UNSET || has_tag(attr, T_BUILTIN)) return -2;
  Value args[1] = {incref(v)};
  incref(attr);
  Value r = call_with_self(attr, cls, args, 1, NONE);
  decref(attr);
  if (r == RAISED) return -1;
  int truth = op_truth(r);
  decref(r);
  return truth;
}

static int any_of(Value v, Value cls, int (*test)(Value, Value)) {
  Tuple *t = as_tuple(cls);
  if (!recursion_enter(" in __instancecheck__")) return -1;
  int found = 0;
  for (uint32_t i = 0; found == 0 && i < t->n; i++) found = test(v, t->items[i]);
  recursion_leave();
  return found;
}

/* What v says its class is, when that is not its type (proxies). */
static int claims_class(Value v, const Class *cls) {
  Class *type = class_of(v);
  if (!has_tag(v, T_INSTANCE) || type->flags & CLASS_BUILTIN) return 0;
  Value attr = class_lookup(type, S(__class__)), claimed;
  if (!(type->flags & CLASS_HAS_GETATTR) && (attr == UNSET || is_getset(attr))) return 0;
  int found = op_lookup_attr(v, S(__class__), &claimed);
  if (found <= 0) return found;
  bool is = has_tag(claimed, T_CLASS) && class_is_subclass(as_class(claimed), cls);
  decref(claimed);
  return is;
}

int op_isinstance(Value v, Value cls) {
  if (has_tag(cls, T_CLASS)) {
    if (class_of(v) == as_class(cls)) return 1;
    int checked = check_by_metaclass(cls, S(__instancecheck__), v);
    if (checked != -2) return checked;
    return is_instance(v, as_class(cls)) ? 1 : claims_class(v, as_class(cls));
  }
  if (as_tuple(cls)) return any_of(v, cls, op_isinstance);
  if (class_of(cls) == &union_class) return any_of(v, union_args(cls), op_isinstance);
  if (class_of(cls) == &generic_alias_class) return raise_error(&TypeError_class, "isinstance() argument 2 cannot be a parameterized generic"), -1;
  Value method = has_tag(cls, T_INSTANCE) ? lookup_special(cls, S(__instancecheck__)) : UNSET;
  if (method == UNSET) return raise_error(&TypeError_class, "isinstance() arg 2 must be a type, a tuple of types, or a union"), -1;
  Value r = method == RAISED ? RAISED : call1(method, v);
  if (method != RAISED) decref(method);
  if (r == RAISED) return -1;
  int truth = op_truth(r);
  decref(r);
  return truth;
}

int op_issubclass(Value v, Value cls) {
  if (as_tuple(cls)) return any_of(v, cls, op_issubclass);
  if (class_of(cls) == &union_class) return any_of(v, union_args(cls), op_issubclass);
  if (has_tag(cls, T_CLASS)) {
    int checked = check_by_metaclass(cls, S(__subclasscheck__), v);
    if (checked != -2) return checked;
  }
  if (!has_tag(v, T_CLASS)) return raise_error(&TypeError_class, "issubclass() arg 1 must be a class"), -1;
  if (has_tag(cls, T_CLASS)) return class_is_subclass(as_class(v), as_class(cls));
  return raise_error(&TypeError_class, "issubclass() arg 2 must be a class, a tuple of classes, or a union"), -1;
}
