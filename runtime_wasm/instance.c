/* instance.c: how instances store attributes (instance.h says the layout).
 *
 * An attribute slot is never UNSET in slot mode: deletion goes over to dictionary mode. So a shape alone tells which
 * attributes an instance has, and inline caches need no more than the shape.
 */
#include "inline.h"

#define EXTRA_MIN 4u

/* Slots allocated in `extra` when `n` are in use there: the power of two at or above. */
static uint32_t extra_capacity(uint32_t n) {
  uint32_t capacity = EXTRA_MIN;
  while (capacity < n) capacity *= 2;
  return n ? capacity : 0;
}

static uint32_t extra_count(const Shape *s) { return s->count > s->n_inline ? s->count - s->n_inline : 0; }

uint32_t class_hidden(const Class *c) {
  if (!(c->flags & CLASS_BUILTIN)) return c->shape->hidden;
  if (c->flags & CLASS_EXCEPTION) return EXC_OWN + exc_own_fields(c);
  return c != &object_class && c->tag != T_CLASS;
}

Shape *class_root_shape(Class *c) {
  if (!c->shape) {
    if (!class_touch(c)) return NULL;
    c->shape = shape_root_new(c, class_hidden(c), c->inline_slots);
  } else if (c->inline_slots != c->shape->n_inline) {
    Shape *root = shape_root_new(c, c->shape->hidden, c->inline_slots);
    if (root) {
      root->older_root = c->shape;
      c->shape = root;
    }
  }
  return c->shape;
}

Value instance_new(Class *c) {
  Shape *s = class_root_shape(c);
  Instance *o = s ? instance_alloc(s) : NULL;
  return o ? tagged(o, T_INSTANCE) : raise_memory_error();
}

Value *instance_slot(Instance *o, uint32_t index) {
  const Shape *s = o->shape;
  return index < s->n_inline ? &o->slots[s->hidden + index] : &o->extra[index - s->n_inline];
}

static Dict *dict_of(const Instance *o) { return (Dict *)o->extra; }

Value instance_get(Instance *o, Str *name) {
  if (o->shape->is_dict) return dict_get_str(dict_of(o), name);
  int32_t index = shape_find(o->shape, name);
  return index < 0 ? UNSET : *instance_slot(o, (uint32_t)index);
}

/* The attribute goes to `extra`, which grows. */
static bool add_extra(Instance *o, Shape *to, Value v) {
  uint32_t n = extra_count(to), before = extra_count(o->shape);
  if (extra_capacity(n) != extra_capacity(before)) {
    Value *grown = mem_realloc(o->extra, extra_capacity(before) * sizeof(Value), extra_capacity(n) * sizeof(Value));
    if (!grown) return raise_memory_error() != RAISED;
    o->extra = grown;
  }
  o->shape = to;
  *instance_slot(o, to->count - 1) = incref(v);
  Class *c = o->h.cls;
  /* For instances to come, unless the compiled program knows their shapes. */
  if (!c->prediction && c->inline_slots < to->count && to->count <= INLINE_SLOTS_MAX) c->inline_slots = to->count;
  return true;
}

bool instance_add(Instance *o, Shape *to, Value v) {
  if (UNLIKELY(!shape_takes(to, to->hidden + to->count - 1, v))) to = shape_plain(to);
  if (UNLIKELY(!to)) return raise_memory_error() != RAISED;
  if (UNLIKELY(to->count > to->n_inline)) return add_extra(o, to, v);
  o->slots[to->hidden + to->count - 1] = incref(v);
  o->shape = to;
  return true;
}

bool instance_put(Instance *o, uint32_t slot, Value v) {
  Shape *s = shape_takes(o->shape, slot, v) ? o->shape : shape_plain(o->shape);
  if (!s) return raise_memory_error() != RAISED;
  Value old = o->slots[slot];
  o->slots[slot] = incref(v);
  while (s->promoted && is_double(o->slots[s->promoted_slot])) s = s->promoted;
  o->shape = s;
  decref(old);
  return true;
}

bool instance_set(Instance *o, Str *name, Value v) {
  if (o->shape->is_dict) return dict_set_str(dict_of(o), name, v);
  int32_t index = shape_find(o->shape, name);
  if (index >= 0) {
    if (index < o->shape->n_inline) return instance_put(o, o->shape->hidden + (uint32_t)index, v);
    set_value(instance_slot(o, (uint32_t)index), incref(v));
    return true;
  }
  Shape *to = o->shape->count < SHAPE_ATTRIBUTES_MAX ? shape_add(o->shape, name) : NULL;
  if (!to) return raise_memory_error() != RAISED;
  return instance_add(o, to, v);
}

int instance_del(Instance *o, Str *name) {
  if (!o->shape->is_dict) {
    if (shape_find(o->shape, name) < 0) return 0;
    if (!instance_dict(o)) return -1;
  }
  return dict_delete(dict_of(o), tagged(name, T_STR));
}

/* What a dying instance has outside its block. */
static void release_extra(Instance *o) {
  if (o->shape->is_dict) {
    obj_decref(o->extra);
    return;
  }
  uint32_t n = extra_count(o->shape);
  for (uint32_t i = 0; i < n; i++) decref(o->extra[i]);
  mem_free(o->extra, extra_capacity(n) * sizeof(Value));
}

/* Leaves o without attributes, in the root shape of its size; a dict of theirs stays. */
static void drop_attributes(Instance *o) {
  Shape *s = o->shape, *root = s;
  if (s->is_dict) return;
  while (root->parent) root = root->parent;
  uint32_t n_extra = extra_count(s);
  Value *extra = o->extra;
  o->shape = root;
  o->extra = NULL;
  for (uint32_t i = 0; i < s->count && i < s->n_inline; i++) set_value(&o->slots[s->hidden + i], UNSET);
  for (uint32_t i = 0; i < n_extra; i++) decref(extra[i]);
  if (extra) mem_free(extra, extra_capacity(n_extra) * sizeof(Value));
}

/* The attributes as a new dict, in insertion order. */
static Value attributes_dict(Instance *o) {
  Value dict = dict_new();
  uint32_t count = o->shape->count;
  Str **names = dict == RAISED ? NULL : mem_alloc(count * sizeof *names);
  if (!names) {
    if (dict != RAISED) decref(dict);
    return raise_memory_error();
  }
  shape_names(o->shape, names);
  bool ok = true;
  for (uint32_t i = 0; ok && i < count; i++) ok = dict_set_str((Dict *)as_obj(dict), names[i], *instance_slot(o, i));
  mem_free(names, count * sizeof *names);
  if (ok) return dict;
  decref(dict);
  return RAISED;
}

/* Makes `dict` (taken) the storage of all attributes. */
static bool enter_dict_mode(Instance *o, Value dict) {
  Shape *s = shape_dict_mode(o->shape);
  if (!s) {
    decref(dict);
    return raise_memory_error() != RAISED;
  }
  Instance old = *o;
  Value moved[64];
  uint32_t n = 0, n_extra = old.shape->is_dict ? 0 : extra_count(old.shape);
  if (!old.shape->is_dict)
    for (; n < old.shape->count && n < old.shape->n_inline; n++) {
      moved[n] = o->slots[s->hidden + n];
      o->slots[s->hidden + n] = UNSET;
    }
  o->shape = s;
  o->extra = (Value *)as_obj(dict);
  for (uint32_t i = 0; i < n; i++) decref(moved[i]);
  if (old.shape->is_dict) obj_decref(old.extra);
  for (uint32_t i = 0; i < n_extra; i++) decref(old.extra[i]);
  if (n_extra) mem_free(old.extra, extra_capacity(n_extra) * sizeof(Value));
  return true;
}

Dict *instance_dict(Instance *o) {
  if (!o->shape->is_dict) {
    Value dict = attributes_dict(o);
    if (dict == RAISED || !enter_dict_mode(o, dict)) return NULL;
  }
  return dict_of(o);
}

bool instance_set_dict(Instance *o, Value dict) {
  if (dict == UNSET) {
    Value fresh = dict_new();
    return fresh != RAISED && enter_dict_mode(o, fresh);
  }
  if (!has_tag(dict, T_DICT)) return raise_error(&TypeError_class, "__dict__ must be set to a dictionary, not a '%T'", dict) != RAISED;
  return enter_dict_mode(o, incref(dict));
}

/* Re-labels o as an instance of cls, whose hidden slots are the same: its attributes get a path in the other tree. */
bool instance_set_class(Value v, Class *cls) {
  Instance *o = as_instance(v);
  if (!instance_dict(o)) return false; /* a shape tree belongs to one class */
  Shape *root = class_root_shape(cls);
  Shape *s = root ? shape_dict_mode(root) : NULL;
  if (!s) return raise_memory_error() != RAISED;
  if (s->n_inline != o->shape->n_inline) { /* the size of the block is in the shape: keep it in a root of its own */
    Shape *twin = shape_root_new(cls, s->hidden, o->shape->n_inline);
    if (!twin) return raise_memory_error() != RAISED;
    twin->is_dict = 1;
    twin->older_root = cls->shape->older_root;
    cls->shape->older_root = twin;
    s = twin;
  }
  if (class_makes_descriptors(cls)) type_version_step(); /* o may be an attribute of a class */
  Class *old = o->h.cls;
  o->shape = s;
  if (!IS_STATIC(cls)) obj_incref(cls);
  o->h.cls = cls;
  if (!IS_STATIC(old)) obj_decref(old);
  return true;
}

/* ---------------------------------------------------------------- lifetime */
/* Objects whose __del__ ran and that lived on: it does not run again (PEP 442). Addresses as ints, in a set. */
static Value finalized = UNSET;

static bool was_finalized(const Obj *o, bool forget) {
  if (finalized == UNSET) return false;
  Value key = small_int_value((int64_t)(uintptr_t)o);
  if (dict_get((Dict *)as_obj(finalized), key) == UNSET) return false;
  if (forget) dict_delete((Dict *)as_obj(finalized), key);
  if (dict_size((Dict *)as_obj(finalized)) == 0) set_value(&finalized, UNSET);
  return true;
}

static void remember_finalized(const Obj *o) {
  if (finalized == UNSET) {
    Value dict = dict_new();
    if (dict == RAISED) return exc_clear();
    finalized = dict;
  }
  if (!dict_set((Dict *)as_obj(finalized), small_int_value((int64_t)(uintptr_t)o), NONE)) exc_clear();
}

static void call_finalizer(Obj *o) {
  Value saved = exc_pending() ? exc_take() : UNSET;
  Value del = class_lookup(o->cls, S(__del__));
  if (del != UNSET) {
    incref(del);
    Value self = obj_value(o), bound = bind(incref(del), self, o->cls);
    Value result = bound == RAISED ? RAISED : call0(bound);
    if (bound != RAISED) decref(bound);
    if (result == RAISED) exc_unraisable(del);
    else decref(result);
    decref(del);
  }
  if (saved != UNSET) exc_restore(saved);
}

/* For classes with a __del__: none is built-in. */
GATE(call_finalizer, "type_new", call_finalizer)
GATE(remember_finalized, "type_new", remember_finalized)

void instance_finalize(Obj *o) {
  if (was_finalized(o, false)) return;
  gate__remember_finalized(o);
  gate__call_finalizer(o);
}

/* In CPython's order: members of __slots__, attributes, and what belongs to a built-in base. Nobody sees the object any
 * more, since the collector passes over what has a count of zero, so the slots may keep what they held. Gives the last
 * object, if nobody else holds it, for the caller to free. */
static Obj *release_slots(Instance *o) {
  const Shape *s = o->shape;
  if (UNLIKELY(o->extra || s->n_builtin || o->h.cls->h.rc == 1)) {
    for (uint32_t i = s->n_builtin; i < s->n_held; i++) decref(o->slots[i]);
    if (o->extra) release_extra(o);
    for (uint32_t i = 0; i < s->n_builtin; i++) decref(o->slots[i]);
    return NULL;
  }
  return release_held(o);
}

static void instance_release(Instance *o) {
  uint32_t size = o->shape->size;
#ifndef MOLT_DEBUG
  if (LIKELY(size <= CELL_MAX)) {
    Class *c = o->h.cls;
    cell_free(o, KIND_CONTAINER, size_class(size));
    gc_countdown++;
    if (!IS_STATIC(c)) obj_decref(c);
    return;
  }
#endif
  obj_release(&o->h, size);
}

/* Runs __del__, unless it ran before: does the object live on? */
static bool is_saved_by_finalizer(Obj *o) {
  if (was_finalized(o, true)) return false;
  o->rc = 1;
  gate__call_finalizer(o);
  if (o->rc > 1) gate__remember_finalized(o);
  return --o->rc > 0;
}

Obj *instance_free(Obj *o) {
  if (mem_dealloc_deferred(o)) return NULL;
  if (UNLIKELY(o->cls->flags & CLASS_HAS_DEL) && is_saved_by_finalizer(o)) return NULL;
  Obj *last = release_slots((Instance *)o);
  instance_release((Instance *)o);
  return last;
}

void instance_dealloc(Obj *o) {
  Obj *last = instance_free(o);
  if (last) obj_free(last);
}

void instance_traverse(Obj *obj, Visit visit, void *arg) {
  Instance *o = (Instance *)obj;
  const Shape *s = o->shape;
  for (uint32_t i = 0; i < s->hidden; i++) visit(o->slots[i], arg);
  if (s->is_dict) {
    if (o->extra) visit(tagged(o->extra, T_DICT), arg);
    return;
  }
  for (uint32_t i = 0; i < s->count; i++) visit(*instance_slot(o, i), arg);
}

/* The payload of a built-in base stays, emptied; a dict of the attributes is a container of its own. */
void instance_clear(Obj *obj) {
  Instance *o = (Instance *)obj;
  Class *payload = obj->cls->payload;
  if (payload && payload->slots->clear && is_ptr(o->slots[0])) payload->slots->clear(as_obj(o->slots[0]));
  drop_attributes(o);
  for (uint32_t i = payload ? 1 : 0; i < o->shape->hidden; i++) set_value(&o->slots[i], UNSET);
}
