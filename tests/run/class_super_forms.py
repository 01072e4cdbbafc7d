"""super() in methods, class methods, static contexts, properties, nested functions and comprehensions."""


class A:
    def who(self):
        return "A"

    @classmethod
    def make(cls):
        return f"A.make({cls.__name__})"

    @staticmethod
    def static():
        return "A.static"

    @property
    def prop(self):
        return "A.prop"

    attribute = "A.attribute"

    def __repr__(self):
        return f"<{type(self).__name__}>"

    def __getitem__(self, key):
        return f"A[{key}]"

    def __len__(self):
        return 1

    def __eq__(self, other):
        return type(self) is type(other)

    def __hash__(self):
        return 7


class B(A):
    attribute = "B.attribute"

    def who(self):
        return "B" + super().who()

    @classmethod
    def make(cls):
        return "B" + super().make()

    @staticmethod
    def static():
        return "B" + super(B, B).static()

    @property
    def prop(self):
        return "B" + super().prop

    def attributes(self):
        return self.attribute, super().attribute

    def __repr__(self):
        return "b" + super().__repr__()

    def __getitem__(self, key):
        return super().__getitem__(key + 1)

    def __len__(self):
        return super().__len__() + 1

    def __eq__(self, other):
        return super().__eq__(other) and True

    def __hash__(self):
        return super().__hash__() + 1


class C(B):
    def who(self):
        parent = super()
        return "C" + parent.who()

    def nested(self):
        def inner():
            return super(C, self).who()

        def with_zero_arguments(me):
            return super().who()

        return inner(), with_zero_arguments(self)

    def lambdas(self):
        return (lambda: super(C, self).who())(), (lambda s: super().who())(self), [super(C, s).who() for s in (self,)]

    def generator(self):
        yield super().who()
        yield super().prop

    def explicit(self):
        return super(B, self).who(), A.who(self), super(C, self).who(), super(C, C).make(), B.make()

    def rebinds_self(self):
        self = C()
        return super().who()

    def set_attribute(self):
        self.attribute = "instance"
        return super().attribute, self.attribute

    def dunder_class(self):
        return __class__.__name__, type(self).__name__

    def missing(self):
        return super().nothing_here()

    def operators(self):
        try:
            return super()[1]
        except TypeError as error:
            return str(error)


class D(C):
    pass


for cls in (A, B, C, D):
    x = cls()
    print(x.who(), cls.make(), x.make(), cls.static(), x.prop, repr(x), x[0], len(x), x == cls(), hash(x))
c, d = C(), D()
print(
    B().attributes(),
    C().attributes(),
    c.explicit(),
    list(d.generator()),
    c.lambdas(),
    c.set_attribute(),
    d.dunder_class(),
    d.rebinds_self(),
    d.operators(),
)
print(c.nested())
for function in (c.missing, lambda: super(C, A()).who(), lambda: super(5, c), lambda: super(A, c).who()):
    try:
        print(function())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class NoSelf:
    def method():
        return super().method()

    def deleted(self):
        del self
        return super().method()


def outside():
    return super().method()


def in_first_argument(self):
    return super().who()


for function in (lambda: NoSelf.method(), lambda: NoSelf().deleted(), outside, lambda: in_first_argument(c)):
    try:
        function()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
A.who = lambda self: "patched"
print(d.who(), super(C, d).who())
B.extra = "late"
print(
    super(C, c).extra,
    super(C, c).__thisclass__.__name__,
    super(C, c).__self__ is c,
    super(C, c).__self_class__.__name__,
    hasattr(super(C, c), "attribute"),
    getattr(super(A, c), "attribute", "none"),
)


class Meta1(A):
    def __init__(self, **kwargs):
        super().__init__()
        self.kwargs = kwargs


class Mixin:
    def __init__(self, *, mixed=0, **kwargs):
        super().__init__(**kwargs)
        self.mixed = mixed


class Final(Mixin, Meta1):
    def __init__(self, **kwargs):
        super().__init__(mixed=len(kwargs), **kwargs)


f = Final(a=1, b=2)
print(f.mixed, f.kwargs, [c.__name__ for c in Final.__mro__])
