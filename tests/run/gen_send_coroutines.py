"""Generators that receive values: accumulators, parsers, schedulers, two-way protocols."""


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return count, average
        total += value
        count += 1
        average = total / count


def grouper(results):
    while True:
        key = yield
        if key is None:
            return
        results[key] = yield from averager()


results = {}
g = grouper(results)
next(g)
for key, values in (("a", [1, 2, 3]), ("b", [10.5]), ("c", [])):
    g.send(key)
    for v in values:
        g.send(v)
    g.send(None)
try:
    g.send(None)
except StopIteration as stop:
    print(results, stop.value)


def echo():
    received = []
    try:
        while True:
            received.append((yield len(received)))
    except GeneratorExit:
        received.append("closed")
        raise
    finally:
        print(received)


e = echo()
print(next(e), e.send("a"), next(e), e.send(None), e.send([1]))
e.close()


def tokenizer(target):
    word = ""
    while True:
        ch = yield
        if ch is None or ch.isspace():
            if word:
                target.send(word)
            word = ""
            if ch is None:
                target.close()
                return
        else:
            word += ch


def counter(counts):
    try:
        while True:
            word = yield
            counts[word] = counts.get(word, 0) + 1
    finally:
        counts["total"] = sum(counts.values())


counts = {}
sink = counter(counts)
next(sink)
t = tokenizer(sink)
next(t)
for ch in "the cat the  end":
    t.send(ch)
try:
    t.send(None)
except StopIteration:
    print(counts)


def scheduler(tasks):
    """Round robin: a task yields a number of rounds to sleep, or the name of a task to wake."""
    order = []
    sleeping = {}
    ready = [(name, task, None) for name, task in tasks.items()]
    while ready or sleeping:
        if not ready:
            soonest = min(sleeping.items(), key=lambda item: (item[1][0], item[0]))
            name, (_, task) = soonest
            del sleeping[name]
            ready.append((name, task, "overslept"))
        name, task, message = ready.pop(0)
        try:
            request = task.send(message)
        except StopIteration as stop:
            order.append(f"{name} finished {stop.value}")
            continue
        order.append(f"{name} asks {request!r}")
        if isinstance(request, str) and request in sleeping:
            ready.append((request, sleeping.pop(request)[1], f"woken by {name}"))
            ready.append((name, task, "done"))
        elif isinstance(request, int):
            sleeping[name] = (request, task)
        else:
            ready.append((name, task, "nothing"))
    return order


def sleeper(n):
    answer = yield n
    return answer


def waker(*names):
    answers = []
    for name in names:
        answers.append((yield name))
    return answers


print(*scheduler({"s1": sleeper(5), "s2": sleeper(1), "w": waker("s1", "nobody")}), sep="\n")


def bidirectional():
    x = 0
    while x is not None:
        x = yield x * 2
    return "finished"


def outer():
    result = yield from bidirectional()
    y = yield result
    yield y


o = outer()
print(next(o), o.send(3), o.send(10), o.send(None), o.send("to outer"), next(o, "end"))


def yield_positions():
    a = yield 1
    b = (yield 2) + (yield 3)
    c = [(yield 4), (yield 5)]
    d = f"{(yield 6)}{(yield 7):>3}"
    e = (yield 8) if (yield 9) else (yield 10)
    f = {(yield 11): (yield 12)}
    return a, b, c, d, e, f, (yield)


y = yield_positions()
value = next(y)
trail = [value]
try:
    while True:
        value = y.send(value)
        trail.append(value)
except StopIteration as stop:
    print(trail, stop.value)


def lambda_yield():
    return (lambda: (yield 5))


print(list(lambda_yield()()))
