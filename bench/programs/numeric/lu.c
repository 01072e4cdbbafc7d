#include <math.h>

#include "../twin.h"

static double **make_system(int64_t n, double *right) {
  double **matrix = new_rows(n, n);
  int64_t seed = 7;
  for (int64_t i = 0; i < n; i++) {
    right[i] = 0;
    for (int64_t j = 0; j < n; j++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      matrix[i][j] = (double)seed / 2147483648.0 - 0.5;
      right[i] += matrix[i][j];
    }
  }
  return matrix;
}

static int64_t decompose(double **a, int64_t *order, int64_t n) {
  int64_t sign = 1;
  for (int64_t i = 0; i < n; i++) order[i] = i;
  for (int64_t k = 0; k < n; k++) {
    int64_t pivot = k;
    for (int64_t i = k + 1; i < n; i++)
      if (fabs(a[i][k]) > fabs(a[pivot][k])) pivot = i;
    if (pivot != k) {
      double *row = a[k];
      a[k] = a[pivot], a[pivot] = row;
      int64_t place = order[k];
      order[k] = order[pivot], order[pivot] = place;
      sign = -sign;
    }
    for (int64_t i = k + 1; i < n; i++) {
      double factor = a[i][k] / a[k][k];
      a[i][k] = factor;
      for (int64_t j = k + 1; j < n; j++) a[i][j] -= factor * a[k][j];
    }
  }
  return sign;
}

static double *solve(double **lu, const int64_t *order, const double *right, int64_t n) {
  double *x = malloc(sizeof(double) * (size_t)n);
  for (int64_t i = 0; i < n; i++) x[i] = right[order[i]];
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < i; j++) x[i] -= lu[i][j] * x[j];
  for (int64_t i = n - 1; i >= 0; i--) {
    for (int64_t j = i + 1; j < n; j++) x[i] -= lu[i][j] * x[j];
    x[i] /= lu[i][i];
  }
  return x;
}

int main(int argc, char **argv) {
  int64_t n = size_argument(argc, argv, 500), swapped = 0;
  int64_t *order = malloc(sizeof(int64_t) * (size_t)n);
  double *right = malloc(sizeof(double) * (size_t)n), total = 0;
  double **matrix = make_system(n, right);
  int64_t sign = decompose(matrix, order, n);
  double *x = solve(matrix, order, right, n);
  for (int64_t i = 0; i < n; i++) swapped += order[i] != i, total += x[i];
  printf("%.6f %.6f %.6f %" PRId64 " %" PRId64 "\n", total, x[0], matrix[n - 1][n - 1], sign, swapped);
  return 0;
}
