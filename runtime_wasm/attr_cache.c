/* attr_cache.c: filling the inline caches of attribute sites.
 *
 * A cache is valid for one shape (or class, or module) at one type_version. It may be filled only when the ordinary lookup,
 * done now, would find the same place for every object with that key.
 */
#include "inline.h"

static void fill(AttrCache *c, const void *key, uint32_t index, uint32_t kind) {
  c->key = (void *)key;
  c->index = index;
  c->kind = type_version | kind;
}

/* Attributes of o follow the generic rules and its shape says which it has. */
static bool is_cacheable(Value o, uint16_t hooks) {
  return has_tag(o, T_INSTANCE) && !(class_of_quick(o)->flags & (hooks | CLASS_EXCEPTION)) && !as_instance(o)->shape->is_dict;
}

static void fill_slot(AttrCache *c, const Shape *s, uint32_t attribute) {
  if (attribute < s->n_inline) fill(c, s, s->hidden + attribute, CACHE_INLINE);
  else fill(c, s, attribute - s->n_inline, CACHE_EXTRA);
}

/* A slot that holds the attribute, if the class does not come first. */
static bool fill_instance(Value o, Str *name, AttrCache *cache) {
  Shape *s = as_instance(o)->shape;
  Value attr = class_lookup(class_of(o), name);
  int32_t member = attr == UNSET ? -1 : member_slot(attr);
  if (member >= 0) {
    fill(cache, s, (uint32_t)member, CACHE_INLINE);
    return true;
  }
  if (attr != UNSET && is_data_descriptor(attr)) return true;
  int32_t i = shape_find(s, name);
  if (i >= 0) fill_slot(cache, s, (uint32_t)i);
  return i >= 0;
}

/* Values of built-in types that are no descriptors. */
static bool is_data(Value v) { return v != UNSET && (!is_ptr(v) || ((v >> 32 & 0xFFFF) >= T_INT && (v >> 32 & 0xFFFF) <= T_SLICE)); }

/* An attribute in which no descriptor has a say: the instance's, else the class's. UNSET: it is something else. Borrowed. */
static Value plain_attribute(Value o, Str *name, AttrCache *cache) {
  Value attr = class_lookup(class_of_quick(o), name);
  if (attr != UNSET && !is_data(attr)) {
    fill_instance(o, name, cache);
    return UNSET;
  }
  Shape *s = as_instance(o)->shape;
  int32_t i = shape_find(s, name);
  if (i < 0) return attr;
  fill_slot(cache, s, (uint32_t)i);
  return *instance_slot(as_instance(o), (uint32_t)i);
}

/* What the cache has beyond the slots that inline.h reads; UNSET: it does not fit. Borrowed. */
static Value cached_elsewhere(Value o, const AttrCache *cache) {
  if (has_tag(o, T_INSTANCE)) return cache_hit(cache, as_instance(o)->shape, CACHE_EXTRA) ? as_instance(o)->extra[cache->index] : UNSET;
  return has_tag(o, T_MODULE) && cache->key == as_obj(o) ? ((Module *)as_obj(o))->globals[cache->index] : UNSET;
}

Value op_getattr_miss(Value o, Str *name, AttrCache *cache) {
  Value v = cached_elsewhere(o, cache);
  if (v != UNSET) return incref(v);
  if (is_cacheable(o, CLASS_HAS_GETATTR)) {
    v = plain_attribute(o, name, cache);
    if (v != UNSET) return incref(v);
  } else if (has_tag(o, T_MODULE)) {
    int32_t i = module_slot((Module *)as_obj(o), name);
    if (i >= 0) fill(cache, as_obj(o), (uint32_t)i, CACHE_GLOBAL);
  }
  return op_getattr(o, name);
}

bool op_setattr_miss(Value o, Str *name, Value v, AttrCache *cache) {
  if (!is_cacheable(o, CLASS_HAS_SETATTR)) return op_setattr(o, name, v);
  Instance *i = as_instance(o);
  Shape *before = i->shape;
  if (cache_hit(cache, before, CACHE_ADD)) return instance_add(i, (Shape *)(uintptr_t)cache->index, v);
  if (cache_hit(cache, before, CACHE_EXTRA)) {
    set_value(&i->extra[cache->index], incref(v));
    return true;
  }
  bool known = fill_instance(o, name, cache);
  if (!op_setattr(o, name, v)) return false;
  if (!known && i->shape->parent == before) fill(cache, before, (uint32_t)(uintptr_t)i->shape, CACHE_ADD);
  return true;
}

/* ------------------------------------------------------------------- methods */
/* `o` is of a built-in class that has the method b, so nothing is to be checked or unwrapped. */
static Value call_cached_builtin(Value o, Builtin *b, Value *args, uint32_t n, Value kwnames) {
  obj_incref(b);
  Value r = kwnames == NONE ? call_builtin_plain(b->def, o, args, n) : UNSET;
  if (r == UNSET) r = call_builtin(b->def, b->owner, o, args, n, kwnames);
  obj_decref(b);
  release_args(args, n + kw_count(kwnames));
  return r;
}

Value op_call_method_miss(Value o, Str *name, Value *args, uint32_t n, Value kwnames, AttrCache *cache) {
  Class *c = class_of_quick(o);
  if (cache_hit(cache, c, CACHE_METHOD)) return call_cached_builtin(o, (Builtin *)(uintptr_t)cache->index, args, n, kwnames);
  if (is_cacheable(o, CLASS_HAS_GETATTR)) {
    Shape *s = as_instance(o)->shape;
    Value attr = cache_hit(cache, s, CACHE_SHAPE_METHOD) ? tagged((void *)(uintptr_t)cache->index, T_FUNCTION) : class_lookup(c, name);
    if (has_tag(attr, T_FUNCTION) && shape_find(s, name) < 0) {
      fill(cache, s, (uint32_t)(uintptr_t)as_obj(attr), CACHE_SHAPE_METHOD);
      args[-1] = incref(o);
      incref(attr);
      Value r = call_function((Function *)as_obj(attr), args - 1, n + 1, kwnames);
      decref(attr);
      return r;
    }
  } else if (c->flags & CLASS_BUILTIN && !c->slots->getattr && !has_tag(o, T_INSTANCE)) {
    Value attr = class_lookup(c, name);
    if (has_tag(attr, T_BUILTIN) && ((Builtin *)as_obj(attr))->self == UNSET && !((Builtin *)as_obj(attr))->def->flags) {
      fill(cache, c, (uint32_t)(uintptr_t)as_obj(attr), CACHE_METHOD);
      return call_cached_builtin(o, (Builtin *)as_obj(attr), args, n, kwnames);
    }
  } else if (has_tag(o, T_MODULE)) {
    Value f = op_getattr_cached(o, name, cache);
    if (f == RAISED) {
      release_args(args, n + kw_count(kwnames));
      tb_lookup_failed = true;
      return RAISED;
    }
    Value r = call(f, args, n, kwnames);
    decref(f);
    return r;
  }
  return call_method(o, name, args, n, kwnames);
}
