/* large.c: chunks from the host and the allocator of large blocks.
 *
 * Boundary tags (Knuth, TAOCP 1, 2.5): each block knows its size and its left neighbour's, so a freed block merges with
 * free neighbours at once. Free blocks are in bins by power of two; the search takes the first that fits in the block's own
 * bin, else the head of the next bin that has one. A region is what the host gave in one piece. Chunks for small blocks come
 * in runs: from a large free block if there is one, else from the host.
 */
#ifndef MOLT_DEBUG
#include "large.h"

#define HEAD 16u
#define MIN_BLOCK 64u
#define BINS 32
#define REGION_MIN (512u * 1024u)
#define RUN_MAX 64u /* chunks */

typedef struct Block {
  uint32_t size;      /* head included; a multiple of 16; 0 marks the end of a region */
  uint32_t left_size; /* of the block before, 0: none */
  uint8_t used, kind;
  uint32_t gc_word;
  struct Block *next, *previous; /* free blocks only: over the data */
} Block;

typedef struct Region {
  struct Region *next;
  Block *first;
} Region;

static Block *bins[BINS];
static Region *regions;
static uint32_t reserved_bytes;
uint8_t small_chunks[65536 / 8];
static char *run; /* chunks that are taken from the host, or from a free block, but not in use yet */
static uint32_t n_run, n_chunks; /* those; all that were ever taken */

#ifdef __wasm__
static void *host_alloc(uint32_t size) {
  size_t pages = __builtin_wasm_memory_grow(0, size / 65536);
  return pages == (size_t)-1 ? NULL : (void *)(pages * 65536);
}
#else
#include <stdlib.h>

static void *host_alloc(uint32_t size) { return aligned_alloc(65536, size); }
#endif

static Block *right_of(Block *b) { return (Block *)((char *)b + b->size); }
static Block *left_of(Block *b) { return (Block *)((char *)b - b->left_size); }
static uint32_t bin_of(uint32_t size) { return 31u - (uint32_t)__builtin_clz(size); }

static void bin_push(Block *b) {
  Block **head = &bins[bin_of(b->size)];
  b->used = 0;
  b->previous = NULL;
  b->next = *head;
  if (*head) (*head)->previous = b;
  *head = b;
}

static void bin_remove(Block *b) {
  if (b->previous) b->previous->next = b->next;
  else bins[bin_of(b->size)] = b->next;
  if (b->next) b->next->previous = b->previous;
}

static void resize_block(Block *b, uint32_t size) {
  b->size = size;
  right_of(b)->left_size = size;
}

static void merge_and_bin(Block *b) {
  Block *right = right_of(b);
  if (right->size && !right->used) {
    bin_remove(right);
    resize_block(b, b->size + right->size);
  }
  if (b->left_size && !left_of(b)->used) {
    Block *left = left_of(b);
    bin_remove(left);
    resize_block(left, left->size + b->size);
    b = left;
  }
  bin_push(b);
}

/* Cuts what is beyond `size` off a used block. */
static void split(Block *b, uint32_t size) {
  if (b->size - size < MIN_BLOCK) return;
  uint32_t rest = b->size - size;
  resize_block(b, size);
  Block *tail = right_of(b);
  tail->used = 0;
  tail->kind = LARGE_RAW;
  resize_block(tail, rest);
  merge_and_bin(tail);
}

static bool region_add(uint32_t need) {
  uint32_t room = need + HEAD + sizeof(Region) + 16;
  uint32_t want = reserved_bytes / 4 > REGION_MIN ? reserved_bytes / 4 : REGION_MIN;
  uint32_t size = ((room > want ? room : want) + 65535u) & ~65535u;
  char *p = size < need ? NULL : host_alloc(size);
  if (!p && room < size) p = host_alloc(size = (room + 65535u) & ~65535u);
  if (!p) return false;
  reserved_bytes += size;
  Region *region = (Region *)p;
  region->first = (Block *)(p + 16);
  region->next = regions;
  regions = region;
  Block *b = region->first;
  b->left_size = 0;
  b->kind = LARGE_RAW;
  b->size = size - 16 - HEAD;
  Block *end = right_of(b);
  end->size = 0;
  end->used = 1;
  end->left_size = b->size;
  bin_push(b);
  return true;
}

/* Chunks at the end of a free block, where they are in nobody's way who grows into it. Memory that growing lists have left
 * behind would else serve large blocks only. */
static bool run_from_block(void) {
  for (uint32_t bin = bin_of(2 * SMALL_CHUNK_SIZE); bin < BINS; bin++) {
    Block *b = bins[bin];
    if (!b) continue;
    uintptr_t end = (uintptr_t)right_of(b) & ~(uintptr_t)(SMALL_CHUNK_SIZE - 1);
    uint32_t n = (uint32_t)(end - (uintptr_t)b - HEAD - MIN_BLOCK) / SMALL_CHUNK_SIZE;
    if (n == 0) continue;
    n_run = n < RUN_MAX ? n : RUN_MAX;
    run = (char *)end - n_run * SMALL_CHUNK_SIZE;
    bin_remove(b);
    Block *taken = (Block *)(run - HEAD);
    uint32_t whole = b->size, before = (uint32_t)((char *)taken - (char *)b);
    resize_block(b, before);
    bin_push(b);
    taken->used = 1;
    taken->kind = LARGE_RAW;
    resize_block(taken, whole - before);
    split(taken, HEAD + n_run * SMALL_CHUNK_SIZE);
    return true;
  }
  return false;
}

static bool run_from_host(uint32_t n) {
  run = host_alloc(n * SMALL_CHUNK_SIZE);
  n_run = run ? n : 0;
  return run != NULL;
}

void *small_chunk_alloc(void) {
  uint32_t share = n_chunks / 16 < RUN_MAX ? n_chunks / 16 : RUN_MAX;
  if (n_run == 0 && !run_from_block() && !(share > 1 && run_from_host(share)) && !run_from_host(1)) return NULL;
  char *p = run;
  run += SMALL_CHUNK_SIZE;
  n_run--;
  n_chunks++;
  uint32_t chunk = (uint32_t)((uintptr_t)p >> 16);
  small_chunks[chunk / 8] |= (uint8_t)(1u << chunk % 8);
  return p;
}

static Block *find_free(uint32_t size) {
  uint32_t bin = bin_of(size);
  for (Block *b = bins[bin]; b; b = b->next)
    if (b->size >= size) return b;
  while (++bin < BINS)
    if (bins[bin]) return bins[bin];
  return NULL;
}

void *large_alloc(uint32_t size, uint32_t kind) {
  if (size > 0xF0000000u) return NULL;
  uint32_t total = (size + HEAD + 15u) & ~15u;
  Block *b = find_free(total);
  if (!b) {
    if (!region_add(total)) return NULL;
    b = find_free(total);
  }
  bin_remove(b);
  b->used = 1;
  b->kind = (uint8_t)kind;
  b->gc_word = 0;
  split(b, total);
  return (char *)b + HEAD;
}

void large_free(void *p) { merge_and_bin((Block *)((char *)p - HEAD)); }

bool large_resize(void *p, uint32_t size) {
  Block *b = (Block *)((char *)p - HEAD);
  if (size > 0xF0000000u) return false;
  uint32_t total = (size + HEAD + 15u) & ~15u;
  if (total > b->size) {
    Block *right = right_of(b);
    if (!right->size || right->used || b->size + right->size < total) return false;
    bin_remove(right);
    resize_block(b, b->size + right->size);
  }
  split(b, total);
  return true;
}

void large_each_container(void (*f)(Obj *o, void *arg), void *arg) {
  for (Region *r = regions; r; r = r->next)
    for (Block *b = r->first; b->size; b = right_of(b)) {
      Obj *o = (Obj *)((char *)b + HEAD);
      if (b->used && b->kind == LARGE_CONTAINER && o->rc) f(o, arg);
    }
}

uint32_t *large_gc_word(Obj *o) {
  if (IS_STATIC(o)) return NULL;
  Block *b = (Block *)((char *)o - HEAD);
  return b->kind == LARGE_CONTAINER ? &b->gc_word : NULL;
}
#endif
