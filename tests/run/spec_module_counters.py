"""Module-level loops on global variables: counters that functions and the loop both change, types that alternate, del."""

count = 0
total = 0
history = []


def bump(by=1):
    global count
    count += by
    return count


def reset():
    global count, total
    count, total = 0, 0.0


for i in range(1000):
    count += 1
    if i % 10 == 0:
        bump()
    total += count
    if i == 500:
        reset()
    if i % 250 == 0:
        history.append((i, count, total))
print(count, total, history, i)

i = 10
while i > 0:
    i -= 1
    if i == 5:
        bump(2**62)
        bump(2**62)
    if i == 3:
        bump(-(2**63))
    if i % 2:
        continue
    print(i, count, end="; ")
print()


def uses_loop_variable():
    return k * 2


seen = []
for k in (1, 2.5, "ab", [1], 2**63, True):
    seen.append(uses_loop_variable())
    if k == "ab":
        k = (7,)
        seen.append(uses_loop_variable())
print(seen, k)
del k
try:
    uses_loop_variable()
except NameError as error:
    print(error)

x = y = 1
for step in range(70):
    x, y = y, x + y
    if step in (45, 60, 69):
        print(x, y, end=" ")
print()


def outer_for():
    """The loop variable is a global, changed by the body's calls."""
    global position
    out = []
    for position in range(5):
        move()
        out.append(position)
    return out


def move():
    global position
    position *= 10
    if position == 30:
        position = None


print(outer_for(), position)

flags = {"stop": False}
rounds = 0
while not flags["stop"]:
    rounds += 1
    for a in range(rounds):
        for b in range(a):
            if a * b > 50:
                flags["stop"] = True
                break
        else:
            continue
        break
print(rounds, a, b)

state = 0
trace = []
while state != "done":
    match state:
        case 0:
            state = 1.0
        case 1.0:
            state = True if len(trace) > 1 else "go"
        case "go":
            state = None
        case None:
            state = 2**64
        case 18446744073709551616:
            state = [1]
        case [x]:
            state = "done"
    trace.append(state)
print(trace, x)


class Stats:
    n = 0
    total = 0
    for n in range(1, 11):
        total += n * n
        if n == 5:
            total += 0.5
    values = [v * 2 for v in range(n)]
    del n


print(Stats.total, Stats.values, hasattr(Stats, "n"))
squares, i = [], 0
while len(squares) < 5:
    i += 1
    if any(i % d == 0 for d in range(2, i)):
        continue
    squares.append(i * i)
print(squares, i, sum(squares) / len(squares))
for total in history:
    pass
print(total)
with_walrus = 0
while (n := with_walrus * 2) < 1000:
    with_walrus = n + 1
print(n, with_walrus, [last := v for v in range(4)], last)
