#include "../twin.h"

static double **make_matrix(int64_t n, int64_t seed) {
  double **matrix = new_rows(n, n);
  for (int64_t i = 0; i < n; i++) {
    for (int64_t j = 0; j < n; j++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      matrix[i][j] = (double)seed / 2147483648.0 - 0.5;
    }
  }
  return matrix;
}

static double **multiply(double **a, double **b, int64_t n) {
  double **product = new_rows(n, n);
  for (int64_t i = 0; i < n; i++) {
    for (int64_t j = 0; j < n; j++) {
      double total = 0;
      for (int64_t k = 0; k < n; k++) total += a[i][k] * b[k][j];
      product[i][j] = total;
    }
  }
  return product;
}

int main(int argc, char **argv) {
  int64_t n = size_argument(argc, argv, 360);
  double **c = multiply(make_matrix(n, 1), make_matrix(n, 2), n), trace = 0;
  for (int64_t i = 0; i < n; i++) trace += c[i][i];
  printf("%.9f %.9f %.9f\n", trace, c[0][n - 1], c[n / 2][n / 3]);
  return 0;
}
