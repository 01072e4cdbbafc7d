"""`args` of exceptions, in all the ways they come about: none, one, a tuple as the only one, many; set, read again, shown."""


class Own(ValueError):
    pass


class Tuple(tuple):
    pass


for cls in (ValueError, KeyError, Own, StopIteration, SystemExit, OSError, ImportError, NameError, AttributeError):
    for args in ((), (1,), ((),), ((1, 2),), (1, 2), ("x",), (None,), (Tuple((1,)),), ([1],), (ValueError("in"),)):
        e = cls(*args)
        print(cls.__name__, e.args, str(e), repr(e), e.args is e.args, type(e.args).__name__, type(e.args[0]).__name__ if e.args else "-")

e = Own("a")
e.args = [1, 2]
print(e.args, e)
e.args = "xy"
print(e.args, e)
e.args = ()
print(e.args, str(e) == "")
e.args = ((1,),)
print(e.args, e)
e.__init__("again")
print(e.args, e)
try:
    e.args = 3
except TypeError as error:
    print(error)
try:
    del e.args
except TypeError as error:
    print(error)


def literal(text, base=10):
    try:
        return int(text, base)
    except ValueError as error:
        return error


for text in ("x7", "", "  ", "ü\n", "1" * 150 + "x" * 100, "'\"", b"q", "\ud800", "1_", "9z"):
    e = literal(text)
    print(ascii(str(e)), ascii(e.args), e.args is e.args, e.args[0] is e.args[0])
print(ascii(repr(literal("y", 3))), literal("2", 2), literal("", 0))
kept = [literal(str(i) + "!") for i in range(3)]
print(kept, [k.__traceback__ is not None for k in kept])
try:
    int("unseen")
except ValueError:
    pass
try:
    int("shown with a traceback")
except ValueError as error:
    raise LookupError(*error.args) from error
