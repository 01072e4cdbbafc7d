"""Attributes that hold floats in every instance, until something else is stored in one, in each way that there is.

Inference does not see what is called through `hidden`.
"""
import math

class Hidden:
    """The functions of this module, by their names."""

    def __getitem__(self, name):
        return getattr(self, name)


hidden = Hidden()


def hide(function):
    setattr(hidden, function.__name__, function)
    return function


class Body:
    def __init__(self, x, vx, mass):
        self.x = x
        self.vx = vx
        self.name = "body"
        self.mass = mass

    def energy(self):
        return 0.5 * self.mass * self.vx * self.vx

    def step(self, dt):
        self.x += dt * self.vx
        return self.x


class Marked(Body):
    def __init__(self, x, vx, mass, weight):
        super().__init__(x, vx, mass)
        self.weight = weight

    def total(self):
        return self.energy() + self.weight


class Other:
    def __init__(self, x):
        self.x = x


class Real(float):
    pass


def bodies(n):
    return [Body(float(i), 0.5 * i, 1.0 + i) for i in range(n)]


def copied(body):
    made = type(body).__new__(type(body))
    for name, value in vars(body).items():
        setattr(made, name, value)
    return made


def show(body):
    print(type(body).__name__, body.__dict__ if hasattr(body, "__dict__") else None)


def attempt(what, body, steps=3):
    """Runs the hot code on a body as it is now, whatever it holds."""
    try:
        for _ in range(steps):
            body.step(0.25)
        print(what, repr(body.x), repr(body.energy()))
    except Exception as e:
        print(what, type(e).__name__, e)


def change_midway(all_bodies, at, how):
    total = 0.0
    for n in range(40):
        for body in all_bodies:
            try:
                total += body.step(0.5) + body.energy()
            except TypeError as e:
                print("mid", n, e)
                body.x = 1.0
        if n == at:
            hidden[how](all_bodies[1])
    return total


@hide
def set_int(body):
    body.x = 7


@hide
def set_big(body):
    body.x = 2 ** 70


@hide
def set_bool(body):
    body.vx = True


@hide
def set_none(body):
    body.x = None


@hide
def set_nan(body):
    body.x = math.nan
    body.vx = -math.inf


@hide
def set_subclass(body):
    body.x = Real(2.5)


@hide
def by_name(body):
    setattr(body, "mass", 3)


@hide
def by_object(body):
    object.__setattr__(body, "vx", 1)


@hide
def by_dict(body):
    body.__dict__["x"] = "text"


@hide
def by_vars(body):
    vars(body).update(x=4, extra=5)


@hide
def replaced(body):
    body.__dict__ = {"x": 1, "vx": 2.0, "mass": 3.0, "name": "other"}


@hide
def deleted(body):
    del body.x
    body.x = 9.0


@hide
def in_other_order(body):
    del body.mass
    body.mass = 4


@hide
def text_elsewhere(body):
    body.name = 5
    body.note = 1.5
    body.note = "n"
    body.vx = 2


@hide
def other_class(body):
    body.__class__ = Marked


for how in "set_int set_big set_bool set_none set_nan set_subclass by_name by_object "\
           "by_dict by_vars replaced deleted in_other_order text_elsewhere other_class".split():
    some = bodies(3)
    print(how, change_midway(some, 20, how))
    for body in some:
        show(body)

# Made in other ways.
@hide
def put(some, n, body):
    some[n] = body


@hide
def made_bare():
    bare = Body.__new__(Body)
    bare.x = 1
    bare.vx = 2.0
    bare.mass = 0.5
    bare.name = "bare"
    return bare


@hide
def made_well():
    bare = Body.__new__(Body)
    bare.x = 1.0
    bare.vx = 2.0
    bare.name = "well"
    bare.mass = 0.5
    return bare


@hide
def made_by_dict():
    bare = object.__new__(Body)
    bare.__dict__.update(x=1.0, vx=2, name="n", mass=3.0)
    return bare


@hide
def made_by_copy():
    return copied(Body(2.0, 3.0, 4.0))


def made_of(*args):
    return lambda: Body(*args)


for name, args in (("made_of_ints", (1, 2, 3)), ("made_of_text", ("a", 2.0, 3.0)), ("made_of_none", (1.0, None, 3.0)),
                   ("made_of_floats", (1.0, 2.0, 3.0))):
    setattr(hidden, name, made_of(*args))
for maker in "made_bare made_well made_by_dict made_by_copy made_of_ints made_of_text made_of_none made_of_floats".split():
    some = bodies(2)
    hidden["put"](some, 1, hidden[maker]())
    for body in some:
        attempt(maker, body)
    hidden["set_int"](some[0])
    attempt("int", some[0])


@hide
def heavy(marked):
    marked.weight = 10 ** 30


@hide
def text_weight(marked):
    marked.weight = "w"


@hide
def int_speed(marked):
    marked.vx = 3


def run_marked():
    marked = Marked(1.0, 2.0, 3.0, 4.0)
    attempt("marked", marked)
    print(marked.total())
    hidden["heavy"](marked)
    print(marked.total(), marked.energy())
    hidden["text_weight"](marked)
    try:
        print(marked.total())
    except TypeError as e:
        print(e)
    print(marked.energy())
    hidden["int_speed"](marked)
    print(marked.energy(), marked.step(1.0), marked.__dict__)


run_marked()

# Initialised twice, and half.
@hide
def again(body, *args):
    body.__init__(*args)


body = Body(1.0, 2.0, 3.0)
hidden["again"](body, 2, 3.0, 4.0)
attempt("twice", body)
body.__init__(2.5, 3.0, 4.0)
attempt("three times", body)


class Failing:
    def __init__(self, x, divisor):
        self.x = x * 2.0
        self.quotient = x / divisor
        self.last = 1.0

    def total(self):
        return self.x + self.quotient + self.last


kept = []


@hide
def set_quotient(made):
    made.quotient = 1


def make_failing(divisors):
    total = 0.0
    for divisor in divisors:
        made = Failing.__new__(Failing)
        kept.append(made)
        try:
            made.__init__(3.0, divisor)
        except ZeroDivisionError as e:
            print(e, made.__dict__)
            hidden["set_quotient"](made)
        try:
            total += made.total()
        except AttributeError as e:
            print(e)
    return total


print(make_failing([1.0, 2.0, 0.0, 4.0]))
print([made.__dict__ for made in kept])


# The values of a loop, when one of the objects is not what the others are.
def sums(things):
    total = 0.0
    for thing in things:
        total += thing.x
    return total


print(sums(bodies(5)), sums([Other(1.5), Other(2.5)]), sums([*bodies(2), Other(0.5)]))
things = bodies(4)
hidden["set_big"](things[2])
print(sums(things))
hidden["set_subclass"](things[2])
print(sums(things), type(things[2].x).__name__)


# An int where an annotation says float.
class Noted:
    def __init__(self, x: float, y: float = 0):
        self.x = x
        self.y = y

    def sum(self) -> float:
        return self.x + self.y


def noted(n):
    return sum([Noted(i, 2).sum() for i in range(n)])


print(noted(10), repr(Noted(1).sum()), repr(Noted(1.0).sum()), repr(Noted(1.5, 2.5).sum()))


# Bits that a float may have.
class Cell:
    def __init__(self, value):
        self.value = value


def cells():
    made = [Cell(0.0), Cell(-0.0), Cell(math.nan), Cell(-math.nan), Cell(math.inf), Cell(5e-324), Cell(1e308)]
    for cell in made:
        cell.value = cell.value * 10.0 - cell.value
        cell.value = cell.value - cell.value if cell.value > 1e300 else cell.value
    return [cell.value for cell in made]


print(cells(), [str(v)[:1] for v in cells()])


class Released:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("released", self.name)


@hide
def set_attribute(o, name, value):
    setattr(o, name, value)


def release():
    body = Body(1.0, 2.0, 3.0)
    hidden["set_attribute"](body, "x", Released("x"))
    print("stored")
    body.x = 1.5
    print("replaced", body.energy(), body.step(1.0))
    hidden["set_attribute"](body, "vx", Released("vx"))
    hidden["set_attribute"](body, "vx", Released("vx again"))
    body.vx = 0.5
    hidden["set_attribute"](body, "vx", Released("vx at the end"))
    del body
    print("end")


release()
