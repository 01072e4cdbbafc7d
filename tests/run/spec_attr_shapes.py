"""Instances whose attributes come late, in other orders, of other types, are deleted, or appear by the back door."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def dot(self):
        return self.x * self.x + self.y * self.y


def total(points):
    t = 0
    for p in points:
        t += p.dot()
    return t


points = [Point(i, i + 1) for i in range(500)]
print(total(points))


def disturb(name, action):
    """Lets one instance in the middle differ from the others, and reports the sum or the refusal."""
    points[250] = Point(250, 251)
    action(points[250])
    try:
        print(name, total(points))
    except (AttributeError, TypeError) as error:
        print(name, type(error).__name__, error)
    points[250] = Point(250, 251)


def delete_and_set(p):
    del p.x
    p.x = 7


def replace_dict(p):
    p.__dict__ = {"y": 3, "x": 4}


def odd_key(p):
    p.__dict__["not a name"] = 1
    p.__dict__["x"] = 1.25


disturb("late", lambda p: setattr(p, "z", 1))
disturb("float", lambda p: setattr(p, "x", 0.5))
disturb("big", lambda p: setattr(p, "y", 2**40))
disturb("huge", lambda p: p.__init__(2**80, -(2**80)))
disturb("text", lambda p: setattr(p, "x", "abc"))
disturb("none", lambda p: p.__dict__.update(x=None))
disturb("list", lambda p: setattr(p, "y", [1]))
disturb("deleted x", lambda p: delattr(p, "x"))
disturb("deleted y", lambda p: p.__dict__.pop("y"))
disturb("cleared", lambda p: p.__dict__.clear())
disturb("delete and set", delete_and_set)
disturb("dict replaced", replace_dict)
disturb("odd key", odd_key)
disturb("again", lambda p: p.__init__(1, 2))
print(total(points))

backwards = Point.__new__(Point)
backwards.y = 5
backwards.x = 6
print(backwards.dot(), list(backwards.__dict__), list(points[0].__dict__))
bare = Point.__new__(Point)
for name, value in (("x", 3), ("y", 4)):
    try:
        bare.dot()
    except AttributeError as error:
        print(error, error.name, error.obj is bare)
    setattr(bare, name, value)
print(bare.dot(), vars(bare))


class Partly:
    """Sets attributes in an order and number that depend on the argument."""

    def __init__(self, n):
        if n % 2:
            self.a = n
            self.b = n * 2
        else:
            self.b = n * 3
            self.a = n
        if n % 3 == 0:
            self.c = float(n)
        if n % 5 == 0:
            del self.a


def read(items):
    t, missing = 0, {}
    for item in items:
        for name in ("a", "b", "c"):
            try:
                t += getattr(item, name)
            except AttributeError as error:
                missing[str(error)] = missing.get(str(error), 0) + 1
        try:
            t += item.a + item.b
            t -= item.c
        except AttributeError as error:
            missing[error.name] = missing.get(error.name, 0) + 1
    return t, missing


items = [Partly(n) for n in range(300)]
print(read(items))
print([list(item.__dict__) for item in items[:7]], items[30].__dict__)
for item in items:
    item.__dict__.setdefault("a", 0)
    if not hasattr(item, "c"):
        item.c = 1
print(read(items))
