"""Basic integer arithmetic: operators, precedence, chained comparison, in-place forms."""


def show(label, value):
    print(f"{label:<18}{value!r}")


def precedence():
    show("-2 ** 2", -2 ** 2)
    show("2 ** -1", 2 ** -1)
    show("2 ** 3 ** 2", 2 ** 3 ** 2)
    show("-7 // 2 * 2", -7 // 2 * 2)
    show("1 << 2 + 1", 1 << 2 + 1)
    show("~5 & 0xFF", ~5 & 0xFF)
    show("5 & 3 == 1", 5 & 3 == 1)
    show("not 1 == 2", not 1 == 2)
    show("1 < 2 < 3 > 0", 1 < 2 < 3 > 0)
    show("1 < 3 < 2", 1 < 3 < 2)
    show("6 | 1 ^ 3 & 2", 6 | 1 ^ 3 & 2)
    show("- - -4", - - -4)
    show("7 - 3 - 2", 7 - 3 - 2)


def in_place():
    x = 10
    history = [x]
    x += 5
    history.append(x)
    x -= 20
    history.append(x)
    x *= -7
    history.append(x)
    x //= 4
    history.append(x)
    x %= 5
    history.append(x)
    x **= 10
    history.append(x)
    x <<= 3
    history.append(x)
    x >>= 1
    history.append(x)
    x |= 0x0F
    history.append(x)
    x &= 0x3C
    history.append(x)
    x ^= 0xFF
    history.append(x)
    x /= 2
    history.append(x)
    print(history)


def noisy(name, value, log):
    log.append(name)
    return value


def chained_comparison_evaluates_once():
    log = []
    print(noisy("a", 1, log) < noisy("b", 5, log) < noisy("c", 3, log) < noisy("d", 9, log))
    print(log)
    log.clear()
    print(noisy("a", 1, log) == noisy("b", 1, log) != noisy("c", 3, log) >= noisy("d", 3, log))
    print(log)


def errors():
    for thunk in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0),
                  lambda: 0 ** -1, lambda: 1 + "1", lambda: 1 - None, lambda: "1" * 2.0,
                  lambda: -"x", lambda: ~1.5, lambda: 1 < "2", lambda: 3 & 1.0, lambda: 1 << -1,
                  lambda: 1 >> -3):
        try:
            print(thunk())
        except Exception as error:
            print(type(error).__name__, error, sep=": ")


precedence()
in_place()
chained_comparison_evaluates_once()
errors()
