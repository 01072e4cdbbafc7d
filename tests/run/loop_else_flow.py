"""else clauses of loops combined with try, with, return, nested functions and generators."""


def find_prime_factor(n):
    for p in range(2, n):
        if n % p == 0:
            break
    else:
        return f"{n} prime"
    return f"{n} = {p} * {n // p}"


def try_in_loop(items):
    out = []
    for item in items:
        try:
            value = 100 // item
        except ZeroDivisionError:
            out.append("zero")
            continue
        except TypeError:
            out.append("stop")
            break
        else:
            if value > 40:
                continue
            out.append(value)
        finally:
            out.append("f")
        out.append("end of body")
    else:
        out.append("loop else")
    return out


def loop_in_try(items):
    try:
        for item in items:
            if item < 0:
                raise ValueError(item)
            if item == 0:
                break
        else:
            raise KeyError("exhausted")
    except (ValueError, KeyError) as error:
        return repr(error)
    else:
        return "broken at zero"
    finally:
        items.append("seen")


def while_else_nested(limit):
    out, n = [], limit
    while n:
        m = n
        while m > 1:
            m -= 2
            if m == 1:
                out.append(f"{n} odd")
                break
        else:
            out.append(f"{n} even or one")
        n -= 1
    else:
        out.append("done")
    return out


def break_from_else():
    out = []
    for i in range(3):
        for j in range(2):
            if j == 5:
                break
        else:
            if i == 1:
                out.append("breaking outer")
                break
            out.append(f"else {i}")
    else:
        out.append("never")
    return out


def return_in_else():
    while True:
        for _ in ():
            pass
        else:
            return "from else"


def loop_with_generator():
    def source():
        try:
            yield from range(5)
        finally:
            log.append("source closed")
    log = []
    for x in source():
        if x == 2:
            log.append("break")
            break
    else:
        log.append("else")
    log.append("after")
    return log


def for_over_self_modifying():
    queue, order = [(0, 3)], []
    for depth, n in queue:
        order.append((depth, n))
        if n > 1:
            queue.append((depth + 1, n // 2))
            queue.append((depth + 1, n - n // 2))
        if len(queue) > 20:
            break
    else:
        order.append("complete")
    return order


def condition_side_effects():
    log = []

    def check(n):
        log.append(n)
        return n < 3
    n = 0
    while check(n) and (n := n + 1):
        if n == 2:
            continue
        log.append("body")
    else:
        log.append("else")
    return log, n


def pass_and_ellipsis():
    for _ in range(3): pass
    for _ in range(2): ...
    while False: pass
    else: x = "else ran"
    if True: y = 1; z = 2
    return x, y, z


def sentinel_loop(text):
    i, out = 0, []
    while (c := text[i:i + 1]) not in ("", "."):
        i += 1
        if c.isspace(): continue
        out.append(c)
    return "".join(out), c


def complicated(n):
    total = 0
    for i in range(n):
        for j in range(n):
            if j > i: break
            if (i + j) % 3 == 0: continue
            for k in range(j, n):
                if k == 4: break
                total += i * j * k
            else:
                total += 1000
            if total > 5000: return total, i, j, k
        else:
            total += 7
    return total


print([find_prime_factor(n) for n in (2, 9, 13, 91)])
print(try_in_loop([1, 0, 5]), try_in_loop([10, "x", 3]), try_in_loop([]), sep="\n")
for items in ([1, -1], [1, 0, -1], [1, 2], []):
    print(loop_in_try(items), items)
print(while_else_nested(4), break_from_else(), return_in_else(), loop_with_generator(), for_over_self_modifying(), condition_side_effects(), pass_and_ellipsis(), sep="\n")
print(sentinel_loop("a b c. d"), sentinel_loop("abc"), sentinel_loop(""), [complicated(n) for n in (0, 3, 6, 9)])
