registry = {}


def register(function):
    registry[function.__name__] = function
    return function


from . import first, second
