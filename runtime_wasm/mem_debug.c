/* mem_debug.c: the heap of the debug build: each block is the host's own, so that a sanitizer sees its bounds and its
 * lifetime, and each object is in a list, so that what leaks is known. */
#ifdef MOLT_DEBUG
#include <stdio.h>
#include <stdlib.h>

#include "mem.h"

typedef struct Head {
  struct Head *next, *previous;
  uint32_t size, gc_word;
} Head;

static Head live = {&live, &live, 0, 0};
static uint32_t used_bytes, n_live;

static Obj *object_of(Head *h) { return (Obj *)(h + 1); }
static Head *head_of(Obj *o) { return (Head *)o - 1; }

void *mem_alloc(uint32_t size) {
  void *p = size > 0x40000000u ? NULL : malloc(size ? size : 1);
  if (p) {
    memset(p, 0xCD, size);
    used_bytes += size;
  }
  return p;
}

void mem_free(void *p, uint32_t size) {
  if (!p) return;
  used_bytes -= size;
  memset(p, 0xDD, size);
  free(p);
}

void *mem_realloc(void *p, uint32_t old_size, uint32_t new_size) {
  void *q = mem_alloc(new_size);
  if (!q || !p) return q;
  memcpy(q, p, old_size < new_size ? old_size : new_size);
  mem_free(p, old_size);
  return q;
}

void *obj_alloc(Class *cls, uint32_t size) {
  Head *h = mem_alloc(size + (uint32_t)sizeof(Head));
  if (!h) return NULL;
  h->size = size;
  h->next = &live;
  h->previous = live.previous;
  h->previous->next = h;
  live.previous = h;
  n_live++;
  gc_countdown -= cls->slots->traverse != NULL;
  Obj *o = object_of(h);
  o->rc = 1;
  o->cls = cls;
  if (!IS_STATIC(cls)) obj_incref(cls);
  return o;
}

void obj_release(Obj *o, uint32_t size) {
  Head *h = head_of(o);
  Class *cls = o->cls;
  if (h->size != size) {
    fprintf(stderr, "obj_release: %s was allocated with %u bytes and released with %u\n", cls->name, h->size, size);
    abort();
  }
  h->previous->next = h->next;
  h->next->previous = h->previous;
  n_live--;
  mem_free(h, size + (uint32_t)sizeof(Head));
  if (!IS_STATIC(cls)) obj_decref(cls);
}

uint32_t mem_used_bytes(void) { return used_bytes; }
uint32_t mem_live_objects(void) { return n_live; }

void mem_dump_live(void) {
  for (Head *h = live.next; h != &live; h = h->next) {
    Obj *o = object_of(h);
    const Str *s = o->cls == &str_class ? (Str *)o : NULL;
    fprintf(stderr, "live: %s at %p, %u references, %u bytes", o->cls->name ? o->cls->name : "instance", (void *)o, o->rc, h->size);
    if (s) fprintf(stderr, ": %.*s", (int)(s->size < 60 ? s->size : 60), s->data);
    fputc('\n', stderr);
  }
}

void mem_each_container(void (*f)(Obj *o, void *arg), void *arg) {
  for (Head *h = live.next; h != &live; h = h->next) {
    Obj *o = object_of(h);
    if (o->rc && o->cls->slots->traverse) f(o, arg);
  }
}

bool mem_gc_words_begin(void) {
  for (Head *h = live.next; h != &live; h = h->next) h->gc_word = 0;
  return true;
}

uint32_t *mem_gc_word(Obj *o) { return &head_of(o)->gc_word; }
void mem_gc_words_end(void) {}
#endif
