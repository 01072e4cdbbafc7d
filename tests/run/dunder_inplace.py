"""In-place operators: rebinding or mutation, fallbacks, on attributes, items and slices, with side effects."""


class Acc:
    def __init__(self, value):
        self.value = value

    def __iadd__(self, other):
        self.value += other
        return self

    def __isub__(self, other):
        return "replaced by a string"

    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return Acc(self.value * other)

    def __itruediv__(self, other):
        raise ArithmeticError("in-place division refused")

    def __rand__(self, other):
        return f"rand {other}"

    def __repr__(self):
        return f"Acc({self.value})"


a = b = Acc(1)
a += 5
print(a, b, a is b)
a *= 3
print(a, b, a is b)
b -= 1
print(b)
try:
    a /= 2
except ArithmeticError as error:
    print(error, a)
n = 6
n &= Acc(0)
print(n)
try:
    a |= 1
except TypeError as error:
    print(error)
try:
    a **= 2
except TypeError as error:
    print(error)


class Everything:
    def __init__(self):
        self.log = []


for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"):
    setattr(Everything, f"__i{name}__", lambda self, other, name=name: self.log.append((name, other)) or self)
e = Everything()
e += 1; e -= 2; e *= 3; e /= 4; e //= 5; e %= 6; e **= 7; e <<= 8; e >>= 9; e &= 10; e |= 11; e ^= 12; e @= 13
print(e.log)


class Traced:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        self.log.append(f"get {name}")
        return 10

    def __setattr__(self, name, value):
        self.log.append(f"set {name}={value}")

    def __getitem__(self, key):
        self.log.append(f"getitem {key}")
        return [key]

    def __setitem__(self, key, value):
        self.log.append(f"setitem {key}={value}")


def call(tag, value, log):
    log.append(f"eval {tag}")
    return value


t = Traced()
call("object", t, t.log).x += call("value", 1, t.log)
call("object", t, t.log)[call("key", "k", t.log)] += call("value", [2], t.log)
t[1:2] += ["s"]
t[1, 2] *= 2
t.a = t.b = 5
print(*t.log, sep="\n")

xs = [1, 2]
alias = xs
xs += (3,)
xs *= 2
print(alias, xs is alias)
xs = xs + [9]
print(alias, xs is alias)
s = {1}
alias = s
s |= {2}
s &= {2, 3}
s -= {2}
s ^= {7}
print(alias, s is alias)
d = {"a": 1}
alias = d
d |= {"b": 2}
print(alias, d is alias)
text, data, number, pair = "a", b"a", 1, (1,)
copies = text, data, number, pair
text += "b"; data += b"b"; number += 1; pair += (2,)
print(text, data, number, pair, copies)
text *= 2; pair *= 2; number <<= 70; number >>= 69; number **= 3; number //= 7; number %= 5; number |= 8; number ^= 1; number -= 20
print(text, pair, number)
x = 7
x /= 2
x //= 1
x -= True
x *= -1
print(x, type(x).__name__)
nested = {"list": [[1], [2]], "n": {"m": 1}}
nested["list"][0] += [5]
nested["n"]["m"] -= 10
nested["list"][-1][0] *= 100
print(nested)
t = ([1], 2)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)
try:
    t[1] += 1
except TypeError as error:
    print(error, t)
for statement in ("list += 5", "str += 1", "missing key", "missing attribute", "none"):
    try:
        if statement == "list += 5":
            xs += 5
        elif statement == "str += 1":
            text += 1
        elif statement == "missing key":
            d["zzz"] += 1
        elif statement == "missing attribute":
            e.zzz += 1
        else:
            z = None
            z += 1
    except (TypeError, KeyError, AttributeError) as error:
        print(statement, "->", type(error).__name__, error)
