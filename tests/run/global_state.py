"""Module globals: global statements, shadowing of builtins, deletion, conditional binding."""

counter = 0
names = []
limit = 3


def bump(by=1):
    global counter
    counter += by
    return counter


def create():
    global made_here, also_here
    made_here = "made"
    also_here = [made_here]


def read_only():
    return counter, len(names)


def mutate_without_global():
    names.append(counter)
    names[0] = "first"


def local_shadow():
    counter = "local"
    return counter


def unbound_local():
    try:
        print(limit)
    except UnboundLocalError as error:
        print(error)
    limit = 5
    return limit


def augmented_without_global():
    try:
        counter += 1
    except UnboundLocalError as error:
        print(error)


print(bump(), bump(10), counter, read_only())
create()
print(made_here, also_here, local_shadow(), counter, unbound_local(), limit)
augmented_without_global()
mutate_without_global()
mutate_without_global()
print(names)


def remove():
    global counter
    del counter


remove()
try:
    print(counter)
except NameError as error:
    print(type(error).__name__, error)
try:
    remove()
except NameError as error:
    print(type(error).__name__, error)
counter = 100
print(read_only())

if limit > 100:
    rarely = 1
try:
    print(rarely)
except NameError as error:
    print(error)

len_of = len


def len(x):
    return f"shadowed len of {type(x).__name__}"


print(len([1, 2]), len_of([1, 2]), read_only())
del len
print(len([1, 2]), read_only())


def nested_global():
    limit = "enclosing"

    def inner():
        global limit
        limit = "set by inner"
        return limit

    return inner(), limit


print(nested_global(), limit)


class Reads:
    limit = limit + "!"
    copies = [limit] * 2

    def method(self):
        return limit


print(Reads.limit, Reads.copies, Reads().method())
for counter in range(3):
    pass
print(counter, bump())
max, min = min, max
print(max(1, 2), min(1, 2))
del max, min
print(max(1, 2))
