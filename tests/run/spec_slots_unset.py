"""Classes with __slots__: unset and deleted slots, slots in subclasses, with defaults refused, with late class attributes."""


class Vec:
    __slots__ = ("x", "y")

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y


class Vec3(Vec):
    __slots__ = ("z",)

    def norm(self):
        return super().norm() + self.z**2


class Free(Vec):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = 1


def total(vectors):
    t, failures = 0, {}
    for v in vectors:
        try:
            t += v.norm()
        except AttributeError as error:
            failures[str(error)] = failures.get(str(error), 0) + 1
        except TypeError as error:
            failures[str(error)] = failures.get(str(error), 0) + 1
    return t, failures


good = [Vec(i, i) for i in range(300)]
print(total(good))
del good[5].y
good[6].x = 0.5
good[7].y = 2**70
good[8].x = "text"
good[9] = Vec(1)
good[10] = Vec3(1, 2)
good[11] = Free(1, 2)
good[12] = Vec.__new__(Vec)
good[13] = Vec3(1)
good[13].z = 1
good[14] = None
print(total(good))
good[10].z = 3
good[9].y = good[5].y = True
print(total(good[:14]))


def attempt(thunk):
    try:
        print(thunk())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


v, w, f = Vec(1), Vec3(1, 2), Free(3)
attempt(lambda: v.y)
attempt(lambda: v.z)
attempt(lambda: setattr(v, "z", 1))
attempt(lambda: delattr(v, "y"))
attempt(lambda: delattr(v, "z"))
attempt(lambda: v.__dict__)
attempt(lambda: w.z)
attempt(lambda: f.y)
attempt(lambda: f.__dict__)
attempt(lambda: Vec.x.__get__(v))
attempt(lambda: Vec.x.__get__(5))
attempt(lambda: Vec3.x is Vec.x)
attempt(lambda: getattr(v, "y", "default"))
attempt(lambda: (hasattr(v, "y"), hasattr(v, "x"), hasattr(w, "z")))
attempt(lambda: type("Clash", (), {"__slots__": ("a",), "a": 1}))
attempt(lambda: type("Bad", (), {"__slots__": ("a b",)}))
attempt(lambda: type("Both", (Vec, type("Q", (), {"__slots__": ("q",)})), {}))


def cycle(v, n):
    """A slot is set and deleted in turn; each state is seen by the same read."""
    t, missing = 0, 0
    for i in range(n):
        if i % 4 == 3:
            del v.y
        elif i % 4 == 0:
            v.y = i if i % 8 else i * 0.5
        try:
            t += v.y
        except AttributeError:
            missing += 1
    return t, missing


print(cycle(Vec(1), 1000), cycle(Free(1), 1000))


def covered(n):
    """The slot's descriptor is replaced on the class, and put back."""
    v, slot, t = Vec(1, 2), Vec.__dict__["x"], []
    for i in range(n):
        t.append(v.x)
        if i == 1:
            Vec.x = property(lambda self: self.y * 10)
        if i == 3:
            Vec.x = 0.25
        if i == 5:
            del Vec.x
            Vec3.x = "three"
            t.append(hasattr(v, "x"))
            Vec.x = slot
    try:
        t.append(Vec3(1, 2).x)
    except AttributeError as error:
        t.append(str(error))
    del Vec3.x
    return t


attempt(lambda: covered(8))
print(Vec3(7, 2).x, total([Vec(1, 2), Vec3(1, 2)]))


class Counted:
    __slots__ = ("n", "__dict__")

    def __init__(self):
        self.n = 0

    def tick(self):
        self.n += 1
        self.last = self.n
        return self.n


c = Counted()
print(sum(c.tick() for _ in range(1000)), c.__dict__, c.n, c.last)
del c.n
attempt(c.tick)
