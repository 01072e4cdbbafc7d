#include "bench.h"
#include <stdlib.h>
#include <string.h>
typedef struct Text { char *data; size_t n, capacity; } Text;
static void append(Text *t, const char *s, size_t n) {
  if (t->n + n > t->capacity) {
    t->capacity = (t->n + n) * 2;
    t->data = realloc(t->data, t->capacity);
  }
  memcpy(t->data + t->n, s, n);
  t->n += n;
}
static Text build(int n) {
  Text all = {0}, line = {0};
  for (int i = 0; i < n; i++) {
    char digits[24];
    append(&line, digits, format_int(digits, i));
    if (i % 16 == 15) {
      if (all.n) append(&all, ",", 1);
      append(&all, line.data, line.n);
      line.n = 0;
    }
  }
  free(line.data);
  return all;
}
int main(void) {
  int64_t total = 0;
  for (int k = 0; k < 8; k++) {
    Text text = build(100000);
    total += (int64_t)text.n;
    for (size_t i = 0; i < text.n; i++)
      if (memchr("13579", text.data[i], 5)) total++;
    free(text.data);
  }
  put_int(total);
  put_text("\n");
  return 0;
}
