"""Digits of pi and e by several exact integer methods, which must agree."""


def pi_spigot():
    """Gibbons' unbounded spigot (2006): digits one at a time from linear fractional transformations."""
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


def arctan_inverse(x, unity):
    """unity * arctan(1/x) by the alternating series."""
    power = total = unity // x
    n, sign = 3, -1
    x2 = x * x
    while power:
        power //= x2
        total += sign * (power // n)
        sign, n = -sign, n + 2
    return total


def pi_machin(digits):
    unity = 10 ** (digits + 10)
    return 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity)) // 10**10


def integer_sqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while (y := (x + n // x) // 2) < x:
        x = y
    return x


def pi_chudnovsky(digits):
    """Binary splitting of the Chudnovsky series."""
    c3_over_24 = 640320**3 // 24

    def split(a, b):
        if b - a == 1:
            p = q = 1 if a == 0 else None
            if a:
                p = (6 * a - 5) * (2 * a - 1) * (6 * a - 1)
                q = a * a * a * c3_over_24
            t = p * (13591409 + 545140134 * a)
            return p, q, -t if a & 1 else t
        m = (a + b) // 2
        p1, q1, t1 = split(a, m)
        p2, q2, t2 = split(m, b)
        return p1 * p2, q1 * q2, q2 * t1 + p1 * t2

    terms = digits // 14 + 2
    _, q, t = split(0, terms)
    root = integer_sqrt(10005 * 10 ** (2 * (digits + 10)))
    return q * 426880 * root // t // 10**10


def e_digits(digits):
    unity = 10 ** (digits + 10)
    total = term = unity
    n = 1
    while term:
        term //= n
        total += term
        n += 1
    return total // 10**10


def sqrt_digits(n, digits):
    return integer_sqrt(n * 10 ** (2 * digits))


def continued_fraction(n, d, limit):
    out = []
    while d and len(out) < limit:
        q, r = divmod(n, d)
        out.append(q)
        n, d = d, r
    return out


DIGITS = 300
spigot = pi_spigot()
text = "".join(str(next(spigot)) for _ in range(DIGITS + 1))
machin, chudnovsky = pi_machin(DIGITS), pi_chudnovsky(DIGITS)
print(text[:61])
print(text == str(machin) == str(chudnovsky), str(machin)[-20:], machin == chudnovsky)
long_pi = str(pi_chudnovsky(2000))
print(long_pi[-30:], {d: long_pi.count(d) for d in "0123456789"}, long_pi.find("999999"))
print(e_digits(80), sqrt_digits(2, 60), sqrt_digits(5, 40), sep="\n")
print(
    continued_fraction(machin, 10**DIGITS, 16),
    continued_fraction(e_digits(60), 10**60, 20),
    continued_fraction(sqrt_digits(2, 60), 10**60, 12),
    continued_fraction(355, 113, 9),
)
golden = (10**60 + sqrt_digits(5, 60)) // 2
print(golden, continued_fraction(golden, 10**60, 20))
print(
    sum(map(int, text)),
    max(len(run) for run in text.replace("9", "9 ").split()),
    int(text) % 97,
    hash(int(text)) == hash(machin),
)
