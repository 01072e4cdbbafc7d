# exit: 1
"""Tracebacks through generators, yield from, comprehensions and generator expressions."""


def numbers(limit):
    for n in range(limit):
        yield 10 // (limit - 1 - n)


def delegating(limit):
    yield "start"
    yield from numbers(limit)
    yield "end"


def consume(source):
    total = 0
    for item in source:
        if isinstance(item, str):
            continue
        total += item
    return total


def attempt(thunk):
    try:
        print(thunk())
    except ZeroDivisionError as error:
        print("caught", error)


attempt(lambda: consume(delegating(3)))
attempt(lambda: [x for x in numbers(2)])
attempt(lambda: sum(x for x in delegating(2) if x != "start"))


class Pipeline:
    def __init__(self, *stages):
        self.stages = stages

    def __iter__(self):
        for stage in self.stages:
            yield {
                value: consume(delegating(value))
                for value in stage
            }


for result in Pipeline(range(0, 1), [-1, -2], (5,)):
    print(result)
