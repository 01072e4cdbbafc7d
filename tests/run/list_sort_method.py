"""list.sort and sorted inside programs: keys computed once, stability after several passes, reversal."""


class Person:
    def __init__(self, name, age, city):
        self.name, self.age, self.city = name, age, city

    def __repr__(self):
        return f"{self.name}{self.age}"


people = [
    Person(n, a, c)
    for n, a, c in [
        ("Ann", 30, "Oslo"),
        ("Bob", 25, "Rome"),
        ("Cid", 30, "Rome"),
        ("Dan", 25, "Oslo"),
        ("Eve", 41, "Bonn"),
        ("Fay", 25, "Bonn"),
    ]
]
calls = []


def age_key(person):
    calls.append(person.name)
    return person.age


print(sorted(people, key=age_key), calls)
print(sorted(people, key=lambda p: p.age, reverse=True), sorted(people, key=lambda p: (p.city, -p.age)), people)
by_passes = list(people)
by_passes.sort(key=lambda p: p.name, reverse=True)
by_passes.sort(key=lambda p: p.city)
by_passes.sort(key=lambda p: p.age)
print(by_passes, max(people, key=lambda p: p.age), min(people, key=lambda p: (p.age, p.name)))

xs = [5, 2, 8, 1, 9, 3]
alias = xs
print(
    xs.sort(),
    xs,
    alias is xs,
    xs.sort(reverse=True),
    alias,
    sorted(xs, key=lambda n: n % 3),
    sorted(xs, key=lambda n: -n),
    sorted("bca"),
    sorted((3, 1)),
    sorted({"b": 1, "a": 2}),
    sorted(range(5), reverse=True),
)
print(
    sorted([True, 0, 2.5, -1, 10**20, float("inf")]),
    sorted([(1, "b"), (1, "a"), (0, "z")]),
    sorted([[2], [1, 5], [1]]),
    sorted(["b", "", "aa"], key=len),
    sorted([]),
    sorted([None]),
)


def insertion(items):
    for i in range(1, len(items)):
        j, item = i, items[i]
        while j and items[j - 1] > item:
            items[j] = items[j - 1]
            j -= 1
        items[j] = item
    return items


def quick(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge(items):
    if len(items) < 2:
        return items[:]
    middle = len(items) // 2
    left, right = merge(items[:middle]), merge(items[middle:])
    out = []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


def heap(items):
    items = items[:]

    def sift(start, end):
        root = start
        while (child := 2 * root + 1) < end:
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    for start in range(len(items) // 2, -1, -1):
        sift(start, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(0, end)
    return items


def shuffled(n, seed=1):
    out = []
    for _ in range(n):
        seed = (seed * 16807) % 2147483647
        out.append(seed % 1000)
    return out


data = shuffled(300)
expected = sorted(data)
print(
    insertion(data[:]) == expected,
    quick(data) == expected,
    merge(data) == expected,
    heap(data) == expected,
    expected[:8],
    expected[-3:],
)
mixed = [n / 2 if n % 3 else n for n in shuffled(200, 5)]
print(
    sorted(mixed) == heap(mixed),
    sorted(map(str, data))[:4],
    sorted(data, key=str)[:4],
    sorted(data, key=lambda n: (n % 10, -n))[:5],
)
print(
    list(reversed(sorted(data)))[:3] == sorted(data, reverse=True)[:3],
    sorted(enumerate("hello"), key=lambda p: p[1], reverse=True),
)
