#include <string.h>

#include "../twin.h"

static int64_t count_flips(const int64_t *permutation, int64_t n) {
  int64_t *flipped = malloc(sizeof(int64_t) * (size_t)n);
  memcpy(flipped, permutation, sizeof(int64_t) * (size_t)n);
  int64_t flips = 0, first = flipped[0];
  while (first) {
    for (int64_t low = 0, high = first; low < high; low++, high--) {
      int64_t t = flipped[low];
      flipped[low] = flipped[high];
      flipped[high] = t;
    }
    flips++;
    first = flipped[0];
  }
  free(flipped);
  return flips;
}

int main(int argc, char **argv) {
  int64_t n = size_argument(argc, argv, 10), most = 0, checksum = 0, sign = 1, size = n;
  int64_t *permutation = malloc(sizeof(int64_t) * (size_t)n), *count = calloc((size_t)n, sizeof(int64_t));
  for (int64_t i = 0; i < n; i++) permutation[i] = i;
  for (;;) {
    for (; size != 1; size--) count[size - 1] = size;
    int64_t flips = count_flips(permutation, n);
    if (flips > most) most = flips;
    checksum += sign * flips;
    sign = -sign;
    for (;; size++) {
      if (size == n) {
        printf("%" PRId64 " %" PRId64 "\n", checksum, most);
        return 0;
      }
      int64_t first = permutation[0];
      for (int64_t i = 0; i < size; i++) permutation[i] = permutation[i + 1];
      permutation[size] = first;
      if (--count[size] > 0) break;
    }
  }
}
