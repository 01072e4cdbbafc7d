/* int.h: integers as the number files see them. An "int Value" is exact: a small int, or an Int object outside the small
 * range; int_of() makes one of a bool or an instance of a subclass.
 */
#ifndef MOLT_INT_H
#define MOLT_INT_H

#include "bignat.h"
#include "molt.h"

/* Sign and magnitude of an int Value. limbs may point into the view itself, so a view is not copied. */
typedef struct IntView {
  const Limb *limbs;
  uint32_t n; /* normalised */
  bool negative;
  Limb small[2];
} IntView;
void int_view(IntView *v, Value i);
/* The int with this magnitude and sign. */
Value int_from_limbs(const Limb *limbs, uint32_t n, bool negative);

/* No int has more limbs: its digits, and sums of two sizes, fit 32 bits. */
enum { INT_LIMBS_MAX = 1 << 26 };

/* Scratch for a magnitude. Local when short; false: MemoryError raised. */
typedef struct Work {
  Limb *limbs;
  uint64_t room;
  Limb local[12];
} Work;
bool work_init(Work *w, uint64_t room);
void work_free(Work *w);

static inline bool is_exact_int(Value v) { return is_small_int(v) || has_tag(v, T_INT); }
static inline bool int_is_zero(Value i) { return i == small_int_value(0); }
uint64_t int_bit_length(Value i);
int int_compare(Value a, Value b); /* <0, 0, >0 */

/* int_arith.c. Operands are int Values. */
Value int_op(BinaryOp op, Value a, Value b);
Value int_negate(Value a);
Value int_absolute(Value a);
Value int_invert(Value a);
bool int_divmod(Value a, Value b, Value *quotient, Value *remainder); /* both owned; ZeroDivisionError */
/* a / b as a double, correctly rounded. */
bool int_true_divide(double *result, Value a, Value b);
/* int_pow.c */
Value int_power(Value a, Value b);
Value int_power_mod(Value a, Value b, Value m); /* pow(a, b, m) */

/* int_text.c */
extern int32_t int_max_str_digits; /* sys.set_int_max_str_digits; 0: no limit */
/* Digits of |i| without prefix, in a block to release with int_digits_free. False: raised. */
typedef struct IntDigits {
  char *text;
  uint32_t count;
  uint64_t room;
  char local[24];
} IntDigits;
bool int_digits(IntDigits *d, Value i, uint32_t base);
void int_digits_free(IntDigits *d);
/* hex(), oct(), bin() of an int Value. */
Value int_to_base(Value i, uint32_t base);
Value int_repr(Value self);
/* The text of numbers with other scripts' decimal digits and spaces made ASCII and what is neither '?': a block of `size`
 * bytes, of which *count are written; NULL without memory. */
char *ascii_from_unicode(const char *s, uint32_t size, uint32_t *count);

/* numfmt.c */
Value int_format(Value self, Value spec);
Value float_format(Value self, Value spec);

#endif
