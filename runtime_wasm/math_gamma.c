/* The module math: gamma and lgamma, by Lanczos's approximation (SIAM Journal on Numerical Analysis B1, 1964) with the
 * rational coefficients for 13 terms and g = 6.0246... that Boost published and CPython uses: the same rounding errors are wanted.
 */
#include <math.h>

#include "float.h"
#include "math_accurate.h"

static const double pi = 3.14159265358979323846, log_pi = 1.14472988584940017414;
static const double lanczos_g = 6.024680040776729583740234375, lanczos_g_less_half = 5.524680040776729583740234375;

enum { TERMS = 13 };
static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786772,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
/* The coefficients of x (x + 1) ... (x + 11). */
static const double denominator[TERMS] = {0,       39916800, 120543840, 150917976, 105258076, 45995730, 13339535,
                                          2637558, 357423,   32670,     1925,      66,        1};

/* Both polynomials at x > 0, or at 1 / x with the coefficients reversed, so that neither overflows. */
static double lanczos_sum(double x) {
  double above = 0, below = 0;
  for (int i = 0; i < TERMS; i++) {
    int term = x < 5.0 ? TERMS - 1 - i : i;
    above = (x < 5.0 ? above * x : above / x) + numerator[term];
    below = (x < 5.0 ? below * x : below / x) + denominator[term];
  }
  return above / below;
}

/* sin(pi x), exact in the reduction. */
static double sine_of_pi_times(double x) {
  double y = fmod(fabs(x), 2.0), result;
  switch ((int)round(2.0 * y)) {
    case 0: result = sin(pi * y); break;
    case 1: result = cos(pi * (y - 0.5)); break;
    case 2: result = sin(pi * (1.0 - y)); break;
    case 3: result = -cos(pi * (y - 1.5)); break;
    default: result = sin(pi * (y - 2.0)); break;
  }
  return copysign(1.0, x) * result;
}

static double small_factorial(int n) {
  double product = 1;
  for (int i = 2; i <= n; i++) product *= i;
  return product;
}

/* The part of x + g - 1/2 that rounding left out, as a relative correction. */
static double rounding_correction(double x, double y) {
  double rest = x > lanczos_g_less_half ? (y - x) - lanczos_g_less_half : (y - lanczos_g_less_half) - x;
  return rest * lanczos_g / y;
}

/* x finite, not a pole. Infinite when out of range. */
static double gamma_of(double x) {
  enum { EXACT_MAX = 23, OVERFLOW_MIN = 200, POWER_MAX = 140 };
  if (x == floor(x) && x <= EXACT_MAX) return small_factorial((int)x - 1);
  double magnitude = fabs(x);
  if (magnitude < 1e-20) return 1.0 / x;
  if (magnitude > OVERFLOW_MIN) return x < 0 ? 0.0 / sine_of_pi_times(x) : HUGE_VAL;
  double y = magnitude + lanczos_g_less_half, correction = rounding_correction(magnitude, y);
  bool in_one = magnitude < POWER_MAX; /* larger powers overflow unless taken by halves */
  double power = pow(y, in_one ? magnitude - 0.5 : magnitude / 2.0 - 0.25);
  if (x < 0) {
    double result = -pi / sine_of_pi_times(magnitude) / magnitude * accurate_exp(y) / lanczos_sum(magnitude);
    result -= correction * result;
    return in_one ? result / power : result / power / power;
  }
  double result = lanczos_sum(magnitude) / accurate_exp(y);
  result += correction * result;
  return in_one ? result * power : result * power * power;
}

/* x finite, not a pole. */
static double log_gamma_of(double x) {
  if (x == 1 || x == 2) return 0.0;
  double magnitude = fabs(x);
  if (magnitude < 1e-20) return -log(magnitude);
  double result = log(lanczos_sum(magnitude)) - lanczos_g;
  result += (magnitude - 0.5) * (log(magnitude + lanczos_g - 0.5) - 1);
  if (x < 0) result = log_pi - log(fabs(sine_of_pi_times(magnitude))) - log(magnitude) - result;
  return result;
}

static bool is_pole(double x) {
  return x <= 0 && x == floor(x);
}

static Value checked(double result, double x) {
  if (isinf(result) && isfinite(x)) return raise_error(&OverflowError_class, "math range error");
  return float_value(result);
}

static Value math_gamma(Value self, Value arg) {
  (void)self;
  double x;
  if (!op_float(arg, &x)) return RAISED;
  if (is_pole(x)) return raise_error(&ValueError_class, "math domain error");
  return checked(isfinite(x) ? gamma_of(x) : x, x);
}

static Value math_lgamma(Value self, Value arg) {
  (void)self;
  double x;
  if (!op_float(arg, &x)) return RAISED;
  if (isfinite(x) && is_pole(x)) return raise_error(&ValueError_class, "math domain error");
  return checked(isfinite(x) ? log_gamma_of(x) : fabs(x), x);
}

FUNCTION(math, gamma, CALL_ONE, 0, 0, 0, math_gamma)
FUNCTION(math, lgamma, CALL_ONE, 0, 0, 0, math_lgamma)
