#include "bench.h"
#include <stdlib.h>
#include <string.h>
/* Open addressing, as a C programmer would write it for the purpose. */
typedef struct Entry { char key[8]; int64_t count; } Entry;
#define CAPACITY 8192
static int64_t by_number[5000];
static Entry by_word[CAPACITY];
static Entry *find(const char *key, size_t n) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)key[i]) * 16777619u;
  for (uint32_t i = h % CAPACITY;; i = (i + 1) % CAPACITY) {
    Entry *e = &by_word[i];
    if (!e->key[0]) memcpy(e->key, key, n);
    if (!strncmp(e->key, key, 8)) return e;
  }
}
int main(void) {
  int64_t x = 12345, max = 0, sum = 0, different = 0, words = 0;
  for (int i = 0; i < 1000000; i++) {
    x = (x * 1103515245 + 12345) % 2147483648;
    int64_t key = x / 65536 % 5000;
    different += by_number[key]++ == 0;
    char word[24] = "w";
    size_t n = 1 + format_int(word + 1, key % 1000);
    word[n] = 0;
    words += find(word, n)->count++ == 0;
  }
  for (int i = 0; i < 5000; i++) max = by_number[i] > max ? by_number[i] : max;
  for (int i = 0; i < CAPACITY; i++) sum += by_word[i].count;
  put_int(different), put_text(" "), put_int(words), put_text(" "), put_int(max), put_text(" ");
  put_int(find("w7", 2)->count), put_text(" "), put_int(sum), put_text("\n");
  return 0;
}
