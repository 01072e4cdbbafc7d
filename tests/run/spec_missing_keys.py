"""Missing keys where a handler of the same function waits for them: what is raised, where, and what is alive meanwhile."""

import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


class Default(dict):
    def __missing__(self, key):
        if key == "raise":
            raise ValueError("no default")
        return len(str(key))


class Same:
    def __init__(self, key):
        self.key = key

    def __hash__(self):
        return hash(self.key)

    def __eq__(self, other):
        print("compared with", other)
        return False


def total(table, keys):
    found = missing = 0
    for key in keys:
        try:
            found += table[key]
        except KeyError as error:
            missing += 1
            if error.args != (key,) or error.__traceback__.tb_lineno != 37 or error.__context__ is not None:
                print("odd", error.args, error.__traceback__.tb_lineno, error.__context__)
    return found, missing


def with_finally(table, keys):
    out = []
    for key in keys:
        try:
            try:
                out.append(table[key])
            finally:
                out.append("finally")
        except KeyError as error:
            out.append(str(error))
    return out


def chained(table, first, second):
    try:
        return table[first]
    except KeyError:
        try:
            return table[second]
        except KeyError as error:
            return repr(error), repr(error.__context__), error.__suppress_context__


def reraised(table, key):
    try:
        return table[key] + 1
    except ValueError:
        return "value"


def other_error(table, keys):
    out = []
    for key in keys:
        try:
            out.append(table[key] + "text")
        except (KeyError, TypeError) as error:
            out.append(type(error).__name__)
    return out


def borrowed(items, table, key):
    """The item of the list is used after the handler, when the list is gone."""
    kept = items[0]
    try:
        found = table[key]
    except KeyError:
        items.clear()
        found = None
    return kept.name, found


def held(table, key):
    local = Noisy("local")
    try:
        return table[key], local.name
    except KeyError as error:
        local = None
        print("handling", error)
    return "done"


numbers = {n: n * 10 for n in range(5)}
words = {"a": 1, "b": 2}
print(total(numbers, [0, 1, 7, 2, 8, -1, 4, 4]), total(words, ["a", "c", "b", "c"]))
print(total(numbers, [0, 9, True, 2.0, 2**60, "a", None, (1, 2), 3]))
print(total(Default(a=1), ["a", "four", "a"]), total(words, []))
print(total({Same(5): 1, **numbers}, [1, 5, 2]), total({**numbers, 3: 2**70}, [3, 3, 6]))
try:
    total(numbers, [1, 6, []])
except TypeError as error:
    print(error)
print(with_finally(words, ["a", "x", "b", "y"]), with_finally(numbers, [4, 5]))
print(chained(words, "a", "b"), chained(words, "x", "b"), chained(words, "x", "y"))
print(reraised(numbers, 2), reraised(Default(), "raise"))
try:
    reraised(numbers, 22)
except KeyError as error:
    print("not caught there", error, error.__traceback__.tb_next.tb_lineno)
print(other_error({"a": "x", "b": 1}, ["a", "b", "c", "a"]))
print(borrowed([Noisy("first")], numbers, 1))
print(borrowed([Noisy("second")], numbers, 11))
print(held(numbers, 3))
print(held(numbers, 33))


def million(n):
    table = {n: 1 for n in range(0, 100, 2)}
    missing = 0
    for i in range(n):
        try:
            table[i % 100]
        except KeyError:
            missing += 1
    return missing, sys.exc_info()


print(million(10000))
