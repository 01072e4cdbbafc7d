/* math_accurate.h: elementary functions whose roundings agree with the C library that CPython is commonly built with. */
#ifndef MOLT_MATH_ACCURATE_H
#define MOLT_MATH_ACCURATE_H

double accurate_exp(double x);
double accurate_cosh(double x);
double accurate_sinh(double x);
double accurate_tanh(double x);
double accurate_log10(double x); /* x > 0 */

#endif
