"""Closures: shared cells, late binding, nonlocal, nested definitions, deleted and unset cells."""


def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    def reset():
        nonlocal count
        count = start

    return step, peek, reset


step, peek, reset = counter(10)
other_step, other_peek, _ = counter()
print(step(), step(5), peek(), other_step(), other_peek(), reset(), peek())


def loop_variable():
    late = []
    bound = []
    for i in range(3):
        late.append(lambda: i)
        bound.append(lambda i=i: i)
    before = [f() for f in late]
    i = 99
    return before, [f() for f in late], [f() for f in bound]


print(loop_variable())


def deep(a):
    def middle(b):
        def inner(c):
            nonlocal a
            a += c
            return a, b, c

        b *= 2
        return inner

    return middle, lambda: a


middle, read_a = deep(1)
inner = middle(10)
print(inner(5), inner(5), read_a(), middle(1)(100), read_a())


def unset():
    def use():
        return later

    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    later = "now set"
    print(use())
    del later
    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    later = "again"
    return use


print(unset()())


def captured_parameter(x):
    def get():
        return x

    x = x + 1
    return get


def captured_exception_variable():
    saved = []
    try:
        raise ValueError("kept")
    except ValueError as error:
        message = str(error)
        saved.append(lambda: message)

        def reraise():
            return error

        saved.append(reraise)
    try:
        saved[1]()
    except NameError as problem:
        print(problem)
    return saved[0]()


print(captured_parameter(5)(), captured_exception_variable())


def mutual(n):
    def even(k):
        return k == 0 or odd(k - 1)

    def odd(k):
        return k != 0 and even(k - 1)

    return even(n), odd(n)


def self_reference(n):
    def factorial(k):
        return 1 if k < 2 else k * factorial(k - 1)

    old, factorial = factorial, lambda k: f"shadowed {k}"
    return old(n)


def class_in_function(base):
    class Local:
        factor = base * 2

        def scale(self, n):
            return n * base * self.factor

    base += 1
    return Local()


print(mutual(10), self_reference(4), class_in_function(3).scale(1), class_in_function(3).factor)
compose = lambda *fs: (lambda x: x) if not fs else (lambda x: fs[0](compose(*fs[1:])(x)))
print(
    compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3)(10),
    [f(2) for f in [lambda x, n=n: x**n for n in range(4)]],
)
