# exit: 1
"""An exception in a late iteration of a hot loop, first caught, then uncaught, below several frames."""


class Ledger:
    def __init__(self, rows):
        self.rows = rows
        self.total = 0

    def post(self, i):
        self.total += self.rows[i] * 2
        return self.total

    def run(self, n):
        for i in range(n):
            if self.post(i) < 0:
                raise ValueError(f"overdrawn at {i}")
        return self.total


def caught(rows, n):
    ledger = Ledger(rows)
    try:
        return ledger.run(n)
    except (ValueError, IndexError, TypeError) as error:
        return f"{type(error).__name__}: {error}; {ledger.total}"


print(caught([1] * 1000, 1000))
print(caught([1] * 1000, 1001))
print(caught([1] * 999 + [-5000], 1000))
print(caught([1] * 999 + [None], 1000))
print(caught([1] * 999 + ["ab"], 1000))
print(caught([1] * 999 + [[]], 1000))


def hits(n, bad):
    """An exception each `bad` rounds; handled within the loop."""
    caught, total = 0, 0
    for i in range(n):
        try:
            total += 100 // (i % bad)
        except ZeroDivisionError:
            caught += 1
        else:
            total -= 1
        finally:
            total += 2
    return caught, total


print(hits(20000, 7), hits(10, 1))


def line_of(n):
    """The line blamed is that of the operation that failed, among several of the same kind."""
    values = [1] * n
    values[n // 2] = None
    lines = []
    for v in values:
        try:
            a = 1 + 1
            b = a + v
            c = v + b
        except TypeError as error:
            lines.append(error.__traceback__.tb_lineno)
            continue
        a = b + c
    return lines


print(line_of(1000))


def last(values, n):
    t = 0
    for i in range(n):
        t += values[i] // 2
        if i == n - 2:
            values[n - 1] = "end"
    return t


def outer(n):
    values = list(range(n))
    return 1 + last(values, n)


print("uncaught next")
outer(200000)
