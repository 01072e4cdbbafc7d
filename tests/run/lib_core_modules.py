"""operator, heapq, bisect, keyword, reprlib, colorsys and time: the small modules every program may use."""

import bisect
import colorsys
import heapq
import keyword
import operator
import reprlib
import time


class Employee:
    def __init__(self, name, id=3):
        self.name, self.id = name, id


print(
    operator.add(1, 2),
    operator.itemgetter(1, -1)("abc"),
    operator.attrgetter("name", "id")(Employee("Z")),
    operator.methodcaller("split", ",")("a,b"),
    operator.contains([1], 1),
    operator.truth([]),
    operator.index(True),
    operator.concat([1], [2]),
    operator.countOf("aab", "a"),
    operator.indexOf([5, 6], 6),
    operator.not_(0),
    operator.floordiv(-7, 2),
    operator.getitem({"k": 1}, "k"),
    sorted([("b", 1), ("a", 2)], key=operator.itemgetter(1), reverse=True),
)
x = [1]
y = operator.iadd(x, [2])
print(
    x is y,
    operator.setitem(x, 0, 9),
    operator.delitem(x, 1),
    x,
    operator.is_(None, None),
    operator.xor(6, 3),
    operator.neg(5),
    callable(operator.matmul),
)
for bad in (
    lambda: operator.itemgetter(),
    lambda: operator.itemgetter(5)([1]),
    lambda: operator.attrgetter("nope")(5),
    lambda: operator.attrgetter(5),
    lambda: operator.methodcaller("nope")(5),
    lambda: operator.indexOf([1], 2),
    lambda: operator.index(1.5),
    lambda: operator.add(1),
    lambda: operator.add(1, "a"),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
heap = [5, 2, 8, 1, 9]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(
    heap[0],
    heapq.heappop(heap),
    heapq.heappushpop(heap, 3),
    heapq.heapreplace(heap, 7),
    [heapq.heappop(heap) for _ in range(len(heap))],
    heapq.nlargest(2, [3, 1, 4, 1, 5]),
    heapq.nsmallest(3, "hello", key=lambda c: -ord(c)),
    list(heapq.merge([1, 4], [2, 3], [0])),
    list(heapq.merge("ca", "b", key=lambda c: -ord(c))),
    heapq.nlargest(0, [1]),
)
try:
    heapq.heappop([])
except IndexError as error:
    print("IndexError", isinstance(error, LookupError))
print(
    keyword.iskeyword("for"),
    keyword.iskeyword("match"),
    keyword.issoftkeyword("match"),
    len(keyword.kwlist),
    keyword.kwlist[:4],
    keyword.softkwlist,
)
print(
    reprlib.repr(list(range(20))),
    reprlib.repr("x" * 60),
    reprlib.repr({i: i for i in range(9)}),
    reprlib.repr(set("a")),
    reprlib.repr([[[[[[[1]]]]]]]),
    reprlib.repr(10**60),
)
r = reprlib.Repr(maxlist=2, maxstring=12)
print(r.repr([1, 2, 3]), r.repr("a long string here"), r.repr((1, [2, 3, 4, 5])))


class Loop:
    @reprlib.recursive_repr("<...>")
    def __repr__(self):
        return f"Loop({self.me!r})"


loop = Loop()
loop.me = [loop]
print(loop)
print(
    [
        tuple(round(v, 6) for v in t)
        for t in (
            colorsys.rgb_to_hsv(0.2, 0.4, 0.6),
            colorsys.hsv_to_rgb(0.5, 0.5, 0.5),
            colorsys.rgb_to_hls(1, 0.5, 0),
            colorsys.hls_to_rgb(0.1, 0.4, 0.9),
            colorsys.rgb_to_yiq(0.1, 0.2, 0.3),
        )
    ]
)


class Task:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"{self.name}@{self.priority}"


tasks = []
for serial, priority in enumerate((5, 1, 4, 1, 3)):
    heapq.heappush(tasks, Task(priority, "abcde"[serial]))
print(tasks, [heapq.heappop(tasks) for _ in range(5)], heapq.nsmallest(2, [Task(2, "x"), Task(1, "y")]))
grades = [60, 70, 80, 90]
print(
    ["FDCBA"[bisect.bisect(grades, score)] for score in (59, 60, 85, 100)],
    bisect.bisect_left(grades, 70),
    bisect.insort(grades, 75),
    grades,
)
start = time.monotonic()
total = sum(range(1000))
print(total, time.monotonic() - start >= 0, type(start).__name__)
