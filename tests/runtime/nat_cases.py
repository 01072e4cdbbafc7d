"""Random calls on natural numbers and doubles, with what CPython answers.

A case is a line for `runtime_wasm/tests/bignat_calc.c` or `dtoa_calc.c` and the line it must print.
"""

from __future__ import annotations

import math
import random
import struct
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

type Case = tuple[str, str]

SIZES = [8, 31, 32, 33, 64, 65, 100, 500, 1300, 1900, 2600, 5000, 10000, 30000]
DOUBLE_SIZES = [3, 20, 53, 54, 55, 64, 65, 100, 1023, 2000, 2090]


def random_nat(rng: random.Random, bits: int) -> int:
    """Runs of ones or zeros below the top bit are what division has to correct for."""
    kind = rng.random()
    if kind < 0.3:
        return (1 << bits) - 1 - rng.getrandbits(max(1, bits // 3))
    if kind < 0.5:
        return (1 << bits) + rng.getrandbits(max(1, bits // 3))
    return rng.getrandbits(bits) | 1 << (bits - 1)


def ratio_text(a: int, b: int) -> str:
    try:
        return (a / b).hex()
    except OverflowError:
        return "inf"


def nat_cases(seed: int, count: int) -> Iterator[Case]:
    rng = random.Random(seed)
    for _ in range(count):
        a, b, c = (random_nat(rng, rng.choice(SIZES) + rng.randrange(9)) for _ in range(3))
        match rng.randrange(8):
            case 0:
                yield f"mul {a:x} {b:x}", f"{a * b:x}"
            case 1:
                a, b = max(a, b), min(a, b)
                if rng.random() < 0.5:
                    a = b * c - rng.randrange(3)  # remainders next to 0 and to the divisor
                yield f"div {a:x} {b:x}", "{:x} {:x}".format(*divmod(a, b))
            case 2:
                yield f"gcd {a * c:x} {b * c:x}", f"{math.gcd(a * c, b * c):x}"
            case 3:
                a = a * a - rng.randrange(2)
                yield f"isqrt {a:x}", f"{math.isqrt(a):x}"
            case 4:
                b, c = random_nat(rng, rng.choice([5, 32, 33, 64, 200])), random_nat(rng, rng.choice([20, 33, 64, 500, 1500, 3460, 5000]))
                yield f"powmod {a % c:x} {b:x} {c:x}", f"{pow(a, b, c):x}"
            case 5:
                a, b = random_nat(rng, rng.choice([3, 20, 40, 200])), rng.choice([1, 2, 3, 7, 31, 100])
                yield f"pow {a:x} {b:x}", f"{a**b:x}"
            case 6:
                yield f"dec {a}", str(a)
                yield f"hexdec {a:x}", str(a)
            case _:
                a, b = (random_nat(rng, rng.choice(DOUBLE_SIZES)) for _ in range(2))
                if rng.random() < 0.2:
                    a, b = 2 * random_nat(rng, 53) + 1, 1 << rng.choice([1075, 1080, 1100, 1127, 1128])
                yield f"ratio {a:x} {b:x}", ratio_text(a, b)


def bits_of(d: float) -> str:
    return f"{struct.unpack('<Q', struct.pack('<d', d))[0]:016x}"


def random_double(rng: random.Random) -> float:
    """Finite and positive."""
    choices = [
        lambda: abs(struct.unpack("<d", struct.pack("<Q", rng.getrandbits(62)))[0]),
        lambda: 2.0 ** rng.randrange(-1074, 1024),
        lambda: float(f"{rng.random() * 10.0 ** rng.randrange(-8, 20):.{rng.randrange(1, 17)}g}"),
        lambda: (rng.getrandbits(rng.randrange(1, 70)) + 1) / 2 ** rng.randrange(0, 12),
        lambda: (rng.getrandbits(rng.randrange(1, 52)) + 1) * 5e-324,
        lambda: rng.choice([0.5, 1.5, 2.5, 0.125, 0.375, 1e22, 1e23, 5e15, 1e16]) * 10.0 ** rng.randrange(-3, 3),
    ]
    return rng.choice(choices)() or 1.0


def fixed_text(d: float, places: int) -> str:
    """The digits of d rounded to that many places, and where the point is."""
    with localcontext() as context:
        context.prec = 3000
        whole = int(Decimal(d).scaleb(places).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
    digits = str(whole).rstrip("0")
    return f"{digits} {len(str(whole)) - places if digits else 0}"


def hard_to_read(rng: random.Random, d: float) -> str:
    """A decimal at or very near the middle between two doubles."""
    middle = Fraction(d) + (Fraction(math.nextafter(d, 0)) - Fraction(d)) / 2
    with localcontext() as context:
        context.prec = 1200
        exact = Decimal(middle.numerator) / Decimal(middle.denominator)
        nudge = rng.choice([0, 0, -1, 1]) * Decimal(10) ** -rng.randrange(17, 900)
        return str(exact * (1 + nudge))


def double_cases(seed: int, count: int) -> Iterator[Case]:
    rng = random.Random(seed)
    for _ in range(count):
        d = random_double(rng)
        match rng.randrange(5):
            case 0:
                yield f"repr {bits_of(d)}", repr(d)
            case 1:
                places = rng.choice([0, 1, 2, 3, 5, 10, 20, 60, 400, 1074, -1, -3, -20])
                yield f"fixed {bits_of(d)} {places}", fixed_text(d, places)
            case 2:
                count_ = rng.choice([1, 2, 3, 6, 10, 17, 30, 200, 767])
                mantissa, exponent = f"{d:.{count_ - 1}e}".split("e")
                yield f"prec {bits_of(d)} {count_}", f"{mantissa.replace('.', '').rstrip('0')} {int(exponent) + 1}"
            case 3:
                text = rng.choice([repr(d), f"{d:.{rng.randrange(1, 40)}e}", f"{rng.getrandbits(99)}.{rng.getrandbits(199)}e{rng.randrange(-400, 400)}"])
                yield f"parse {text}", bits_of(float(text))
            case _:
                text = hard_to_read(rng, d)
                yield f"parse {text}", bits_of(float(text))
