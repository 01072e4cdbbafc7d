/* Doubles to decimal and back, correctly rounded, half to even. Nothing here allocates.
 *
 * A decimal is a string of digits without leading or trailing zeros and the place of its point: 0.d1d2d3... * 10**point.
 */
#ifndef MOLT_DTOA_H
#define MOLT_DTOA_H

#include <stdbool.h>
#include <stdint.h>

enum {
  DTOA_SHORTEST_DIGITS = 17,
  DTOA_DIGITS = 1120,    /* room for any double to any number of places */
  DTOA_REPR_CHARS = 25,
};

/* The fewest digits that read back as d, the nearest to d among them; their number. d finite, greater than 0. */
uint32_t dtoa_shortest(char digits[DTOA_SHORTEST_DIGITS], int *point, double d);
/* d rounded to `places` digits after the point (before it, when negative); the number of digits, 0 when d rounds to 0.
 * d finite, not negative. */
uint32_t dtoa_fixed(char digits[DTOA_DIGITS], int *point, double d, int32_t places);
/* d rounded to `count` >= 1 significant digits; the number of digits. d finite, greater than 0. */
uint32_t dtoa_precise(char digits[DTOA_DIGITS], int *point, double d, int32_t count);
/* repr(d); the number of characters. */
uint32_t dtoa_repr(char text[DTOA_REPR_CHARS], double d);

/* Digits with an optional point and exponent, nothing else ("1", "1.", ".5", "1e-7"): the number of characters of the
 * longest such prefix of the text, 0 when there is none. */
uint32_t dtoa_parse(const char *text, uint32_t size, double *result);
/* digits * 10**exponent; infinity when it is too large. */
double dtoa_from_digits(const char *digits, uint32_t count, int64_t exponent);

/* 10**exponent = result * 2**(floor(log2(10**exponent)) - 127), rounded down; exponent -364 to 335. */
typedef struct U128 {
  uint64_t high, low;
} U128;
U128 dtoa_power_of_ten(int exponent);

#endif
