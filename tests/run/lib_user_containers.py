"""collections.UserDict, UserList and UserString; ChainMap and deque as members of the abstract base classes."""

from collections import ChainMap, UserDict, UserList, UserString, deque
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Counting(UserDict):
    def __missing__(self, key):
        return len(key)


d = Counting(a=1)
d |= {"b": 2}
print(d["a"], d["four"], "four" in d, d.get("four"), d | {"c": 3}, {"z": 0} | d, type(d | d).__name__, d.copy(), type(d.copy()).__name__)
print(Counting.fromkeys("xy", 0), d.pop("a"), d.setdefault("n", 5), sorted(d.items()), d == {"b": 2, "n": 5}, UserDict.__module__)
attempt(lambda: UserDict()["missing"])
attempt(lambda: d | [])
attempt(lambda: UserDict(1))


class Doubled(UserList):
    def append(self, item):
        super().append(item)
        super().append(item)


numbers = Doubled([3, 1])
numbers.append(2)
numbers += [9]
print(numbers, numbers[1:], type(numbers[1:]).__name__, numbers[0], numbers + (7,), [0] + numbers, numbers * 2, 9 in numbers)
numbers.sort(reverse=True)
numbers.insert(0, "first")
print(numbers, numbers.pop(), numbers.index(2), numbers.count(2), numbers.copy() == numbers, UserList([1, 2]) < [1, 3], len(numbers))
numbers[0:2] = []
del numbers[0]
numbers.extend(UserList("ab"))
numbers.reverse()
print(numbers, list(reversed(numbers)), UserList(UserList((1,))), isinstance(numbers, MutableSequence))
attempt(lambda: numbers.remove("zz"))
attempt(lambda: UserList().pop())


class Loud(UserString):
    def shout(self):
        return self.upper() + "!"


s = Loud("hello")
print(s, repr(s), s.shout(), type(s.shout()).__name__, s[1:3], s + "x", "x" + s, s * 2, "ell" in s, Loud("l") in s, len(s), hash(s) == hash("hello"))
print(s.find("l"), s.count("l", 3), s.replace(Loud("l"), "L"), s.split("l"), s.partition("l"), s.startswith("he"), s.endswith("lo", 2), s.encode())
print(s == "hello", s < Loud("help"), Loud("%d-%s") % (1, s), int(Loud("42")), float(Loud("1.5")), Loud(12), s.center(9, "*"), s.title(), s.zfill(7))
print(s.isalpha(), s.join(["a", "b"]), s.removeprefix(Loud("he")), s.translate({104: "J"}), sorted(set(s)) == sorted(set("hello")), max(s))
attempt(lambda: s.index("zz"))

maps = ChainMap({"a": 1}, {"b": 2})
print(isinstance(maps, MutableMapping), maps | {"c": 3}, {"a": 0} | maps, maps.keys() & {"a", "zz"}, maps == {"b": 2, "a": 1}, dict(maps.items()))
print([isinstance(deque(), c) for c in (MutableSequence, Sequence, Mapping)], [issubclass(c, Sequence) for c in (UserList, UserString, UserDict)])
