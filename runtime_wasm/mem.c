/* mem.c: the heap.
 *
 * Blocks up to 512 bytes are cells of 16 KiB pages of one size class each (multiples of 16), in three kinds: raw memory,
 * plain objects, containers. Taking a cell is a pop from the list of its size and kind, giving it back a push, wherever its
 * page is. Now and then, before the heap grows, all listed cells are sorted back to their pages, and a page none of
 * whose cells is in use goes to the page pool, for any class. The collector finds containers by walking their pages: the
 * count at the head of a free cell is zero.
 * Bigger blocks come from large.c. Once the heap has more than one chunk, the pages of one are kept in
 * reserve for what cannot fail (mem_insist()). The debug build (mem_debug.c) takes both files' place.
 */
#ifndef MOLT_DEBUG
#include "mem.h"

#include "large.h"

#define LISTING_BYTES 4096u /* how much of a fresh page is listed at once */
#define SORT_PAGES_MIN 256u
#define CHUNK_PAGES (SMALL_CHUNK_SIZE / SMALL_PAGE_SIZE)

FreeCell *mem_free_cells[KINDS][CELL_CLASSES];
static Page *with_room[KINDS][CELL_CLASSES];
static Page *container_pages;
static Page *pool, *reserve;
static uint32_t n_reserve;
static bool insisting, exhausted; /* exhausted: the program is yet to be told, by an allocation that fails */
static uint32_t n_pages, n_since_sorting; /* pages in all; pages put to use since sort_cells() ran */

static void list_push(Page *page) {
  Page **head = &with_room[page->kind][size_class(page->cell_size)];
  page->previous = NULL;
  page->next = *head;
  if (*head) (*head)->previous = page;
  *head = page;
  page->in_list = 1;
}

static void list_remove(Page *page) {
  if (page->previous) page->previous->next = page->next;
  else with_room[page->kind][size_class(page->cell_size)] = page->next;
  if (page->next) page->next->previous = page->previous;
  page->in_list = 0;
}

static void containers_push(Page *page) {
  page->next_container = container_pages;
  if (container_pages) container_pages->previous_container = page;
  container_pages = page;
}

static void containers_remove(Page *page) {
  if (page->previous_container) page->previous_container->next_container = page->next_container;
  else container_pages = page->next_container;
  if (page->next_container) page->next_container->previous_container = page->previous_container;
}

static void page_retire(Page *page) {
  if (page->in_list) list_remove(page);
  if (page->kind == KIND_CONTAINER) containers_remove(page);
  bool missing = n_pages > CHUNK_PAGES && n_reserve < CHUNK_PAGES;
  Page **list = missing ? &reserve : &pool;
  n_reserve += missing;
  page->next = *list;
  *list = page;
}

static void cell_to_page(FreeCell *cell) {
  Page *page = page_of(cell);
  cell->next = page->free;
  page->free = cell;
  if (++page->n_free == page->n_touched) page_retire(page);
  else if (!page->in_list) list_push(page);
}

/* Gives listed cells back to their pages, to find pages that nobody uses. */
static void sort_cells(void) {
  for (uint32_t kind = 0; kind < KINDS; kind++)
    for (uint32_t class = 0; class < CELL_CLASSES; class++) {
      FreeCell *cell = mem_free_cells[kind][class];
      mem_free_cells[kind][class] = NULL;
      while (cell) {
        FreeCell *next = cell->next;
        cell_to_page(cell);
        cell = next;
      }
    }
  n_since_sorting = 0;
}

/* Pages of a chunk, in front of a list. */
static void pages_push(Page **list, char *chunk) {
  for (uint32_t i = 0; i < SMALL_CHUNK_SIZE; i += SMALL_PAGE_SIZE) {
    Page *page = (Page *)(chunk + i);
    page->next = *list;
    *list = page;
  }
  n_pages += CHUNK_PAGES;
}

static bool pool_fill(void) {
  char *chunk = small_chunk_alloc(), *kept = chunk && n_pages == CHUNK_PAGES ? small_chunk_alloc() : NULL;
  if (!chunk) return false;
  if (kept) {
    pages_push(&reserve, kept);
    n_reserve = CHUNK_PAGES;
  }
  pages_push(&pool, chunk);
  return true;
}

static Page *page_take(void) {
  Page **list = !pool && insisting ? &reserve : &pool, *page = *list;
  if (!page) return NULL;
  *list = page->next;
  n_reserve -= list == &reserve;
  return page;
}

void mem_insist(bool on) {
  insisting = on;
  if (!on || exhausted) return;
  exhausted = true;
  sort_cells(); /* so that the next to take a cell comes to mem_list_cells() */
}

/* Sorting takes time in proportion to the heap, so a part of the heap in proportion must have been put to use meanwhile. */
static Page *page_new(uint32_t kind, uint32_t cell_size) {
  if (!pool && n_since_sorting >= SORT_PAGES_MIN && n_since_sorting >= n_pages / 2) sort_cells();
  if (!pool && !pool_fill()) sort_cells();
  Page *page = page_take();
  if (!page) return NULL;
  n_since_sorting++;
  memset(page, 0, sizeof *page);
  page->kind = (uint8_t)kind;
  page->cell_size = cell_size;
  page->reciprocal = (uint32_t)(0xFFFFFFFFu / cell_size + 1);
  page->n_cells = (SMALL_PAGE_SIZE - PAGE_HEAD) / cell_size;
  if (kind == KIND_CONTAINER) containers_push(page);
  list_push(page);
  return page;
}

/* The next cells of a page that were never listed, as a list in the order of their addresses. */
static FreeCell *untouched_cells(Page *page) {
  uint32_t n = page->n_cells - page->n_touched, most = LISTING_BYTES / page->cell_size;
  if (n > most) n = most;
  FreeCell *first = (FreeCell *)((char *)page + PAGE_HEAD + page->n_touched * page->cell_size), *cell = first;
  for (uint32_t i = 1; i < n; i++) {
    FreeCell *next = (FreeCell *)((char *)cell + page->cell_size);
    *cell = (FreeCell){0, next};
    cell = next;
  }
  *cell = (FreeCell){0, NULL};
  page->n_touched += n;
  return first;
}

void *mem_list_cells(uint32_t kind, uint32_t class) {
  if (exhausted && !insisting) {
    exhausted = false;
    return NULL;
  }
  Page *page = with_room[kind][class];
  if (!page) page = page_new(kind, (class + 1) * CELL_STEP);
  if (!page) return NULL;
  FreeCell *cell = page->free;
  if (!cell) cell = untouched_cells(page);
  page->free = NULL;
  page->n_free = 0;
  if (page->n_touched == page->n_cells && page->in_list) list_remove(page);
  mem_free_cells[kind][class] = cell->next;
  return cell;
}

void *mem_alloc(uint32_t size) { return size <= CELL_MAX ? cell_alloc(KIND_RAW, size_class(size)) : large_alloc(size, LARGE_RAW); }

void mem_free(void *p, uint32_t size) {
  if (!p) return;
  if (size > CELL_MAX) large_free(p);
  else cell_free(p, KIND_RAW, size_class(size));
}

void *mem_realloc(void *p, uint32_t old_size, uint32_t new_size) {
  if (!p) return mem_alloc(new_size);
  if (old_size > CELL_MAX && new_size > CELL_MAX && large_resize(p, new_size)) return p;
  if (old_size <= CELL_MAX && new_size <= CELL_MAX && size_class(old_size) == size_class(new_size)) return p;
  void *q = mem_alloc(new_size);
  if (!q) return NULL;
  memcpy(q, p, old_size < new_size ? old_size : new_size);
  mem_free(p, old_size);
  return q;
}

void *obj_alloc(Class *cls, uint32_t size) {
  bool container = cls->slots->traverse != NULL;
  Obj *o;
  if (size <= CELL_MAX) o = cell_alloc(container ? KIND_CONTAINER : KIND_PLAIN, size_class(size));
  else o = large_alloc(size, container ? LARGE_CONTAINER : LARGE_RAW);
  if (!o) return NULL;
  gc_countdown -= container;
  o->rc = 1;
  o->cls = cls;
  if (!IS_STATIC(cls)) obj_incref(cls);
  return o;
}

void obj_release(Obj *o, uint32_t size) {
  Class *cls = o->cls;
  gc_countdown += cls->slots->traverse != NULL;
  if (size > CELL_MAX) large_free(o);
  else cell_free(o, page_of(o)->kind, size_class(size));
  if (!IS_STATIC(cls)) obj_decref(cls);
}

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

void mem_gc_words_end(void) {
  for (Page *page = container_pages; page; page = page->next_container) {
    mem_free(page->gc_words, page->n_cells * 4);
    page->gc_words = NULL;
  }
}
#endif
