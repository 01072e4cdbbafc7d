/* test_mem.c: the heap under load: blocks keep their contents and their alignment, and memory that one size gave back serves
 * another. */
#include "../inline.h"
#include "check.h"

#define BLOCKS 60000u
typedef struct Block {
  uint8_t *p;
  uint32_t size;
} Block;
static Block blocks[BLOCKS];
static uint32_t seed = 1;

static uint32_t random_below(uint32_t n) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % n;
}

static bool is_intact(const Block *b) {
  for (uint32_t i = 0; i < b->size; i++)
    if (b->p[i] != (uint8_t)(b->size + i)) return false;
  return true;
}

static void fill(Block *b, uint32_t from) {
  for (uint32_t i = from; i < b->size; i++) b->p[i] = (uint8_t)(b->size + i);
}

static bool make(Block *b, uint32_t size) {
  *b = (Block){mem_alloc(size), size};
  if (b->p) fill(b, 0);
  return b->p && (uintptr_t)b->p % 16 == 0;
}

static void drop(Block *b) {
  mem_free(b->p, b->size);
  *b = (Block){0};
}

/* Phases of different sizes, so that pages change hands. */
static void test_phases(void) {
  bool ok = true;
  for (uint32_t phase = 0; phase < 12; phase++) {
    uint32_t most = phase % 3 == 2 ? 700 : 40 + 90 * (phase % 5);
    for (uint32_t i = 0; i < BLOCKS; i++) ok &= make(&blocks[i], 1 + random_below(most));
    for (uint32_t i = 0; i < BLOCKS; i++)
      if (random_below(3)) ok &= is_intact(&blocks[i]), drop(&blocks[i]);
    for (uint32_t i = 0; i < BLOCKS; i++)
      if (!blocks[i].p) ok &= make(&blocks[i], 1 + random_below(most));
    for (uint32_t i = 0; i < BLOCKS; i++) ok &= is_intact(&blocks[i]), drop(&blocks[i]);
  }
  CHECK(ok);
}

static void test_realloc(void) {
  bool ok = true;
  for (uint32_t i = 0; i < 20000; i++) {
    Block b;
    ok &= make(&b, 1 + random_below(600));
    uint32_t size = 1 + random_below(1200), kept = size < b.size ? size : b.size;
    uint8_t *p = mem_realloc(b.p, b.size, size);
    for (uint32_t k = 0; ok && k < kept; k++) ok &= p[k] == (uint8_t)(b.size + k);
    mem_free(p, size);
  }
  CHECK(ok);
}

/* The collector meets every container that is alive, and no cell that is free. */
static void count_lists(Obj *o, void *arg) {
  if (o->cls == &list_class) ++*(uint32_t *)arg;
}

static void test_containers(void) {
  static Value lists[5000];
  uint32_t found = 0;
  for (uint32_t i = 0; i < 5000; i++) lists[i] = list_new(0);
  for (uint32_t i = 0; i < 5000; i += 2) decref(lists[i]);
  mem_each_container(count_lists, &found);
  CHECK(found == 2500);
  for (uint32_t i = 1; i < 5000; i += 2) CHECK(*as_obj(lists[i])->cls->name == 'l' && as_obj(lists[i])->rc == 1);
  Value cycle = list_new(1);
  list_append((List *)as_obj(cycle), incref(cycle));
  decref(cycle);
  CHECK(gc_collect() == 1);
  for (uint32_t i = 1; i < 5000; i += 2) decref(lists[i]);
}

int main(void) {
  test_phases();
  test_realloc();
  test_containers();
  return check_report();
}
