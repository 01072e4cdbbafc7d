"""Tools for functions: the functools module."""

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache",
           "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


_missing = object()


def reduce(*args):
    """reduce(function, iterable[, initial]): function(...function(function(first, second), third)..., last)."""
    if not 2 <= len(args) <= 3:
        bound = "at least 2" if len(args) < 2 else "at most 3"
        raise TypeError(f"reduce expected {bound} arguments, got {len(args)}")
    function = args[0]
    try:
        iterator = iter(args[1])
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if len(args) == 3:
        result = args[2]
    else:
        try:
            result = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        result = function(result, item)
    return result


_showing = set()  # partial objects whose repr is under way


class partial:
    """A function with some of its arguments given."""

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func = args[0]
        args = args[1:]
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        if id(self) in _showing:
            return "..."
        _showing.add(id(self))
        try:
            return self._text()
        finally:
            _showing.discard(id(self))

    def _text(self):
        parts = [repr(self.func)]
        parts += [repr(arg) for arg in self.args]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        cls = type(self)
        module = "functools" if cls is partial else cls.__module__
        return f"{module}.{cls.__qualname__}({', '.join(parts)})"


class partialmethod:
    """A method descriptor of a function with some of its arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        getter = getattr(type(self.func), "__get__", None)
        if getter is not None:
            bound = getter(self.func, instance, owner)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)
        if instance is None:
            return partial(self.func, *self.args, **self.keywords)
        return partial(self.func, instance, *self.args, **self.keywords)


def cmp_to_key(mycmp=_missing):
    """A key function for sorting from a comparison function."""
    if mycmp is _missing:
        raise TypeError("cmp_to_key() missing required argument 'mycmp' (pos 1)")

    class K:
        __slots__ = ("obj",)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


# ------------------------------------------------------------- total_ordering

def _not(answer):
    return answer if answer is NotImplemented else not answer


def _or_equal(answer, self, other):
    return answer if answer is NotImplemented else answer or self == other


def _and_differs(answer, self, other):
    return answer if answer is NotImplemented else not answer and self != other


def _ge_from_lt(self, other):
    return _not(type(self).__lt__(self, other))


def _gt_from_lt(self, other):
    return _and_differs(type(self).__lt__(self, other), self, other)


def _le_from_lt(self, other):
    return _or_equal(type(self).__lt__(self, other), self, other)


def _lt_from_gt(self, other):
    return _and_differs(type(self).__gt__(self, other), self, other)


def _ge_from_gt(self, other):
    return _or_equal(type(self).__gt__(self, other), self, other)


def _le_from_gt(self, other):
    return _not(type(self).__gt__(self, other))


def _gt_from_le(self, other):
    return _not(type(self).__le__(self, other))


def _ge_from_le(self, other):
    answer = type(self).__le__(self, other)
    return answer if answer is NotImplemented else not answer or self == other


def _lt_from_le(self, other):
    answer = type(self).__le__(self, other)
    return answer if answer is NotImplemented else answer and self != other


def _lt_from_ge(self, other):
    return _not(type(self).__ge__(self, other))


def _le_from_ge(self, other):
    answer = type(self).__ge__(self, other)
    return answer if answer is NotImplemented else not answer or self == other


def _gt_from_ge(self, other):
    answer = type(self).__ge__(self, other)
    return answer if answer is NotImplemented else answer and self != other


_DERIVED = {
    "__lt__": (("__gt__", _gt_from_lt), ("__le__", _le_from_lt), ("__ge__", _ge_from_lt)),
    "__le__": (("__ge__", _ge_from_le), ("__lt__", _lt_from_le), ("__gt__", _gt_from_le)),
    "__gt__": (("__lt__", _lt_from_gt), ("__ge__", _ge_from_gt), ("__le__", _le_from_gt)),
    "__ge__": (("__le__", _le_from_ge), ("__gt__", _gt_from_ge), ("__lt__", _lt_from_ge)),
}


def total_ordering(cls):
    """A class decorator that adds the comparisons that are missing."""
    roots = [name for name in _DERIVED if _defines(cls, name)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, function in _DERIVED[root]:
        if name not in roots:
            setattr(cls, name, function)
    return cls


def _defines(cls, name):
    return any(name in base.__dict__ for base in cls.__mro__ if base is not object)


# ----------------------------------------------------------------- lru_cache

class _CacheInfo(tuple):
    """What cache_info() gives."""

    def __new__(cls, hits, misses, maxsize, currsize):
        return super().__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, currsize={self[3]!r})"


_MARK = (object(),)
_IMMEDIATE = {int, str}


def _make_key(args, keywords, typed):
    key = args
    if keywords:
        key = key + _MARK
        for item in keywords.items():
            key = key + item
    if typed:
        key = key + tuple([type(arg) for arg in args])
        if keywords:
            key = key + tuple([type(value) for value in keywords.values()])
    elif len(key) == 1 and type(key[0]) in _IMMEDIATE:
        return key[0]
    return key


class _lru_cache_wrapper:
    """A function with a cache. The dictionary's order is the order of use: what was used last is at its end."""

    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._kept = {}
        self._hits = self._misses = 0

    def __call__(self, /, *args, **keywords):
        maxsize = self._maxsize
        if maxsize == 0:
            self._misses += 1
            return self._function(*args, **keywords)
        key = _make_key(args, keywords, self._typed)
        kept = self._kept
        result = kept.get(key, _missing)
        if result is not _missing:
            self._hits += 1
            if maxsize is not None:
                del kept[key]
                kept[key] = result
            return result
        self._misses += 1
        result = self._function(*args, **keywords)
        if maxsize is not None and key not in kept and len(kept) >= maxsize:
            del kept[next(iter(kept))]
        kept[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else _BoundCache(self, instance)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {hex(id(self))}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._kept))

    def cache_clear(self):
        self._kept.clear()
        self._hits = self._misses = 0


class _BoundCache:
    """A cached function as a method."""

    def __init__(self, function, instance):
        self.__func__ = function
        self.__self__ = instance

    def __call__(self, /, *args, **keywords):
        return self.__func__(self.__self__, *args, **keywords)

    def __getattr__(self, name):
        return getattr(self.__func__, name)

    def __repr__(self):
        return f"<bound method {self.__func__.__qualname__} of {self.__self__!r}>"


def lru_cache(maxsize=128, typed=False):
    """A decorator that keeps the results of the last `maxsize` different calls; None: of all."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """lru_cache without a limit."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once and then an attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {self.attrname!r} property.") from None
        value = values.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            values[self.attrname] = value
        return value


# ------------------------------------------------------------- singledispatch

def singledispatch(func):
    """A function that chooses among implementations by the class of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            func = cls
            annotations = [a for name, a in getattr(func, "__annotations__", {}).items() if name != "return"]
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            cls = annotations[0]
        registry[cls] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """singledispatch for methods: by the class of the first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, instance, owner=None):
        def method(*args, **keywords):
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return chosen.__get__(instance, owner)(*args, **keywords)

        method.register = self.register
        update_wrapper(method, self.func)
        return method
