# exit: 3
"""sys.exit and SystemExit in their variants: codes are caught and shown, the last one is real."""
import sys


def leave(value):
    try:
        sys.exit(value)
    except SystemExit as stop:
        print(repr(stop), repr(stop.code), stop.args, isinstance(stop, Exception))


for value in (None, 0, 1, 255, "a message", (1, 2), True, [], 2.5):
    leave(value)
try:
    sys.exit()
except SystemExit as stop:
    print(repr(stop), stop.code)
try:
    raise SystemExit
except SystemExit as stop:
    print(repr(stop), stop.code)
try:
    raise SystemExit(1, 2)
except SystemExit as stop:
    print(repr(stop), stop.code)
try:
    exit_function = sys.exit
    exit_function(1, 2)
except TypeError as error:
    print(error)


class Resource:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, exc_type, exc, tb):
        print("exit", exc_type.__name__, exc.code)


def nested():
    with Resource():
        try:
            sys.exit(3)
        except Exception:
            print("never: SystemExit is not an Exception")
        finally:
            print("finally runs")


print("partial line", end="")
print("to stderr", file=sys.stderr)
nested()
