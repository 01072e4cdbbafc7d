/* Aumasson and Bernstein, "SipHash: a fast short-input PRF" (2012), with one compression and three
   finalisation rounds. */
#include "siphash.h"

#include <string.h>

static inline uint64_t rotate_left(uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

static inline void sip_round(SipHash *h) {
  h->v0 += h->v1;
  h->v2 += h->v3;
  h->v1 = rotate_left(h->v1, 13) ^ h->v0;
  h->v3 = rotate_left(h->v3, 16) ^ h->v2;
  h->v0 = rotate_left(h->v0, 32);
  h->v2 += h->v1;
  h->v0 += h->v3;
  h->v1 = rotate_left(h->v1, 17) ^ h->v2;
  h->v3 = rotate_left(h->v3, 21) ^ h->v0;
  h->v2 = rotate_left(h->v2, 32);
}

static inline void compress(SipHash *h, uint64_t word) {
  h->v3 ^= word;
  sip_round(h);
  h->v0 ^= word;
}

static inline void start(SipHash *h) {
  h->v0 = 0x736F6D6570736575ull;
  h->v1 = 0x646F72616E646F6Dull;
  h->v2 = 0x6C7967656E657261ull;
  h->v3 = 0x7465646279746573ull;
  h->size = 0;
}

static inline void absorb(SipHash *h, const uint8_t *data, uint32_t size) {
  h->size += size;
  for (; size >= 8; size -= 8, data += 8) {
    uint64_t word;
    memcpy(&word, data, 8);
    compress(h, word);
  }
}

/* Fewer than eight bytes as a number. */
static inline uint64_t load_tail(const uint8_t *data, uint32_t n) {
  if (n >= 4) {
    uint32_t low, high; /* they may overlap */
    memcpy(&low, data, 4);
    memcpy(&high, data + n - 4, 4);
    return low | (uint64_t)high << (8 * (n - 4));
  }
  return n == 0 ? 0 : data[0] | (uint64_t)data[n / 2] << (8 * (n / 2)) | (uint64_t)data[n - 1] << (8 * (n - 1));
}

static inline __attribute__((always_inline)) uint64_t finish(SipHash *h, const uint8_t *data, uint32_t size) {
  absorb(h, data, size);
  uint32_t tail = size & 7;
  compress(h, h->size << 56 | load_tail(data + (size - tail), tail));
  h->v2 ^= 0xFF;
  for (int i = 0; i < 3; i++) sip_round(h);
  return h->v0 ^ h->v1 ^ h->v2 ^ h->v3;
}

void siphash_init(SipHash *h) { start(h); }
void siphash_update(SipHash *h, const uint8_t *data, uint32_t size) { absorb(h, data, size); }
uint64_t siphash_finish(SipHash *h, const uint8_t *data, uint32_t size) { return finish(h, data, size); }

int64_t hash_from_siphash(uint64_t hash) { return (int64_t)hash == -1 ? -2 : (int64_t)hash; }

int64_t hash_bytes(const uint8_t *data, uint32_t size) {
  if (size == 0) return 0;
  SipHash h;
  start(&h);
  return hash_from_siphash(finish(&h, data, size));
}
