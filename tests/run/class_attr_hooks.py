"""__getattr__, __getattribute__, __setattr__, __delattr__: when each one runs."""


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}={value}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)


class Target:
    kind = "target"

    def method(self, x):
        return x + 1


target = Target()
proxy = Proxy(target)
proxy.x = 5
print(proxy.x, proxy.method(1), proxy.kind, hasattr(proxy, "zzz"), getattr(proxy, "yyy", None))
del proxy.x
print(proxy._log, target.__dict__)
try:
    proxy.x
except AttributeError as error:
    print(error)


class Everything:
    def __init__(self):
        self.real = 1

    def __getattribute__(self, name):
        if name.startswith("no_"):
            raise AttributeError(f"refused {name}")
        if name == "virtual":
            return "made up"
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"getattr {name}"

    def method(self):
        return self.real, self.virtual, self.no_way


e = Everything()
print(e.real, e.virtual, e.no_x, e.missing, e.method(), hasattr(e, "anything"), len(e.__dict__))


class Strict:
    allowed = {"a", "b"}

    def __setattr__(self, name, value):
        if name not in self.allowed:
            raise AttributeError(f"{type(self).__name__} has no field {name!r}")
        super().__setattr__(name, value)


s = Strict()
s.a = 1
s.a += 1
try:
    s.c = 2
except AttributeError as error:
    print(error)
print(s.__dict__)


class Recursive:
    def __getattr__(self, name):
        if name == "deep":
            return self.deeper
        if name == "deeper":
            return "bottom"
        raise AttributeError(name)


r = Recursive()
print(r.deep, getattr(r, "x", "none"))
try:
    r.other
except AttributeError as error:
    print(error, error.args)


class SpecialLookup:
    """Implicit special method calls skip the instance and __getattr__."""

    def __getattr__(self, name):
        return lambda *args: f"{name}{args}"


p = SpecialLookup()
p.__len__ = lambda: 5
print(p.anything(1), p.__len__(), p.__getitem__(3))
for operation in (lambda: len(p), lambda: p[3], lambda: p + 1, lambda: [*p]):
    try:
        print(operation())
    except TypeError as error:
        print(error)


class Dotted(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no key {name}") from None

    def __setattr__(self, name, value):
        self[name] = value

    __delattr__ = dict.__delitem__


d = Dotted(a=1)
d.b = d.a + 1
print(d, d.b, d.keys())
del d.a
print(d, hasattr(d, "a"))
try:
    del d.zzz
except KeyError as error:
    print("KeyError", error)
