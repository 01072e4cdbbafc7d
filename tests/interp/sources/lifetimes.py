"""When objects die: rebinding, del, the last use, the end of the function and of the program."""

import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def variables():
    a = Noisy("a")
    b = Noisy("b")
    a = None
    print("middle")
    del b
    c = Noisy("c")
    print("end")


variables()
Noisy("temporary")
print("after the temporary")


def drops(x):
    del x
    print("in drops")


drops(Noisy("argument"))


class Holder:
    def method(self, x):
        del x
        print("in method")


Holder().method(Noisy("method argument"))
items = [Noisy("item 1"), Noisy("item 2")]
items.clear()
x = Noisy("x")
x = Noisy("y")
print("rebound")


def suspended():
    kept = Noisy("generator's")
    yield 1
    yield 2


g = suspended()
next(g)
del g
print("generator gone")


class Failing:
    def __del__(self):
        raise ValueError("from a finaliser")


def function():
    return x


Failing()
recursive = [Noisy("in a cycle")]
recursive.append(recursive)
del recursive
gc.collect()
print("bye")
