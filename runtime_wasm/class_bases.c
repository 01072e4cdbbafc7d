/* class_bases.c: what a class inherits from: bases, subclasses, the order of resolution, and the assignment of __bases__.
 *
 * C3: Barrett et al., "A Monotonic Superclass Linearization for Dylan", OOPSLA 1996. Which layouts agree, and the wording when
 * they do not, follow CPython's Objects/typeobject.c.
 */
#include "inline.h"

/* -------------------------------------------------------------- subclasses */
typedef struct Subclasses {
  uint32_t n, capacity;
  Class *items[]; /* not counted: a dying class takes itself out */
} Subclasses;

static uint32_t subclasses_bytes(uint32_t capacity) { return (uint32_t)sizeof(Subclasses) + capacity * (uint32_t)sizeof(Class *); }
uint32_t subclasses_count(const Class *c) { return c->subclasses ? ((Subclasses *)c->subclasses)->n : 0; }
Class *subclasses_at(const Class *c, uint32_t i) { return ((Subclasses *)c->subclasses)->items[i]; }

bool subclasses_add(Class *c, Class *sub) {
  Subclasses *s = c->subclasses;
  if (!class_touch(c)) return false;
  if (!s || s->n == s->capacity) {
    uint32_t capacity = s ? s->capacity * 2 : 4;
    Subclasses *grown = mem_realloc(s, s ? subclasses_bytes(s->capacity) : 0, subclasses_bytes(capacity));
    if (!grown) return raise_memory_error() != RAISED;
    if (!s) grown->n = 0;
    grown->capacity = capacity;
    c->subclasses = s = grown;
  }
  s->items[s->n++] = sub;
  return true;
}

void subclasses_remove(Class *c, const Class *sub) {
  Subclasses *s = c->subclasses;
  for (uint32_t i = 0; s && i < s->n; i++)
    if (s->items[i] == sub) {
      memmove(&s->items[i], &s->items[i + 1], (--s->n - i) * sizeof *s->items);
      return;
    }
}

void subclasses_free(Class *c) {
  Subclasses *s = c->subclasses;
  if (s) mem_free(s, subclasses_bytes(s->capacity));
  c->subclasses = NULL;
}

/* --------------------------------------------------------------------- MRO */
static uint32_t mro_length(const Class *c) {
  uint32_t n = 0;
  while (class_mro_at(c, n)) n++;
  return n;
}

/* Is c in the tail (past position at[j]) of any list being merged? List n_bases is the list of bases itself. */
static bool in_tail(const Class *cls, const Class *c, const uint32_t *at) {
  for (uint32_t j = 0; j < cls->n_bases; j++) {
    Class *other;
    for (uint32_t i = at[j] + 1; (other = class_mro_at(cls->bases[j], i)); i++)
      if (other == c) return true;
  }
  for (uint32_t i = at[cls->n_bases] + 1; i < cls->n_bases; i++)
    if (cls->bases[i] == c) return true;
  return false;
}

static Class *merge_head(const Class *cls, uint32_t j, const uint32_t *at) {
  if (j < cls->n_bases) return class_mro_at(cls->bases[j], at[j]);
  return at[j] < cls->n_bases ? cls->bases[at[j]] : NULL;
}

static bool raise_mro_conflict(const Class *cls, const uint32_t *at) {
  StrBuf b;
  buf_init(&b);
  Class *seen[64];
  uint32_t n = 0;
  for (uint32_t j = 0; j <= cls->n_bases; j++) {
    Class *head = merge_head(cls, j, at);
    bool fresh = head != NULL && n < 64;
    for (uint32_t i = 0; i < n; i++) fresh = fresh && seen[i] != head;
    if (!fresh) continue;
    buf_cstr(&b, n ? ", " : " ");
    seen[n++] = head;
    Value name = class_name(head);
    if (name != RAISED) buf_str(&b, as_str(name)), decref(name);
  }
  Value names = buf_finish(&b);
  if (names == RAISED) return false;
  raise_error(&TypeError_class, "Cannot create a consistent method resolution\norder (MRO) for bases%S", names);
  decref(names);
  return false;
}

static bool merge(Class *cls, uint32_t *at) {
  for (;;) {
    Class *next = NULL;
    bool left = false;
    for (uint32_t j = 0; j <= cls->n_bases && !next; j++) {
      Class *head = merge_head(cls, j, at);
      if (!head) continue;
      left = true;
      if (!in_tail(cls, head, at)) next = head;
    }
    if (!left) return true;
    if (!next) return raise_mro_conflict(cls, at);
    cls->mro[cls->n_mro++] = next;
    for (uint32_t j = 0; j <= cls->n_bases; j++)
      if (merge_head(cls, j, at) == next) at[j]++;
  }
}

bool class_make_mro(Class *cls) {
  uint32_t limit = 1;
  for (uint32_t j = 0; j < cls->n_bases; j++) {
    for (uint32_t i = 0; i < j; i++)
      if (cls->bases[i] == cls->bases[j])
        return raise_error(&TypeError_class, "duplicate base class %C", cls->bases[i]) != RAISED;
    limit += mro_length(cls->bases[j]);
  }
  uint32_t at_bytes = (cls->n_bases + 1) * 4;
  uint32_t *at = mem_alloc(at_bytes);
  Class **mro = mem_alloc(limit * sizeof *mro);
  if (!at || !mro) {
    mem_free(at, at_bytes);
    mem_free(mro, limit * sizeof *mro);
    return raise_memory_error() != RAISED;
  }
  memset(at, 0, at_bytes);
  cls->mro = mro;
  mro[0] = cls;
  cls->n_mro = 1;
  bool ok = merge(cls, at);
  mem_free(at, at_bytes);
  Class **exact = ok ? mem_realloc(mro, limit * sizeof *mro, cls->n_mro * sizeof *mro) : NULL;
  if (!exact) {
    mem_free(mro, limit * sizeof *mro);
    cls->mro = NULL;
    cls->n_mro = 0;
    return ok ? raise_memory_error() != RAISED : false;
  }
  cls->mro = exact;
  return true;
}

/* ------------------------------------------------------------------- bases */
Class *class_metaclass(Class *meta, Value bases) {
  Tuple *t = as_tuple(bases);
  for (uint32_t i = 0; i < t->n; i++) {
    Class *of_base = class_of(t->items[i]);
    if (class_is_subclass(meta, of_base)) continue;
    if (!class_is_subclass(of_base, meta)) {
      raise_error(&TypeError_class, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                                    "metaclasses of all its bases");
      return NULL;
    }
    meta = of_base;
  }
  return meta;
}

Class *class_best_base(Value bases) {
  Tuple *t = as_tuple(bases);
  Class *best = NULL, *solid = NULL;
  for (uint32_t i = 0; i < t->n; i++) {
    if (!has_tag(t->items[i], T_CLASS)) {
      raise_error(&TypeError_class, "bases must be types");
      return NULL;
    }
    Class *base = as_class(t->items[i]);
    if (base->flags & CLASS_BUILTIN && !(base->flags & CLASS_BASE_OK)) {
      raise_error(&TypeError_class, "type '%C' is not an acceptable base type", base);
      return NULL;
    }
    Class *candidate = class_solid(base);
    if (!best || (candidate != solid && class_is_subclass(candidate, solid))) {
      best = base;
      solid = candidate;
    } else if (!class_is_subclass(solid, candidate)) {
      raise_error(&TypeError_class, "multiple bases have instance lay-out conflict");
      return NULL;
    }
  }
  return best ? best : &object_class;
}

bool class_set_bases(Class *c, Value bases) {
  Tuple *t = as_tuple(bases);
  uint32_t n = t->n ? t->n : 1;
  c->bases = mem_alloc(n * sizeof *c->bases);
  if (!c->bases) return raise_memory_error() != RAISED;
  c->bases[0] = &object_class;
  for (uint32_t i = 0; i < t->n; i++) c->bases[i] = as_class(t->items[i]);
  for (uint32_t i = 0; i < n; i++) obj_incref(c->bases[i]);
  c->n_bases = n;
  return true;
}

/* ------------------------------------------------------------------ layouts */
/* Of the built-in classes, exceptions and metaclasses give their instances attributes. */
bool class_lacks_dict(const Class *c) {
  return c->flags & CLASS_NO_DICT || (c->flags & CLASS_BUILTIN && !(c->flags & CLASS_EXCEPTION) && !class_is_subclass(c, &type_class));
}

/* Does CPython free its instances as members of cycles? The function that does is part of the layout there. */
static bool is_collected(const Class *c) {
  if (c == &object_class) return false;
  if (c->flags & CLASS_BUILTIN) return c->slots->traverse != NULL;
  return !class_lacks_dict(c) || class_hidden(c) != class_hidden(c->base) || is_collected(c->base);
}

static bool adds_to_layout(const Class *c) {
  return !c->base || class_hidden(c) != class_hidden(c->base) || class_lacks_dict(c) != class_lacks_dict(c->base);
}

/* The same members of __slots__, in the same slots? */
static bool same_members(const Class *a, const Class *b) {
  uint32_t pos = 0;
  Value name, v;
  while (dict_next(a->dict, &pos, &name, &v)) {
    if (member_slot(v) < 0) continue;
    Value other = dict_get_str(b->dict, as_str(name));
    if (other == UNSET || member_slot(other) != member_slot(v)) return false;
  }
  return true;
}

static bool same_addition(const Class *a, const Class *b) {
  if ((a->flags | b->flags) & CLASS_BUILTIN || a->base != b->base) return false;
  return class_hidden(a) == class_hidden(b) && class_lacks_dict(a) == class_lacks_dict(b) && same_members(a, b);
}

bool class_check_layouts(const Class *from, const Class *to, const char *attribute) {
  if (is_collected(from) != is_collected(to))
    return raise_error(&TypeError_class, "%s assignment: '%C' deallocator differs from '%C'", attribute, to, from) != RAISED;
  const Class *a = from, *b = to;
  while (!adds_to_layout(a)) a = a->base;
  while (!adds_to_layout(b)) b = b->base;
  if (a == b || same_addition(a, b)) return true;
  return raise_error(&TypeError_class, "%s assignment: '%C' object layout differs from '%C'", attribute, to, from) != RAISED;
}

/* --------------------------------------------------------------- assignment */
/* The resolution orders of a class and of all below it, as they were: a class may occur more than once. */
typedef struct SavedMro {
  Class *cls;
  Class **mro;
  uint32_t n;
} SavedMro;
typedef struct SavedMros {
  SavedMro *items;
  uint32_t n, capacity;
} SavedMros;

static bool save_mro(SavedMros *saved, Class *c) {
  if (saved->n == saved->capacity) {
    uint32_t capacity = saved->capacity ? saved->capacity * 2 : 16;
    SavedMro *grown = mem_realloc(saved->items, saved->capacity * sizeof *grown, capacity * sizeof *grown);
    if (!grown) return raise_memory_error() != RAISED;
    saved->items = grown;
    saved->capacity = capacity;
  }
  saved->items[saved->n++] = (SavedMro){c, c->mro, c->n_mro};
  c->mro = NULL;
  c->n_mro = 0;
  return true;
}

static bool remake_mros(SavedMros *saved, Class *c) {
  if (!save_mro(saved, c) || !class_make_mro(c)) return false;
  for (uint32_t i = 0; i < subclasses_count(c); i++)
    if (!remake_mros(saved, subclasses_at(c, i))) return false;
  return true;
}

static void mros_end(SavedMros *saved, bool restore) {
  while (saved->n) {
    SavedMro *old = &saved->items[--saved->n];
    Class **mro = restore ? old->cls->mro : old->mro;
    uint32_t n = restore ? old->cls->n_mro : old->n;
    if (restore) {
      old->cls->mro = old->mro;
      old->cls->n_mro = old->n;
    }
    mem_free(mro, n * sizeof *mro);
  }
  mem_free(saved->items, saved->capacity * sizeof *saved->items);
}

static bool enter_subclass(Class *c) {
  for (uint32_t i = 0; i < c->n_bases; i++)
    if (!subclasses_add(c->bases[i], c)) {
      while (i--) subclasses_remove(c->bases[i], c);
      return false;
    }
  return true;
}

static void bases_release(Class **bases, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) obj_decref(bases[i]);
  mem_free(bases, n * sizeof *bases);
}

/* Borrows base. When it fails, all is as before: room among the subclasses of the old bases there still is. */
static bool replace_bases(Class *c, Value bases, Class *base) {
  Class **old_bases = c->bases, *old_base = c->base;
  uint32_t n_old = c->n_bases;
  if (!class_set_bases(c, bases)) {
    c->bases = old_bases;
    return false;
  }
  for (uint32_t i = 0; i < n_old; i++) subclasses_remove(old_bases[i], c);
  c->base = base;
  SavedMros saved = {0};
  bool ok = remake_mros(&saved, c) && enter_subclass(c);
  mros_end(&saved, !ok);
  if (ok) {
    obj_incref(base);
    obj_decref(old_base);
    bases_release(old_bases, n_old);
    return true;
  }
  bases_release(c->bases, c->n_bases);
  c->bases = old_bases;
  c->n_bases = n_old;
  c->base = old_base;
  enter_subclass(c);
  return false;
}

static bool check_bases(Class *c, Value bases) {
  if (bases == UNSET) return raise_error(&TypeError_class, "cannot delete '__bases__' attribute of immutable type '%C'", c) != RAISED;
  const Tuple *t = as_tuple(bases);
  if (!t) return raise_error(&TypeError_class, "can only assign tuple to %C.__bases__, not %T", c, bases) != RAISED;
  if (!t->n) return raise_error(&TypeError_class, "can only assign non-empty tuple to %C.__bases__, not ()", c) != RAISED;
  for (uint32_t i = 0; i < t->n; i++) {
    if (!has_tag(t->items[i], T_CLASS))
      return raise_error(&TypeError_class, "%C.__bases__ must be tuple of classes, not '%T'", c, t->items[i]) != RAISED;
    if (class_is_subclass(as_class(t->items[i]), c))
      return raise_error(&TypeError_class, "a __bases__ item causes an inheritance cycle") != RAISED;
  }
  return true;
}

static bool assign_bases(Class *c, Value bases) {
  if (!check_bases(c, bases)) return false;
  Class *base = class_best_base(bases);
  if (!base || !class_check_layouts(c->base, base, "__bases__") || !replace_bases(c, bases, base)) return false;
  class_bases_changed(c);
  return true;
}

GATE(assign_bases, "__bases__", assign_bases)
