"""__init_subclass__, __set_name__, __class_getitem__ and registries of subclasses."""


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, abstract=False, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugin_name = name or cls.__name__.lower()
        if not abstract:
            cls.registry[cls.plugin_name] = cls
        print(f"subclass {cls.__name__} name={cls.plugin_name} abstract={abstract}")


class Base(Plugin, abstract=True):
    def run(self):
        return f"{self.plugin_name} runs"


class Upper(Base, name="up"):
    pass


class Lower(Base):
    def run(self):
        return super().run().lower()


class Nested(Upper):
    class Inner(Lower, name="inner"):
        pass


print(list(Plugin.registry), [cls().run() for cls in Plugin.registry.values()], Upper.plugin_name, Nested.plugin_name)
try:

    class Wrong(Base, colour="red"):
        pass

except TypeError as error:
    print(error)
try:

    class Plain(object, option=1):
        pass

except TypeError as error:
    print(error)


class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = {**getattr(owner, "fields", {}), name: self.kind.__name__}

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, self.kind())

    def __set__(self, instance, value):
        instance.__dict__[self.name] = self.kind(value)


class Model:
    def __init_subclass__(cls):
        cls.summary = f"{cls.__name__}{tuple(cls.fields)}"

    def __init__(self, **values):
        for name, value in values.items():
            if name not in self.fields:
                raise TypeError(f"{type(self).__name__} has no field {name}")
            setattr(self, name, value)


class Person(Model):
    name = Field(str)
    age = Field(int)
    alias = name


class Employee(Person):
    salary = Field(float)


p, e = Person(name="Ann", age="41"), Employee(name=5, salary="10.5")
print(Person.summary, Employee.summary, Person.fields, Employee.fields)
print(
    p.name,
    p.age + 1,
    e.name,
    e.salary,
    e.age,
    Person.age.name,
    p.__dict__,
    Person.alias is Person.name,
    Person.name.name,
)
for bad in (lambda: Person(size=1), lambda: Person(age="x")):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)


class Vector:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__ if isinstance(item, type) else item}]"

    def __getitem__(self, item):
        return f"instance item {item}"


class Typed(Vector):
    pass


print(Vector[int], Typed[3], Vector[int, 5], Vector()[0], Vector.__class_getitem__("direct"), Typed[...])
try:
    Plugin[int]
except TypeError as error:
    print(error)


class BadName:
    def __set_name__(self, owner, name):
        raise RuntimeError(f"refuses {owner.__name__}.{name}")


try:

    class Holder:
        attribute = BadName()

except RuntimeError as error:
    print(error, getattr(error, "__notes__", []))


class Tracker:
    order = []

    def __init_subclass__(cls, **kwargs):
        Tracker.order.append(f"init_subclass {cls.__name__}")
        super().__init_subclass__(**kwargs)


class Named:
    def __set_name__(self, owner, name):
        Tracker.order.append(f"set_name {name}")


class Left(Tracker):
    a = Named()


class Right(Tracker):
    b, c = Named(), Named()


class Both(Left, Right):
    d = Named()


print(Tracker.order, [c.__name__ for c in Tracker.__subclasses__()], [c.__name__ for c in Left.__subclasses__()])
made = type("Made", (Base,), {"extra": 5}, name="made dynamically")
print(made.plugin_name, made().run(), made.extra, Plugin.registry["made dynamically"] is made)


class Explicit:
    @classmethod
    def __init_subclass__(cls, tag="none"):
        cls.tag = tag


class Tagged(Explicit, tag="yes"):
    pass


print(Tagged.tag, hasattr(Explicit, "tag"))
