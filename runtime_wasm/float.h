/* float.h: what the number files share about floats. */
#ifndef MOLT_FLOAT_H
#define MOLT_FLOAT_H

#include "molt.h"

/* The value of a float or an instance of a subclass; false for anything else. */
bool is_float(Value v, double *out);
/* a ** b; false: raised. */
bool float_power(double *result, double a, double b);
bool float_power_plain(double *result, double a, double b); /* false, nothing raised: float_power() raises */
/* The quotient and the remainder that // and % give. b not 0. */
double float_floor_divide(double a, double b, double *remainder);
double float_remainder(double a, double b);
/* A finite d = fraction * 2**exponent with a fraction of at most 53 bits, odd unless d is 0. */
int64_t float_split(double d, int *exponent);
/* OverflowError "math range error" and its kin. */
Value raise_result_out_of_range(void);

/* Slots. */
Value float_make(Class *cls, Value *args, uint32_t n, Value kwnames);
/* d rounded half to even to an int. */
Value float_round_to_int(double d);

#endif
