"""When arguments die: temporaries and variables, in functions that bind their parameters anew, delete, store and return them."""


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Box:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def swap(self, other):
        self.first, other.first = other.first, self.first
        return self

    def drop(self):
        self.first = None
        print("dropped")

    def replace(self, item):
        old = self.first
        self.first = item
        return old


def look(d):
    print("look", d.name)


def local_outlives(d):
    own = D("local of " + d.name)
    print("in local_outlives", own.name)


def rebinds(d, n: int):
    for i in range(n):
        d = D(f"rebound {i}")
        print("after", d.name)
    print("end of rebinds")


def deletes(d, e):
    del d
    print("deleted")
    e = None
    print("cleared", e)


def gives_back(d):
    return d


def passes_on(d, n: int):
    if n == 0:
        print("bottom", d.name)
        return d
    return passes_on(d, n - 1)


def passes_fresh(d, n: int):
    print("fresh", d.name, n)
    if n > 0:
        passes_fresh(D(f"{d.name}{n}"), n - 1)
    print("back in", d.name)


def same_twice(a, b):
    a = None
    print("same", b.name)
    b = None
    print("done", a, b)


def raises(d):
    raise ValueError(d.name)


def both(a, b, c):
    a, b = b, a
    print("swapped", a.name, b.name, c.name)


def keep_in(items: list, d):
    items.append(d)


def walk(cell):
    n = 0
    while cell is not None:
        n += 1
        cell = cell.second
    print("walked", n)


def chain(n: int):
    cell = None
    for i in range(n):
        cell = Box(D(f"cell {i}"), cell)
    return cell


def closes_over(d):
    def inner():
        return d.name
    d = D("in cell")
    return inner()


holder = [D("in a list")]


def clears_list(d):
    holder.clear()
    print("still", d.name)


def main():
    v = D("v")
    look(v)
    look(D("t1"))
    local_outlives(v)
    local_outlives(D("t2"))
    rebinds(v, 2)
    rebinds(D("t3"), 2)
    rebinds(D("t4"), 0)
    deletes(v, v)
    deletes(D("t5"), D("t6"))
    print(gives_back(v).name, gives_back(D("t7")).name)
    gives_back(D("t8"))
    print(passes_on(v, 3).name)
    passes_on(D("t9"), 3)
    passes_fresh(D("f"), 2)
    same_twice(v, v)
    t = D("t10")
    same_twice(t, t)
    t = gives_back(t)
    same_twice(gives_back(t), t)
    t = None
    print("t is gone")
    for x in (v, None, D("t11")):
        try:
            raises(x)
        except (ValueError, AttributeError) as e:
            print(type(e).__name__, e)
        print("after raise")
    x = None
    both(D("t12"), v, D("t13"))
    both(v, v, D("t14"))
    items = []
    keep_in(items, D("t15"))
    keep_in(items, v)
    print(len(items))
    items.clear()
    b = Box(D("b1"), D("b2"))
    b.swap(Box(D("b3"), None)).drop()
    print(b.replace(D("b4")), b.first.name)
    Box(D("b5"), v).drop()
    Box(D("b6"), D("b7"))
    b = Box(b, b.first)
    b = None
    walk(chain(3))
    c = chain(2)
    walk(c)
    c = None
    print(closes_over(D("t16")), closes_over(v))
    clears_list(holder[0])
    print("end of main", v.name)


main()


class Strange:
    """Neither a D nor of predicted attributes."""

    def __getattr__(self, name):
        print("getattr", name)
        return "strange"

    def __del__(self):
        print("del strange")


def leaves_late(items, n: int):
    """Strange items come in the middle of the loop; temporaries before and after."""
    for i in range(n):
        local_outlives(items[i % len(items)])
        rebinds(D(f"late {i}") if i % 2 else Strange(), 1)
        same_twice(D(f"last {i}"), items[i % len(items)])


leaves_late([D("i0"), Strange(), D("i2")], 4)


def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff, gg):
    a = None
    print("many", gg.name)


many(D("m1"), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, D("m33"))
