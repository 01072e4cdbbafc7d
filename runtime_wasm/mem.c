/* mem.c: the heap.
 *
 * Blocks up to 512 bytes come from 16 KiB pages of one size class each (multiples of 16), in three kinds: raw memory,
 * plain objects, containers. A page's free cells are a list; a page without live cells goes back to the page pool, for any
 * class. The collector finds containers by walking their pages: the count at the head of a free cell is zero.
 * Bigger blocks come from large.c. The debug build (mem_debug.c) takes both files' place.
 */
#ifndef MOLT_DEBUG
#include "mem.h"

#include "large.h"

#define CELL_STEP 16u
#define CELL_MAX 512u
#define CLASSES (CELL_MAX / CELL_STEP)

enum { KIND_RAW, KIND_PLAIN, KIND_CONTAINER, KINDS };

/* A free cell: `zero` lies over Obj.rc. */
typedef struct Cell_ {
  uint32_t zero;
  struct Cell_ *next;
} FreeCell;

typedef struct Page {
  struct Page *next, *previous; /* in its list: pages with room of one class and kind */
  FreeCell *free;
  uint32_t cell_size;
  uint32_t n_live;
  uint32_t n_touched; /* cells ever given out; those beyond are untouched memory */
  uint32_t n_cells;
  uint8_t kind, in_list;
  uint32_t *gc_words;
  struct Page *next_container; /* all container pages */
} Page;
#define PAGE_HEAD ((sizeof(Page) + 15u) & ~15u)

static Page *with_room[KINDS][CLASSES];
static Page *container_pages;
static Page *pool;
static uint32_t used_bytes;

static Page *page_of(const void *p) { return (Page *)((uintptr_t)p & ~(uintptr_t)(SMALL_PAGE_SIZE - 1)); }

static void list_push(Page *page) {
  Page **head = &with_room[page->kind][page->cell_size / CELL_STEP - 1];
  page->previous = NULL;
  page->next = *head;
  if (*head) (*head)->previous = page;
  *head = page;
  page->in_list = 1;
}

static void list_remove(Page *page) {
  if (page->previous) page->previous->next = page->next;
  else with_room[page->kind][page->cell_size / CELL_STEP - 1] = page->next;
  if (page->next) page->next->previous = page->previous;
  page->in_list = 0;
}

static bool pool_fill(void) {
  char *chunk = small_chunk_alloc();
  if (!chunk) return false;
  for (uint32_t i = 0; i < SMALL_CHUNK_SIZE; i += SMALL_PAGE_SIZE) {
    Page *page = (Page *)(chunk + i);
    page->next = pool;
    pool = page;
  }
  return true;
}

static Page *page_new(uint32_t kind, uint32_t cell_size) {
  if (!pool && !pool_fill()) return NULL;
  Page *page = pool;
  pool = page->next;
  memset(page, 0, sizeof *page);
  page->kind = (uint8_t)kind;
  page->cell_size = cell_size;
  page->n_cells = (SMALL_PAGE_SIZE - PAGE_HEAD) / cell_size;
  if (kind == KIND_CONTAINER) {
    page->next_container = container_pages;
    container_pages = page;
  }
  list_push(page);
  return page;
}

static void page_retire(Page *page) {
  list_remove(page);
  if (page->kind == KIND_CONTAINER) {
    Page **at = &container_pages;
    while (*at != page) at = &(*at)->next_container;
    *at = page->next_container;
  }
  page->next = pool;
  pool = page;
}

static inline __attribute__((always_inline)) void *cell_alloc(uint32_t kind, uint32_t size) {
  uint32_t class = size ? (size - 1) / CELL_STEP : 0;
  Page *page = with_room[kind][class];
  if (!page && !(page = page_new(kind, (class + 1) * CELL_STEP))) return NULL;
  FreeCell *cell = page->free;
  if (cell) page->free = cell->next;
  else cell = (FreeCell *)((char *)page + PAGE_HEAD + page->n_touched++ * page->cell_size);
  page->n_live++;
  used_bytes += page->cell_size;
  if (!page->free && page->n_touched == page->n_cells) list_remove(page);
  return cell;
}

/* The last page of a class stays, so that one object made and freed in a loop does not move pages about. Container pages
 * are unlinked by a walk, so they stay as well while they have a neighbour to serve. */
static inline __attribute__((always_inline)) void cell_free(void *p) {
  Page *page = page_of(p);
  FreeCell *cell = p;
  cell->zero = 0;
  cell->next = page->free;
  page->free = cell;
  used_bytes -= page->cell_size;
  if (!page->in_list) list_push(page);
  if (--page->n_live == 0 && (page->next || page->previous)) page_retire(page);
}

void *mem_alloc(uint32_t size) {
  if (size <= CELL_MAX) return cell_alloc(KIND_RAW, size);
  void *p = large_alloc(size, LARGE_RAW);
  if (p) used_bytes += size;
  return p;
}

void mem_free(void *p, uint32_t size) {
  if (!p) return;
  if (size <= CELL_MAX) {
    cell_free(p);
    return;
  }
  used_bytes -= size;
  large_free(p);
}

void *mem_realloc(void *p, uint32_t old_size, uint32_t new_size) {
  if (!p) return mem_alloc(new_size);
  if (old_size > CELL_MAX && new_size > CELL_MAX && large_resize(p, new_size)) {
    used_bytes += new_size - old_size;
    return p;
  }
  if (old_size <= CELL_MAX && new_size <= page_of(p)->cell_size && new_size > page_of(p)->cell_size - CELL_STEP) return p;
  void *q = mem_alloc(new_size);
  if (!q) return NULL;
  memcpy(q, p, old_size < new_size ? old_size : new_size);
  mem_free(p, old_size);
  return q;
}

void *obj_alloc(Class *cls, uint32_t size) {
  bool container = cls->slots->traverse != NULL;
  Obj *o;
  if (size <= CELL_MAX) {
    o = cell_alloc(container ? KIND_CONTAINER : KIND_PLAIN, size);
  } else {
    o = large_alloc(size, container ? LARGE_CONTAINER : LARGE_RAW);
    if (o) used_bytes += size;
  }
  if (!o) return NULL;
  gc_countdown -= container;
  o->rc = 1;
  o->cls = cls;
  if (!IS_STATIC(cls)) obj_incref(cls);
  return o;
}

void obj_release(Obj *o, uint32_t size) {
  Class *cls = o->cls;
  o->rc = 0;
  if (size <= CELL_MAX) {
    cell_free(o);
  } else {
    used_bytes -= size;
    large_free(o);
  }
  if (!IS_STATIC(cls)) obj_decref(cls);
}

uint32_t mem_used_bytes(void) { return used_bytes; }

void mem_each_container(void (*f)(Obj *o, void *arg), void *arg) {
  for (Page *page = container_pages; page; page = page->next_container) {
    char *cell = (char *)page + PAGE_HEAD;
    for (uint32_t i = 0; i < page->n_touched; i++, cell += page->cell_size)
      if (((Obj *)cell)->rc) f((Obj *)cell, arg);
  }
  large_each_container(f, arg);
}

bool mem_gc_words_begin(void) {
  for (Page *page = container_pages; page; page = page->next_container) {
    uint32_t size = page->n_cells * 4;
    page->gc_words = mem_alloc(size);
    if (!page->gc_words) return false;
    memset(page->gc_words, 0, size);
  }
  return true;
}

uint32_t *mem_gc_word(Obj *o) {
  if (!is_small_chunk(o)) return large_gc_word(o);
  Page *page = page_of(o);
  return &page->gc_words[((uintptr_t)o - (uintptr_t)page - PAGE_HEAD) / page->cell_size];
}

void mem_gc_words_end(void) {
  for (Page *page = container_pages; page; page = page->next_container) {
    mem_free(page->gc_words, page->n_cells * 4);
    page->gc_words = NULL;
  }
}
#endif
