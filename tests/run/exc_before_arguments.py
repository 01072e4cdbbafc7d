"""A method is looked up before the arguments are computed: what both raise is decided by the lookup."""


class Plain:
    pass


class Dynamic:
    def __getattr__(self, name):
        if name == "absent":
            raise AttributeError("no " + name)
        return lambda *args: (name, args)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        line = error.__traceback__.tb_next.tb_lineno - error.__traceback__.tb_lineno
        print(type(error).__name__, error, error.__context__, line > 0)


def wrong_operand(o):
    return o.replace(None + "Hello")


def wrong_item(o, items):
    return o.append(items[10])


def wrong_attribute(o, other):
    return o.absent(1, other.absent)


def unbound(o):
    return o.absent(defined_later)


def keyword(o):
    return o.absent(key=1 / 0)


def in_a_handler(o):
    try:
        raise ValueError("outer")
    except ValueError:
        return o.absent([1][2])


def in_a_try(o):
    try:
        return o.absent({}["key"])
    except KeyError as error:
        return "key", error.args
    except AttributeError as error:
        return "attribute", error.args
    finally:
        print("finally")


def in_a_loop(n):
    out, kinds = [], []
    for i in range(n):
        try:
            (out if i != n - 2 else 3).append(10 // (n - 1 - i) + 10 // (n - 2 - i))
        except (ZeroDivisionError, AttributeError) as error:
            kinds.append(type(error).__name__)
    return len(out), kinds


for o in 0, "a", [], Plain(), Dynamic(), None:
    attempt(lambda: wrong_operand(o))
    attempt(lambda: wrong_item(o, [1, 2]))
    attempt(lambda: wrong_attribute(o, Plain()))
    attempt(lambda: unbound(o))
    attempt(lambda: keyword(o))
    attempt(lambda: in_a_handler(o))
    attempt(lambda: in_a_try(o))
print(in_a_loop(3000))
defined_later = 5
attempt(lambda: unbound(Dynamic()))


def keywords(o, rest):
    try:
        return o.absent(key=0)
    except AttributeError as error:
        kind = type(error)
    try:
        return print(*rest, end="!")
    except TypeError:
        return kind.__name__, type(rest)


print(keywords(0, 1), keywords(0, ()), keywords(Dynamic(), 1))
