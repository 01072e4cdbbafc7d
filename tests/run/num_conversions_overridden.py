"""Subclasses of float, int and str that override how they convert themselves."""


def show(title, thunk):
    try:
        value = thunk()
    except Exception as e:
        print(title, type(e).__name__, e)
    else:
        print(title, type(value).__name__, repr(value))


class F(float):
    def __float__(self):
        return 42.5


class FInt(float):
    def __float__(self):
        return 1


class FRaises(float):
    def __float__(self):
        raise ValueError("no float")


class Plain:
    def __init__(self, result):
        self.result = result

    def __float__(self):
        return self.result


class Deep(F):
    pass


class FromIndex:
    def __init__(self, result):
        self.result = result

    def __index__(self):
        return self.result


class FNone(float):
    __float__ = None


class FIndex(float):
    def __index__(self):
        return 9


show("float(F)", lambda: float(F(1)))
show("F(F)", lambda: F(F(1)))
show("F(1.5)", lambda: F(1.5))
show("float(Deep)", lambda: float(Deep(1)))
show("float(FInt)", lambda: float(FInt(1)))
show("FInt(FInt)", lambda: FInt(FInt(1)))
show("float(FRaises)", lambda: float(FRaises(1)))
show("float(FNone)", lambda: float(FNone(1)))
show("float(FIndex)", lambda: float(FIndex(2)))
show("float(Plain float)", lambda: float(Plain(2.5)))
show("float(Plain int)", lambda: float(Plain(3)))
show("float(Plain str)", lambda: float(Plain("3")))
show("float(Plain None)", lambda: float(Plain(None)))
show("F(Plain)", lambda: F(Plain(2.5)))
show("float(FromIndex)", lambda: float(FromIndex(3)))
show("float(FromIndex float)", lambda: float(FromIndex(3.0)))
show("float(FromIndex huge)", lambda: float(FromIndex(10**400)))
show("F + 1", lambda: F(1) + 1)
show("round F", lambda: round(F(1.5)))
show("F.hex", lambda: F(1.5).hex())
show("format F", lambda: f"{F(1.5):.2f}")
show("int(F)", lambda: int(F(3.5)))
show("percent", lambda: "%.1f %d" % (F(1.5), F(1.5)))


class I(int):
    def __int__(self):
        return 42


class IIndex(int):
    def __index__(self):
        return 43


class ITrunc(int):
    def __trunc__(self):
        return 44


class IBad(int):
    def __int__(self):
        return 1.5


class IFloat(int):
    def __float__(self):
        return 0.25


class INone(int):
    __int__ = None


class PlainInt:
    def __init__(self, result):
        self.result = result

    def __int__(self):
        return self.result


show("int(I)", lambda: int(I(1)))
show("int(IIndex)", lambda: int(IIndex(1)))
show("int(ITrunc)", lambda: int(ITrunc(1)))
show("int(IBad)", lambda: int(IBad(1)))
show("float(I)", lambda: float(I(1)))
show("float(IFloat)", lambda: float(IFloat(1)))
show("int(INone)", lambda: int(INone(1)))
show("int(PlainInt)", lambda: int(PlainInt(5)))
show("int(PlainInt float)", lambda: int(PlainInt(5.0)))
show("int(FromIndex)", lambda: int(FromIndex(3)))
show("int(FromIndex float)", lambda: int(FromIndex(3.0)))
show("index", lambda: [10, 11, 12][IIndex(1)])
show("hex", lambda: hex(IIndex(1)))
show("percent d", lambda: "%d" % I(1))
show("percent x", lambda: "%x" % IIndex(1))
show("range", lambda: list(range(IIndex(1))))


class FTrunc(float):
    def __trunc__(self):
        return 11


class FIntDunder(float):
    def __int__(self):
        return 12


show("int(FTrunc)", lambda: int(FTrunc(1.5)))
show("int(FIntDunder)", lambda: int(FIntDunder(1.5)))


class S(str):
    def __str__(self):
        return "changed"


class SInt(str):
    def __int__(self):
        return 77

    def __float__(self):
        return 7.75


class SBad(str):
    def __str__(self):
        return 3


class SSub(str):
    def __str__(self):
        return S("inner")


show("str(S)", lambda: str(S("x")))
show("S(S)", lambda: S(S("x")))
show("str(SBad)", lambda: str(SBad("x")))
show("str(SSub)", lambda: str(SSub("x")))
show("fstring", lambda: f"{S('x')}")
show("fstring s", lambda: f"{S('x')!s}")
show("fstring spec", lambda: f"{S('x'):>9}")
show("format", lambda: format(S("x")))
show("percent s", lambda: "%s" % S("x"))
show("join", lambda: ",".join([S("x"), S("y")]))
show("concat", lambda: S("x") + "y")
show("int(SInt)", lambda: int(SInt("5")))
show("float(SInt)", lambda: float(SInt("5")))
show("int(SPlain)", lambda: int(S("12")))
show("float(SPlain)", lambda: float(S("12")))


class B(bytes):
    def __bytes__(self):
        return b"other"

    def __int__(self):
        return 5


show("bytes(B)", lambda: bytes(B(b"x")))
show("int(B)", lambda: int(B(b"12")))
show("bool subclass sum", lambda: sum([F(1.5), F(2.5)]))
show("sum I", lambda: sum([I(1), I(2)]))
import math

show("math.sqrt F", lambda: math.sqrt(F(4)))
show("math.floor F", lambda: math.floor(F(4.5)))
show("math.sqrt Plain", lambda: math.sqrt(Plain(2.25)))
show("math.sqrt FInt", lambda: math.sqrt(FInt(4)))
show("math.trunc", lambda: math.trunc(ITrunc(3)))
show("divmod", lambda: divmod(F(7), 2))
show("pow", lambda: F(2) ** 2)
