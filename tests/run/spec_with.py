"""`with` over instances of predicted classes: entered and left directly, by all ways; then managers and classes that are not as expected."""


class Counter:
    def __init__(self):
        self.entered = 0
        self.left = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, error, traceback):
        self.left += 1
        return kind is KeyError


def loop(counter, table, n):
    total = 0
    for i in range(n):
        with counter as c:
            total += table[i % 4]
            if c.left == 5:
                continue
            if c.entered > 30:
                break
    return total, counter.entered, counter.left


print(loop(Counter(), {0: 1, 1: 2, 2: 3}, 20), loop(Counter(), [1, 2, 3, 2.5], 50))
try:
    loop(Counter(), [1], 3)
except IndexError as error:
    print(error)


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        if self.value is None:
            raise ValueError("no truth")
        return self.value


class Answers:
    """What __exit__ gives and is given."""

    def __init__(self, answer):
        self.answer = answer
        self.seen = None

    def __enter__(self):
        return self.answer

    def __exit__(self, *details):
        self.seen = [type(d).__name__ for d in details]
        return self.answer


class Told:
    def __init__(self, answer):
        self.answer = answer
        self.seen = ()

    def __enter__(self):
        return self.answer

    def __exit__(self, kind, error, traceback):
        self.seen = kind, repr(error), error is None or error.__traceback__ is traceback, traceback is None
        return self.answer


def attempt(manager, error):
    try:
        with manager as got:
            if error is not None:
                raise error
            return "returned", got
        return "suppressed", manager.seen
    except BaseException as e:
        return repr(e), repr(e.__context__), manager.seen


for answer in (True, False, None, 0, "x", Truth(True), Truth(False), Truth(None)):
    for error in (None, KeyError(1), SystemExit(2)):
        for kind in (Told, Answers):
            result = attempt(kind(answer), error)
            print(*(r if not isinstance(r, Truth) else "truth" for r in result))


class Failing:
    def __init__(self, where):
        self.where = where

    def __enter__(self):
        if self.where == "enter":
            raise ValueError("in enter")
        return self.where

    def __exit__(self, kind, error, traceback):
        if self.where == "exit":
            raise TypeError("in exit")


def failing(where, error):
    try:
        with Failing(where) as w:
            print("inside", w)
            if error:
                raise error
    except Exception as e:
        print(repr(e), repr(e.__context__))


for where in ("enter", "exit", "nowhere"):
    failing(where, None)
    failing(where, KeyError("body"))


# The methods that a `with` uses are those at its start.
def changing(manager, change):
    with manager as got:
        change()
    return got


class Other:
    def __enter__(self):
        return "other"

    def __exit__(self, kind, error, traceback):
        print("left the other")


def set_exit():
    def louder(self, kind, error, traceback):
        print("louder")
    Told.__exit__ = louder


m = Told(3)
print(changing(m, lambda: None), m.seen)
print(changing(m, set_exit), m.seen)
print(changing(m, lambda: None), m.seen)
print(changing(Other(), lambda: None))
m.__exit__ = lambda *a: print("of the instance")
print(changing(m, lambda: None))
for broken in (3, Truth(True)):
    try:
        changing(broken, lambda: None)
    except TypeError as error:
        print(error)
del Told.__exit__
try:
    changing(m, lambda: None)
except TypeError as error:
    print(error)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return 1

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind)
        return True

    def __del__(self):
        print("del", self.name)


def nested(n):
    for i in range(n):
        with Noisy(f"a{i}"), Noisy(f"b{i}") as b:
            print("body", b)
            if i == 1:
                raise RuntimeError("gone")
        print("next")


nested(3)


def given(n):
    for i in range(n):
        with Noisy(f"g{i}"):
            yield i


g = given(3)
print(next(g), next(g))
g.close()
print("closed")
