/* gc.c: the end of objects: counts that reach zero, and cycles.
 *
 * The collector is trial deletion over all containers (Christopher, "Reference count garbage collection", 1984; the way
 * CPython does it): what references among containers do not account for is held from outside. It runs only at safe points,
 * never inside an allocation, so every object it meets is complete. Finalizers run as PEP 442 says: all of them before
 * anything is cleared, and what they resurrect stays.
 */
#include "gc_module.h"
#include "inline.h"
#include "mem.h"

#define GC_MIN 10000
#define GROWTH 2 /* the next run is when so many times as many containers have been added as were left */
#define REACHED 0x80000000u

int32_t gc_countdown = GROWTH * GC_MIN;

uint32_t mem_free_depth;
static Obj **deferred;
static uint32_t n_deferred, deferred_capacity;

bool mem_defer(Obj *o) {
  if (n_deferred == deferred_capacity) {
    uint32_t capacity = deferred_capacity ? deferred_capacity * 2 : 64;
    Obj **grown = mem_realloc(deferred, deferred_capacity * sizeof *deferred, capacity * sizeof *deferred);
    if (!grown) return false;
    deferred = grown;
    deferred_capacity = capacity;
  }
  deferred[n_deferred++] = o;
  return true;
}

static void free_deferred(void) {
  mem_free_depth = 1; /* what dies meanwhile joins the list */
  while (n_deferred) {
    Obj *o = deferred[--n_deferred];
    o->cls->slots->dealloc(o);
  }
  mem_free_depth = 0;
  mem_free(deferred, deferred_capacity * sizeof *deferred);
  deferred = NULL;
  deferred_capacity = 0;
}

/* The tag says it, not the slots: to name them here would keep them in every program. */
static bool is_instance_layout(const Obj *o) { return o->cls->tag == T_INSTANCE; }

/* instance_free(), at once for what most instances are. */
static ALWAYS_INLINE Obj *instance_end(Obj *obj) {
#ifndef MOLT_DEBUG
  Instance *o = (Instance *)obj;
  Class *c = obj->cls;
  const Shape *s = o->shape;
  bool is_plain = !(c->flags & CLASS_HAS_DEL) && !o->extra && !s->n_builtin && s->size <= CELL_MAX;
  if (LIKELY(is_plain && c->h.rc > 1 && mem_free_depth <= FREE_DEPTH_MAX)) {
    Obj *last = release_held(o);
    gc_countdown++;
    cell_free(o, KIND_CONTAINER, size_class(s->size));
    if (!IS_STATIC(c)) obj_decref(c);
    return last;
  }
#endif
  return instance_free(obj);
}

/* Frees an instance that owns nothing; false: it is not such a one. */
static ALWAYS_INLINE bool free_flat(Obj *o) {
#ifndef MOLT_DEBUG
  Class *c = o->cls;
  if (!is_instance_layout(o) || c->flags & CLASS_HAS_DEL || c->h.rc <= 1) return false;
  const Shape *s = ((Instance *)o)->shape;
  if (!s->is_flat || s->size > CELL_MAX) return false;
  gc_countdown++;
  cell_free(o, KIND_CONTAINER, size_class(s->size));
  if (!IS_STATIC(c)) c->h.rc--;
  return true;
#else
  (void)o;
  return false;
#endif
}

/* Kept out of obj_free(), whose own ways need few registers. */
__attribute__((noinline)) static void free_deep(Obj *o) {
  mem_free_depth++;
  while (o && is_instance_layout(o)) o = instance_end(o);
  if (o) o->cls->slots->dealloc(o);
  if (--mem_free_depth == 0 && n_deferred) free_deferred();
}

void obj_free(Obj *o) {
  if (o->cls == &str_class) str_dealloc(o); /* the most frequent, and nothing hangs on it */
  else if (!free_flat(o)) free_deep(o);
}

/* ------------------------------------------------------------- collection */
typedef struct ObjArray {
  Obj **items;
  uint32_t n, capacity;
  bool failed;
} ObjArray;

static void array_push(ObjArray *a, Obj *o) {
  if (a->n == a->capacity) {
    uint32_t capacity = a->capacity ? a->capacity * 2 : 256;
    Obj **grown = mem_realloc(a->items, a->capacity * sizeof *grown, capacity * sizeof *grown);
    if (!grown) {
      a->failed = true;
      return;
    }
    a->items = grown;
    a->capacity = capacity;
  }
  a->items[a->n++] = o;
}

static void array_free(ObjArray *a) { mem_free(a->items, a->capacity * sizeof *a->items); }

/* Calls visit for all that o refers to; what most objects are is not left to their traverse slot. */
static ALWAYS_INLINE void traverse(Obj *o, Visit visit, void *arg) {
  const Class *c = o->cls;
  if (!IS_STATIC(c)) visit(class_value(c), arg);
  if (is_instance_layout(o) && !((Instance *)o)->shape->is_dict) {
    Instance *i = (Instance *)o;
    uint32_t n = i->shape->hidden + i->shape->count, n_inline = i->shape->hidden + i->shape->n_inline;
    for (uint32_t k = 0; k < n && k < n_inline; k++) visit(i->slots[k], arg);
    for (uint32_t k = n_inline; k < n; k++) visit(i->extra[k - n_inline], arg);
  } else if (c == &list_class) {
    List *l = (List *)o;
    for (uint32_t k = 0; k < l->n; k++) visit(l->items[k], arg);
  } else {
    c->slots->traverse(o, visit, arg);
  }
}

static void list_container(Obj *o, void *arg) { array_push(arg, o); }

static void visit_subtract(Value v, void *arg) {
  (void)arg;
  uint32_t *word = is_ptr(v) ? mem_gc_word(as_obj(v)) : NULL;
  if (word) --*word;
}

static void visit_reach(Value v, void *arg) {
  uint32_t *word = is_ptr(v) ? mem_gc_word(as_obj(v)) : NULL;
  if (!word || *word & REACHED) return;
  *word = REACHED;
  array_push(arg, as_obj(v));
}

/* Keeps in `all` only what nothing outside it refers to. `held`: references of the collector itself on each. */
static bool keep_unreachable(ObjArray *all, uint32_t held) {
  if (!mem_gc_words_begin()) {
    mem_gc_words_end();
    return false;
  }
  ObjArray stack = {0};
  for (uint32_t i = 0; i < all->n; i++) *mem_gc_word(all->items[i]) = all->items[i]->rc - held;
  for (uint32_t i = 0; i < all->n; i++) traverse(all->items[i], visit_subtract, NULL);
  for (uint32_t i = 0; i < all->n; i++)
    if (*mem_gc_word(all->items[i]) && !(*mem_gc_word(all->items[i]) & REACHED)) {
      visit_reach(obj_value(all->items[i]), &stack);
      while (stack.n && !stack.failed) traverse(stack.items[--stack.n], visit_reach, &stack);
    }
  uint32_t kept = 0;
  for (uint32_t i = 0; i < all->n; i++) {
    Obj *o = all->items[i];
    if (!(*mem_gc_word(o) & REACHED)) all->items[kept++] = o;
    else if (held) obj_decref(o);
  }
  mem_gc_words_end();
  if (!stack.failed) all->n = kept;
  array_free(&stack);
  return !stack.failed;
}

static void clear_garbage(ObjArray *garbage) {
  for (uint32_t i = 0; i < garbage->n; i++) {
    Obj *o = garbage->items[i];
    if (o->cls->slots->clear) o->cls->slots->clear(o);
  }
  for (uint32_t i = 0; i < garbage->n; i++) obj_decref(garbage->items[i]);
}

static int64_t collect(void) {
  ObjArray all = {0};
  mem_each_container(list_container, &all);
  int64_t live = all.n, found = 0;
  if (!all.failed && keep_unreachable(&all, 0)) {
    found = all.n;
    bool finalized = false;
    for (uint32_t i = 0; i < all.n; i++) obj_incref(all.items[i]);
    for (uint32_t i = 0; i < all.n; i++)
      if (all.items[i]->cls->flags & CLASS_HAS_DEL) {
        if (all.items[i]->cls->tag == T_GENERATOR) gate__generator_finalize(all.items[i]);
        else instance_finalize(all.items[i]);
        finalized = true;
      }
    if (!finalized || keep_unreachable(&all, 1)) clear_garbage(&all);
  }
  array_free(&all);
  live -= found;
  gc_countdown = live > GC_MIN ? GROWTH * (int32_t)live : GROWTH * GC_MIN;
  return found;
}

int64_t gc_collect(void) {
  static bool running;
  if (running) return 0;
  running = true;
  int64_t found = collect();
  running = false;
  return found;
}

void gc_safe_point(void) {
  if (UNLIKELY(gc_countdown <= 0) && gc_enabled) gc_collect();
}
