/* A main for LLVMFuzzerTestOneInput where libFuzzer is missing: mutates a corpus, without coverage, for a time.
 *
 *     fuzz_X [-seed=N] [-max_total_time=SECONDS] [-max_len=BYTES] [FILE...]
 *
 * The files are the corpus; each is run unchanged first. The same seed and files repeat a run.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CORPUS_MAX = 1024, INPUT_MAX = 1 << 16 };

typedef struct Input {
  uint8_t *data;
  size_t size;
} Input;

static Input corpus[CORPUS_MAX];
static size_t corpus_count;
static uint64_t random_state;

static uint32_t random_below(uint32_t limit) { /* Marsaglia's xorshift64 */
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (uint32_t)((random_state >> 16) % limit);
}

static void add_to_corpus(const uint8_t *data, size_t size) {
  if (corpus_count == CORPUS_MAX) return;
  Input *input = &corpus[corpus_count++];
  input->data = malloc(size + 1);
  input->size = size;
  memcpy(input->data, data, size);
}

static void read_corpus_file(const char *path) {
  static uint8_t data[INPUT_MAX];
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    exit(2);
  }
  add_to_corpus(data, fread(data, 1, sizeof data, file));
  fclose(file);
}

/* Bytes that parsers care about, more often than chance would have them. */
static uint8_t random_byte(void) {
  static const char likely[] = "0123456789abcdefxXpPeE+-._,%<>=^ \t\n{}[]()'\"\\\x80\xc3\xed\xf0";
  return random_below(3) == 0 ? (uint8_t)random_below(256) : (uint8_t)likely[random_below(sizeof likely - 1)];
}

static size_t mutate(uint8_t *data, size_t size, size_t limit) {
  uint32_t at = size == 0 ? 0 : random_below((uint32_t)size);
  switch (random_below(6)) {
    case 0: /* overwrite */
      if (size != 0) data[at] = random_byte();
      return size;
    case 1: /* insert */
      if (size == limit) return size;
      memmove(data + at + 1, data + at, size - at);
      data[at] = random_byte();
      return size + 1;
    case 2: /* delete a run */
      if (size == 0) return 0;
      {
        size_t run = 1 + random_below((uint32_t)(size - at));
        memmove(data + at, data + at + run, size - at - run);
        return size - run;
      }
    case 3: /* repeat a run */
      if (size == 0) return 0;
      {
        size_t run = 1 + random_below((uint32_t)(size - at));
        if (size + run > limit) return size;
        memmove(data + at + run, data + at, size - at);
        return size + run;
      }
    case 4: /* flip a bit */
      if (size != 0) data[at] ^= (uint8_t)(1u << random_below(8));
      return size;
    default: /* splice another input */
      if (corpus_count == 0) return size;
      {
        const Input *other = &corpus[random_below((uint32_t)corpus_count)];
        size_t run = other->size < limit - at ? other->size : limit - at;
        memcpy(data + at, other->data, run);
        return at + run > size ? at + run : size;
      }
  }
}

static void fuzz(uint64_t seed, long seconds, size_t limit) {
  static uint8_t data[INPUT_MAX];
  time_t end = time(NULL) + seconds;
  unsigned long runs = 0;
  random_state = seed * 2 + 1;
  printf("seed %llu, %ld seconds, %zu inputs\n", (unsigned long long)seed, seconds, corpus_count);
  fflush(stdout);
  while (time(NULL) < end) {
    for (int i = 0; i < 1000; i++, runs++) {
      const Input *start = &corpus[random_below((uint32_t)corpus_count)];
      size_t size = start->size < limit ? start->size : limit;
      memcpy(data, start->data, size);
      for (uint32_t n = 1 + random_below(8); n > 0; n--) size = mutate(data, size, limit);
      uint8_t *exact = malloc(size + 1); /* so that the sanitizer sees reads past the end */
      memcpy(exact, data, size);
      exact = realloc(exact, size != 0 ? size : 1);
      LLVMFuzzerTestOneInput(exact, size);
      free(exact);
      if (random_below(1000) == 0) add_to_corpus(data, size);
    }
  }
  printf("%lu runs\n", runs);
}

static const char *option(const char *arg, const char *name) {
  size_t length = strlen(name);
  return strncmp(arg, name, length) == 0 ? arg + length : NULL;
}

int main(int argc, char **argv) {
  uint64_t seed = 1;
  long seconds = 10;
  size_t limit = 4096;
  for (int i = 1; i < argc; i++) {
    const char *value;
    if ((value = option(argv[i], "-seed=")) != NULL) seed = strtoull(value, NULL, 10);
    else if ((value = option(argv[i], "-max_total_time=")) != NULL) seconds = strtol(value, NULL, 10);
    else if ((value = option(argv[i], "-max_len=")) != NULL) limit = strtoul(value, NULL, 10);
    else read_corpus_file(argv[i]);
  }
  if (limit == 0 || limit > INPUT_MAX) limit = INPUT_MAX;
  if (corpus_count == 0) add_to_corpus((const uint8_t *)"0", 1);
  for (size_t i = 0; i < corpus_count; i++) LLVMFuzzerTestOneInput(corpus[i].data, corpus[i].size);
  fuzz(seed, seconds, limit);
  for (size_t i = 0; i < corpus_count; i++) free(corpus[i].data);
  return 0;
}
