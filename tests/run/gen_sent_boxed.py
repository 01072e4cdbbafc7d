"""A generator that yields the variable that it has just unboxed, and that an exception thrown in finds again."""


def echo(start, limits):
    value = start
    for step in limits:
        bound = {0: 2, 1: 5, 2: 3, 3: 2**70}[value & 3]
        if step < bound < 0:
            pass
        value = (yield value)


def halves(x):
    while True:
        x = x // 2
        try:
            yield x
        except ValueError:
            yield "thrown at", x
        finally:
            if x == 1:
                print("one")


def run(g, sent):
    seen = [next(g)]
    for value in sent:
        try:
            seen.append(g.throw(value) if isinstance(value, type) else g.send(value))
        except StopIteration:
            seen.append("stop")
        except (KeyError, TypeError, ValueError) as error:
            seen.append((type(error).__name__, str(error)))
    return seen


print(run(echo(5, range(6)), [3, 2**47 - 1, 2**47, -1, 0]))
print(run(echo(2**60, range(3)), [1, "x", 2]))
print(run(echo(1, range(9)), [2, ValueError, 3]))
print(run(halves(40), [None, ValueError, None, None, ValueError, None, None]))
try:
    list(echo(0, 0))
except TypeError as error:
    print(error)
