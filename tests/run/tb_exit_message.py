# exit: 1
"""sys.exit with a message from inside a handler: the text goes to stderr, without a traceback."""
import sys


class Stop(SystemExit):
    def __str__(self):
        return "custom str is not used for the exit status"


def check(arguments):
    try:
        return int(arguments[0])
    except IndexError:
        return -1
    except ValueError as error:
        raise Stop("bad argument") from error


print(check([]), check(["12"]))
try:
    check(["x"])
except Stop as stop:
    print(stop.code, stop, repr(stop.__cause__))

for index, code in enumerate((None, "text", 4)):
    try:
        raise Stop(code)
    except SystemExit as stop:
        print(index, stop.code)
try:
    1 // 0
except ZeroDivisionError:
    print("leaving")
    sys.exit("fatal: could not\ncontinue é")
