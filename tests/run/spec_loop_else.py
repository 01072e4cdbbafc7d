"""Nested loops with break, continue, else, return and try; while loops with several exits; results after each kind."""


def primes(n):
    found = []
    for candidate in range(2, n):
        for p in found:
            if p * p > candidate:
                found.append(candidate)
                break
            if candidate % p == 0:
                break
        else:
            found.append(candidate)
    return found


print(primes(60), sum(primes(5000)))


def search(grid, wanted):
    steps = 0
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            steps += 1
            if cell is None:
                continue
            if cell == wanted:
                break
            if cell == "wall":
                steps += 100
                break
        else:
            steps += 10
            continue
        if cell == wanted:
            return x, y, steps
    else:
        return "nowhere", steps
    return "unreachable"


GRID = [[1, 2, None, 4], [5.0, "wall", 7], [], [True, 8, 2**70, "x"]]
for wanted in (1, 4, 7, 8, 2**70, "x", 5, None, "y"):
    print(wanted, search(GRID, wanted))


def collatz(n):
    steps = top = 0
    while n != 1:
        if steps > 500:
            break
        n = 3 * n + 1 if n % 2 else n // 2
        if n > top:
            top = n
        steps += 1
    else:
        return "one", steps, top
    return "gave up", steps, n > 0


print(collatz(27), collatz(1), collatz(837799), collatz(2**64 + 1), collatz(0), collatz(-5)[:2], collatz(6.0))


def labyrinth(n):
    """Each way out of the inner loop counts apart."""
    counts = dict.fromkeys(("even", "big", "end", "caught", "final"), 0)
    for i in range(n):
        try:
            for j in range(i % 7):
                try:
                    if (i + j) % 5 == 0:
                        counts["even"] += 1
                        break
                    if i * j > 40:
                        counts["big"] += 1
                        continue
                    if j == 5:
                        raise KeyError(j)
                finally:
                    counts["final"] += j
            else:
                counts["end"] += 1
        except KeyError as error:
            counts["caught"] += error.args[0]
            if i > 900:
                return counts, i
    return counts, "all"


print(labyrinth(100), labyrinth(2000), labyrinth(0))


def exits(n):
    low, high, rounds = 0, n, 0
    while low < high:
        rounds += 1
        if rounds % 3 == 0:
            low += 1
            continue
        middle = (low + high) / 2 if rounds > 20 else (low + high) // 2
        if middle * middle == n:
            break
        if middle * middle < n:
            low = middle + 1
        else:
            high = middle
        if rounds > 60:
            return "long", low, high
    else:
        return "crossed", low, high, rounds
    return "found", middle, rounds


print([exits(n) for n in (0, 1, 2, 16, 144, 1000000, 10**12, 2**64, 2.25)])
total = 0
for i in range(100):
    for j in range(100):
        if j > i:
            break
        if (i ^ j) & 1:
            continue
        total += i * j
    else:
        total = -total
    while i > 90:
        i -= 7
        total += 0.5 if i % 2 else 1
print(total, i, j)
