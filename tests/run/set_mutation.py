"""Sets changed during iteration, lookups with failing or strange elements, removal while copying."""


class Element:
    def __init__(self, name, code=1):
        self.name, self.code = name, code
        self.calls = 0

    def __hash__(self):
        return self.code

    def __eq__(self, other):
        self.calls += 1
        return isinstance(other, Element) and self.name == other.name

    def __repr__(self):
        return self.name


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


def grow():
    s = {1, 2, 3}
    for x in s:
        s.add(x * 100)


def shrink():
    s = {1, 2, 3}
    for x in s:
        s.remove(x)


def swap_element():
    s = {1, 2, 3}
    seen = []
    for x in s:
        seen.append(x)
        s.discard(x)
        s.add(x)
    return seen, s


def copy_first():
    s = {1, 2, 3, 4}
    for x in list(s):
        if x % 2:
            s.remove(x)
    for x in s.copy():
        s.add(x + 10)
    return s


def clear_inside():
    s = {1, 2}
    for x in s:
        s.clear()
    return s


def break_after_change():
    s = {1, 2, 3}
    for x in s:
        s.add(99)
        break
    return len(s)


for function in (grow, shrink, swap_element, copy_first, clear_inside, break_after_change):
    attempt(function.__name__, function)

a, b, a2 = Element("a"), Element("b"), Element("a")
s = {a, b}
print(s, a in s, a2 in s, Element("c") in s, len(s | {a2}), (s | {a2}).pop() is not a2)
s.add(a2)
print(
    len(s),
    [e is a for e in s if e.name == "a"],
    s & {a2} == {a},
    [x is a2 for x in {a2} & s],
    [x is a for x in s & {a2}],
)
s.discard(a2)
print(s, a.calls > 0)
many = {Element(str(i), i % 3) for i in range(12)}
print(len(many), Element("7", 1) in many, Element("7", 2) in many, sorted(e.name for e in many if e.code == 2))
many -= {Element(str(i), i % 3) for i in range(0, 12, 2)}
print(sorted(e.name for e in many))

it = iter({1, 2, 3})
print(next(it), next(it), next(it), next(it, "end"), next(it, "end"))
s = {1, 2, 3}
it = iter(s)
next(it)
s.add(50)
attempt("stale iterator", lambda: next(it))
attempt("again", lambda: next(it))
s = set("ab")
attempt("self update", lambda: (s.update(s), len(s)))
attempt("self difference", lambda: (s.difference_update(s), s))
t = {1, 2, 3}
t ^= t
print(t, {1, 2} - {1, 2}, {1} & set())
attempt("update fails half way", lambda: t.update([10, 20, [], 30]))
print(sorted(t))
attempt("generator raises", lambda: t.update(1 // (2 - n) for n in range(4)))
print(sorted(t))
attempt("pop all", lambda: [t.pop() for _ in range(len(t) + 1)])
print(t)
u = {1}
v = u
u |= {2}
u.add(3)
v = v | {4}
print(u, v, u is v)
stack = [{"x"}, {"y"}]
stack[0].update(stack[1])
stack.append(stack[0])
stack[2].discard("y")
print(stack, len({id(x) for x in stack}))
