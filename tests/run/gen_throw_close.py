"""throw, close and finally in generators; exceptions that cross yield from."""


def worker(log):
    try:
        while True:
            try:
                item = yield len(log)
                log.append(item)
            except ValueError as error:
                log.append(f"handled {error}")
    except KeyError as error:
        log.append(f"fatal {error}")
        raise RuntimeError("converted") from error
    finally:
        log.append("cleanup")


log = []
w = worker(log)
print(next(w), w.send("a"), w.throw(ValueError("v")), w.send("b"))
try:
    w.throw(KeyError("k"))
except RuntimeError as error:
    print(error, repr(error.__cause__), log)
try:
    next(w)
except StopIteration as stop:
    print("finished", stop.value)

log = []
w = worker(log)
next(w)
print(w.close(), log, w.close(), next(w, "closed"))
log = []
print(worker(log).close(), log)
log = []
w = worker(log)
try:
    w.throw(ValueError("before start"))
except ValueError as error:
    print(error, log, next(w, "dead"))


def ignores_exit():
    try:
        yield 1
    except GeneratorExit:
        print("ignoring", end=" ")
        yield 2


g = ignores_exit()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def returns_on_exit():
    try:
        yield 1
    except GeneratorExit:
        return "value"


def raises_on_exit():
    try:
        yield 1
    finally:
        raise LookupError("in finally")


g = returns_on_exit()
next(g)
print(g.close())
g = raises_on_exit()
next(g)
try:
    g.close()
except LookupError as error:
    print(repr(error), repr(error.__context__))


def stop_inside():
    yield 1
    raise StopIteration("leaked")


g = stop_inside()
next(g)
try:
    next(g)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def next_leaks(it):
    while True:
        yield next(it)


try:
    print(list(next_leaks(iter([1, 2]))))
except RuntimeError as error:
    print(error)


def inner(log):
    try:
        got = yield "inner"
        log.append(("got", got))
        yield "second"
    except ValueError as error:
        log.append(("inner caught", str(error)))
        yield "recovered"
    finally:
        log.append("inner finally")
    return "inner result"


def outer(log):
    try:
        result = yield from inner(log)
        log.append(result)
    except KeyError as error:
        log.append(("outer caught", str(error)))
        yield "outer recovered"
    finally:
        log.append("outer finally")


log = []
g = outer(log)
print(next(g), g.throw(ValueError("thrown")), next(g, "end"), log)
log = []
g = outer(log)
print(next(g), g.send(5), g.throw(KeyError("deep")), next(g, "end"), log)
log = []
g = outer(log)
next(g)
g.close()
print(log)


def context_in_generator():
    try:
        1 // 0
    except ZeroDivisionError:
        yield "in handler"
        raise ValueError("after")


g = context_in_generator()
print(next(g))
try:
    next(g)
except ValueError as error:
    print(repr(error.__context__))
try:
    (x for x in [1]).throw(5)
except TypeError as error:
    print(error)
