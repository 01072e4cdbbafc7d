# exit: 1
"""An exception raised while another one is handled, three deep, with a finally in between."""


def first():
    numbers = [1, 2, 3]
    index = 3
    return numbers[index] + 1


def second():
    try:
        first()
    except IndexError:
        handler()


def handler():
    names = {"one": 1}
    return names["three"]


def third():
    try:
        second()
    finally:
        cleanup(None)


def cleanup(resource):
    print("cleaning up")
    try:
        resource.close()
    except AttributeError as error:
        print("caught:", error, "| context:", repr(error.__context__))
    "text" + resource


def fourth():
    try:
        third()
    except TypeError:
        raise


fourth()
