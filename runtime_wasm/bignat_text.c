/* Natural numbers to and from digits. See bignat.h.
 *
 * Bases that are powers of two move bits. The others work on chunks, the most digits whose values fit a limb, one by one
 * for short numbers, and by halves for long ones (Knuth, The Art of Computer Programming, volume 2, 4.4), with the powers
 * chunk**(2**i) made by repeated squaring.
 */
#include <string.h>

#include "bignat.h"

enum { MOST_LEVELS = 32, SHORT_LIMBS = 40, SHORT_CHUNKS = 120 };

static bool is_power_of_two(uint32_t base) {
  return (base & (base - 1)) == 0;
}

static uint32_t log2_of(uint32_t base) {
  return (uint32_t)__builtin_ctz(base);
}

/* The most digits of that base that fit a limb, and base to that power. */
static uint32_t chunk_digits(uint32_t base, Limb *chunk) {
  uint32_t digits = 1;
  uint64_t power = base;
  while (power * base <= UINT32_MAX) power *= base, digits++;
  *chunk = (Limb)power;
  return digits;
}

typedef struct Powers {
  uint32_t digits; /* a chunk's */
  Limb chunk;
  int levels;
  uint32_t n[MOST_LEVELS];
  Limb *power[MOST_LEVELS]; /* chunk ** (2 ** i), each in a block of room[i] limbs */
  uint32_t room[MOST_LEVELS];
} Powers;

static void powers_free(Powers *p) {
  while (p->levels > 0) {
    p->levels--;
    nat_scratch_free(p->power[p->levels], p->room[p->levels]);
  }
}

/* One more power, the square of the highest. */
static bool powers_extend(Powers *p) {
  int i = p->levels;
  uint32_t room = i == 0 ? 1 : 2 * p->n[i - 1];
  Limb *power = nat_scratch(room);
  if (power == NULL) return false;
  p->room[i] = room;
  p->power[i] = power;
  p->levels++;
  if (i == 0) power[0] = p->chunk;
  else if (!nat_mul(power, p->power[i - 1], p->n[i - 1], p->power[i - 1], p->n[i - 1])) return false;
  p->n[i] = nat_len(power, room);
  return true;
}

/* ---- To text ---- */

uint64_t nat_digits_bound(uint64_t bits, uint32_t base) {
  if (is_power_of_two(base)) return bits / log2_of(base) + 1;
  return bits * 30103 / 100000 + 1; /* log10(2) = 0.3010299956... */
}

static char digit_char(uint32_t digit) {
  return (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
}

static uint32_t to_text_bits(char *text, const Limb *a, uint32_t n, uint32_t width) {
  uint64_t bits = nat_bits(a, n);
  uint32_t count = (uint32_t)((bits + width - 1) / width);
  for (uint32_t i = 0; i < count; i++) {
    uint64_t at = (uint64_t)i * width;
    uint32_t word = (uint32_t)(at / LIMB_BITS), shift = at % LIMB_BITS;
    uint64_t pair = a[word] | (uint64_t)(word + 1 < n ? a[word + 1] : 0) << LIMB_BITS;
    text[count - 1 - i] = digit_char((uint32_t)(pair >> shift) & ((1u << width) - 1));
  }
  return count;
}

char *nat_put_decimal(char *end, Limb *a, uint32_t n) {
  enum { CHUNK = 1000000000, CHUNK_DIGITS = 9 };
  while (n > 0) {
    Limb rest = nat_div1(a, a, n, CHUNK);
    n = nat_len(a, n);
    for (uint32_t i = 0; n > 0 ? i < CHUNK_DIGITS : rest > 0; i++, rest /= 10) *--end = (char)('0' + rest % 10);
  }
  return end;
}

/* Writes a < power[level] ** 2 so that it ends at `end`; NULL without memory. a is destroyed. */
static char *put_long(char *end, Limb *a, uint32_t n, const Powers *p, int level) {
  if (n < SHORT_LIMBS || level < 0) return nat_put_decimal(end, a, n);
  const Limb *power = p->power[level];
  uint32_t powern = p->n[level];
  if (nat_cmp(a, n, power, powern) < 0) return put_long(end, a, n, p, level - 1);
  uint32_t quotientn = n - powern + 1;
  Limb *quotient = nat_scratch(quotientn);
  if (quotient == NULL) return NULL;
  char *start = NULL;
  if (nat_divrem(quotient, a, a, n, power, powern)) start = put_long(end, a, nat_len(a, powern), p, level - 1);
  if (start != NULL) {
    char *middle = end - ((size_t)p->digits << level);
    while (start > middle) *--start = '0';
    start = put_long(middle, quotient, nat_len(quotient, quotientn), p, level - 1);
  }
  nat_scratch_free(quotient, quotientn);
  return start;
}

static bool to_text_decimal(char *text, uint32_t *count, const Limb *a, uint32_t n) {
  Powers p = {.levels = 0};
  p.digits = chunk_digits(10, &p.chunk);
  Limb *copy = nat_scratch(n);
  if (copy == NULL) return false;
  memcpy(copy, a, n * sizeof(Limb));
  bool ok = true;
  while (ok && n >= SHORT_LIMBS && (p.levels == 0 || 2 * p.n[p.levels - 1] <= n + 1)) ok = powers_extend(&p);
  if (ok) {
    char *end = text + nat_digits_bound(nat_bits(a, n), 10);
    char *start = put_long(end, copy, n, &p, p.levels - 1);
    ok = start != NULL;
    if (ok) {
      *count = (uint32_t)(end - start);
      memmove(text, start, *count);
    }
  }
  powers_free(&p);
  nat_scratch_free(copy, n);
  return ok;
}

bool nat_to_text(char *text, uint32_t *count, const Limb *a, uint32_t n, uint32_t base) {
  if (n == 0) {
    text[0] = '0';
    *count = 1;
    return true;
  }
  if (is_power_of_two(base)) {
    *count = to_text_bits(text, a, n, log2_of(base));
    return true;
  }
  return to_text_decimal(text, count, a, n);
}

/* ---- From digits ---- */

uint32_t nat_limbs_bound(uint32_t count, uint32_t base) {
  if (is_power_of_two(base)) return (uint32_t)((uint64_t)count * log2_of(base) / LIMB_BITS + 1);
  Limb chunk;
  return count / chunk_digits(base, &chunk) + 1;
}

static uint32_t from_digits_bits(Limb *r, const uint8_t *digits, uint32_t count, uint32_t width) {
  uint32_t n = 0, filled = 0;
  uint64_t pending = 0;
  while (count-- > 0) {
    pending |= (uint64_t)digits[count] << filled;
    filled += width;
    if (filled >= LIMB_BITS) {
      r[n++] = (Limb)pending;
      pending >>= LIMB_BITS;
      filled -= LIMB_BITS;
    }
  }
  r[n++] = (Limb)pending;
  return nat_len(r, n);
}

/* The highest chunk may be short, so that the others are whole. */
static uint32_t get_short(Limb *r, const uint8_t *digits, uint32_t count, const Powers *p, uint32_t base) {
  uint32_t n = 0, length = count % p->digits;
  if (length == 0) length = p->digits;
  while (count > 0) {
    Limb value = 0;
    for (uint32_t i = 0; i < length; i++) value = value * base + *digits++;
    count -= length;
    length = p->digits;
    Limb carry = nat_mul1(r, r, n, p->chunk, value);
    if (carry != 0) r[n++] = carry;
  }
  return n;
}

/* At most chunk.digits << (level + 1) digits. r has limbs for them as nat_limbs_bound says. */
static bool get_long(Limb *r, uint32_t *rn, const uint8_t *digits, uint32_t count, const Powers *p, int level, uint32_t base) {
  uint32_t low_count = level < 0 ? 0 : p->digits << level;
  if (count <= SHORT_CHUNKS * p->digits || level < 0) {
    *rn = get_short(r, digits, count, p, base);
    return true;
  }
  if (count <= low_count) return get_long(r, rn, digits, count, p, level - 1, base);
  uint32_t high_count = count - low_count, lown;
  uint32_t room = nat_limbs_bound(low_count > high_count ? low_count : high_count, base);
  Limb *part = nat_scratch(room);
  if (part == NULL) return false;
  uint32_t partn;
  bool ok = get_long(part, &partn, digits, high_count, p, level - 1, base) &&
            nat_mul(r, part, partn, p->power[level], p->n[level]);
  uint32_t n = partn == 0 ? 0 : nat_len(r, partn + p->n[level]);
  ok = ok && get_long(part, &lown, digits + high_count, low_count, p, level - 1, base);
  if (ok) {
    if (n < lown) memset(r + n, 0, (lown - n) * sizeof(Limb)), n = lown;
    Limb carry = nat_add(r, r, n, part, lown);
    if (carry != 0) r[n++] = carry;
    *rn = nat_len(r, n);
  }
  nat_scratch_free(part, room);
  return ok;
}

bool nat_from_digits(Limb *r, uint32_t *rn, const uint8_t *digits, uint32_t count, uint32_t base) {
  if (is_power_of_two(base)) {
    *rn = from_digits_bits(r, digits, count, log2_of(base));
    return true;
  }
  Powers p = {.levels = 0};
  p.digits = chunk_digits(base, &p.chunk);
  bool ok = true;
  while (ok && count > SHORT_CHUNKS * p.digits && (uint64_t)p.digits << p.levels < count) ok = powers_extend(&p);
  ok = ok && get_long(r, rn, digits, count, &p, p.levels - 1, base);
  powers_free(&p);
  return ok;
}
