"""Assigning what a class is made of: __bases__, and the attributes of a class that cannot be assigned."""


def attempt(title, thunk):
    try:
        value = thunk()
    except Exception as e:
        print(title, type(e).__name__, e)
    else:
        print(title, value)


def assign(cls, name, value):
    def run():
        setattr(cls, name, value)
        return getattr(cls, name)

    return run


def delete(cls, name):
    return lambda: delattr(cls, name)


class A:
    def who(self):
        return "A"

    def only_a(self):
        return "only A"


class B:
    def who(self):
        return "B"

    def __len__(self):
        return 5


class C(A):
    pass


class D(C):
    def __init__(self):
        self.x = 1


print("-- the new bases answer, for instances there already are and for subclasses")
c, d = C(), D()
for _ in range(3):
    print(c.who(), d.who(), isinstance(d, A))
attempt("len", lambda: len(c))
C.__bases__ = (B,)
for _ in range(3):
    print(c.who(), d.who(), isinstance(d, A), isinstance(d, B), d.x)
print([k.__name__ for k in D.__mro__], C.__base__, C.__bases__)
print(A.__subclasses__(), B.__subclasses__())
attempt("len", lambda: len(c))
attempt("only_a", lambda: c.only_a())
C.__bases__ = (A, B)
print(c.who(), len(d), [k.__name__ for k in D.__mro__])
print(A.__subclasses__(), B.__subclasses__())


def total(objects):
    text = ""
    for o in objects:
        text += o.who()
    return text


print(total([c, d] * 5))
C.__bases__ = (B, A)
print(total([c, d] * 5))

print("-- super follows")


class Base1:
    def name(self):
        return "one"


class Base2:
    def name(self):
        return "two"


class Top(Base1):
    def name(self):
        return "top " + super().name()


t = Top()
print(t.name())
Top.__bases__ = (Base2,)
print(t.name())

print("-- what is refused")


class Slotted:
    __slots__ = ("s",)


class Slotted2:
    __slots__ = ("s",)


class E(Exception):
    pass


class L(list):
    pass


class NotDerived:
    pass


attempt("empty", assign(C, "__bases__", ()))
attempt("int", assign(C, "__bases__", 5))
attempt("list", assign(C, "__bases__", [A]))
attempt("str in", assign(C, "__bases__", ("x",)))
attempt("itself", assign(C, "__bases__", (C,)))
attempt("subclass", assign(C, "__bases__", (D,)))
attempt("object", assign(C, "__bases__", (object,)))
attempt("int base", assign(C, "__bases__", (int,)))
attempt("list base", assign(C, "__bases__", (list,)))
attempt("slotted", assign(C, "__bases__", (Slotted,)))
attempt("slotted two", assign(C, "__bases__", (A, Slotted)))
attempt("exception base", assign(C, "__bases__", (E,)))
attempt("exception changed", assign(E, "__bases__", (ValueError,)))
attempt("exception oserror", assign(E, "__bases__", (OSError,)))
attempt("list to object", assign(L, "__bases__", (object,)))
attempt("list to A", assign(L, "__bases__", (A, list)))
attempt("bool", assign(C, "__bases__", (bool,)))
attempt("order", assign(C, "__bases__", (object, A)))
attempt("twice", assign(C, "__bases__", (A, A)))
attempt("built-in", assign(int, "__bases__", (object,)))
attempt("deleted", delete(C, "__bases__"))
attempt("from object", assign(NotDerived, "__bases__", (A,)))
attempt("conflict below", lambda: conflict())
print(C.__bases__, C.__mro__)


def conflict():
    class X:
        pass

    class Y(X):
        pass

    class Z(X, object):
        pass

    class W(Z, Y):
        pass

    Z.__bases__ = (Y,)
    return W.__mro__


attempt("conflict below", conflict)


def layout():
    class P:
        __slots__ = ("a",)

    class Q:
        __slots__ = ("b",)

    class R(P):
        __slots__ = ()

    R.__bases__ = (Q,)


attempt("layout", layout)

print("-- attributes of a class that are fixed")
attempt("__class__ int", assign(B, "__class__", int))
attempt("__class__ 5", assign(B, "__class__", 5))
attempt("__class__ type", assign(B, "__class__", type))


class Meta(type):
    tag = "meta"


class Meta2(type):
    tag = "meta2"


class M(metaclass=Meta):
    pass


attempt("__class__ meta2", lambda: (setattr(M, "__class__", Meta2), M.tag, type(M).__name__))
attempt("__class__ back", lambda: (setattr(M, "__class__", type), type(M).__name__))
attempt("__basicsize__", assign(B, "__basicsize__", 3))
attempt("__itemsize__", assign(B, "__itemsize__", 3))
attempt("__flags__", assign(B, "__flags__", 1))
attempt("__weakrefoffset__", assign(B, "__weakrefoffset__", 1))
attempt("__dictoffset__", assign(B, "__dictoffset__", 1))
attempt("__base__", assign(B, "__base__", A))
attempt("__mro__", assign(B, "__mro__", (A,)))
attempt("__dict__", assign(B, "__dict__", {}))
attempt("del __base__", delete(B, "__base__"))
attempt("del __mro__", delete(B, "__mro__"))
attempt("del __class__", delete(B, "__class__"))
attempt("del __name__", delete(B, "__name__"))
attempt("del __qualname__", delete(B, "__qualname__"))
attempt("del __module__", delete(B, "__module__"))
attempt("del __doc__", delete(B, "__doc__"))
attempt("__name__ int", assign(B, "__name__", 5))
attempt("__doc__", assign(B, "__doc__", "text"))
attempt("int.__class__", assign(int, "__class__", type))
attempt("int.__flags__", assign(int, "__flags__", 1))
attempt("mro", lambda: B.mro())
attempt("__subclasses__", assign(B, "__subclasses__", 3))
attempt("__annotations__", assign(B, "__annotations__", {"x": int}))
attempt("__type_params__", assign(B, "__type_params__", ()))
attempt("__text_signature__", assign(B, "__text_signature__", 3))
