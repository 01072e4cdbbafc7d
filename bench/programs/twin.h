/* What the C twins share. A twin does what its Python program does, with the same data structures, in 64-bit integers. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static inline int64_t size_argument(int argc, char **argv, int64_t otherwise) {
  return argc > 1 ? strtoll(argv[1], NULL, 10) : otherwise;
}

/* A list of lists of floats: pointers to rows. */
static inline double **new_rows(int64_t rows, int64_t columns) {
  double **m = malloc(sizeof(double *) * (size_t)rows);
  for (int64_t i = 0; i < rows; i++) m[i] = calloc((size_t)columns, sizeof(double));
  return m;
}
