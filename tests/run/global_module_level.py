"""Module-level code of every kind: loops, conditions, with, try, nested definitions, order of execution."""

print(__name__, __doc__)
total = 0
for i in range(5):
    if i == 2:
        continue
    total += i
    if total > 7:
        break
else:
    total = -1
print(i, total)

while total:
    total -= 3
    if total < 0:
        print("negative", total)
        break
try:
    value = {}["missing"]
except KeyError as error:
    value = repr(error)
else:
    value = "unreachable"
finally:
    done = True
print(value, done)
try:
    print(error)
except NameError as problem:
    print(problem)


class Manager:
    depth = 0

    def __enter__(self):
        Manager.depth += 1
        return Manager.depth

    def __exit__(self, *exc):
        Manager.depth -= 1
        return exc[0] is ValueError


with Manager() as a, Manager() as b:
    print(a, b)
    raise ValueError("suppressed at module level")
print(Manager.depth)
if (n := len("walrus")) > 5:
    print(n)
x, *y = [v * 2 for v in range(4)]
print(x, y, n)
try:
    print(v)
except NameError as error:
    print(error)


def uses_later():
    return later() + constant


def later():
    return 10


constant = 5
print(uses_later())
later = lambda: 100
print(uses_later())
constant = "text"
try:
    uses_later()
except TypeError as error:
    print(error)
if constant:
    def conditional():
        return "defined in if"
else:
    def conditional():
        return "defined in else"
print(conditional())
functions = {}
for name in ("p", "q"):
    def made(arg, name=name):
        return f"{name}({arg})"
    functions[name] = made
print(functions["p"](1), made(2), name)
del made
print(functions["q"](3))
numbers = [3, 1, 2]
numbers.sort()
first, second, third = numbers
numbers[0], numbers[-1] = numbers[-1], numbers[0]
print(first, second, third, numbers)
count = 0


def increment():
    global count
    count += 1
    return count


print([increment() for _ in range(3)], count, [count for _ in range(2)])
print([(lambda: count)(), increment(), (lambda: count)()])
swap_a, swap_b = 1, 2
swap_a, swap_b = swap_b, swap_a
print(swap_a, swap_b)
accumulator = []
accumulator += [1]
accumulator = accumulator + [2]
alias = accumulator
accumulator += [3]
print(alias, alias is accumulator)
annotated: int = 5
only_annotated: str
print(annotated)
try:
    only_annotated
except NameError as error:
    print(error)
chained = other = []
chained.append(1)
print(other)
del chained
print(other)
deleted = 1
del deleted
for attempt in range(2):
    try:
        deleted
    except NameError as error:
        print(attempt, error)
        deleted = "restored"
    else:
        print(attempt, deleted)
nested = [[i * j for j in range(3)] for i in range(3)]
for row in nested:
    for cell in row:
        if cell == 2:
            break
    else:
        continue
    break
print(row, cell)
assert True, "not shown"
pass; print("semicolons"); x = 1; x += 1; print(x)
if x: print("one line if")
for i in "ab": print(i, end=" ")
print()
match_free = "match" if x else "case"
match = case = type = 5
print(match_free, match, case, type)
del type
print(type(match).__name__)
_private, __dunder__, ünïcode = 1, 2, 3
print(_private, __dunder__, ünïcode)
if __name__ == "__main__":
    print("main guard")
