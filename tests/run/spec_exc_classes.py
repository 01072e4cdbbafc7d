"""Exception classes of the module, made and matched as predicted: then changed, called otherwise, derived from, caught by others."""

import sys


class RangeError(ValueError):
    def __init__(self, value, limit):
        super().__init__(f"{value} is beyond {limit}")
        self.value = value
        self.limit = limit


class Finer(RangeError):
    def __init__(self, value):
        super().__init__(value, 10)
        self.finer = True


class Plain(Exception):
    pass


class Texted(KeyError):
    def __str__(self):
        return "text of " + repr(self.args)


class Silent(RuntimeError):
    """Its __init__ leaves `args` as __new__ set them."""

    def __init__(self, *rest, code=7):
        self.code = code


class Unset(ArithmeticError):
    def __init__(self, a):
        self.a = a


class Renames(TypeError):
    def __init__(self, a):
        self.args = (a, "set")
        self.a = a
        super().__init__()
        self.args += (a,)


class Mixin:
    def describe(self):
        return f"{type(self).__name__} {self.args}"


class Mixed(Mixin, ValueError):
    def __init__(self, a):
        super().__init__(a, a)
        self.a = a


class Coded(OSError):
    def __init__(self, number, text):
        super().__init__(number, text)
        self.extra = text


def check(value, limit):
    if value > limit:
        raise RangeError(value, limit)
    return value


def total(n, limit):
    good = bad = 0
    for i in range(n):
        try:
            good += check(i, limit)
        except RangeError as error:
            bad += error.value - error.limit
    return good, bad


print(total(20, 10), total(20, 10.5), total(4, 2**70))


def show(make, *args):
    try:
        raise make(*args)
    except Exception as error:
        shown = vars(error)
        print(type(error).__name__, error.args, str(error), repr(error), shown, error.__context__, error.__cause__, error.__traceback__.tb_lineno)
        return error


def each():
    for i in range(3):
        show(RangeError, i, i * 2)
        show(Finer, i)
        show(Plain, i, "x")
        show(Plain)
        show(Texted, i)
        show(Silent, i, i)
        show(Unset, i)
        show(Renames, i)
        print(show(Mixed, i).describe())
        e = show(Coded, 2, "none")
        print(e.errno, e.strerror, e.extra)


each()


def failing(make, *args):
    try:
        make(*args)
    except TypeError as error:
        print("TypeError:", error)


failing(RangeError)
failing(RangeError, 1)
failing(RangeError, 1, 2, 3)
failing(Finer, 1, 2)
failing(lambda: Plain(a=1))
print(Silent(code=3).code, Silent(1, 2, code=4).args, RangeError(limit=1, value=2).args)


def matches(error):
    try:
        raise error
    except (Finer, KeyError):
        return "finer or key"
    except RangeError:
        return "range"
    except ArithmeticError as e:
        return e.a
    except BaseException as e:
        return type(e).__name__


print([matches(e) for e in (RangeError(1, 2), Finer(3), Texted("k"), KeyError(1), Unset(5), Plain(), Mixed(1), SystemExit(3), RangeError)
       if not isinstance(e, type)])


# Attributes that come later, go, or have the name of a field.
def later(i):
    e = RangeError(i, 1)
    e.note = i
    if i == 2:
        del e.value
    if i == 3:
        e.args = [i]
    if i == 4:
        e.__cause__ = KeyError(4)
    if i == 5:
        e.add_note("noted")
    return e


for i in range(7):
    e = later(i)
    print(getattr(e, "value", "gone"), e.limit, e.note, e.args, repr(e.__cause__), e.__suppress_context__, getattr(e, "__notes__", None), e.__dict__)


# Chains: context, cause, the handled one, `del` at the end of a handler.
def chain(n):
    try:
        check(n, 1)
    except RangeError as outer:
        print(sys.exc_info()[1] is outer)
        try:
            raise Plain("second") from outer
        except Plain as inner:
            print(repr(inner.__cause__), repr(inner.__context__), inner.__suppress_context__)
            try:
                check(n + 1, 1)
            except ValueError as third:
                print(repr(third.__context__), third.__cause__, third.value)
    try:
        outer
    except UnboundLocalError as error:
        print(error)
    print(sys.exc_info())


chain(5)


class Noisy(Exception):
    def __init__(self, name):
        super().__init__(name)
        self.name = name

    def __del__(self):
        print("del", self.name)


def lives(name, keep):
    try:
        raise Noisy(name)
    except Noisy as e:
        if keep:
            kept.append(e)
        print("handled")
    print("after")


kept = []
lives("first", False)
lives("second", True)
print(kept.pop().name)
Noisy("dropped")

# The class changes while loops run: __init__ bound anew, a property in the way, the name bound anew, other bases.
def mixed(n):
    bad = []
    for i in range(n):
        if i == 2:
            old = RangeError.__init__

            def other(self, value, limit):
                old(self, value * 100, limit)
            RangeError.__init__ = other
        if i == 4:
            RangeError.value = property(lambda self: "property", lambda self, v: None)
        if i == 6:
            del RangeError.value
            RangeError.__init__ = old
        try:
            check(i + 50, 20)
        except RangeError as error:
            bad.append((error.value, error.args[0]))
    return bad


print(mixed(8))
RangeError = Plain
try:
    check(9, 1)
except Plain as error:
    print(error.args)
print(total(5, 10))
try:
    total(15, 10)
except AttributeError as error:
    print(error)


class Hooked(Exception):
    def __new__(cls, *args):
        made = super().__new__(cls, "from new", *args)
        made.seen = args
        return made

    def __init__(self, a):
        self.a = a


class Slotted(Exception):
    __slots__ = ("a",)

    def __init__(self, a):
        super().__init__("slotted")
        self.a = a


for i in range(2):
    e = show(Hooked, i)
    print(e.seen, e.a)
    print(show(Slotted, i).a)
raise Unset(2**80)
