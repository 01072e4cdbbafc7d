from .other import y

x = 5


def f():
    pass
