"""Metaclasses: __new__, __init__, __call__, __prepare__, attributes of the class of a class, conflicts."""


class Registry(type):
    classes = {}

    def __new__(mcls, name, bases, namespace, **options):
        print(f"new {name} {[b.__name__ for b in bases]} {options}")
        namespace["created_by"] = mcls.__name__
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        print(f"init {name} {sorted(k for k in namespace if not k.startswith('__'))}")
        super().__init__(name, bases, namespace)
        cls.options = options
        Registry.classes[name] = cls

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        instance.via = cls.__name__
        return instance

    def __len__(cls):
        return len(cls.__name__)

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __iter__(cls):
        return iter(cls.__name__)

    def __contains__(cls, item):
        return item in cls.__name__

    def __repr__(cls):
        return f"<registered {cls.__name__}>"

    def __getattr__(cls, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"class {cls.__name__} has no {name}")

    @property
    def description(cls):
        return f"described {cls.__name__}"

    def class_level(cls):
        return f"metaclass method on {cls.__name__}"


class Base(metaclass=Registry, level=1):
    def method(self):
        return self.created_by


class Child(Base, level=2, extra="x"):
    x = 5

    def __init__(self, value=0):
        self.value = value


c = Child(7)
print(
    type(Child).__name__,
    type(Base) is Registry,
    c.via,
    c.value,
    c.method(),
    Child.options,
    Base.options,
    list(Registry.classes),
)
print(
    len(Child),
    Child["k"],
    list(Base),
    "C" in Child,
    Child,
    [Base, Child],
    Child.dyn_thing,
    Child.description,
    Child.class_level(),
    isinstance(Child, Registry),
    isinstance(c, Base),
)
for thunk in (
    lambda: Child.nothing,
    lambda: c.class_level(),
    lambda: c.description,
    lambda: c.dyn_thing,
    lambda: len(c),
    lambda: c["k"],
    lambda: Child(1, 2),
    lambda: setattr(Child, "description", 1),
):
    try:
        print(thunk())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, str(error))


class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases, **options):
        print("prepare", name)
        return {"prepared": True}

    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.order = [k for k in namespace if not k.startswith("__")]
        return cls


class Fields(metaclass=Ordered):
    b = 1
    a = 2
    del b
    c = a + 1

    def method(self):
        pass


print(Fields.order, Fields.prepared, Fields.c)


class Singleton(type):
    def __init__(cls, *args):
        super().__init__(*args)
        cls.instance = None

    def __call__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__call__(*args)
        return cls.instance


class Config(metaclass=Singleton):
    def __init__(self, value="default"):
        print("init Config")
        self.value = value


class SubConfig(Config):
    pass


print(Config(1) is Config(2), Config().value, SubConfig() is SubConfig(), SubConfig() is Config())


class Final(type):
    def __new__(mcls, name, bases, namespace):
        for base in bases:
            if isinstance(base, Final):
                raise TypeError(f"{base.__name__} is final")
        return super().__new__(mcls, name, bases, namespace)


class Sealed(metaclass=Final):
    pass


try:

    class Opened(Sealed):
        pass

except TypeError as error:
    print(error)
try:

    class Conflict(Base, Config):
        pass

except TypeError as error:
    print(error)
Dynamic = Registry("Dynamic", (Child,), {"y": 6}, level=3)
print(Dynamic, Dynamic(1).y, Dynamic.options, Dynamic.x, Dynamic.__mro__[1] is Child)


def function_metaclass(name, bases, namespace):
    return name, len(bases), namespace["value"]


class NotAClass(metaclass=function_metaclass):
    value = 42


print(NotAClass)
