#include <math.h>

#include "../twin.h"

static double element(int64_t i, int64_t j) { return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1); }

static double *times(const double *v, int64_t n) {
  double *result = malloc(sizeof(double) * (size_t)n);
  for (int64_t i = 0; i < n; i++) {
    double total = 0;
    for (int64_t j = 0; j < n; j++) total += element(i, j) * v[j];
    result[i] = total;
  }
  return result;
}

static double *transposed_times(const double *v, int64_t n) {
  double *result = malloc(sizeof(double) * (size_t)n);
  for (int64_t i = 0; i < n; i++) {
    double total = 0;
    for (int64_t j = 0; j < n; j++) total += element(j, i) * v[j];
    result[i] = total;
  }
  return result;
}

static double *both_times(const double *v, int64_t n) {
  double *between = times(v, n);
  double *result = transposed_times(between, n);
  free(between);
  return result;
}

static double dot(const double *a, const double *b, int64_t n) {
  double total = 0;
  for (int64_t i = 0; i < n; i++) total += a[i] * b[i];
  return total;
}

int main(int argc, char **argv) {
  int64_t n = size_argument(argc, argv, 550);
  double *u = malloc(sizeof(double) * (size_t)n), *v = NULL;
  for (int64_t i = 0; i < n; i++) u[i] = 1;
  for (int round = 0; round < 10; round++) {
    free(v);
    v = both_times(u, n);
    free(u);
    u = both_times(v, n);
  }
  printf("%.9f\n", sqrt(dot(u, v, n) / dot(v, v, n)));
  return 0;
}
