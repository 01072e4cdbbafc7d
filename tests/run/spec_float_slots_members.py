"""Members of `__slots__` that hold floats once `__init__` has run, until something else is stored in one.

Inference does not see what is called through `hidden`.
"""

class Hidden:
    """The functions of this module, by their names."""

    def __getitem__(self, name):
        return getattr(self, name)


hidden = Hidden()


def hide(function):
    setattr(hidden, function.__name__, function)
    return function

class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z


class Colour(Vector):
    __slots__ = ("alpha",)

    def __init__(self, x, y, z, alpha):
        super().__init__(x, y, z)
        self.alpha = alpha

    def weight(self):
        return self.dot(self) * self.alpha


class Open(Vector):
    """With a dictionary, too."""

    def __init__(self, x, y, z, w):
        super().__init__(x, y, z)
        self.w = w

    def sum(self):
        return self.x + self.y + self.z + self.w


class Backwards:
    __slots__ = ("a", "b", "label")

    def __init__(self, a, b):
        self.b = b
        self.label = "label"
        self.a = a

    def difference(self):
        return self.a - self.b


class Maybe:
    __slots__ = ("first", "second")

    def __init__(self, first, with_second):
        if with_second:
            self.second = first * 2.0
        self.first = first

    def get(self):
        return self.first + self.second


def add_up(vectors):
    total = Vector(0.0, 0.0, 0.0)
    for vector in vectors:
        total = total + vector
    return total.dot(total)


@hide
def copied(v):
    made = type(v).__new__(type(v))
    for name in v.__slots__:
        setattr(made, name, getattr(v, name))
    return made


def parts(v):
    return [getattr(v, name, "unset") for name in ("x", "y", "z", "alpha", "w")]


def attempt(what, vectors):
    try:
        print(what, repr(add_up(vectors)), [parts(v) for v in vectors])
    except Exception as e:
        print(what, type(e).__name__, e)


def fresh():
    return [Vector(1.0 * i, 2.0, 3.0) for i in range(4)]


def change(how):
    vectors = fresh()
    hidden[how](vectors[2])
    attempt(how, vectors)
    for vector in vectors:
        vector.x = 1.0
        vector.y = 2.0
        vector.z = 0.5
    attempt("restored", vectors)


def set_int(v):
    v.x = 5


def set_last(v):
    v.z = None


def set_text(v):
    setattr(v, "y", "text")


def unset(v):
    del v.y


def unset_all(v):
    del v.x, v.y, v.z


def unset_and_set(v):
    del v.x
    v.x = 3.5


def by_descriptor(v):
    Vector.z.__set__(v, 2 ** 65)


def by_descriptor_deleted(v):
    Vector.x.__delete__(v)


def backwards(v):
    del v.z, v.y, v.x
    v.z = 1.5
    v.y = 2.5
    v.x = 3.5


@hide
def initialised_again(v):
    v.__init__(1, 2.0, 3.0)


@hide
def initialised_well(v):
    v.__init__(1.0, 2.0, 3.0)


@hide
def set_part(v, name, value):
    setattr(v, name, value)


@hide
def made_of(*args):
    return Vector(*args)


@hide
def made_bare():
    return Vector.__new__(Vector)


@hide
def put(vectors, n, v):
    vectors[n] = v


for how in "set_int set_last set_text unset unset_all unset_and_set by_descriptor by_descriptor_deleted backwards "\
           "initialised_again initialised_well".split():
    change(how)

vectors = [Vector(0.5, 0.5, 0.5)]
hidden["put"](vectors, 0, hidden["made_bare"]())
attempt("bare", vectors)
hidden["set_part"](vectors[0], "z", 1.0)
hidden["set_part"](vectors[0], "x", 2.0)
attempt("two", vectors)
hidden["set_part"](vectors[0], "y", 3.0)
attempt("three", vectors)
vectors = fresh()
for n, args in enumerate(((1, 2, 3), (1.0, 2.0, 3), (1.5, 2.5, 3.5))):
    hidden["put"](vectors, n, hidden["made_of"](*args))
    attempt("made of others", vectors)
    hidden["put"](vectors, n, hidden["copied"](vectors[n]))
    attempt("copied", vectors)
colour = Colour(1.0, 2.0, 3.0, 0.5)
attempt("colours", [colour, Vector(1.0, 1.0, 1.0)])


def weigh(colour):
    try:
        print(colour.weight())
    except (AttributeError, TypeError) as e:
        print(e)


weigh(colour)
hidden["set_part"](colour, "alpha", 2)
weigh(colour)
colour.alpha = 0.25
hidden["set_part"](colour, "y", 7)
weigh(colour)
colour.y = 7.0
weigh(colour)
del colour.alpha
weigh(colour)
hidden["set_part"](colour, "alpha", "a")
weigh(colour)


def opened():
    total = 0.0
    for n in range(6):
        o = Open(1.0 * n, 2.0, 3.0, 4.0)
        if n == 2:
            hidden["set_part"](o, "w", 5)
        if n == 3:
            hidden["set_part"](o, "x", 2 ** 62)
        if n == 4:
            o.extra = 1
            o.y = 6.5
        if n == 5:
            o.__dict__["w"] = 8
            hidden["set_part"](o, "z", 9)
        total += o.sum()
        print(o.sum(), o.__dict__)
    return total


print(opened())


def swapped():
    total = 0.0
    for n in range(5):
        made = Backwards(1.0 * n, 0.5)
        if n == 3:
            hidden["set_part"](made, "b", n)
        if n == 4:
            made.label = 4.5
        total += made.difference()
    return total


print(swapped())


def maybe():
    total = 0.0
    for n in range(6):
        made = Maybe(1.5, n != 3)
        try:
            total += made.get()
        except AttributeError as e:
            print(e)
            made.second = 0.25
            total += made.get()
    return total


print(maybe())


class First:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x
        self.y = 1.0 / x

    def both(self):
        return self.x * self.y


class Second:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x
        self.y = x + 1.0

    def both(self):
        return self.x + self.y


def both(things):
    total = 0.0
    for thing in things:
        total += thing.both() + thing.x
    return total


print(both([First(2.0), Second(2.0), First(4.0)]))
moved = First(8.0)
moved.__class__ = Second
print(moved.both(), both([moved, Second(1.0)]))
hidden["set_part"](moved, "x", 3)
print(both([moved, First(1.0)]))
for x in (1.0, 0.0, 2.0, -0.0):
    made = First.__new__(First)
    try:
        made.__init__(x)
        print(made.both())
    except ZeroDivisionError as e:
        print(e, made.x, hasattr(made, "y"))
        made.y = 2.5
        print(made.both())


class Released:
    def __del__(self):
        print("released")


def release():
    v = Vector(1.0, 2.0, 3.0)
    hidden["set_part"](v, "y", Released())
    v.y = 2.0
    print("replaced", v.dot(v))
    hidden["set_part"](v, "z", Released())
    v = None
    print("end")


release()


class Cycle:
    __slots__ = ("weight", "other")

    def __init__(self, weight):
        self.weight = weight
        self.other = self


def cycles(n):
    total = 0.0
    for i in range(n):
        total += Cycle(1.0 * i).weight
    return total


print(cycles(1000))
