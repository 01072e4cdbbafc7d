"""Data and non-data descriptors, __set_name__, precedence over instance attributes, methods as descriptors."""


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        print(f"set_name {owner.__name__}.{name}")
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        try:
            del instance.__dict__[self.name]
        except KeyError:
            raise AttributeError(self.name) from None


class Cached:
    """A non-data descriptor: the instance attribute it stores wins afterwards."""

    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return f"Cached on {owner.__name__}"
        print("computing", self.name)
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Logged:
    def __get__(self, instance, owner):
        return lambda *args: (instance is not None, owner.__name__, args)


class Item:
    name = Typed(str, "unnamed")
    count = Typed(int)

    def __init__(self, name, count):
        self.name = name
        self.count = count

    @Cached
    def total(self):
        return self.count * 100

    log = Logged()


class Special(Item):
    extra = Typed(tuple, ())


item = Item("bolt", 3)
print(item.name, item.count, item.total, item.total, item.__dict__)
item.total = "overwritten"
print(item.total, Item.total, type(Item.name).__name__, Item.name.name, item.log(1), Item.log(2), Special.log())
item.__dict__["count"] = "sneaky"
print(item.count)
del item.count
print(item.count, Special("n", 1).extra)

for action in (
    lambda: setattr(item, "name", 5),
    lambda: setattr(item, "count", "x"),
    lambda: delattr(item, "count"),
    lambda: Item(1, 2),
):
    try:
        action()
        print("no error")
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

late = Typed(int)
Item.late = late
try:
    Item("z", 1).late = 3
except AttributeError as error:
    print(error)


class ReadOnly:
    def __get__(self, instance, owner):
        return "value"

    def __set__(self, instance, value):
        raise AttributeError("read only")


class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__["only"] = value * 2


class Holder:
    fixed = ReadOnly()
    only = OnlySet()


h = Holder()
h.__dict__["fixed"] = "hidden"
print(h.fixed, type(h.only).__name__)
h.only = 21
print(h.only)
try:
    h.fixed = 1
except AttributeError as error:
    print(error)
try:
    del h.fixed
except AttributeError as error:
    print(error)


def function(self, x=0):
    return self, x


bound = function.__get__("me")
print(
    bound(5),
    bound.__self__,
    function.__get__(None, int) is function,
    classmethod(function).__get__(None, int)(1),
    staticmethod(function).__get__(1)(2, 3),
)
Holder.fixed = "class attribute replaced"
print(h.fixed)
