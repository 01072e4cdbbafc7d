"""Operators as functions: the operator module."""

__all__ = ["abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem", "eq", "floordiv", "ge", "getitem",
           "gt", "iadd", "iand", "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul", "index", "indexOf", "inv", "invert",
           "ior", "ipow", "irshift", "is_", "is_not", "isub", "itemgetter", "itruediv", "ixor", "le", "length_hint", "lshift", "lt",
           "matmul", "methodcaller", "mod", "mul", "ne", "neg", "not_", "or_", "pos", "pow", "rshift", "setitem", "sub", "truediv",
           "truth", "xor"]

from _operator import (
    abs, add, and_, contains, delitem, eq, floordiv, ge, getitem, gt, iadd, iand, ifloordiv, ilshift, imatmul, imod, imul,
    index, inv, invert, ior, ipow, irshift, is_, is_not, isub, itruediv, ixor, le, lshift, lt, matmul, mod, mul, ne, neg,
    not_, or_, pos, pow, rshift, setitem, sub, truediv, truth, xor, abs as __abs__, add as __add__, and_ as __and__,
    contains as __contains__, delitem as __delitem__, eq as __eq__, floordiv as __floordiv__, ge as __ge__,
    getitem as __getitem__, gt as __gt__, iadd as __iadd__, iand as __iand__, ifloordiv as __ifloordiv__,
    ilshift as __ilshift__, imatmul as __imatmul__, imod as __imod__, imul as __imul__, index as __index__, inv as __inv__,
    invert as __invert__, ior as __ior__, ipow as __ipow__, irshift as __irshift__, isub as __isub__,
    itruediv as __itruediv__, ixor as __ixor__, le as __le__, lshift as __lshift__, lt as __lt__, matmul as __matmul__,
    mod as __mod__, mul as __mul__, ne as __ne__, neg as __neg__, not_ as __not__, or_ as __or__, pos as __pos__,
    pow as __pow__, rshift as __rshift__, setitem as __setitem__, sub as __sub__, truediv as __truediv__, xor as __xor__)


def concat(a, b, /):
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def countOf(a, b, /):
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


def indexOf(a, b, /):
    for at, item in enumerate(a):
        if item is b or item == b:
            return at
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0, /):
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    hint = getattr(type(obj), "__length_hint__", None)
    if hint is None:
        return default
    try:
        length = hint(obj)
    except TypeError:
        return default
    if length is NotImplemented:
        return default
    if not isinstance(length, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(length).__name__}")
    if length < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return length


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


class attrgetter:
    """attrgetter(name, ...): a function that gets those attributes; a name may have dots."""

    def __init__(self, /, *attrs):
        if not attrs:
            raise TypeError("attrgetter expected 1 argument, got 0")
        self._attrs = attrs
        for name in self._attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")

    def __call__(self, obj, /):
        if len(self._attrs) == 1:
            return _resolve(obj, self._attrs[0])
        return tuple([_resolve(obj, name) for name in self._attrs])

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(map(repr, self._attrs))})"


def _resolve(obj, name):
    for part in name.split("."):
        obj = getattr(obj, part)
    return obj


class itemgetter:
    """itemgetter(key, ...): a function that gets those items."""

    def __init__(self, /, *items):
        if not items:
            raise TypeError("itemgetter expected 1 argument, got 0")
        self._items = items

    def __call__(self, obj, /):
        items = self._items
        if len(items) == 1:
            return obj[items[0]]
        return tuple([obj[item] for item in items])

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(map(repr, self._items))})"


class methodcaller:
    """methodcaller(name, ...): a function that calls that method with the given arguments."""

    def __init__(self, /, *args, **kwargs):
        if not args:
            raise TypeError("methodcaller needs at least one argument, the method name")
        name, *args = args
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name), *map(repr, self._args)]
        parts += [f"{name}={value!r}" for name, value in self._kwargs.items()]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts)})"


def iconcat(a, b, /):
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


__call__ = call
__concat__ = concat
__iconcat__ = iconcat
