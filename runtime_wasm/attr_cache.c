/* attr_cache.c: the inline caches of attribute sites: what to do on a miss, and what to keep.
 *
 * An entry is valid for one key (the shape of an instance; else the class or module that the attribute is asked of) at one
 * type_version. It may be made only when the ordinary lookup, done now, would find the same place for every object with
 * that key. A site has one entry of its own, which inline.h tests. What it pushes out goes to a table that all sites share
 * (the second level of Deutsch and Schiffman, "Efficient Implementation of the Smalltalk-80 System", POPL 1984), so that a site
 * that sees several shapes finds each of them there.
 */
#include "inline.h"

/* ----------------------------------------------------------------- entries */
typedef struct SharedEntry {
  const AttrCache *site;
  AttrCache cache;
} SharedEntry;
#define SHARED_ENTRIES 1024u
static SharedEntry shared[SHARED_ENTRIES];

static SharedEntry *shared_entry(const AttrCache *site, const void *key) {
  uint32_t bits = (uint32_t)(uintptr_t)site / sizeof *site ^ (uint32_t)(uintptr_t)key >> 4;
  return &shared[(bits ^ bits >> 10) % SHARED_ENTRIES];
}

static uint32_t kind_of(const AttrCache *c) { return c->kind & CACHE_KIND_MASK; }
static bool is_current(const AttrCache *c) { return c->kind - kind_of(c) == type_version; }

static bool fill(AttrCache *site, const void *key, uint32_t index, uint32_t kind) {
  if (site->key != key && is_current(site)) *shared_entry(site, site->key) = (SharedEntry){site, *site};
  site->key = (void *)key;
  site->index = index;
  site->kind = type_version | kind;
  return true;
}

static bool fill_pointer(AttrCache *site, const void *key, const void *p, uint32_t kind) {
  return fill(site, key, (uint32_t)(uintptr_t)p, kind);
}

static const void *key_of(Value o) {
  if (has_tag(o, T_INSTANCE)) return as_instance(o)->shape;
  return has_tag(o, T_CLASS) || has_tag(o, T_MODULE) ? (void *)as_obj(o) : class_of_quick(o);
}

/* The site's entry for o, or NULL. Any call may replace it. */
static const AttrCache *find(Value o, const AttrCache *site) {
  const void *key = key_of(o);
  if (site->key == key) return is_current(site) ? site : NULL;
  const SharedEntry *e = shared_entry(site, key);
  return e->site == site && e->cache.key == key && is_current(&e->cache) ? &e->cache : NULL;
}

static void *pointer_in(const AttrCache *e) { return (void *)(uintptr_t)e->index; }

/* Where the entry says that the attribute is kept; NULL: it is to be called for. */
static Value *place(Value o, const AttrCache *e) {
  switch (kind_of(e)) {
    case CACHE_INLINE: return &as_instance(o)->slots[e->index];
    case CACHE_EXTRA: return &as_instance(o)->extra[e->index];
    case CACHE_GLOBAL: return &((Module *)as_obj(o))->globals[e->index];
    case CACHE_CLASS_VALUE: return pointer_in(e);
    default: return NULL;
  }
}

/* ---------------------------------------------------------------- learning */
/* Does attribute `name` of o follow the generic rules, and does its shape say whether o has it? */
static bool is_cacheable(Value o, Str *name, uint16_t hooks) {
  if (!has_tag(o, T_INSTANCE) || as_instance(o)->shape->is_dict) return false;
  const Class *c = class_of_quick(o);
  return !(c->flags & hooks) && !(c->flags & CLASS_EXCEPTION && exc_has_field(c, name));
}

/* A class made by a class statement, without a metaclass that could have a say. */
static bool is_cacheable_class(Value o, Str *name) {
  return has_tag(o, T_CLASS) && !(as_class(o)->flags & CLASS_BUILTIN) && as_obj(o)->cls == &type_class &&
         class_lookup(&type_class, name) == UNSET;
}

static bool fill_slot(AttrCache *site, const Shape *s, uint32_t attribute) {
  if (attribute < s->n_inline) return fill(site, s, s->hidden + attribute, CACHE_INLINE);
  return fill(site, s, attribute - s->n_inline, CACHE_EXTRA);
}

/* The class attribute `name` of c, which stays where it is while type_version does: rebinding it writes to the same place. */
static bool fill_class_value(AttrCache *site, const void *key, Class *c, Str *name) {
  Value *cell = class_cell(c, name);
  return cell && fill_pointer(site, key, cell, CACHE_CLASS_VALUE);
}

static bool is_exact_property(Value attr) { return has_tag(attr, T_OTHER) && as_obj(attr)->cls == &property_class; }

/* What the class says of an attribute before the instance is asked: 1 the entry is made, 0 nothing, -1 it cannot be cached. */
static int learn_descriptor(Value attr, const Shape *s, AttrCache *site) {
  if (attr == UNSET || is_plain_data(attr)) return 0;
  int32_t member = member_slot(attr);
  if (member >= 0) return fill(site, s, (uint32_t)member, CACHE_INLINE);
  if (is_exact_property(attr)) return fill_pointer(site, s, as_obj(attr), CACHE_PROPERTY);
  return is_data_descriptor(attr) ? -1 : 0;
}

static bool learn_instance(Value o, Str *name, AttrCache *site) {
  Class *c = class_of_quick(o);
  Shape *s = as_instance(o)->shape;
  Value attr = class_lookup(c, name);
  int done = learn_descriptor(attr, s, site);
  if (done) return done > 0;
  int32_t i = shape_find(s, name);
  if (i >= 0) return fill_slot(site, s, (uint32_t)i);
  return is_unbound_data(attr) && fill_class_value(site, s, c, name);
}

static bool learn_module(Value o, Str *name, AttrCache *site) {
  int32_t i = module_slot((Module *)as_obj(o), name);
  return i >= 0 && fill(site, as_obj(o), (uint32_t)i, CACHE_GLOBAL);
}

static bool learn_getattr(Value o, Str *name, AttrCache *site) {
  if (is_cacheable(o, name, CLASS_HAS_GETATTR)) return learn_instance(o, name, site);
  if (has_tag(o, T_MODULE)) return learn_module(o, name, site);
  if (!is_cacheable_class(o, name)) return false;
  Value attr = class_lookup(as_class(o), name);
  return (has_tag(attr, T_FUNCTION) || is_unbound_data(attr)) && fill_class_value(site, as_obj(o), as_class(o), name);
}

/* An attribute that the class itself has. */
static bool learn_class_setattr(Value o, Str *name, AttrCache *site) {
  if (!IS_STATIC(name) || is_dunder(name) || !is_cacheable_class(o, name)) return false;
  Value *cell = class_own_cell(as_class(o), name);
  return cell && fill_pointer(site, as_obj(o), cell, CACHE_CLASS_VALUE);
}

static bool learn_setattr(Value o, Str *name, AttrCache *site) {
  if (!is_cacheable(o, name, CLASS_HAS_SETATTR)) return learn_class_setattr(o, name, site);
  Class *c = class_of_quick(o);
  Shape *s = as_instance(o)->shape;
  Value attr = class_lookup(c, name);
  int32_t member = member_slot(attr);
  if (member >= 0 && (s->promoted || !shape_takes(s, (uint32_t)member, UNSET))) return fill(site, s, (uint32_t)member, CACHE_PUT);
  int done = learn_descriptor(attr, s, site);
  if (done) return done > 0;
  int32_t i = shape_find(s, name);
  if (i >= 0 && !shape_takes(s, s->hidden + (uint32_t)i, UNSET)) return fill(site, s, s->hidden + (uint32_t)i, CACHE_PUT);
  if (i >= 0) return fill_slot(site, s, (uint32_t)i);
  if (c->flags & CLASS_NO_DICT || s->count >= SHAPE_ATTRIBUTES_MAX) return false;
  Shape *to = shape_add(s, name);
  return to && fill_pointer(site, s, to, CACHE_ADD);
}

/* A function found in a class: called with the receiver, with the class, or with neither. */
static bool learn_function(Value attr, const void *key, uint32_t plain_kind, AttrCache *site) {
  if (has_tag(attr, T_FUNCTION)) return fill_pointer(site, key, as_obj(attr), plain_kind);
  if (!has_tag(attr, T_OTHER)) return false;
  bool is_static = as_obj(attr)->cls == &staticmethod_class;
  if (!is_static && as_obj(attr)->cls != &classmethod_class) return false;
  Value fn = wrapped_callable(attr);
  return has_tag(fn, T_FUNCTION) && fill_pointer(site, key, as_obj(fn), is_static ? CACHE_STATIC_CALL : CACHE_CLASS_CALL);
}

static bool learn_method(Value o, Str *name, AttrCache *site) {
  Class *c = class_of_quick(o);
  if (is_cacheable(o, name, CLASS_HAS_GETATTR)) {
    Shape *s = as_instance(o)->shape;
    Value attr = class_lookup(c, name);
    if (shape_find(s, name) < 0 && learn_function(attr, s, CACHE_SHAPE_METHOD, site)) return true;
    return !is_exact_property(attr) && learn_instance(o, name, site);
  }
  if (c->flags & CLASS_BUILTIN && !c->slots->getattr && !has_tag(o, T_INSTANCE)) {
    Value attr = class_lookup(c, name);
    bool is_method = has_tag(attr, T_BUILTIN) && ((Builtin *)as_obj(attr))->self == UNSET && !((Builtin *)as_obj(attr))->def->flags;
    return is_method && fill_pointer(site, c, as_obj(attr), CACHE_METHOD);
  }
  if (is_cacheable_class(o, name) && learn_function(class_lookup(as_class(o), name), as_obj(o), CACHE_STATIC_CALL, site)) return true;
  return learn_getattr(o, name, site);
}

/* ------------------------------------------------------------------ misses */
Value op_getattr_miss(Value o, Str *name, AttrCache *site) {
  const AttrCache *e = find(o, site);
  if (!e && learn_getattr(o, name, site)) e = site;
  if (!e) return op_getattr(o, name);
  if (kind_of(e) == CACHE_PROPERTY) return property_get(tagged(pointer_in(e), T_OTHER), o);
  Value v = *place(o, e);
  return v != UNSET ? incref(v) : op_getattr(o, name);
}

bool op_setattr_miss(Value o, Str *name, Value v, AttrCache *site) {
  const AttrCache *e = find(o, site);
  if (!e && learn_setattr(o, name, site)) e = site;
  switch (e ? kind_of(e) : CACHE_NONE) {
    case CACHE_NONE: return op_setattr(o, name, v);
    case CACHE_ADD: return instance_add(as_instance(o), pointer_in(e), v);
    case CACHE_PUT: return instance_put(as_instance(o), e->index, v);
    case CACHE_PROPERTY: return property_set(tagged(pointer_in(e), T_OTHER), o, v);
    case CACHE_CLASS_VALUE: return class_rebind(as_class(o), name, pointer_in(e), v) || op_setattr(o, name, v);
    default: set_value(place(o, e), incref(v)); return true;
  }
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

/* The class may let go of the function meanwhile. */
static Value call_held(Function *f, Value *args, uint32_t n, Value kwnames) {
  obj_incref(f);
  Value r = kwnames == NONE && simple_signature(f->info, n) ? enter_function(f, args, n) : call_function(f, args, n, kwnames);
  obj_decref(f);
  return r;
}

static Value call_value(Value f, Value *args, uint32_t n, Value kwnames) {
  incref(f);
  Value r = kwnames == NONE ? call_fast(f, args, n) : call(f, args, n, kwnames);
  decref(f);
  return r;
}

Value op_call_method_miss(Value o, Str *name, Value *args, uint32_t n, Value kwnames, AttrCache *site) {
  const AttrCache *e = find(o, site);
  if (!e && learn_method(o, name, site)) e = site;
  if (!e) return call_method(o, name, args, n, kwnames);
  switch (kind_of(e)) {
    case CACHE_METHOD: return call_cached_builtin(o, pointer_in(e), args, n, kwnames);
    case CACHE_STATIC_CALL: return call_held(pointer_in(e), args, n, kwnames);
    case CACHE_SHAPE_METHOD:
      args[-1] = incref(o);
      return call_held(pointer_in(e), args - 1, n + 1, kwnames);
    case CACHE_CLASS_CALL:
      args[-1] = incref(has_tag(o, T_CLASS) ? o : class_value(class_of_quick(o)));
      return call_held(pointer_in(e), args - 1, n + 1, kwnames);
    default: {
      Value f = *place(o, e);
      return f != UNSET ? call_value(f, args, n, kwnames) : call_method(o, name, args, n, kwnames);
    }
  }
}
