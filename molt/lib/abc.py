"""Abstract base classes (PEP 3119): the abc module."""

__all__ = ["ABC", "ABCMeta", "abstractclassmethod", "abstractmethod", "abstractproperty", "abstractstaticmethod", "get_cache_token",
           "update_abstractmethods"]

_registrations = 0


def abstractmethod(funcobj):
    """Marks a method that a class must override before it can be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def get_cache_token():
    return _registrations


class _Record:
    """What an abstract class remembers: who was registered, and what subclass checks found."""

    def __init__(self):
        self.registry = []
        self.subclasses = set()
        self.others = set()
        self.token = _registrations


def _is_abstract(value):
    return getattr(value, "__isabstractmethod__", False)


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Record()
        return cls

    def register(cls, subclass):
        """Makes subclass a virtual subclass of this class."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.append(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        claimed = instance.__class__
        if claimed in cls._abc_impl.subclasses:
            return True
        actual = type(instance)
        if claimed is actual:
            return cls.__subclasscheck__(claimed)
        return cls.__subclasscheck__(claimed) or cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        record = cls._abc_impl
        if subclass in record.subclasses:
            return True
        if record.token != _registrations:
            record.others.clear()
            record.token = _registrations
        elif subclass in record.others:
            return False
        found = _is_subclass(cls, record, subclass)
        (record.subclasses if found else record.others).add(subclass)
        return found


def _is_subclass(cls, record, subclass):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return bool(answer)
    if cls in subclass.__mro__:
        return True
    if any([issubclass(subclass, registered) for registered in record.registry]):
        return True
    return any([issubclass(subclass, derived) for derived in cls.__subclasses__()])


def update_abstractmethods(cls):
    """Finds anew which methods of a class are abstract, after a decorator changed it."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABC(metaclass=ABCMeta):
    """A base class for abstract classes."""

    __slots__ = ()
