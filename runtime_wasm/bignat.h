/* Natural numbers of any size: the arithmetic below the big integers.
 *
 * A number is a little-endian array of 32-bit limbs and a length, owned by the caller. "Normalised" means that the top
 * limb is not zero; zero has length 0. Lengths written by a function are fixed by those of its operands and stated with
 * it; the caller normalises with nat_len. Functions that need scratch memory return false when there is none, and
 * their results are then undefined. Results may overlap operands only where that is said.
 */
#ifndef MOLT_BIGNAT_H
#define MOLT_BIGNAT_H

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t Limb;

enum { LIMB_BITS = 32 };

/* Room for that many limbs, NULL when there is no memory for it; and its release. */
Limb *nat_scratch(uint64_t limbs);
void nat_scratch_free(Limb *scratch, uint64_t limbs);

/* The length of a without its leading zero limbs. */
uint32_t nat_len(const Limb *a, uint32_t n);
/* Negative, zero or positive as a < b, a == b, a > b. Both normalised. */
int nat_cmp(const Limb *a, uint32_t an, const Limb *b, uint32_t bn);
/* The number of bits without leading zeros. a normalised. */
uint64_t nat_bits(const Limb *a, uint32_t n);
uint64_t nat_popcount(const Limb *a, uint32_t n);
/* The number of trailing zero bits. a normalised and not zero. */
uint64_t nat_ctz(const Limb *a, uint32_t n);
/* Whether any of the lowest `bits` bits is set. */
bool nat_any_below(const Limb *a, uint32_t n, uint64_t bits);
/* The number u in r; the normalised length (0 to 2). */
uint32_t nat_from_u64(Limb r[2], uint64_t u);

/* r = a + b and r = a - b over an limbs, an >= bn; the carry or borrow. r may be a or b. */
Limb nat_add(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn);
Limb nat_sub(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn);
Limb nat_add1(Limb *r, const Limb *a, uint32_t n, Limb b);
Limb nat_sub1(Limb *r, const Limb *a, uint32_t n, Limb b);
/* r = a * m + carry over n limbs; the limb that is carried out. r may be a. */
Limb nat_mul1(Limb *r, const Limb *a, uint32_t n, Limb m, Limb carry);
/* q = a / d over n limbs; the remainder. q may be a. */
Limb nat_div1(Limb *q, const Limb *a, uint32_t n, Limb d);
Limb nat_mod1(const Limb *a, uint32_t n, Limb d);
/* r = a << bits, n + bits / 32 + 1 limbs. r may be a. */
void nat_shl(Limb *r, const Limb *a, uint32_t n, uint64_t bits);
/* r = a >> bits, n - bits / 32 limbs; bits / 32 <= n. r may be a. */
void nat_shr(Limb *r, const Limb *a, uint32_t n, uint64_t bits);

/* r = a * b, an + bn limbs. Passing the same array twice squares it at a lower cost. */
bool nat_mul(Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn);
/* q = a / b (an - bn + 1 limbs), r = a % b (bn limbs). an >= bn, b normalised and not zero. q and r may be a; r may be b. */
bool nat_divrem(Limb *q, Limb *r, const Limb *a, uint32_t an, const Limb *b, uint32_t bn);

/* Number theory (bignat_theory.c). */

uint64_t nat_gcd_u64(uint64_t a, uint64_t b);
/* r = gcd(a, b), at most max(an, bn) limbs; *rn the normalised length. Both normalised. */
bool nat_gcd(Limb *r, uint32_t *rn, const Limb *a, uint32_t an, const Limb *b, uint32_t bn);
/* r = floor(sqrt(a)), (n + 1) / 2 limbs. a normalised and not zero. */
bool nat_isqrt(Limb *r, const Limb *a, uint32_t n);
/* r = a ** e, a and e not zero, a normalised; at most nat_pow_limbs limbs; *rn the normalised length. */
bool nat_pow(Limb *r, uint32_t *rn, const Limb *a, uint32_t an, uint32_t e);
/* An upper bound of the limbs that nat_pow writes. */
uint64_t nat_pow_limbs(const Limb *a, uint32_t an, uint64_t e);
/* bignat_powmod.c: r = a ** e % m, mn limbs. m normalised and greater than 1, a < m, all normalised. */
bool nat_powmod(Limb *r, const Limb *a, uint32_t an, const Limb *e, uint32_t en, const Limb *m, uint32_t mn);

/* Text (bignat_text.c). */

/* An upper bound of the number of digits of a number of that many bits; base 10 or a power of two up to 32. */
uint64_t nat_digits_bound(uint64_t bits, uint32_t base);
/* The digits of a (at least one), lower case, without leading zeros, at text (nat_digits_bound characters); *count their
 * number. a normalised. */
bool nat_to_text(char *text, uint32_t *count, const Limb *a, uint32_t n, uint32_t base);
/* The decimal digits of a, none for 0, so that they end at `end`; their start. For short numbers: quadratic, and a is destroyed. */
char *nat_put_decimal(char *end, Limb *a, uint32_t n);
/* An upper bound of the limbs of a number of that many digits, base 2 to 36. */
uint32_t nat_limbs_bound(uint32_t count, uint32_t base);
/* r = the number with these digit values (0 to base - 1, highest first), nat_limbs_bound limbs; *rn the normalised length. */
bool nat_from_digits(Limb *r, uint32_t *rn, const uint8_t *digits, uint32_t count, uint32_t base);

/* Doubles (bignat_double.c). */

/* m * 2**exponent rounded half to even, where `sticky` says that the number is a little larger than m; infinity when it is
 * too large. m has 55 bits or more, or is exact (not sticky).*/
double nat_round(uint64_t m, bool sticky, int64_t exponent);
/* The highest 64 bits of a, the top one set; *sticky whether a lower bit is set. a normalised, not zero. */
uint64_t nat_top64(const Limb *a, uint32_t n, bool *sticky);
/* a rounded half to even; infinity when it is too large. a normalised. */
double nat_to_double(const Limb *a, uint32_t n);
/* a as a fraction in [0.5, 1], or 0, and a power of two, so that nothing overflows. a normalised. */
double nat_frexp(const Limb *a, uint32_t n, uint64_t *exponent);
/* a / b rounded half to even; infinity when it is too large. Both normalised and not zero. */
bool nat_ratio_to_double(double *result, const Limb *a, uint32_t an, const Limb *b, uint32_t bn);
/* r = trunc(d), at most 32 limbs; the normalised length. d >= 0, finite. */
uint32_t nat_from_double(Limb r[32], double d);
/* Negative, zero or positive as a < d, a == d, a > d, exactly. a normalised, d >= 0, may be infinite. */
int nat_cmp_double(const Limb *a, uint32_t n, double d);

#endif
