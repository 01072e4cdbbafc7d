"""Classes changed after creation: methods added, replaced and removed, bases compared, type() calls."""


class Robot:
    def speak(self):
        return "beep"


r = Robot()
print(r.speak())
Robot.speak = lambda self: "boop"
print(r.speak(), Robot().speak())
Robot.speak = lambda self, n=1: "bip" * n
print(r.speak(3))
r.speak = lambda n: f"instance {n}"
print(r.speak(2), Robot().speak(2))
del r.speak
print(r.speak())
del Robot.speak
try:
    r.speak()
except AttributeError as error:
    print(error)
Robot.name = property(lambda self: f"robot {self.serial}")
r.serial = 5
print(r.name)
Robot.__len__ = lambda self: self.serial
Robot.__getitem__ = lambda self, i: i * 2
Robot.__add__ = lambda self, other: self.serial + other
Robot.__call__ = lambda self, *args: args
Robot.__eq__ = lambda self, other: True
Robot.__bool__ = lambda self: False
print(len(r), r[21], r + 1, r(1, 2), r == "anything", bool(r), not r)
try:
    hash(r)
except TypeError as error:
    print(error)
del Robot.__bool__
print(bool(r))
del Robot.__len__
print(bool(r))


def method(self, x):
    return f"{type(self).__name__} got {x}"


Android = type(
    "Android",
    (Robot,),
    {"greet": method, "version": 2, "label": staticmethod(lambda: "label"), "create": classmethod(lambda cls: cls())},
)
a = Android()
a.serial = 1
print(
    a.greet("hi"),
    Android.version,
    a.label(),
    type(Android.create()).__name__,
    Android.__name__,
    Android.__bases__[0].__name__,
    a.name,
    Android.__module__,
)
Android.__name__ = "Renamed"
print(Android.__name__, a.greet("x"), Android.__qualname__)


class Meter:
    count = 0

    def tick(self):
        self.count += 1
        return self.count


class SubMeter(Meter):
    pass


m, s = Meter(), SubMeter()
Meter.count = 100
print(m.tick(), s.tick(), m.count, Meter.count, SubMeter.count)
SubMeter.count = 500
print(s.count, SubMeter().tick(), Meter().tick())
del SubMeter.count
print(SubMeter.count, "count" in SubMeter.__dict__, "count" in Meter.__dict__)
SubMeter.tick = lambda self: -1
print(s.tick(), m.tick(), Meter.tick(s))
m.__class__ = SubMeter
print(m.tick(), type(m).__name__, isinstance(m, SubMeter))
try:
    m.__class__ = int
except TypeError as error:
    print(error)
try:
    m.__class__ = 5
except TypeError as error:
    print(error)


def loop_sees_change():
    class Box:
        def get(self):
            return 1

    box, out = Box(), []
    for i in range(4):
        out.append(box.get())
        if i == 1:
            Box.get = lambda self: 2
        if i == 2:
            box.get = lambda: 3
    return out


print(loop_sees_change())
classes = []
for n in range(3):

    class Numbered:
        number = n

        def __init__(self):
            self.double = self.number * 2

    classes.append(Numbered)
print(
    [c().double for c in classes], len(set(classes)), classes[0] is not classes[1], isinstance(classes[0](), Numbered)
)


class Old:
    pass


old = Old()


class Old:
    version = 2


print(hasattr(old, "version"), isinstance(old, Old), type(old).__name__ == Old.__name__)
for name in ("x", "y"):
    setattr(Old, f"get_{name}", lambda self, name=name: name * self.version)
print(Old().get_x(), Old().get_y(), sorted(k for k in Old.__dict__ if not k.startswith("__")))
for bad in (
    lambda: type("X", (5,), {}),
    lambda: type("X", int, {}),
    lambda: type(5, (), {}),
    lambda: type("X", (), []),
    lambda: type("X"),
    lambda: type("X", ()),
    lambda: setattr(Old, "__name__", 5),
    lambda: delattr(Old, "nothing"),
    lambda: setattr(int, "x", 1),
    lambda: setattr(Old, "__dict__", {}),
    lambda: type("X", (Old, Old), {}),
):
    try:
        result = bad()
        print(result if not isinstance(result, type) else result.__name__)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
