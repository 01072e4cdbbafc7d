/* mem.h: what gc.c needs to know of the heap. */
#ifndef MOLT_MEM_H
#define MOLT_MEM_H

#include "large.h"
#include "molt.h"

/* Calls f for each live container object (a class with a traverse slot) of the heap. f must not allocate objects. */
void mem_each_container(void (*f)(Obj *o, void *arg), void *arg);
/* Each container on the heap has a word for the collector's use, between gc_words_begin (which zeroes them; false: out of
 * memory) and gc_words_end; mem_gc_word() finds it, NULL: o is something else. */
bool mem_gc_words_begin(void);
void mem_gc_words_end(void);
/* Memory is exhausted: while this is on, small objects may have what was kept back. The next allocation without it fails. */
void mem_insist(bool on);

/* gc.c */
extern int32_t gc_countdown; /* by how many the containers may grow in number before the next automatic run */

#ifndef MOLT_DEBUG
/* A free cell, in the list of its kind and size class; `zero` lies over Obj.rc. */
typedef struct FreeCell {
  uint32_t zero;
  struct FreeCell *next;
} FreeCell;
/* Head of a run of cells, at a multiple of SMALL_PAGE_SIZE. */
typedef struct Page {
  struct Page *next, *previous; /* in its list: pages with cells that are free and not listed */
  FreeCell *free;
  uint32_t cell_size;
  uint32_t reciprocal; /* of cell_size, times 2^32, rounded up: exact for quotients of offsets in a page */
  uint32_t n_free;    /* in `free` */
  uint32_t n_touched; /* cells ever listed; those beyond are untouched memory */
  uint32_t n_cells;
  uint8_t kind, in_list;
  uint32_t *gc_words;
  struct Page *next_container, *previous_container; /* all container pages */
} Page;
#define PAGE_HEAD ((sizeof(Page) + 15u) & ~15u)

#define CELL_STEP 16u
#define CELL_MAX 512u
#define CELL_CLASSES (CELL_MAX / CELL_STEP)
enum { KIND_RAW, KIND_PLAIN, KIND_CONTAINER, KINDS };
extern FreeCell *mem_free_cells[KINDS][CELL_CLASSES];
void *mem_list_cells(uint32_t kind, uint32_t class); /* the list is empty: lists more; one of them, or NULL */

static inline uint32_t size_class(uint32_t size) { return size ? (size - 1) / CELL_STEP : 0; }
static inline void *cell_alloc(uint32_t kind, uint32_t class) {
  FreeCell *cell = mem_free_cells[kind][class];
  if (__builtin_expect(!cell, 0)) return mem_list_cells(kind, class);
  mem_free_cells[kind][class] = cell->next;
  return cell;
}
static inline void cell_free(void *p, uint32_t kind, uint32_t class) {
  FreeCell *cell = p;
  *cell = (FreeCell){0, mem_free_cells[kind][class]};
  mem_free_cells[kind][class] = cell;
}

/* obj_alloc() and obj_release() for a static class, as which its instances stand on the heap: plain objects refer to nothing,
 * containers have a traverse slot. */
static inline void *static_alloc(Class *cls, uint32_t kind, uint32_t size) {
  if (size > CELL_MAX) return obj_alloc(cls, size);
  Obj *o = cell_alloc(kind, size_class(size));
  if (__builtin_expect(!o, 0)) return NULL;
  if (kind == KIND_CONTAINER) gc_countdown--;
  *o = (Obj){1, cls};
  return o;
}
static inline void static_release(Obj *o, uint32_t kind, uint32_t size) {
  if (size > CELL_MAX) {
    obj_release(o, size);
    return;
  }
  if (kind == KIND_CONTAINER) gc_countdown++;
  cell_free(o, kind, size_class(size));
}
#define plain_alloc(cls, size) static_alloc(cls, KIND_PLAIN, size)
#define plain_release(o, size) static_release(o, KIND_PLAIN, size)
#define container_alloc(cls, size) static_alloc(cls, KIND_CONTAINER, size)
#define container_release(o, size) static_release(o, KIND_CONTAINER, size)

static inline Page *page_of(const void *p) { return (Page *)((uintptr_t)p & ~(uintptr_t)(SMALL_PAGE_SIZE - 1)); }
/* May the collector have to look at an object? false: it is plain, or static. */
static inline bool mem_is_container(const Obj *o) { return is_small_chunk(o) ? page_of(o)->kind == KIND_CONTAINER : !IS_STATIC(o); }
static inline uint32_t *mem_gc_word(Obj *o) {
  if (!is_small_chunk(o)) return large_gc_word(o);
  const Page *page = page_of(o);
  uint32_t offset = (uint32_t)((uintptr_t)o - (uintptr_t)page - PAGE_HEAD);
  return page->kind == KIND_CONTAINER ? &page->gc_words[(uint64_t)offset * page->reciprocal >> 32] : NULL;
}
#else
#define plain_alloc obj_alloc
#define plain_release obj_release
#define container_alloc obj_alloc
#define container_release obj_release
static inline bool mem_is_container(const Obj *o) { return !IS_STATIC(o) && o->cls->slots->traverse; }
uint32_t *mem_gc_word(Obj *o);
#endif

#endif
