/* The hash of str and bytes: SipHash-1-3 with a zero key, as CPython computes it with PYTHONHASHSEED=0. */
#ifndef MOLT_SIPHASH_H
#define MOLT_SIPHASH_H

#include <stdint.h>

typedef struct SipHash {
  uint64_t v0, v1, v2, v3;
  uint64_t size;
} SipHash;

void siphash_init(SipHash *h);

/* Every piece but the last must be a multiple of 8 bytes. */
void siphash_update(SipHash *h, const uint8_t *data, uint32_t size);

/* Takes the last piece (below 8 bytes are needed of it, more are fine) and gives the hash. */
uint64_t siphash_finish(SipHash *h, const uint8_t *data, uint32_t size);

/* Hash of bytes as Python shows it: 0 for none, never -1. */
int64_t hash_bytes(const uint8_t *data, uint32_t size);

/* The same of a finished state. */
int64_t hash_from_siphash(uint64_t hash);

#endif
