import time


def elapsed(start):
    return time.monotonic() - start


print(elapsed(time.stopwatch()))  # error: [unsupported-attribute]
