"""Swaps and rotations through unpacking, with subscripts, attributes and evaluation order."""


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def __iter__(self):
        node = self
        while node:
            yield node.value
            node = node.next


def linked(items):
    head = None
    for item in reversed(items):
        head = Node(item, head)
    return head


def reverse(head):
    previous = None
    while head:
        head.next, previous, head = previous, head, head.next
    return previous


def reverse_pairs(head):
    dummy = previous = Node(None, head)
    while (first := previous.next) and (second := first.next):
        previous.next, second.next, first.next = second, first, second.next
        previous = first
    return dummy.next


def partition(xs, low, high):
    pivot, i = xs[high], low
    for j in range(low, high):
        if xs[j] < pivot:
            xs[i], xs[j] = xs[j], xs[i]
            i += 1
    xs[i], xs[high] = xs[high], xs[i]
    return i


def quicksort(xs, low=0, high=None):
    if high is None:
        high = len(xs) - 1
    if low < high:
        middle = partition(xs, low, high)
        quicksort(xs, low, middle - 1)
        quicksort(xs, middle + 1, high)
    return xs


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def cyclic_sort(permutation):
    p, swaps = list(permutation), 0
    i = 0
    while i < len(p):
        target = p[i]
        if target != i:
            p[i], p[target] = p[target], p[i]
            swaps += 1
        else:
            i += 1
    return p, swaps


print(
    list(reverse(linked([1, 2, 3, 4]))),
    list(reverse_pairs(linked("abcde"))),
    list(linked([]) or []),
    list(reverse(linked("x"))),
)
print(
    quicksort([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]), quicksort([]), quicksort(list("hello")), cyclic_sort([2, 0, 1, 4, 3])
)
f = fibonacci()
print([next(f) for _ in range(15)])

a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
a, b = b, a = 10, 20
print(a, b)
i, i, i = 1, 2, 3
print(i)
xs = [1, 2, 3]
i = 0
i, xs[i] = xs[i], i
print(i, xs)
xs = [0, 1, 2]
xs[xs[0]], xs[xs[1]] = xs[xs[2]], "v"
print(xs)
x = y = z = 0
x, (y, z) = y + 1, (z + 2, x + 3)
print(x, y, z)
p, q = Node(1), Node(2)
p.value, q.value, p.next, q.next = q.value, p.value, q, p
print(p.value, q.value, p.next is q, q.next is p, p.next.next.next.value)
p.next = q.next = None
d = {"a": 1, "b": 2}
d["a"], d["b"] = d["b"], d["a"]
d["c"], d["a"] = d["a"], d.pop("b")
print(d)
s, t = [1, 2], [3, 4]
s[:], t[:] = t, s
print(s, t)
s[0], t = t, s
print(s, t, s is t)
s.clear()
m = [[1, 2], [3, 4]]
m[0][0], m[1][1], m[0], m[1] = m[1][1], m[0][0], m[1], m[0]
print(m)
(u, v), w = w2 = (1, 2), 3
print(u, v, w, w2)
n = 5
n, *stars = [n] * n
print(n, stars)
try:
    k, l = l2 = 1, 2, 3
except ValueError as error:
    print(error)
try:
    e1, (e2, e3), e4 = "assigned", "xyz", "never"
except ValueError as error:
    print(error, e1)
for first, second in zip(xs, xs[1:]):
    first, second = second, first
    print(first, second, end="; ")
print((lambda a, b: (a // b, a % b))(17, 5))
