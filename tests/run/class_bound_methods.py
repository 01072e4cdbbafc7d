"""Bound methods as values: identity, equality, storage, callbacks, chains, static and class variants."""


class Button:
    def __init__(self, name):
        self.name = name
        self.handlers = []

    def on_click(self, handler):
        self.handlers.append(handler)
        return self

    def click(self, *args):
        return [handler(self, *args) for handler in self.handlers]


class Window:
    total = 0

    def __init__(self, title):
        self.title = title
        self.clicks = 0

    def clicked(self, button, *args):
        self.clicks += 1
        return f"{self.title}:{button.name}{args}"

    @classmethod
    def count(cls, button, *args):
        cls.total += 1
        return f"{cls.__name__} total {cls.total}"

    @staticmethod
    def log(button, *args):
        return f"log {button.name}"

    def __eq__(self, other):
        return True

    __hash__ = object.__hash__


class SubWindow(Window):
    pass


w, s = Window("w"), SubWindow("s")
b = (
    Button("ok")
    .on_click(w.clicked)
    .on_click(w.count)
    .on_click(Window.log)
    .on_click(s.clicked)
    .on_click(s.count)
    .on_click(lambda *a: len(a))
)
print(b.click(), b.click(1, 2), w.clicks, s.clicks, Window.total, SubWindow.total, sep="\n")
m = w.clicked
print(
    m.__name__,
    m.__self__ is w,
    m.__func__ is Window.clicked,
    m == w.clicked,
    m is w.clicked,
    m == s.clicked,
    m != s.clicked,
    hash(m) == hash(w.clicked),
    {m: "key"}[w.clicked],
    m in b.handlers,
    b.handlers.index(w.clicked),
)
print(
    Window.count == Window.count,
    Window.count == SubWindow.count,
    w.count.__self__ is Window,
    s.count.__self__ is SubWindow,
    Window.log is w.log,
    type(m).__name__,
    type(Window.clicked).__name__,
    callable(m),
    m.__qualname__,
)
b.handlers.remove(w.clicked)
print(len(b.handlers), m(b))
w.title = "renamed"
print(m(b, 5), Window.clicked(s, b), Window.clicked(w, button=b))
method = Window.clicked
bound = method.__get__(w, Window)
print(bound(b), bound == w.clicked, type(bound).__name__)
w.clicked = m
print(w.clicked is m, w.clicked(b), "clicked" in w.__dict__)
del w.clicked
xs = [3, 1, 2]
append, pop, sort = xs.append, xs.pop, xs.sort
append(0)
sort(reverse=True)
print(
    xs,
    pop(),
    append.__name__,
    append.__self__ is xs,
    xs.append == append,
    xs.append == [].append,
    [].append == [].append,
    list(map(xs.count, [1, 2, 9])),
    list(map("a-b".split, "-b")),
)
upper = str.upper
print(
    upper("x"),
    "x".upper(),
    list(map(str.strip, [" a "])),
    sorted(["B", "a"], key=str.lower),
    [f("ab") for f in (str.upper, len, "xab".find, {"ab": 1}.get, "ab".__eq__)],
)


class Chain:
    def __init__(self):
        self.steps = []

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)

        def step(*args):
            self.steps.append((name, *args))
            return self

        return step


c = Chain().select("a", "b").where("x > 1").limit(5)
print(c.steps)


class Callable:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *rest, scale=1):
        return (self.n + x + sum(rest)) * scale


class Holder:
    plain = Callable(10)
    bound = lambda self, x: x * 2
    builtin = len
    kind = int

    def method(self):
        return self.plain(1), self.bound(4), self.builtin("abc"), self.kind("7")


f = Callable(5)
print(
    f(1),
    f(1, 2, 3, scale=2),
    Holder().method(),
    list(map(f, [1, 2])),
    callable(f),
    callable(Callable),
    callable(Holder()),
)
f.n = 100
print(f(0), f.__call__(1), Callable.__call__(f, 2))
f.__call__ = lambda x: "instance attribute is ignored"
print(f(3))
callbacks = {name: getattr(Holder(), name) for name in ("plain", "bound", "kind")}
print({name: callback(3) for name, callback in callbacks.items()})
for bad in (
    lambda: m(),
    lambda: Window.clicked(),
    lambda: Window.clicked(5, b),
    lambda: Window.log(),
    lambda: f(),
    lambda: Holder()(),
    lambda: m.nothing,
    lambda: setattr(m, "x", 1),
    lambda: Holder.bound(3),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
