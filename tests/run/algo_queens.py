"""N queens by backtracking, with sets and with bit masks; both must agree."""


def queens_sets(n):
    columns, rising, falling = set(), set(), set()
    placement = []

    def place(row):
        if row == n:
            yield tuple(placement)
            return
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            placement.append(column)
            yield from place(row + 1)
            placement.pop()
            columns.remove(column)
            rising.remove(row + column)
            falling.remove(row - column)

    return place(0)


def count_bits(n):
    full = (1 << n) - 1

    def search(columns, rising, falling):
        if columns == full:
            return 1
        total = 0
        free = full & ~(columns | rising | falling)
        while free:
            bit = free & -free
            free ^= bit
            total += search(columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
        return total

    return search(0, 0, 0)


def draw(placement):
    n = len(placement)
    return "\n".join("".join("Q" if c == column else "." for c in range(n)) for column in placement)


def mirrored(placement):
    return tuple(len(placement) - 1 - c for c in placement)


def rotated(placement):
    n = len(placement)
    result = [0] * n
    for row, column in enumerate(placement):
        result[column] = n - 1 - row
    return tuple(result)


def canonical(placement):
    """The smallest of the eight symmetric variants."""
    variants = []
    for _ in range(4):
        placement = rotated(placement)
        variants += [placement, mirrored(placement)]
    return min(variants)


for n in range(1, 8):
    solutions = list(queens_sets(n))
    assert len(solutions) == count_bits(n)
    print(n, len(solutions), len({canonical(s) for s in solutions}), solutions[:2])
print(draw(next(queens_sets(8))))
print(draw(min(queens_sets(6), default=())), count_bits(8))
print(next(queens_sets(3), "no solution for 3"))
g = queens_sets(6)
print([next(g) for _ in range(4)], next(g, None), canonical((1, 3, 5, 0, 2, 4)))
