"""while and for with else, break, continue, nested loops, mutation of the loop variable."""


def search(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            result = f"found at {index}"
            break
    else:
        result = "not found"
    return result


def while_else(limit, stop):
    n = 0
    while n < limit:
        n += 1
        if n == stop:
            break
        if n % 2:
            continue
    else:
        return n, "exhausted"
    return n, "broken"


def nested():
    out = []
    for i in range(5):
        for j in range(5):
            if j == i:
                break
            if (i + j) % 3 == 0:
                continue
            out.append((i, j))
        else:
            out.append(("never", i))
            continue
        if i == 3:
            break
    else:
        out.append("outer else")
    return out, i, j


def loop_variable_survives():
    for i in []:
        pass
    try:
        print(i)
    except UnboundLocalError as error:
        print(error)
    for i in range(3):
        i *= 10
    print(i)
    for i, (a, *b) in enumerate(["xyz", [1, 2]]):
        pass
    print(i, a, b)


def loop_into_targets():
    class Box:
        pass
    box, xs, d = Box(), [0, 0], {}
    for box.value in range(3):
        pass
    for xs[1] in "abc":
        xs[0] += 1
    for d["k"], d["v"] in {"one": 1, "two": 2}.items():
        pass
    return box.value, xs, d


def primes(limit):
    found = []
    n = 2
    while True:
        for p in found:
            if p * p > n:
                found.append(n)
                break
            if n % p == 0:
                break
        else:
            found.append(n)
        n += 1
        if n > limit:
            return found


def while_with_walrus(text):
    out = []
    while (cut := text.find(",")) >= 0:
        out.append(text[:cut])
        text = text[cut + 1:]
    return out + [text]


def countdown_by_pop(stack):
    while stack:
        top = stack.pop()
        if isinstance(top, list):
            stack.extend(top)
            continue
        yield top


print(search("abc", "c"), search("abc", "z"), search([], 1))
print(while_else(5, 3), while_else(5, 9), while_else(0, 0))
print(nested())
loop_variable_survives()
print(loop_into_targets())
print(primes(60))
print(while_with_walrus("a,b,,c"), list(countdown_by_pop([1, [2, [3, 4]], [5, []]])))

limit = 3
for n in range(limit):
    limit = 10
    print(n, limit, end="; ")
print()
x = 10
while x > 0:
    x -= 3
    if x == 4:
        x = -5
        continue
print(x)
for a in (1, 2):
    for b in (1, 2):
        for c in (1, 2):
            if a == b == c:
                continue
            if c > b:
                break
            print(a, b, c, end=" | ")
print()
total, i = 0, 0
while i < 10 ** 5:
    i += 1
    if i & 1:
        continue
    total += i
else:
    print("sum", total)
