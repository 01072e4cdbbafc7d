from . import model
from .config import DEFAULTS
from .errors import UsageError

COMMANDS = {}


def command(function):
    COMMANDS[function.__name__] = function
    return function


def options(arguments):
    values, rest = dict(DEFAULTS), []
    arguments = iter(arguments)
    for argument in arguments:
        if argument == "--top":
            values["top"] = int(next(arguments))
        elif argument == "--reverse":
            values["reverse"] = True
        elif argument.startswith("-"):
            raise UsageError(f"unknown option {argument}")
        else:
            rest.append(argument)
    return values, rest


@command
def report(stream, values):
    errors = []
    items = model.load(stream, errors.append)
    ranked = sorted(items.items(), key=lambda item: (-item[1], item[0]), reverse=values["reverse"])
    for name, amount in ranked[:values["top"]]:
        print(f"{name:<6}{amount:>4}")
    for error in errors:
        print("skipped", error, type(error.__cause__).__name__)
    return len(errors)


@command
def help(stream, values):
    print(*sorted(COMMANDS))
    return 0


def run(arguments, stream):
    values, rest = options(arguments)
    if not rest or rest[0] not in COMMANDS:
        raise UsageError(f"expected one of {', '.join(sorted(COMMANDS))}, not {rest[:1]}")
    return COMMANDS[rest[0]](stream, values)
