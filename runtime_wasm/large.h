/* large.h: memory from the host in chunks, and blocks of more than 512 bytes. */
#ifndef MOLT_LARGE_H
#define MOLT_LARGE_H

#include "molt.h"

#define SMALL_PAGE_SIZE 16384u
#define SMALL_CHUNK_SIZE 65536u

enum { LARGE_RAW, LARGE_CONTAINER };

void *small_chunk_alloc(void);          /* SMALL_CHUNK_SIZE bytes at a multiple of it, for mem.c's pages; never given back */
extern uint8_t small_chunks[65536 / 8]; /* a bit a 64 KiB chunk of the address space */
static inline bool is_small_chunk(const void *p) {
  uint32_t chunk = (uint32_t)((uintptr_t)p >> 16);
  return small_chunks[chunk / 8] >> chunk % 8 & 1;
}
void *large_alloc(uint32_t size, uint32_t kind);
void large_free(void *p);
bool large_resize(void *p, uint32_t size); /* in place; false: no room, nothing changed */
void large_each_container(void (*f)(Obj *o, void *arg), void *arg);
uint32_t *large_gc_word(Obj *o);        /* NULL: not a container, or not on the heap */

#endif
