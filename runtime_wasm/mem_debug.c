/* mem_debug.c: the heap of the debug build: each block is the host's own, so that a sanitizer sees its bounds and its
 * lifetime, and each object is in a list, so that what leaks is known. */
#ifdef MOLT_DEBUG
#include <stdlib.h> /* malloc only */

#include "mem.h"
#include "platform.h"

typedef struct Head {
  struct Head *next, *previous;
  uint32_t size, gc_word;
} Head;

static Head live = {&live, &live, 0, 0};
static uint32_t n_live;

static Obj *object_of(Head *h) { return (Obj *)(h + 1); }
static Head *head_of(Obj *o) { return (Head *)o - 1; }

static void say(const char *text) { platform_write(2, text, (uint32_t)strlen(text)); }

static void say_number(const char *text, uint32_t n) {
  char digits[10];
  uint32_t at = sizeof digits;
  do digits[--at] = (char)('0' + n % 10);
  while (n /= 10);
  say(text);
  platform_write(2, digits + at, sizeof digits - at);
}

void *mem_alloc(uint32_t size) {
  void *p = size > 0x40000000u ? NULL : malloc(size ? size : 1);
  if (p) memset(p, 0xCD, size);
  return p;
}

void mem_free(void *p, uint32_t size) {
  if (!p) return;
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
    say(cls->name);
    say_number(" was allocated with ", h->size);
    say_number(" bytes and released with ", size);
    say("\n");
    __builtin_trap();
  }
  h->previous->next = h->next;
  h->next->previous = h->previous;
  n_live--;
  gc_countdown += cls->slots->traverse != NULL;
  mem_free(h, size + (uint32_t)sizeof(Head));
  if (!IS_STATIC(cls)) obj_decref(cls);
}

uint32_t mem_live_objects(void) { return n_live; }

void mem_dump_live(void) {
  for (Head *h = live.next; h != &live; h = h->next) {
    Obj *o = object_of(h);
    const Str *s = o->cls == &str_class ? (Str *)o : NULL;
    say("live: ");
    say(o->cls->name ? o->cls->name : "instance");
    say_number(", references: ", o->rc);
    say_number(", bytes: ", h->size);
    if (s) {
      say(": ");
      platform_write(2, s->data, s->size < 60 ? s->size : 60);
    }
    say("\n");
  }
}

void mem_each_container(void (*f)(Obj *o, void *arg), void *arg) {
  for (Head *h = live.next; h != &live; h = h->next) {
    Obj *o = object_of(h);
    if (o->rc && o->cls->slots->traverse) f(o, arg);
  }
}

void mem_insist(bool on) { (void)on; }

bool mem_gc_words_begin(void) {
  for (Head *h = live.next; h != &live; h = h->next) h->gc_word = 0;
  return true;
}

uint32_t *mem_gc_word(Obj *o) { return IS_STATIC(o) || !o->cls->slots->traverse ? NULL : &head_of(o)->gc_word; }
void mem_gc_words_end(void) {}
#endif
