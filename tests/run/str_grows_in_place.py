"""s += x and s = s + x grow a str that nobody else holds, and nobody else's; where they raise, nothing was taken."""


def appended(n, piece):
    out = ""
    for i in range(n):
        out += piece
    return out


def added(n, piece):
    out = ""
    for i in range(n):
        out = out + piece
    return out


def shared(n, piece):
    out, seen = piece * 100, []
    for i in range(n):
        if i % 3 == 0:
            seen.append(out)
        out = out + piece
        if i % 5 == 0:
            seen.append(out)
        out += piece
    return [len(s) for s in seen], out.count(piece)


def added_to_itself(s):
    s = s + s
    s += s
    t = s + s
    s = s + t
    return len(s), s == t + t[: len(t) // 2]


def as_a_key(n):
    counts, key = {}, "k" * 300
    for i in range(n):
        counts[key] = i
        key = key + "x"
    return [len(k) for k in counts], sorted(counts.values())


class Noisy:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print("add", self.name, other)
        if other == 2:
            raise ValueError("two")
        return Noisy(self.name + "+")

    def __iadd__(self, other):
        print("iadd", self.name, other)
        if other == 3:
            raise KeyError("three")
        return self

    def __del__(self):
        print("del", self.name)


def objects():
    x = Noisy("a")
    x = x + 1
    print("then")
    x += 1
    try:
        x = x + 2
    except ValueError as error:
        print(error, x.name)
    try:
        x += 3
    except KeyError as error:
        print(error, x.name)
    x = x + 4
    print("end")


def failing(make):
    x = make()
    try:
        x += 1
    except TypeError as error:
        print(error)
    try:
        x = x + 1
    except TypeError as error:
        print(error)
    return x


def leaves(s, other):
    s = s + "!" * 300
    s += "?"
    s = s + other
    return s


print(len(appended(5000, "ab")), len(added(5000, "ab")), len(appended(3000, "äb")), added(700, "é") == "é" * 700)
print(*shared(30, "xyz"))
print(added_to_itself("abc" * 100), added_to_itself(""))
print(as_a_key(5))
objects()
for make in (lambda: "s" * 500, lambda: [1], lambda: (1,), lambda: b"x", lambda: bytearray(b"y"), lambda: {1}, lambda: {1: 2}, lambda: None):
    x = failing(make)
    print(type(x).__name__, x if not isinstance(x, str) else len(x))
try:
    leaves("a", 1)
except TypeError as error:
    frame = error.__traceback__.tb_next.tb_lineno if error.__traceback__.tb_next else None
    print(error, frame)
