"""Dynamic programming and number theory: knapsack, coins, partitions, subsequences, sieves, roman numerals."""

ROMAN = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
]


def knapsack(items, capacity):
    best = [(0, ())] * (capacity + 1)
    for name, weight, value in items:
        for room in range(capacity, weight - 1, -1):
            worth, chosen = best[room - weight]
            if worth + value > best[room][0]:
                best[room] = worth + value, chosen + (name,)
    return best[capacity]


def knapsack_recursive(items, capacity):
    memo = {}

    def solve(i, room):
        if i == len(items):
            return 0
        if (i, room) not in memo:
            name, weight, value = items[i]
            skip = solve(i + 1, room)
            memo[i, room] = max(skip, value + solve(i + 1, room - weight)) if weight <= room else skip
        return memo[i, room]

    return solve(0, capacity), len(memo)


def coin_change(amount, coins):
    fewest = [0] + [None] * amount
    for total in range(1, amount + 1):
        options = [fewest[total - c] for c in coins if c <= total and fewest[total - c] is not None]
        fewest[total] = 1 + min(options) if options else None
    return fewest[amount]


def coin_ways(amount, coins):
    ways = [1] + [0] * amount
    for coin in coins:
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
    return ways[amount]


def longest_increasing(sequence):
    tails, previous, positions = [], {}, []
    for i, x in enumerate(sequence):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if tails[middle] < x:
                low = middle + 1
            else:
                high = middle
        tails[low : low + 1] = [x]
        positions[low : low + 1] = [i]
        previous[i] = positions[low - 1] if low else None
    out, i = [], positions[-1] if positions else None
    while i is not None:
        out.append(sequence[i])
        i = previous[i]
    return out[::-1]


def max_subarray(xs):
    best = current = xs[0]
    start = best_start = best_end = 0
    for i, x in enumerate(xs[1:], 1):
        if current < 0:
            current, start = x, i
        else:
            current += x
        if current > best:
            best, best_start, best_end = current, start, i
    return best, xs[best_start : best_end + 1]


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[:2] = [False] * min(2, limit + 1)
    for p in range(2, int(limit**0.5) + 1):
        if flags[p]:
            flags[p * p :: p] = [False] * len(range(p * p, limit + 1, p))
    return [n for n, prime in enumerate(flags) if prime]


def factorize(n):
    factors, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            factors[p] = factors.get(p, 0) + 1
            n //= p
        p += 1 + (p > 2)
    if n > 1:
        factors[n] = 1
    return factors


def divisors(n):
    out = [1]
    for p, e in factorize(n).items():
        out = [d * p**k for d in out for k in range(e + 1)]
    return sorted(out)


def totients(limit):
    phi = list(range(limit + 1))
    for p in range(2, limit + 1):
        if phi[p] == p:
            for multiple in range(p, limit + 1, p):
                phi[multiple] -= phi[multiple] // p
    return phi


def chinese_remainder(remainders, moduli):
    total, product = 0, 1
    for m in moduli:
        product *= m
    for r, m in zip(remainders, moduli, strict=True):
        p = product // m
        total += r * pow(p, -1, m) * p
    return total % product


def to_roman(n):
    if not 0 < n < 4000:
        raise ValueError(f"{n} has no roman numeral")
    out = ""
    for value, symbol in ROMAN:
        count, n = divmod(n, value)
        out += symbol * count
    return out


def from_roman(text):
    values = dict((s, v) for v, s in ROMAN if len(s) == 1)
    total = 0
    for ch, after in zip(text, text[1:] + " "):
        value = values[ch]
        total += -value if value < values.get(after, 0) else value
    if to_roman(total) != text:
        raise ValueError(f"{text!r} is not canonical, {to_roman(total)} is")
    return total


ITEMS = [
    ("map", 9, 150),
    ("compass", 13, 35),
    ("water", 153, 200),
    ("sandwich", 50, 160),
    ("glucose", 15, 60),
    ("tin", 68, 45),
    ("banana", 27, 60),
    ("apple", 39, 40),
    ("cheese", 23, 30),
    ("camera", 32, 30),
]
print(knapsack(ITEMS, 200), knapsack_recursive(ITEMS, 200), knapsack(ITEMS, 0), knapsack([], 5))
print(
    [coin_change(n, (1, 5, 10, 25)) for n in (0, 1, 30, 99)],
    coin_change(7, (2, 4)),
    coin_ways(100, (1, 5, 10, 25, 50)),
    coin_ways(1000, (1, 2, 5, 10, 20, 50, 100, 200)),
    coin_ways(0, ()),
)
print(
    longest_increasing([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]),
    longest_increasing("sequence"),
    longest_increasing([]),
    longest_increasing([5, 4, 3]),
    max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]),
    max_subarray([-3, -1, -2]),
)
print(
    sieve(50),
    len(sieve(20000)),
    sieve(1),
    sum(sieve(1000)),
    factorize(2**5 * 3**2 * 1000003),
    factorize(1),
    divisors(360),
    sum(totients(100)[1:]),
    totients(12),
)
print(
    chinese_remainder([2, 3, 2], [3, 5, 7]),
    chinese_remainder([10**15, 5], [10**18 + 9, 998244353]),
    [n for n in range(2, 500) if sum(divisors(n)) == 2 * n],
)
for bad in (
    lambda: chinese_remainder([1, 2], [4, 6]),
    lambda: chinese_remainder([1], [2, 3]),
    lambda: to_roman(0),
    lambda: to_roman(4000),
    lambda: from_roman("IIII"),
    lambda: from_roman("IM"),
    lambda: from_roman("ABC"),
):
    try:
        print(bad())
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
print(
    [to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 3999)],
    all(from_roman(to_roman(n)) == n for n in range(1, 4000)),
    max((to_roman(n) for n in range(1, 4000)), key=len),
)
