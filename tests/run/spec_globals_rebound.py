"""Global functions, constants and classes rebound while a loop uses them, from inside and outside, and restored."""


def scale(x):
    return x * 2


def shout(x):
    return x * 2.5


LIMIT = 10
FACTOR = 3


class Maker:
    def make(self):
        return 1


def work(rounds):
    t = 0
    for i in range(rounds):
        if i < LIMIT:
            t += scale(i) * FACTOR
        else:
            t -= 1
    return t


print(work(20))
original = scale
scale = shout
print(work(20))
scale = lambda x, y=5: x + y
print(work(20))
scale = Maker
try:
    print(work(20))
except TypeError as error:
    print(error)
scale = abs
print(work(20))
scale = original
LIMIT = 15.5
print(work(20))
LIMIT, FACTOR = True, 2**62
print(work(20))
FACTOR = "ab"
try:
    work(20)
except TypeError as error:
    print(error)
LIMIT, FACTOR = 10, 3
print(work(20))


def rebind_inside(rounds):
    """The callee replaces itself, or a constant of its caller, during the call."""
    global scale, LIMIT
    t = []
    for i in range(rounds):
        t.append(scale(i))
        if i == 3:
            def scale(x):
                global FACTOR
                FACTOR += 1
                return x - FACTOR
        elif i == 6:
            del scale
            try:
                scale(1)
            except NameError as error:
                t.append(str(error))
            scale = original
        elif i == 8:
            LIMIT = None
    return t


print(rebind_inside(10), FACTOR)
try:
    work(3)
except TypeError as error:
    print(error)
LIMIT, FACTOR = 10, 3


def setter(name):
    def put(value):
        global counter, total
        if name == "counter":
            counter = value
        else:
            total = value
    return put


counter, total = 0, 0
put_counter, put_total = setter("counter"), setter("total")
for step in range(1000):
    counter += 1
    if step == 500:
        put_counter(0.5)
    if step % 100 == 0:
        put_total(total + counter)
print(counter, total)
for step in [1, 2, 3]:
    put_total("text" * step)
    total += "!"
print(total)

del total
try:
    total += 1
except NameError as error:
    print(error)
put_total(41)
total += 1
print(total)
for scale in (abs, len, original, str):
    print(scale([-1]) if scale is len else scale(-7), end=" ")
print()
scale = original
with_name = [scale for scale in range(3)]
print(scale(21), with_name)
try:
    raise ValueError("bound")
except ValueError as FACTOR:
    print(FACTOR)
try:
    print(work(5))
except NameError as error:
    print(error)
