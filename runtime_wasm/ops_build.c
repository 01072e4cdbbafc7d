/* ops_build.c: displays, comprehensions, argument lists and unpacking. */
#include "bytesearch.h"
#include "inline.h"

Value op_list(Value *items, uint32_t n) {
  gc_safe_point();
  Value l = list_new(n);
  if (l == RAISED) {
    release_args(items, n);
    return RAISED;
  }
  bytes_copy(((List *)as_obj(l))->items, items, n * (uint32_t)sizeof(Value));
  ((List *)as_obj(l))->n = n;
  return l;
}

Value op_set(Value *items, uint32_t n) {
  gc_safe_point();
  Value s = set_new();
  bool ok = s != RAISED;
  for (uint32_t i = 0; ok && i < n; i++) ok = set_add(s, items[i]);
  release_args(items, n);
  if (ok) return s;
  if (s != RAISED) decref(s);
  return RAISED;
}

Value op_dict(Value *pairs, uint32_t n) {
  gc_safe_point();
  Value d = dict_new();
  bool ok = d != RAISED;
  for (uint32_t i = 0; ok && i < n; i++) ok = dict_set((Dict *)as_obj(d), pairs[2 * i], pairs[2 * i + 1]);
  release_args(pairs, 2 * n);
  if (ok) return d;
  if (d != RAISED) decref(d);
  return RAISED;
}


bool op_set_add_taken(Value set, Value v) {
  bool ok = set_add(set, v);
  decref(v);
  return ok;
}

bool op_dict_set_taken(Value dict, Value key, Value v) {
  bool ok = dict_set((Dict *)as_obj(dict), key, v);
  decref(key);
  decref(v);
  return ok;
}

/* Is a failure to iterate `v` due to its not being iterable at all? */
static bool not_iterable(Value v) {
  Class *c = class_of(v);
  if (!exc_matches(&TypeError_class)) return false;
  return !c->slots->iter || (has_tag(v, T_INSTANCE) && class_lookup(c, S(__iter__)) == UNSET && class_lookup(c, S(__getitem__)) == UNSET);
}

bool op_list_extend(Value list, Value it) {
  if (list_extend((List *)as_obj(list), it)) return true;
  if (!not_iterable(it)) return false;
  exc_clear();
  return raise_error(&TypeError_class, "Value after * must be an iterable, not %T", it) != RAISED;
}

bool op_set_update(Value set, Value it) { return set_update(set, it); }

bool op_dict_update(Value dict, Value mapping) {
  if (!as_dict(mapping)) {
    Value keys;
    int found = op_lookup_attr(mapping, S(keys), &keys);
    if (found < 0) return false;
    if (!found) return raise_error(&TypeError_class, "'%T' object is not a mapping", mapping) != RAISED;
    decref(keys);
  }
  return dict_update((Dict *)as_obj(dict), mapping);
}

static void write_qualified(StrBuf *b, Value module, Value qualname) {
  if (as_str(module) && !str_equal(as_str(module), S(builtins))) {
    buf_str(b, as_str(module));
    buf_char(b, '.');
  }
  if (as_str(qualname)) buf_str(b, as_str(qualname));
  buf_cstr(b, "()");
}

/* How messages name a callee: "module.qualname()", without the module when it is builtins. */
static bool function_text(Value f, StrBuf *b) {
  if (has_tag(f, T_METHOD)) return function_text(((Method *)as_obj(f))->fn, b);
  if (has_tag(f, T_FUNCTION)) {
    const Function *fn = (Function *)as_obj(f);
    write_qualified(b, tagged(fn->info->module, T_STR), fn->qualname);
  } else if (has_tag(f, T_BUILTIN)) {
    const Builtin *builtin = (Builtin *)as_obj(f);
    const char *prefix = builtin->owner ? builtin->owner->name : builtin->def->owner;
    if (prefix && strcmp(prefix, "builtins") != 0) buf_cstr(b, prefix), buf_char(b, '.');
    buf_cstr(b, builtin->def->name);
    buf_cstr(b, "()");
  } else if (has_tag(f, T_CLASS)) {
    Value module = NONE, qualname = class_qualname(as_class(f));
    if (!(as_class(f)->flags & CLASS_BUILTIN) && op_lookup_attr(f, S(__module__), &module) <= 0) exc_clear();
    write_qualified(b, module, qualname);
    decref(module);
    decref(qualname);
  } else {
    Value text = op_str(f);
    if (text == RAISED) return false;
    buf_str(b, as_str(text));
    decref(text);
  }
  return true;
}

COLD Value raise_callee_error(Value f, const char *fmt, Value v) {
  StrBuf b;
  buf_init(&b);
  if (!function_text(f, &b)) {
    buf_discard(&b);
    return RAISED;
  }
  Value text = buf_finish(&b);
  if (text == RAISED) return RAISED;
  raise_error(&TypeError_class, fmt, text, v);
  decref(text);
  return RAISED;
}

bool op_list_extend_args(Value list, Value it, Value f) {
  if (list_extend((List *)as_obj(list), it)) return true;
  if (!not_iterable(it)) return false;
  exc_clear();
  raise_callee_error(f, "%S argument after * must be an iterable, not %T", it);
  return false;
}

bool op_dict_update_kwargs(Value dict, Value mapping, Value f) { return dict_merge_kwargs((Dict *)as_obj(dict), mapping, f); }

/* ---------------------------------------------------------------- unpacking */
COLD static bool raise_too_few(uint32_t wanted, uint32_t got, bool at_least) {
  return raise_error(&ValueError_class, "not enough values to unpack (expected %s%u, got %u)", at_least ? "at least " : "", wanted, got) != RAISED;
}

static bool raise_too_many(uint32_t n) { return raise_error(&ValueError_class, "too many values to unpack (expected %u)", n) != RAISED; }

static Value unpack_iter(Value v) {
  Value it = op_iter(v);
  if (it == RAISED && not_iterable(v)) {
    exc_clear();
    raise_error(&TypeError_class, "cannot unpack non-iterable %T object", v);
  }
  return it;
}

/* The next n values; *got counts them. false: raised, or the iterator ended early (nothing raised). */
static bool take(Value it, uint32_t n, Value *out, uint32_t *got) {
  for (; *got < n; (*got)++) {
    out[*got] = op_next(it);
    if (out[*got] == DONE || out[*got] == RAISED) return false;
  }
  return true;
}

static bool copy_items(const Value *items, uint32_t n_items, uint32_t n, Value *out) {
  if (n_items < n) return raise_too_few(n, n_items, false);
  if (n_items > n) return raise_too_many(n);
  for (uint32_t i = 0; i < n; i++) out[i] = incref(items[i]);
  return true;
}

bool op_unpack(Value v, uint32_t n, Value *out) {
  if (has_tag(v, T_TUPLE)) return copy_items(((Tuple *)as_obj(v))->items, ((Tuple *)as_obj(v))->n, n, out);
  if (has_tag(v, T_LIST)) return copy_items(((List *)as_obj(v))->items, ((List *)as_obj(v))->n, n, out);
  Value it = unpack_iter(v);
  if (it == RAISED) return false;
  uint32_t got = 0;
  bool ok = take(it, n, out, &got);
  if (!ok && !exc_pending()) raise_too_few(n, got, false);
  if (ok) {
    Value extra = op_next(it);
    ok = extra == DONE;
    if (!ok && extra != RAISED) {
      decref(extra);
      raise_too_many(n);
    }
  }
  decref(it);
  if (!ok) release_args(out, got);
  return ok;
}

bool op_unpack_star(Value v, uint32_t before, uint32_t after, Value *out) {
  Value it = unpack_iter(v);
  if (it == RAISED) return false;
  uint32_t got = 0;
  bool ok = take(it, before, out, &got);
  if (!ok && !exc_pending()) raise_too_few(before + after, got, true);
  Value rest = ok ? list_from_iterable(it) : RAISED;
  decref(it);
  if (rest == RAISED) {
    release_args(out, got);
    return false;
  }
  List *l = (List *)as_obj(rest);
  if (l->n < after) {
    raise_too_few(before + after, before + l->n, true);
    release_args(out, before);
    decref(rest);
    return false;
  }
  l->n -= after;
  memcpy(out + before + 1, l->items + l->n, after * sizeof(Value));
  out[before] = rest;
  return true;
}

/* ----------------------------------------------------------------- f-strings */
Value op_build_string(Value *items, uint32_t n) {
  Value s = str_join_array(NULL, items, n);
  release_args(items, n);
  return s;
}
