"""Builtins shadowed by globals in mid-program and uncovered again; functions that called them before see the change."""

import builtins


def measure(items):
    t = 0
    for i in range(3):
        t += len(items) + i
    return t


def largest(items):
    return max(items), min(items), sum(items), abs(items[0])


print(measure("abcd"), largest([-3, 5]))


def cover():
    global len, max, range, abs
    builtin_range = range
    len = lambda items: 100
    max = lambda items: "max"
    range = lambda n: builtin_range(n * 2)
    abs = 5


print(measure("abcd"))
range, len, max, abs = builtins.range, builtins.len, builtins.max, builtins.abs
cover()
print(measure("abcd"))
try:
    print(largest([-3, 5]))
except TypeError as error:
    print(error)
del len, range, max, abs
print(measure("abcd"), largest([-3, 5]))


def loop(rounds):
    global len
    seen = []
    for i in range(rounds):
        seen.append(len("four"))
        if i == 2:
            len = lambda text: text.upper()
        if i == 4:
            del len
        if i == 6:
            len = None
            break
    try:
        seen.append(len("abc"))
    except TypeError as error:
        seen.append(str(error))
    return seen


print(loop(10))
del len
print(loop(3))
del len
print(len("uncovered"))
try:
    del len
except NameError as error:
    print(error)


class int_like(int):
    pass


def convert(text):
    return int(text) + 1, isinstance(int(text), int), type(int(text)).__name__


print(convert("41"))
int = float
try:
    print(convert("41"))
finally:
    del int
int = int_like
print(convert("41"))
del int
print(convert("41"))


def catches(exc):
    try:
        raise exc
    except ValueError as error:
        return f"value {error}"
    except Exception as error:
        return f"other {error}"


print(catches(builtins.ValueError(1)), catches(KeyError(2)))
ValueError = KeyError
print(catches(builtins.ValueError(1)), catches(KeyError(2)))
del ValueError
print(catches(builtins.ValueError(1)), catches(KeyError(2)))


def local_shadow(n):
    sum = 0
    for i in range(n):
        sum += i
    str = f"{sum}"
    return str, [str for str in "ab"]


print(local_shadow(1000), sum([1, 2]), str(5))
print = lambda *words: builtins.print("covered", *words)
print("prints")
del print
print("prints")
