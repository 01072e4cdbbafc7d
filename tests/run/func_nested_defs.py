"""Functions that define functions: shadowed names, recursion between siblings, shared and fresh state."""


def parser(text):
    """A calculator whose grammar rules are sibling closures over one position."""
    position = 0

    def peek():
        return text[position] if position < len(text) else ""

    def take():
        nonlocal position
        ch = peek()
        position += 1
        return ch

    def number():
        digits = ""
        while peek().isdigit():
            digits += take()
        if not digits:
            raise SyntaxError(f"digit expected at {position}")
        return int(digits)

    def factor():
        if peek() == "(":
            take()
            value = expression()
            if take() != ")":
                raise SyntaxError(f"parenthesis expected at {position - 1}")
            return value
        if peek() == "-":
            take()
            return -factor()
        return number()

    def term():
        value = factor()
        while peek() and peek() in "*/":
            value = value * factor() if take() == "*" else value // factor()
        return value

    def expression():
        value = term()
        while peek() and peek() in "+-":
            value = value + term() if take() == "+" else value - term()
        return value

    result = expression()
    if position != len(text):
        raise SyntaxError(f"unexpected {peek()!r} at {position}")
    return result


for text in ("1+2*3", "(1+2)*3", "-(4-10)/2", "2*(3+(4-1))*-2", "12", "1+", "(1", "1)", "", "8/0", "007*1"):
    try:
        print(text, "=", parser(text))
    except (SyntaxError, ZeroDivisionError) as error:
        print(text, "!", type(error).__name__, error)


def bank():
    accounts = {}

    def account(name, balance=0):
        def deposit(amount):
            nonlocal balance
            balance += amount
            return balance

        def transfer(other, amount):
            if amount > balance:
                raise ValueError(f"{name} has only {balance}")
            deposit(-amount)
            return accounts[other]["deposit"](amount)

        accounts[name] = {"deposit": deposit, "transfer": transfer, "balance": lambda: balance}
        return accounts[name]

    return account, lambda: {name: a["balance"]() for name, a in accounts.items()}


account, balances = bank()
ann, bob = account("ann", 100), account("bob")
print(ann["transfer"]("bob", 30), bob["deposit"](5), balances())
try:
    bob["transfer"]("ann", 1000)
except ValueError as error:
    print(error, balances())


def shadow(x):
    def inner():
        x = "inner"

        def innermost():
            nonlocal x
            x += "!"
            return x

        return innermost(), x

    return inner(), x


def levels():
    a = 1

    def one():
        b = a + 1

        def two():
            c = a + b

            def three():
                return a, b, c

            return three

        return two

    a = 10
    return one()()()


def conditional_definition(kind):
    if kind == "add":

        def op(a, b):
            return a + b

    elif kind == "mul":

        def op(a, b):
            return a * b

    return op


def redefinition_in_loop():
    functions = []
    for name in "ab":

        def describe(prefix):
            return prefix + name

        functions.append(describe)
    return [f("-") for f in functions], describe.__qualname__


def class_inside(factor):
    class Scaler:
        def __init__(self, value):
            self.value = value

        def scaled(self):
            def multiply():
                return self.value * factor

            return multiply()

        def __repr__(self):
            return f"Scaler[{factor}]({self.value})"

    return Scaler


Double, Triple = class_inside(2), class_inside(3)
print(
    shadow("outer"),
    levels(),
    conditional_definition("add")(2, 3),
    conditional_definition("mul")(2, 3),
    redefinition_in_loop(),
)
print(
    Double(5).scaled(),
    Triple(5).scaled(),
    Double is Triple,
    isinstance(Double(1), Triple),
    [Double(1), Triple(2)],
    Double.__qualname__,
)
try:
    conditional_definition("none")
except UnboundLocalError as error:
    print(error)
