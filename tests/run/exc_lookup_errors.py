"""KeyError, IndexError, AttributeError, NameError and StopIteration: messages, handling and fallbacks."""


class Config:
    defaults = {"host": "localhost", "port": 80}

    def __init__(self, **values):
        self.values = values

    def __getitem__(self, key):
        for source in (self.values, self.defaults):
            try:
                return source[key]
            except KeyError:
                continue
        raise KeyError(f"no setting {key!r}")

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(*error.args) from error


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, position):
        try:
            r, c = position
        except TypeError:
            return self.rows[position]
        except ValueError as error:
            raise IndexError(f"bad position {position}") from error
        return self.rows[r][c]


def attempt(function):
    try:
        print("ok", repr(function()))
    except (LookupError, AttributeError, NameError, StopIteration, RuntimeError, TypeError) as error:
        print(f"{type(error).__name__}: {error} | args {error.args!r} | cause {error.__cause__!r}")


c = Config(port=8080)
attempt(lambda: c["port"])
attempt(lambda: c.host)
attempt(lambda: c["user"])
attempt(lambda: c.user)
attempt(lambda: getattr(c, "user", "fallback"))
attempt(lambda: hasattr(c, "user"))
m = Matrix([[1, 2], [3, 4]])
attempt(lambda: m[1, 0])
attempt(lambda: m[0])
attempt(lambda: m[5])
attempt(lambda: m[1, 5])
attempt(lambda: m[1, 2, 3])
attempt(lambda: m["ab"])
attempt(lambda: m["a"])
attempt(lambda: [1, 2][2])
attempt(lambda: (1, 2)[-3])
attempt(lambda: "ab"[2])
attempt(lambda: b"ab"[2])
attempt(lambda: range(2)[2])
attempt(lambda: [].pop())
attempt(lambda: [1].pop(3))
attempt(lambda: {}.popitem())
attempt(lambda: set().pop())
attempt(lambda: {"a": 1}["b"])
attempt(lambda: {"a": 1}[1.5])
attempt(lambda: {"a": 1}[None])
attempt(lambda: {"a": 1}["it's"])
attempt(lambda: {"a": 1}[("x", 1)])
attempt(lambda: {1}.remove(2))
attempt(lambda: {}.pop("k"))
attempt(lambda: "%(k)s" % {})
attempt(lambda: "{k}".format())
attempt(lambda: "{}".format())
attempt(lambda: "{0[k]}".format({}))
attempt(lambda: "{0.k}".format(5))
attempt(lambda: None.attribute)
attempt(lambda: (5).attribute)
attempt(lambda: [].attribute)
attempt(lambda: {}.attribute)
attempt(lambda: len.attribute)
attempt(lambda: int.attribute)
attempt(lambda: Config.attribute)
attempt(lambda: (lambda: 0).attribute)
attempt(lambda: (x for x in ()).attribute)
attempt(lambda: range(1).attribute)
attempt(lambda: Matrix([]).attribute)
attempt(lambda: super(Matrix, m).attribute)
attempt(lambda: setattr(5, "attribute", 1))
attempt(lambda: setattr(object(), "attribute", 1))
attempt(lambda: setattr([], "append", 1))
attempt(lambda: delattr(m, "attribute"))
attempt(lambda: setattr(int, "attribute", 1))
attempt(lambda: not_yet_defined)
attempt(lambda: next(iter([])))
attempt(lambda: next(x for x in [1] if x > 1))
attempt(lambda: list(next(iter([])) for _ in range(1)))
not_yet_defined = "defined now"
attempt(lambda: not_yet_defined)
del not_yet_defined
attempt(lambda: not_yet_defined)


def first_match(items, predicate, default=...):
    try:
        return next(item for item in items if predicate(item))
    except StopIteration:
        if default is ...:
            raise LookupError(f"no match in {items}") from None
        return default


attempt(lambda: first_match([1, 4, 9], lambda n: n > 3))
attempt(lambda: first_match([1], lambda n: n > 3))
attempt(lambda: first_match([1], lambda n: n > 3, None))


def dig(data, *path):
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError) as error:
            return f"stopped at {step!r}: {type(error).__name__}"
        except TypeError as error:
            return f"cannot index {type(data).__name__}: {error}"
    return data


tree = {"a": [{"b": (1, 2)}, "text"], 1: None}
for path in (("a", 0, "b", 1), ("a", 5), ("a", 1, 0), ("z",), (1, "x"), ("a", "x"), (), ("a", 0, "b", 1, 0), ([],)):
    print(path, dig(tree, *path))
