"""Generators left half-way: closed, thrown into, sent values of other types, dropped by their last reference."""

log = []


def source(n, name="g"):
    total = 0
    try:
        for i in range(n):
            try:
                got = yield i
                if got is not None:
                    total = total + got
            except ValueError as error:
                log.append(f"{name} caught {error}")
                total = -1
        return total
    except GeneratorExit:
        log.append(f"{name} closed with {total}")
        raise
    finally:
        log.append(f"{name} ends")


def flush():
    print(*log, sep="; ")
    log.clear()


def first_over(limit, n):
    for x in source(n, f"over{limit}"):
        if x > limit:
            break
    else:
        x = None
    return x


print(first_over(5, 10), first_over(50, 10), first_over(-1, 1))
flush()

g = source(10)
print([next(g), g.send(5), g.send(2**63), g.throw(ValueError("odd")), g.send(0.5)])
try:
    g.throw(KeyError("unhandled"))
except KeyError as error:
    print("out came", error)
flush()
print(next(g, "exhausted"), g.close())
g = source(3)
try:
    g.send("too early")
except TypeError as error:
    print(error)
next(g)
try:
    g.send("text")
except TypeError as error:
    print(error)
flush()


def result(values, n):
    g = source(n, "r")
    next(g)
    try:
        for v in values:
            g.send(v)
    except StopIteration as stop:
        return stop.value
    return g.close()


print(result([1, 2, 3], 3), result([1.5, True], 2), result([2**62, 2**62], 2), result([1], 5), result([], 4))
flush()


def many(rounds):
    """Thousands of generators begun and dropped; each runs its finally at once."""
    endings = 0

    def short(k):
        nonlocal endings
        try:
            yield k
            yield k + 0.5
        finally:
            endings += 1

    t = 0
    for i in range(rounds):
        g = short(i)
        t += next(g)
        if i % 3 == 0:
            t += next(g)
        if i % 7 == 0:
            g.close()
    return t, endings


print(many(2000))


def chain(*parts):
    for part in parts:
        yield from part


c = chain([1, 2], source(3, "inner"), "ab")
print([next(c) for _ in range(4)], c.throw(ValueError("through")))
c.close()
flush()


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            log.append("ignored")
            yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
try:
    s.throw(IndexError("last"))
except IndexError as error:
    print(error)
flush()


def self_running():
    yield next(me)


me = self_running()
try:
    next(me)
except ValueError as error:
    print(error)


def stops():
    yield 1
    raise StopIteration("inside")


try:
    list(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))
print(sum(x for x in source(100, "sum")), max(source(5, "max")), 3 in source(9, "in"), [*zip(source(2, "a"), source(3, "b"))])
flush()
