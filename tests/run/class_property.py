"""Properties, class methods, static methods, inheritance of properties and their errors."""


class Temperature:
    scale = "C"
    _instances = []

    def __init__(self, celsius):
        self.celsius = celsius
        self._instances.append(self)

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"{value} below absolute zero")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleting")
        del self._celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @classmethod
    def from_fahrenheit(cls, f):
        return cls((f - 32) * 5 / 9)

    @staticmethod
    def valid(value):
        return value >= -273.15

    @classmethod
    def count(cls):
        return len(cls._instances), cls.__name__, cls.scale


class Kelvin(Temperature):
    scale = "K"

    @property
    def celsius(self):
        return round(super().celsius + 273.15, 2)

    @celsius.setter
    def celsius(self, value):
        Temperature.celsius.fset(self, value - 273.15)

    @classmethod
    def count(cls):
        return ("kelvin", *super().count())


t = Temperature(100)
k = Kelvin(300)
print(
    t.celsius,
    t.fahrenheit,
    k.celsius,
    k._celsius,
    Temperature.from_fahrenheit(212).celsius,
    Kelvin.from_fahrenheit(32 * 10).celsius,
)
t.celsius += 5
t.celsius -= 1
print(t.celsius, t.__dict__, Temperature.valid(-300), t.valid(0), Temperature.count(), k.count(), t.count())
print(
    Temperature.celsius.__doc__,
    type(Temperature.celsius).__name__,
    Temperature.celsius.fget(t),
    Temperature.fahrenheit.fset,
)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: setattr(t, "celsius", -500))
attempt(lambda: setattr(t, "fahrenheit", 1))
attempt(lambda: delattr(t, "fahrenheit"))
attempt(lambda: delattr(t, "celsius"))
attempt(lambda: t.celsius)
attempt(lambda: Temperature.from_fahrenheit())
attempt(lambda: Temperature.fahrenheit())


class Odd:
    def _get(self):
        return "got"

    def _set(self, value):
        self.stored = value

    read_only = property(_get)
    write_only = property(None, _set)
    both = property(_get, _set, doc="documented")
    nothing = property()

    @property
    def broken(self):
        return self.missing_attribute

    def __getattr__(self, name):
        return f"fallback for {name}"


o = Odd()
o.write_only = 5
print(o.read_only, o.stored, o.both, Odd.both.__doc__, o.broken, o.write_only)
attempt(lambda: setattr(o, "read_only", 1))
attempt(lambda: setattr(o, "nothing", 1))
attempt(lambda: delattr(o, "both"))
o.__dict__["read_only"] = "instance entry loses"
print(o.read_only, o.__dict__["read_only"])


class Lazy:
    calls = 0

    @property
    def value(self):
        Lazy.calls += 1
        result = self.__dict__["cached"] = self.calls * 10
        return result


lazy = Lazy()
print(lazy.value, lazy.value, Lazy.calls, lazy.cached)
print([f() for f in (lambda: Temperature.valid(1), t.count)])
