/* ops_match.c: what the patterns of a match statement ask (PEP 634). */
#include "inline.h"

int op_match_sequence(Value v) {
  Value plain = unwrap(v);
  return has_tag(plain, T_LIST) || has_tag(plain, T_TUPLE) || has_tag(plain, T_RANGE);
}

int op_match_mapping(Value v) {
  extern Class mappingproxy_class;
  return as_dict(v) != NULL || class_of(v) == &mappingproxy_class;
}

/* Built-in types whose single positional pattern is the subject itself. */
static bool matches_itself(const Class *c) {
  while (!(c->flags & CLASS_BUILTIN)) c = c->base;
  switch (c->tag) {
    case T_STR: case T_BYTES: case T_BYTEARRAY: case T_LIST: case T_TUPLE: case T_DICT: case T_SET: case T_FROZENSET: return true;
    default: return c == &int_class || c == &bool_class || c == &float_class;
  }
}

/* The positional attributes' names: a tuple; NONE: the subject itself; RAISED. */
static Value positional_names(Value cls, uint32_t n) {
  Value names;
  int found = op_lookup_attr(cls, S(__match_args__), &names);
  if (found < 0) return RAISED;
  bool itself = !found && matches_itself(as_class(cls));
  uint32_t allowed = itself;
  if (found && !as_tuple(names)) {
    raise_error(&TypeError_class, "%C.__match_args__ must be a tuple (got %T)", as_class(cls), names);
    decref(names);
    return RAISED;
  }
  if (found) allowed = as_tuple(names)->n;
  if (n > allowed) {
    raise_error(&TypeError_class, "%C() accepts %u positional sub-pattern%s (%u given)", as_class(cls), allowed, allowed == 1 ? "" : "s", n);
    if (found) decref(names);
    return RAISED;
  }
  return itself ? NONE : found ? names : tuple_new(0);
}

/* 1: *out owned; 0: the subject has no such attribute; -1. */
static int match_attribute(Value subject, Value cls, Value names, uint32_t i, Value *out) {
  Value name = as_tuple(names)->items[i];
  if (!as_str(name)) return raise_error(&TypeError_class, "__match_args__ elements must be strings (got %T)", name), -1;
  for (uint32_t j = 0; j < i; j++)
    if (str_equal(as_str(as_tuple(names)->items[j]), as_str(name)))
      return raise_error(&TypeError_class, "%C() got multiple sub-patterns for attribute %R", as_class(cls), name), -1;
  return op_lookup_attr(subject, as_str(name), out);
}

/* The values of all attributes in `names`; NONE when one is missing. */
static Value match_attributes(Value subject, Value cls, Value names) {
  uint32_t n = as_tuple(names)->n;
  Value values = tuple_new(n);
  for (uint32_t i = 0; values != RAISED && i < n; i++) {
    int found = match_attribute(subject, cls, names, i, &as_tuple(values)->items[i]);
    if (found > 0) continue;
    as_tuple(values)->items[i] = UNSET;
    decref(values);
    return found < 0 ? RAISED : NONE;
  }
  return values;
}

static Value all_names(Value positional, uint32_t n, Value kw_names) {
  Tuple *p = as_tuple(positional), *k = as_tuple(kw_names);
  Value names = tuple_new(n + k->n);
  for (uint32_t i = 0; names != RAISED && i < n + k->n; i++) as_tuple(names)->items[i] = incref(i < n ? p->items[i] : k->items[i - n]);
  return names;
}

/* The subject first, then the keyword patterns' values. */
static Value match_itself(Value subject, Value cls, Value kw_names) {
  Value rest = match_attributes(subject, cls, kw_names);
  if (rest == RAISED || rest == NONE) return rest;
  uint32_t n = as_tuple(rest)->n;
  Value values = tuple_new(n + 1);
  if (values != RAISED) {
    as_tuple(values)->items[0] = incref(subject);
    for (uint32_t i = 0; i < n; i++) as_tuple(values)->items[i + 1] = incref(as_tuple(rest)->items[i]);
  }
  decref(rest);
  return values;
}

Value op_match_class(Value subject, Value cls, uint32_t n, Value kw_names) {
  if (!has_tag(cls, T_CLASS)) return raise_error(&TypeError_class, "called match pattern must be a class");
  int is = op_isinstance(subject, cls);
  if (is <= 0) return is < 0 ? RAISED : NONE;
  if (n == 0) return match_attributes(subject, cls, kw_names);
  Value positional = positional_names(cls, n);
  if (positional == RAISED) return RAISED;
  if (positional == NONE) return match_itself(subject, cls, kw_names);
  Value names = all_names(positional, n, kw_names);
  decref(positional);
  if (names == RAISED) return RAISED;
  Value values = match_attributes(subject, cls, names);
  decref(names);
  return values;
}

/* One key's value: owned; UNSET when absent. A subclass's __missing__ is not asked. */
static Value match_key(Value subject, Value key) {
  if (has_tag(subject, T_DICT)) {
    Value v = dict_get((Dict *)as_obj(subject), key);
    return v == UNSET || v == RAISED ? v : incref(v);
  }
  Value marker = list_new(0); /* a fresh object stands for "absent" */
  if (marker == RAISED) return RAISED;
  Value args[2] = {incref(key), incref(marker)}, v = call_method(subject, S(get), args, 2, NONE);
  bool absent = v == marker;
  decref(marker);
  if (!absent) return v;
  decref(v);
  return UNSET;
}

Value op_match_keys(Value subject, Value keys) {
  uint32_t n = as_tuple(keys)->n;
  Value values = tuple_new(n);
  for (uint32_t i = 0; values != RAISED && i < n; i++) {
    Value v = match_key(subject, as_tuple(keys)->items[i]);
    if (v != UNSET && v != RAISED) {
      as_tuple(values)->items[i] = v;
      continue;
    }
    decref(values);
    return v == UNSET ? NONE : RAISED;
  }
  return values;
}

