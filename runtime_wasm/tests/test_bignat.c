/* Natural numbers against identities that hold for any operands, over sizes on both sides of each threshold. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../bignat.h"
#include "check.h"

enum { ROOM = 2400 };

extern uint32_t mem_stub_fail_at, mem_stub_count;

static uint64_t random_state = 88172645463325252u;

static uint32_t random_u32(void) { /* Marsaglia's xorshift64 */
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (uint32_t)(random_state >> 16);
}

/* Runs of zeros and ones reach the corrections that uniform bits hardly ever do. */
static uint32_t random_nat(Limb *r, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    uint32_t kind = random_u32() % 8;
    r[i] = kind == 0 ? 0 : kind == 1 ? UINT32_MAX : kind == 2 ? 0x80000000u : random_u32();
  }
  if (n > 0 && r[n - 1] == 0) r[n - 1] = 1;
  return n;
}

static const uint32_t sizes[] = {1, 2, 3, 7, 39, 40, 41, 59, 60, 61, 79, 81, 119, 121, 200, 333};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static Limb a[ROOM], b[ROOM], c[ROOM], d[ROOM], e[ROOM], f[ROOM];

/* (a + b)**2 - (a - b)**2 == 4 a b: squaring and multiplication take different ways. */
static void test_mul(void) {
  for (uint32_t i = 0; i < SIZES; i++) {
    for (uint32_t j = 0; j <= i; j++) {
      uint32_t an = random_nat(a, sizes[i]), bn = random_nat(b, sizes[j]);
      CHECK(nat_mul(c, a, an, b, bn));
      c[an + bn] = 0;
      nat_shl(c, c, an + bn, 2);
      uint32_t cn = nat_len(c, an + bn + 1);
      d[an] = nat_add(d, a, an, b, bn);
      uint32_t dn = nat_len(d, an + 1);
      CHECK(nat_mul(e, d, dn, d, dn));
      uint32_t en = nat_len(e, 2 * dn);
      bool less = nat_cmp(a, an, b, bn) < 0;
      if (less) nat_sub(d, b, bn, a, an);
      else nat_sub(d, a, an, b, bn);
      dn = nat_len(d, less ? bn : an);
      CHECK(nat_mul(f, d, dn, d, dn));
      nat_sub(e, e, en, f, nat_len(f, 2 * dn));
      CHECK(nat_cmp(e, nat_len(e, en), c, cn) == 0);
      CHECK(nat_mul(e, b, bn, a, an));
      nat_shl(e, e, an + bn, 2);
      CHECK(nat_cmp(e, nat_len(e, an + bn + 1), c, cn) == 0);
    }
  }
}

static void test_divrem(void) {
  for (uint32_t i = 0; i < SIZES; i++) {
    for (uint32_t j = 0; j <= i; j++) {
      for (int round = 0; round < 20; round++) {
        uint32_t an = random_nat(a, sizes[i] + (round % 3 == 0 ? sizes[j] : 0)), bn = random_nat(b, sizes[j]);
        CHECK(nat_divrem(c, d, a, an, b, bn));
        uint32_t cn = nat_len(c, an - bn + 1), dn = nat_len(d, bn);
        CHECK(nat_cmp(d, dn, b, bn) < 0);
        CHECK(nat_mul(e, c, cn, b, bn));
        uint32_t en = cn + bn;
        memset(e + en, 0, 2 * sizeof(Limb));
        nat_add(e, e, en + 1, d, dn);
        CHECK(nat_cmp(e, nat_len(e, en + 1), a, an) == 0);
      }
    }
  }
}

static void test_text(void) {
  static char text[40000];
  static uint8_t digits[40000];
  static const uint32_t lengths[] = {0, 1, 2, 5, 39, 40, 41, 80, 160, 333, 1000, 2000};
  for (uint32_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
    uint32_t n = random_nat(a, lengths[i]);
    static const uint32_t bases[] = {10, 16, 8, 32};
    for (uint32_t k = 0; k < 4; k++) {
      uint32_t base = bases[k], count, bn;
      CHECK(nat_to_text(text, &count, a, n, base));
      CHECK(count <= nat_digits_bound(nat_bits(a, n), base));
      CHECK(n == 0 || text[0] != '0');
      for (uint32_t at = 0; at < count; at++) digits[at] = (uint8_t)(text[at] <= '9' ? text[at] - '0' : text[at] - 'a' + 10);
      CHECK(nat_limbs_bound(count, base) <= ROOM);
      CHECK(nat_from_digits(b, &bn, digits, count, base));
      CHECK(nat_cmp(a, n, b, bn) == 0);
    }
  }
  uint32_t count;
  memset(a, 0, sizeof a);
  a[400] = 1;
  CHECK(nat_to_text(text, &count, a, 401, 2) && count == 12801 && text[0] == '1' && memchr(text + 1, '1', 12800) == NULL);
  memset(digits, 35, 3000);
  uint32_t n;
  CHECK(nat_from_digits(a, &n, digits, 3000, 36));
  CHECK(nat_add1(a, a, n, 1) == 0 && nat_mod1(a, n, 36 * 36 * 36) == 0);
}

static void test_theory(void) {
  for (uint32_t i = 0; i < SIZES; i++) {
    uint32_t an = random_nat(a, sizes[i]), bn = random_nat(b, sizes[SIZES - 1 - i]), cn = random_nat(c, 1 + i % 5), dn, fn;
    CHECK(nat_mul(e, a, an, c, cn) && nat_mul(f, b, bn, c, cn));
    uint32_t en = nat_len(e, an + cn);
    fn = nat_len(f, bn + cn);
    CHECK(nat_gcd(d, &dn, e, en, f, fn));
    Limb quotient[ROOM], rest[ROOM];
    CHECK(nat_divrem(quotient, rest, e, en, d, dn) && nat_len(rest, dn) == 0);
    CHECK(nat_divrem(quotient, rest, f, fn, d, dn) && nat_len(rest, dn) == 0);
    CHECK(nat_divrem(quotient, rest, d, dn, c, cn) && nat_len(rest, cn) == 0);
    CHECK(nat_isqrt(d, a, an));
    dn = nat_len(d, (an + 1) / 2);
    CHECK(nat_mul(e, d, dn, d, dn) && nat_cmp(e, nat_len(e, 2 * dn), a, an) <= 0);
    d[dn] = nat_add1(d, d, dn, 1);
    dn = nat_len(d, dn + 1);
    CHECK(nat_mul(e, d, dn, d, dn) && nat_cmp(e, nat_len(e, 2 * dn), a, an) > 0);
    if (an > 1) { /* (a - 1)**2 % a == 1 */
      uint32_t two = 2;
      nat_sub1(b, a, an, 1);
      CHECK(nat_powmod(c, b, nat_len(b, an), &two, 1, a, an) && nat_len(c, an) == 1 && c[0] == 1);
    }
  }
  CHECK(nat_gcd_u64(0, 12) == 12 && nat_gcd_u64(48, 36) == 12 && nat_gcd_u64(UINT64_MAX, 3) == 3);
  Limb three = 3, m[2] = {1000000007, 0}, e2[2] = {0, 1};
  CHECK(nat_powmod(c, &three, 1, e2, 2, m, 1) && c[0] == 945691132u);
  uint32_t n;
  Limb twelve = 12;
  CHECK(nat_pow(a, &n, &twelve, 1, 9) && n == 2 && a[0] == 864813056u && a[1] == 1u);
}

static void test_doubles(void) {
  Limb r[64];
  CHECK(nat_to_double(r, nat_from_u64(r, (1ull << 53) + 1)) == 9007199254740992.0);
  CHECK(nat_to_double(r, nat_from_u64(r, (1ull << 53) + 3)) == 9007199254740996.0);
  CHECK(nat_to_double(r, nat_from_u64(r, UINT64_MAX)) == 18446744073709551616.0);
  memset(r, 0xff, sizeof r);
  CHECK(isinf(nat_to_double(r, 32)));
  r[31] = 0xfffffbff;
  CHECK(isfinite(nat_to_double(r, 32)));
  r[30] = 0;
  CHECK(nat_to_double(r, 32) == ldexp(0xfffffbff, 992));
  CHECK(nat_from_double(r, 1e300) == 32 - 0 - (1024 - 997) / 32);
  CHECK(nat_cmp_double(r, nat_from_double(r, 1e300), 1e300) == 0);
  CHECK(nat_cmp_double(r, nat_from_u64(r, (1ull << 53) + 1), 9007199254740992.0) > 0);
  CHECK(nat_cmp_double(r, nat_from_u64(r, 2), 2.5) < 0 && nat_cmp_double(r, nat_from_u64(r, 3), 2.5) > 0);
  CHECK(nat_cmp_double(r, nat_from_u64(r, 3), HUGE_VAL) < 0 && nat_cmp_double(r, 0, 0.0) == 0);
  CHECK(nat_round(1, true, -1075) == 4.9406564584124654e-324 && nat_round(1, false, -1075) == 0.0);
  CHECK(nat_round(UINT64_MAX, false, 960) == HUGE_VAL);
  for (int i = 0; i < 1000; i++) {
    Limb x[2], y[2];
    uint64_t u = random_u32() | 1u, v = random_u32() | 1u;
    double ratio;
    CHECK(nat_ratio_to_double(&ratio, x, nat_from_u64(x, u), y, nat_from_u64(y, v)) && ratio == (double)u / (double)v);
  }
}

static void test_bits(void) {
  Limb r[3] = {0, 8, 0};
  CHECK(nat_ctz(r, 2) == 35 && nat_bits(r, 2) == 36 && nat_popcount(r, 2) == 1);
  CHECK(!nat_any_below(r, 2, 35) && nat_any_below(r, 2, 36) && nat_any_below(r, 2, 100));
  nat_shl(r, r, 2, 28);
  CHECK(r[0] == 0 && r[1] == 0x80000000u && r[2] == 0);
  nat_shr(r, r, 2, 63);
  CHECK(r[0] == 1);
}

/* Each allocation in turn fails: the functions say so, and the sanitizer sees no leak. */
static void test_out_of_memory(void) {
  static char text[40000];
  uint32_t n = random_nat(a, 1000), count, fails = 0;
  for (mem_stub_fail_at = 1;; mem_stub_fail_at++) {
    mem_stub_count = 0;
    if (nat_to_text(text, &count, a, n, 10) && nat_isqrt(b, a, n) && nat_mul(c, a, n, a, n) && nat_gcd(d, &count, a, n, b, n / 2)) break;
    fails++;
  }
  mem_stub_fail_at = 0;
  CHECK(fails > 10);
}

int main(void) {
  test_bits();
  test_mul();
  test_divrem();
  test_text();
  test_theory();
  test_doubles();
  test_out_of_memory();
  return check_report();
}
