"""Exceptions as control flow: retries, cancellation, validation errors collected, cleanup in order."""


class TransferError(Exception):
    """Base of the failures of a transfer."""


class Transient(TransferError):
    def __init__(self, attempt):
        super().__init__(f"transient failure on attempt {attempt}")
        self.attempt = attempt


class Permanent(TransferError):
    pass


class Cancelled(BaseException):
    pass


class Connection:
    opened = []

    def __init__(self, plan):
        self.plan = iter(plan)
        self.log = []
        self.open = False

    def __enter__(self):
        self.open = True
        Connection.opened.append(self)
        self.log.append("open")
        return self

    def __exit__(self, kind, error, tb):
        self.open = False
        self.log.append(f"close after {kind.__name__}" if kind else "close")
        if kind is Permanent and "ignorable" in str(error):
            return True

    def send(self, attempt):
        outcome = next(self.plan, "ok")
        self.log.append(outcome)
        if outcome == "transient":
            raise Transient(attempt)
        if outcome == "permanent":
            raise Permanent("permanent failure")
        if outcome == "ignorable":
            raise Permanent("ignorable failure")
        if outcome == "cancel":
            raise Cancelled
        if outcome == "bug":
            return [][attempt]
        return f"sent on attempt {attempt}"


def transfer(plan, attempts=3):
    connection = Connection(plan)
    failures = []
    try:
        with connection:
            for attempt in range(1, attempts + 1):
                try:
                    result = connection.send(attempt)
                except Transient as error:
                    failures.append(error)
                    continue
                else:
                    break
                finally:
                    connection.log.append("tick")
            else:
                raise Permanent(f"gave up after {len(failures)}") from failures[-1]
            return result, connection.log
        return "suppressed", connection.log
    except LookupError as error:
        connection.log.append("bug handled")
        raise SystemError("internal") from error
    finally:
        connection.log.append(f"done open={connection.open}")


for plan in (
    ["ok"],
    ["transient", "ok"],
    ["transient"] * 3,
    ["permanent"],
    ["transient", "ignorable"],
    ["cancel"],
    ["bug"],
    [],
):
    try:
        print(plan, "->", *transfer(plan))
    except TransferError as error:
        print(plan, "!", error, "| cause:", error.__cause__, "| log:", Connection.opened[-1].log)
    except (Cancelled, SystemError) as error:
        print(plan, "!!", repr(error), repr(error.__cause__), Connection.opened[-1].log)


class ValidationErrors(Exception):
    def __init__(self, errors):
        self.errors = errors

    def __str__(self):
        return "; ".join(f"{field}: {error}" for field, error in self.errors)


def positive(text):
    value = int(text)
    if value <= 0:
        raise ValueError(f"{value} is not positive")
    return value


RULES = {
    "age": positive,
    "name": lambda s: s.strip() or (_ for _ in ()).throw(ValueError("empty")),
    "ratio": lambda s: 1 / float(s),
    "kind": {"a": "A", "b": "B"}.__getitem__,
}


def validate(record):
    clean, errors = {}, []
    for field, rule in RULES.items():
        try:
            clean[field] = rule(record[field])
        except KeyError as error:
            errors.append((field, f"missing or unknown {error}"))
        except (ValueError, ZeroDivisionError) as error:
            errors.append((field, error))
    if errors:
        raise ValidationErrors(errors)
    return clean


for record in (
    {"age": "5", "name": " x ", "ratio": "4", "kind": "b"},
    {"age": "-1", "name": " ", "ratio": "0", "kind": "z"},
    {"age": "x"},
):
    try:
        print(validate(record))
    except ValidationErrors as error:
        print(len(error.errors), error, error.args == (error.errors,))


def undo_all(actions):
    done, log = [], []
    try:
        for name, fails in actions:
            if fails:
                raise RuntimeError(name)
            done.append(name)
    except RuntimeError as error:
        log.append(f"failed {error}")
        while done:
            log.append(f"undo {done.pop()}")
    return log or done


print(undo_all([("a", 0), ("b", 0), ("c", 1)]), undo_all([("a", 0)]), undo_all([("x", 1)]))
