"""Context managers, exceptions and generators for another module."""

log = []


class Manager:
    def __init__(self, name):
        self.name = name
        self.entered = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, error, traceback):
        log.append((self.name, kind and kind.__name__))
        return kind is KeyError


class Problem(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


def raise_for(n):
    if n % 3 == 0:
        raise Problem(n, "three")
    if n % 5 == 0:
        raise KeyError(n)
    return n


def squares(n):
    for i in range(n):
        yield i * i
