# exit: 1
"""Exceptions while classes are defined, in decorators, defaults and special methods called implicitly."""


def failing(name):
    raise NameError(f"decorator refused {name}")


def report(make):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)


def bad_base():
    class Bad(5):
        pass


def bad_body():
    class Bad:
        ok = 1
        value = {}["missing"]


def bad_decorator():
    @failing
    class Decorated:
        pass


def bad_default():
    def function(x=[][1]):
        return x


def bad_init_subclass():
    class Base:
        def __init_subclass__(cls, level, **kwargs):
            super().__init_subclass__(**kwargs)
            cls.level = level

    class Good(Base, level=3):
        pass

    print(Good.level)

    class Missing(Base):
        pass


for make in (bad_base, bad_body, bad_default, bad_init_subclass):
    report(make)


class Printable:
    def __str__(self):
        return 5


class Comparable:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.missing


report(lambda: str(Printable()))
report(lambda: sorted([Comparable(1), Comparable(2)]))


class Final:
    table = [1, 2]
    size = len(table)

    def method(self):
        return self.table[self.size]

    result = method(
        Comparable(3)
    )
