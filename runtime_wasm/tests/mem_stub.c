/* mem_alloc and mem_free over malloc, for tests that need no objects. Fails on purpose from the allocation numbered
 * mem_stub_fail_at on (0: never). */
#include <stdint.h>
#include <stdlib.h>

uint32_t mem_stub_fail_at, mem_stub_count;

void *mem_alloc(uint32_t size) {
  mem_stub_count++;
  if (mem_stub_fail_at != 0 && mem_stub_count >= mem_stub_fail_at) return NULL;
  return malloc(size != 0 ? size : 1);
}

void mem_free(void *p, uint32_t size) {
  (void)size;
  free(p);
}
