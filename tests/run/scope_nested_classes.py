"""Scopes of classes inside functions, functions inside classes, and names that are global and local at once."""

name = "module"
level = 0


class Outer:
    name = "outer"
    level = level + 1

    class Inner:
        seen = name
        level = level + 10

        def get(self):
            return name, self.level

        class Deep:
            level = level + 100
            names = [name for _ in range(1)]

    def method(self):
        return name, self.name

    def local(self):
        name = "local"

        class Local:
            seen = name
            name = "local class"
            after = name

            def get(self):
                return name

        return Local.seen, Local.after, Local().get()

    def global_in_method(self):
        global level
        level += 1
        return level, self.level

    alias = method
    with_default = lambda self, n=name: n


o = Outer()
print(
    Outer.level,
    Outer.Inner.level,
    Outer.Inner.Deep.level,
    Outer.Inner.seen,
    Outer.Inner().get(),
    Outer.Inner.Deep.names,
    o.method(),
    o.alias(),
    o.with_default(),
    o.local(),
    o.global_in_method(),
    level,
)


def function(name):
    class Body:
        inherited = name
        try:
            undefined
        except NameError as error:
            message = str(error)

        def read(self):
            return name

        def write(self, value):
            nonlocal name
            name = value
            return self.read()

    undefined = "bound later"
    body = Body()
    first = body.inherited, body.read()
    name = "reassigned"
    return first, body.read(), body.write("written"), name, body.inherited, Body.message


print(function("parameter"))


class GlobalInClass:
    global created_in_class
    created_in_class = "global from class body"
    own = created_in_class + "!"


print(created_in_class, hasattr(GlobalInClass, "created_in_class"), GlobalInClass.own)


def nonlocal_in_class():
    counter = 0

    class Counter:
        nonlocal counter
        counter = 5
        value = counter + 1

    return counter, hasattr(Counter, "counter"), Counter.value


print(nonlocal_in_class())


class Conditional:
    if level > 100:
        maybe = 1
    else:
        other = [level, name]
    for index in range(3):
        if index == 1:
            continue
        last = index
    while index:
        index -= 1
    with_try = None
    try:
        value = int("x")
    except ValueError:
        value = -1
    finally:
        with_try = value
    del index, last

    def method(self, keys=tuple(k for k in "abc")):
        return keys


print(
    hasattr(Conditional, "maybe"),
    Conditional.other,
    hasattr(Conditional, "index"),
    Conditional.with_try,
    Conditional().method(),
)


class Rebinding:
    x = 1
    y = x
    x = 2
    pairs = [(x, y)]
    x, y = y, x
    z = (lambda: 5)()
    x += 10

    def f(self):
        return "first"

    g = f

    def f(self):
        return "second"


print(Rebinding.x, Rebinding.y, Rebinding.pairs, Rebinding.z, Rebinding().f(), Rebinding().g())


def decorated_scope():
    calls = []

    def record(function):
        calls.append(function.__name__)
        return function

    class Service:
        @record
        def start(self):
            return "started"

        @property
        @record
        def state(self):
            return calls[:]

        @staticmethod
        @record
        def helper():
            return len(calls)

    return Service().state, Service.helper(), Service().start()


print(decorated_scope())


def recursion_through_name():
    def walk(n):
        return [n] + walk(n - 1) if n else []

    keep = walk
    result = walk(2)

    def walk(n):
        return ["replaced"]

    return result, keep(2)


print(recursion_through_name())


def class_captures_loop():
    made = []
    for n in range(3):

        class Item:
            fixed = n

            @classmethod
            def late(cls):
                return n

        made.append(Item)
    return [(c.fixed, c.late()) for c in made]


print(class_captures_loop())


class SelfReference:
    def clone(self):
        return SelfReference()

    @classmethod
    def twice(cls):
        return [cls(), __class__()]


saved = SelfReference
SelfReference = None
try:
    saved().clone()
except TypeError as error:
    print(error)
print([type(x).__name__ for x in saved.twice()])
