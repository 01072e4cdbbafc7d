"""Dictionaries of functions, classes and bound methods: dispatch tables and registries."""


class Calculator:
    def __init__(self):
        self.stack = []
        self.operations = {
            "+": self.binary(lambda a, b: a + b),
            "-": self.binary(lambda a, b: a - b),
            "*": self.binary(lambda a, b: a * b),
            "/": self.divide,
            "dup": lambda: self.stack.append(self.stack[-1]),
            "drop": self.stack.pop,
            "swap": self.swap,
            "clear": self.stack.clear,
        }

    def binary(self, function):
        def operate():
            b, a = self.pop(), self.pop()
            self.stack.append(function(a, b))

        return operate

    def pop(self):
        try:
            return self.stack.pop()
        except IndexError:
            raise RuntimeError("stack underflow") from None

    def divide(self):
        b, a = self.pop(), self.pop()
        if b == 0:
            self.stack += [a, b]
            raise ZeroDivisionError(f"{a} / {b}")
        self.stack.append(a / b if a % b else a // b)

    def swap(self):
        self.stack[-2:] = self.stack[:-3:-1]

    def run(self, text):
        for word in text.split():
            operation = self.operations.get(word)
            if operation is not None:
                operation()
            elif word.startswith(":"):
                name, *body = word[1:].split(",")
                self.operations[name] = lambda body=body: self.run(" ".join(body))
            else:
                self.stack.append(int(word))
        return self.stack


for program in (
    "1 2 + 3 *",
    "7 2 / 8 2 /",
    "1 2 swap -",
    "2 :square,dup,* square square",
    "1 +",
    "5 0 /",
    "x",
    "1 dup dup drop swap clear 9",
    "99999999999 dup * dup *",
):
    calculator = Calculator()
    try:
        print(program, "=>", calculator.run(program))
    except (RuntimeError, ZeroDivisionError, ValueError) as error:
        print(program, "=>", type(error).__name__, error, calculator.stack)

registry = {}


def handles(*kinds):
    def register(function):
        for kind in kinds:
            registry[kind] = function
        return function

    return register


@handles(int, float)
def number(value):
    return f"number {value}"


@handles(str)
def text(value):
    return f"text {value!r}"


@handles(list, tuple)
def sequence(value):
    return f"{type(value).__name__} of [{', '.join(dispatch(item) for item in value)}]"


@handles(type(None))
def nothing(value):
    return "nothing"


@handles(object)
def fallback(value):
    return f"other {type(value).__name__}"


def dispatch(value):
    for cls in type(value).__mro__:
        if cls in registry:
            return registry[cls](value)
    raise AssertionError("object is always registered")


class Temperature(float):
    pass


for value in (1, 2.5, "s", [1, ("a", None)], None, True, {}, Temperature(3), dispatch, int, ...):
    print(dispatch(value))
print(sorted(cls.__name__ for cls in registry), registry[int] is registry[float])

methods = {name: getattr("Hello World", name) for name in ("upper", "lower", "split", "swapcase")}
print({name: method() for name, method in methods.items()})
shapes = {"square": (lambda s: s * s, 1), "rectangle": (lambda a, b: a * b, 2), "unit": (lambda: 1, 0)}
for name, arguments in (("square", (3,)), ("rectangle", (2, 5)), ("unit", ()), ("square", (1, 2)), ("circle", (1,))):
    try:
        function, arity = shapes[name]
        print(name, function(*arguments), arity == len(arguments))
    except (KeyError, TypeError) as error:
        print(name, type(error).__name__, error)
states = {"red": "green", "green": "yellow", "yellow": "red"}
light, path = "red", []
for _ in range(7):
    path.append(light)
    light = states[light]
print(path, {new: old for old, new in states.items()}["red"])
