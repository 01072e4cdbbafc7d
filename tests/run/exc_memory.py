"""MemoryError: each is an object of its own, with its own traceback."""


def too_many(n):
    list(range(n))


def through(n):
    too_many(n)


def entries(error):
    t, n = error.__traceback__, 0
    while t:
        n, t = n + 1, t.tb_next
    return n


def within():
    try:
        through(2**48)
    except MemoryError as first:
        try:
            through(2**48)
        except MemoryError as second:
            print(first is second, second.__context__ is first)


for k in range(3):
    try:
        through(2**47 + k)
    except MemoryError as error:
        print(entries(error), error.__context__, error.args)
within()
kept = None
try:
    through(2**47)
except MemoryError as error:
    kept = error
try:
    through(2**47)
except MemoryError as error:
    print(kept is error, entries(kept), entries(error))
through(2**47)
