#include "bench.h"
#include <stdlib.h>
#include <string.h>
static int64_t sieve(int64_t limit) {
  unsigned char *is_prime = malloc((size_t)limit + 1);
  memset(is_prime, 1, (size_t)limit + 1);
  is_prime[0] = is_prime[1] = 0;
  for (int64_t i = 2; i * i <= limit; i++)
    if (is_prime[i])
      for (int64_t j = i * i; j <= limit; j += i) is_prime[j] = 0;
  int64_t count = 0;
  for (int64_t i = 0; i <= limit; i++) count += is_prime[i];
  free(is_prime);
  return count;
}
int main(void) {
  for (int k = 0; k < 4; k++) {
    put_int(sieve(2000000));
    put_text("\n");
  }
  return 0;
}
