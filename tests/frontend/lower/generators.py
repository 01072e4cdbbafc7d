def chain(first, rest):
    yield first
    result = yield from rest
    return result


squares = (x * x for x in range(10) if x % 2)
