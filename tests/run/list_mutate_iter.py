"""A list that changes while it is iterated, sorted, compared or sliced."""


def appending():
    xs = [1, 2, 3]
    for x in xs:
        if len(xs) < 8:
            xs.append(x * 10)
    return xs


def removing():
    xs = list(range(8))
    seen = []
    for x in xs:
        seen.append(x)
        if x % 2 == 0:
            xs.remove(x)
    return xs, seen


def popping_front():
    xs = list("abcdef")
    out = []
    for x in xs:
        out.append(x)
        xs.pop(0)
    return out, xs


def inserting():
    xs = [0]
    out = []
    for x in xs:
        out.append(x)
        if len(xs) < 5:
            xs.insert(0, len(xs))
    return out, xs


def clearing():
    xs = [1, 2, 3]
    out = []
    for x in xs:
        out.append(x)
        xs.clear()
    else:
        out.append("else")
    return out


def rebinding():
    xs = [1, 2, 3]
    out = []
    for x in xs:
        out.append(x)
        xs = ["other"] * 10
    return out, len(xs)


def assigning_later_items():
    xs = [1, 2, 3, 4]
    out = []
    for i, x in enumerate(xs):
        out.append(x)
        xs[i + 1:] = [v + 100 for v in xs[i + 1:]]
    return out


def exhausted_iterator_stays_exhausted():
    xs = [1]
    it = iter(xs)
    print(next(it), next(it, "end"))
    xs.append(2)
    print(next(it, "still at the end"), xs)
    it = reversed(xs)
    xs.append(3)
    print(list(it), list(it))


def two_iterators():
    xs = [1, 2, 3, 4, 5, 6]
    it = iter(xs)
    print([(a, b) for a, b in zip(it, it)], list(it))
    it = iter(xs)
    print([x for x in it if next(it, None)], [(x, y) for x in xs[:2] for y in xs[4:]])


class Meddler:
    """Empties the list it sits in when it is compared."""

    def __init__(self, home):
        self.home = home

    def __eq__(self, other):
        self.home.clear()
        return False


def meddling():
    xs = []
    xs += [Meddler(xs), 1, 2]
    print(1 in xs, xs)
    ys = [3, 1, 2]
    try:
        ys.sort(key=lambda v: ys.append(v) or v)
    except ValueError as error:
        print(error, ys)
    zs = [3, 1, 2]
    print(sorted(zs, key=lambda v: (zs.append(v), v)[1]), zs)


print(appending(), removing(), popping_front(), inserting(), clearing(), rebinding(), assigning_later_items(), sep="\n")
exhausted_iterator_stays_exhausted()
two_iterators()
meddling()
