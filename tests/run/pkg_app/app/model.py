from .errors import DataError

ITEMS = {}


def parse(number, line):
    try:
        name, amount = line.split()
        return name, int(amount)
    except ValueError as error:
        raise DataError(number, line) from error


def load(lines, on_error):
    for number, line in enumerate(lines, 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        try:
            name, amount = parse(number, line)
        except DataError as error:
            on_error(error)
            continue
        ITEMS[name] = ITEMS.get(name, 0) + amount
    return ITEMS
