#include "bench.h"
#include <math.h>
#define N 220
static double a(int64_t i, int64_t j) { return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1); }
static void multiply(const double *v, double *out) {
  for (int i = 0; i < N; i++) {
    double total = 0;
    for (int j = 0; j < N; j++) total += a(i, j) * v[j];
    out[i] = total;
  }
}
static void multiply_transposed(const double *v, double *out) {
  for (int i = 0; i < N; i++) {
    double total = 0;
    for (int j = 0; j < N; j++) total += a(j, i) * v[j];
    out[i] = total;
  }
}
int main(void) {
  static double u[N], v[N], t[N];
  for (int i = 0; i < N; i++) u[i] = 1;
  for (int k = 0; k < 10; k++) {
    multiply(u, t), multiply_transposed(t, v);
    multiply(v, t), multiply_transposed(t, u);
  }
  double vbv = 0, vv = 0;
  for (int i = 0; i < N; i++) vbv += u[i] * v[i], vv += v[i] * v[i];
  put_fixed9(sqrt(vbv / vv));
  return 0;
}
