"""Context managers that are nested, reentrant, generated in loops, and kept in a stack of their own."""


class Stack:
    """Leaves its managers in reverse order, as nested with statements would."""

    def __init__(self):
        self.exits = []

    def enter(self, manager):
        value = type(manager).__enter__(manager)
        self.exits.append(lambda *exc: type(manager).__exit__(manager, *exc))
        return value

    def callback(self, function, *args):
        self.exits.append(lambda *exc: function(*args) and False)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        pending = error
        while self.exits:
            leave = self.exits.pop()
            try:
                if leave(type(pending) if pending else None, pending, tb):
                    pending = None
            except BaseException as new:
                pending = new
        if pending is not None and pending is not error:
            raise pending
        return error is not None and pending is None


class Tag:
    log = []
    depth = 0

    def __init__(self, name, swallow=()):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        self.log.append("  " * Tag.depth + f"<{self.name}>")
        Tag.depth += 1
        return self

    def __exit__(self, kind, error, tb):
        Tag.depth -= 1
        self.log.append("  " * Tag.depth + f"</{self.name}>" + (f" {error!r}" if error else ""))
        return bool(self.swallow) and isinstance(error, self.swallow)


class Transaction:
    def __init__(self, data):
        self.data = data
        self.saved = []

    def __enter__(self):
        self.saved.append(dict(self.data))
        return self.data

    def __exit__(self, kind, error, tb):
        before = self.saved.pop()
        if kind is not None:
            self.data.clear()
            self.data.update(before)
        return kind is not None and issubclass(kind, KeyError)


class Temporary:
    """Sets an attribute for the time of a block."""

    def __init__(self, target, **values):
        self.target, self.values = target, values

    def __enter__(self):
        self.old = {name: getattr(self.target, name) for name in self.values}
        for name, value in self.values.items():
            setattr(self.target, name, value)

    def __exit__(self, *exc):
        for name, value in self.old.items():
            setattr(self.target, name, value)


with Stack() as stack:
    for name in "abc":
        stack.enter(Tag(name))
    stack.callback(Tag.log.append, "callback")
    Tag.log.append("body")
print(*Tag.log, sep="\n")
Tag.log.clear()
with Stack() as stack:
    stack.enter(Tag("outer"))
    stack.enter(Tag("swallows", swallow=ValueError))
    stack.enter(Tag("inner"))
    raise ValueError("lost")
print(*Tag.log, sep="\n")
Tag.log.clear()
try:
    with Stack() as stack:
        stack.enter(Tag("outer"))
        stack.callback(lambda: 1 // 0)
        raise KeyError("body")
except ZeroDivisionError as error:
    print(error, repr(error.__context__))
print(*Tag.log, sep="\n")

data = {"a": 1}
transaction = Transaction(data)
with transaction as d:
    d["b"] = 2
    with transaction as inner:
        inner["c"] = 3
        raise KeyError("rolled back")
    print(d, inner is data)
try:
    with transaction as d:
        d.clear()
        raise ValueError("rolled back and raised")
except ValueError as error:
    print(error, data)


class Settings:
    level, name = 1, "base"


settings = Settings()
with Temporary(settings, level=5), Temporary(settings, level=6, name="temp"):
    print(settings.level, settings.name)
print(settings.level, settings.name, settings.__dict__)
try:
    with Temporary(settings, nothing=1):
        pass
except AttributeError as error:
    print(error)
same = Tag("same")
Tag.log.clear()
with same as x, same as y, Tag("z") as z:
    print(x is y, z.name, Tag.depth)
for i in range(3):
    with Tag(f"loop{i}", swallow=IndexError):
        if i == 1:
            continue
        [][i]
print(Tag.depth, *Tag.log, sep="\n")


class ByInstance:
    pass


broken = ByInstance()
broken.__enter__ = lambda: None
broken.__exit__ = lambda *exc: None
try:
    with broken:
        pass
except TypeError as error:
    print(error)
