"""try/except/else/finally with return, break, continue and exceptions in each part."""


def order(log, kind):
    try:
        log.append("try")
        if kind == "raise":
            raise ValueError("v")
        if kind == "other":
            raise KeyError("k")
        if kind == "return":
            return "from try"
    except ValueError:
        log.append("except")
        return "from except"
    else:
        log.append("else")
        return "from else"
    finally:
        log.append("finally")


for kind in ("none", "raise", "return", "other"):
    log = []
    try:
        print(order(log, kind), log)
    except KeyError as error:
        print("escaped", error, log)


def finally_overrides_return():
    try:
        return "try"
    finally:
        return "finally"


def finally_swallows():
    try:
        raise RuntimeError("lost")
    finally:
        return "swallowed"


def value_is_computed_before_finally():
    x = 1
    try:
        return x
    finally:
        x = 2


def mutable_value():
    xs = [1]
    try:
        return xs
    finally:
        xs.append(2)


def loop_control():
    out = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out


def continue_in_finally():
    out = []
    for i in range(3):
        try:
            out.append(1 // i)
        finally:
            out.append(i)
            continue
    return out


def break_in_finally():
    while True:
        try:
            raise ValueError
        finally:
            break
    return "broke out"


def nested(log):
    try:
        try:
            try:
                raise ValueError("inner")
            finally:
                log.append(1)
        except KeyError:
            log.append("wrong")
        finally:
            log.append(2)
            raise TypeError("replaced")
    except TypeError as error:
        log.append((str(error), repr(error.__context__)))
    finally:
        log.append(3)
    return log


def return_through_two_finallys(log):
    for i in range(3):
        try:
            try:
                return i
            finally:
                log.append("inner")
        finally:
            log.append("outer")


def exception_in_else(log):
    try:
        log.append("body")
    except ValueError:
        log.append("not this handler")
    else:
        try:
            raise ValueError("from else")
        finally:
            log.append("inner finally")


def generator_with_finally(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("closed")


print(finally_overrides_return(), finally_swallows(), value_is_computed_before_finally(), mutable_value())
print(loop_control(), continue_in_finally(), break_in_finally())
print(nested([]))
log = []
print(return_through_two_finallys(log), log)
log = []
try:
    exception_in_else(log)
except ValueError as error:
    print(error, error.__context__, log)
log = []
for v in generator_with_finally(log):
    if v == 1:
        break
print(v, log)
