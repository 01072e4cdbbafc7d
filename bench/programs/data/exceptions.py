"""Exceptions raised and caught in loops: from built-ins, through several frames, with `finally` and re-raising."""

import sys


class RangeError(ValueError):
    def __init__(self, value, limit):
        super().__init__(f"{value} is beyond {limit}")
        self.value = value


class Counter:
    def __init__(self):
        self.entered = 0
        self.left = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, error, traceback):
        self.left += 1
        return kind is KeyError


def check(value, limit):
    if value % 4 == 0:
        raise RangeError(value, limit)
    return value


def through_frames(value, depth, log):
    if depth == 0:
        return check(value, 100)
    try:
        return through_frames(value, depth - 1, log)
    finally:
        log[0] += 1


def guarded(value, log):
    try:
        return through_frames(value, 3, log)
    except ValueError:
        log[1] += 1
        raise


def parse(text):
    try:
        return int(text)
    except ValueError:
        return -1


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    texts = ["12", "x7", "305", "", "9"]
    table = {1: 10, 2: 20, 3: 30}
    log = [0, 0]
    counter = Counter()
    total = 0
    lookups = 0
    for i in range(n):
        try:
            total += guarded(i, log)
        except RangeError as error:
            total -= error.value
        total += parse(texts[i % 5])
        try:
            total += table[i % 5]
        except KeyError:
            lookups += 1
        with counter:
            total += table[i % 4 + 1]
    print(total, log, lookups, counter.entered, counter.left)


if __name__ == "__main__":
    main()
