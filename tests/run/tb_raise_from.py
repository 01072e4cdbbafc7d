# exit: 1
"""Uncaught chained exceptions: an explicit cause over an implicit context."""


class ConfigError(Exception):
    def __init__(self, path, reason):
        super().__init__(f"{path}: {reason}")
        self.path = path


def read(path):
    table = {"a.cfg": "x=1", "b.cfg": "x=one"}
    return table[path]


def parse(text):
    key, _, value = text.partition("=")
    return {key: int(value)}


def load(path):
    try:
        return parse(read(path))
    except ValueError as error:
        raise ConfigError(path, "not a number") from error
    except KeyError:
        raise ConfigError(path, "missing") from None


def main():
    print(load("a.cfg"))
    try:
        load("c.cfg")
    except ConfigError as error:
        print(error, error.path, error.__cause__, error.__suppress_context__)
    try:
        load("b.cfg")
    except ConfigError as error:
        print("retrying after", error)
        load("c.cfg"
             if error.path == "b.cfg"
             else "a.cfg")


try:
    main()
except ConfigError as failure:
    raise SystemError("stopped",
                      2) from failure
