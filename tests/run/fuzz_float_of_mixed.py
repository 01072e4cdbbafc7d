"""float() and operators on values that are an int on one path and unknown on another (found by fuzzing)."""


def pick(items, n):
    return items[n] if n < len(items) else n


def total(items):
    t = 0
    for n in range(6):
        x = pick(items, n)
        try:
            t = t + float(x) + n
        except (TypeError, ValueError) as error:
            t = t - 1
            print(type(error).__name__, error)
    return t


print(total([1, 2, 3]))
print(total(["4.5", 2 ** 70, None]))
print(total([True, 2.5, "x"]))
