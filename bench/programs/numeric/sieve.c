#include "../twin.h"

/* A list of truth values holds a word an element in Python; a byte is what a C programmer would take. */
static bool *sieve(int64_t limit) {
  bool *is_prime = malloc((size_t)limit + 1);
  for (int64_t i = 0; i <= limit; i++) is_prime[i] = i > 1;
  for (int64_t i = 2; i * i <= limit; i++) {
    if (!is_prime[i]) continue;
    for (int64_t j = i * i; j <= limit; j += i) is_prime[j] = false;
  }
  return is_prime;
}

int main(int argc, char **argv) {
  int64_t limit = size_argument(argc, argv, 12000000), count = 0, total = 0;
  bool *is_prime = sieve(limit);
  for (int64_t n = 0; n <= limit; n++) {
    if (!is_prime[n]) continue;
    count++;
    total += n;
  }
  printf("%" PRId64 " %" PRId64 "\n", count, total);
  return 0;
}
