#include <math.h>
#include <string.h>

#include "../twin.h"

static const double PI = 3.141592653589793;

static void swap(double *a, double *b) {
  double t = *a;
  *a = *b;
  *b = t;
}

static void reorder(double *re, double *im, int64_t n) {
  for (int64_t i = 1, j = 0; i < n; i++) {
    int64_t bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j |= bit;
    if (i < j) swap(&re[i], &re[j]), swap(&im[i], &im[j]);
  }
}

static void transform(double *re, double *im, int64_t n, double sign) {
  reorder(re, im, n);
  for (int64_t length = 2; length <= n; length *= 2) {
    int64_t half = length / 2;
    double angle = sign * 2 * PI / (double)length;
    for (int64_t k = 0; k < half; k++) {
      double wr = cos(angle * (double)k), wi = sin(angle * (double)k);
      for (int64_t i = k; i < n; i += length) {
        int64_t j = i + half;
        double tr = wr * re[j] - wi * im[j], ti = wr * im[j] + wi * re[j];
        re[j] = re[i] - tr;
        im[j] = im[i] - ti;
        re[i] = re[i] + tr;
        im[i] = im[i] + ti;
      }
    }
  }
}

int main(int argc, char **argv) {
  int64_t n = (int64_t)1 << size_argument(argc, argv, 18), seed = 42;
  size_t bytes = sizeof(double) * (size_t)n;
  double *re = malloc(bytes), *im = calloc((size_t)n, sizeof(double)), *first = malloc(bytes), power = 0, error = 0;
  for (int64_t i = 0; i < n; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    re[i] = (double)seed / 2147483648.0 - 0.5;
  }
  memcpy(first, re, bytes);
  transform(re, im, n, -1);
  for (int64_t i = 0; i < n; i++) power += re[i] * re[i] + im[i] * im[i];
  printf("%.6f %.6f %.6f\n", power / (double)n, re[1], im[n / 3]);
  transform(re, im, n, 1);
  for (int64_t i = 0; i < n; i++) error += fabs(re[i] / (double)n - first[i]);
  puts(error < 1e-9 ? "True" : "False");
  return 0;
}
