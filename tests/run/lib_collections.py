"""collections: namedtuple, deque, Counter, defaultdict, OrderedDict, ChainMap, UserDict."""

from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
x, y, z = p
print(
    p,
    p.x,
    p[1],
    p == (1, 2, 0),
    p._asdict(),
    p._replace(z=9),
    Point._fields,
    Point._field_defaults,
    Point._make("abc"),
    hash(p) == hash((1, 2, 0)),
    isinstance(p, tuple),
    p + (3,),
    sorted([Point(2, 1), p])[0] is p,
    f"{p.x}-{p!r}",
)
attempt(lambda: Point(1))
attempt(lambda: Point(1, 2, 3, 4))
attempt(lambda: Point(1, 2, w=1))
attempt(lambda: setattr(p, "x", 5))
attempt(lambda: p._replace(w=1))
attempt(lambda: namedtuple("Bad", "a a"))
attempt(lambda: namedtuple("Bad", "class"))
attempt(lambda: namedtuple("Good", "a class a", rename=True)._fields)


class Vector(namedtuple("Base", ["a", "b"])):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.a + other.a, self.b + other.b)


print(Vector(1, 2) + Vector(3, 4), Vector(1, 2) == (1, 2))
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.appendleft(0)
print(
    d,
    d[0],
    d[-1],
    len(d),
    d.pop(),
    d.popleft(),
    d.extend("ab"),
    d.extendleft("xy"),
    d,
    d.rotate(1),
    d,
    d.rotate(-2),
    d,
    d.count("a"),
    3 in d,
    list(reversed(d)),
    d.maxlen,
    d.copy() == d,
    deque("ab") + deque("c"),
    deque("ab") * 2,
)
d[1] = "set"
d.insert(2, "in") if len(d) < 4 else d.remove("set")
print(d, d.index(d[0]), d.reverse(), d, d.clear(), d, bool(d))
attempt(lambda: d.pop())
attempt(lambda: deque([1])[5])
attempt(lambda: deque([1]).remove(2))
attempt(lambda: deque([1]).index(2))
attempt(lambda: deque([1], maxlen=-1))
attempt(lambda: [q.append(1) for q in [deque([1, 2])] for _ in q])
attempt(lambda: deque([1, 2], 2).insert(0, 5))
c = Counter("abracadabra")
print(
    c,
    c["z"],
    c.most_common(2),
    c.total(),
    sorted(c.elements())[:6],
    c + Counter("abc"),
    c - Counter("aaaaaab"),
    c & Counter("aab"),
    c | Counter("zz"),
    -Counter(a=-2),
    c == Counter("abracadabra"),
    Counter(a=1) <= Counter(a=2),
    "z" in c,
)
c.update("zz")
c.subtract(a=10)
del c["nope"]
print(c, +c, c.most_common()[-1], Counter([1, 1, 2]).most_common(), Counter(), dict(Counter("ab")))
dd = defaultdict(list)
for word in "one two three four".split():
    dd[len(word)].append(word)
print(
    dd,
    dd[9],
    dd,
    dd.get(100),
    dd.default_factory is list,
    defaultdict(int, a=1)["b"],
    defaultdict(lambda: "x")["k"],
    defaultdict(None, {1: 2}),
)
attempt(lambda: defaultdict(None)["k"])
attempt(lambda: defaultdict(5))
o = OrderedDict.fromkeys("abc")
o.move_to_end("a")
o.move_to_end("c", last=False)
print(
    o,
    o.popitem(last=False),
    o.popitem(),
    list(reversed(OrderedDict(x=1, y=2))),
    OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1),
    OrderedDict(a=1, b=2) == {"b": 2, "a": 1},
    o | {"n": 1},
)
attempt(lambda: o.move_to_end("zz"))
attempt(lambda: OrderedDict().popitem())
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(
    m, m["a"], m["b"], dict(m), len(m), m.maps, m.new_child({"b": 0})["b"], m.parents, "z" in m, m.get("z"), sorted(m)
)
attempt(lambda: m["z"])
attempt(lambda: m.pop("b"))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower({"A": 1}, B=2)
u["C"] = 3
u.update(D=4)
print(u, u.data, "a" in u, len(u), list(u), u.get("z"), u == {"a": 1, "b": 2, "c": 3, "d": 4})
