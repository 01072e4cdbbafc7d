def counter(start):
    n = start

    def step(by=1, *, sign=-1):
        nonlocal n
        n += by * sign
        return n
    return step
