"""An expression language: tokenizer, recursive descent parser to a tree, evaluator, printer."""

PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}
RIGHT = {"^"}


class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, env):
        return self.value

    def __str__(self):
        return str(self.value)


class Name:
    def __init__(self, name):
        self.name = name

    def evaluate(self, env):
        try:
            return env[self.name]
        except KeyError:
            raise NameError(f"unknown variable {self.name}") from None

    def __str__(self):
        return self.name


class Unary:
    def __init__(self, operand):
        self.operand = operand

    def evaluate(self, env):
        return -self.operand.evaluate(env)

    def __str__(self):
        return f"(-{self.operand})"


class Binary:
    OPERATIONS = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b if a % b else a // b,
        "%": lambda a, b: a % b,
        "^": lambda a, b: a**b,
    }

    def __init__(self, operator, left, right):
        self.operator, self.left, self.right = operator, left, right

    def evaluate(self, env):
        return self.OPERATIONS[self.operator](self.left.evaluate(env), self.right.evaluate(env))

    def __str__(self):
        return f"({self.left} {self.operator} {self.right})"


class Call:
    FUNCTIONS = {"max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a)}

    def __init__(self, name, arguments):
        self.name, self.arguments = name, arguments

    def evaluate(self, env):
        return self.FUNCTIONS[self.name](*(a.evaluate(env) for a in self.arguments))

    def __str__(self):
        return f"{self.name}({', '.join(map(str, self.arguments))})"


def tokenize(text):
    i = 0
    while i < len(text):
        start, ch = i, text[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit() or ch == ".":
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            literal = text[start:i]
            try:
                yield "number", float(literal) if "." in literal else int(literal), start
            except ValueError as error:
                raise ParseError(f"bad number {literal!r}", start) from error
        elif ch.isalpha():
            while i < len(text) and text[i].isalnum():
                i += 1
            yield "name", text[start:i], start
        elif ch in "+-*/%^(),":
            i += 1
            yield "operator", ch, start
        else:
            raise ParseError(f"unexpected {ch!r}", start)
    yield "end", None, len(text)


class Parser:
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.advance()

    def advance(self):
        self.kind, self.value, self.position = next(self.tokens)

    def accept(self, value):
        if self.kind == "operator" and self.value == value:
            self.advance()
            return True
        return False

    def expect(self, value):
        if not self.accept(value):
            raise ParseError(f"expected {value!r}", self.position)

    def parse(self):
        tree = self.expression(1)
        if self.kind != "end":
            raise ParseError(f"unexpected {self.value!r}", self.position)
        return tree

    def expression(self, minimum):
        left = self.unary()
        while self.kind == "operator" and (level := PRECEDENCE.get(self.value, 0)) >= minimum:
            operator = self.value
            self.advance()
            left = Binary(operator, left, self.expression(level + (operator not in RIGHT)))
        return left

    def unary(self):
        if self.accept("-"):
            return Unary(self.expression(PRECEDENCE["*"]))
        return self.primary()

    def primary(self):
        kind, value, position = self.kind, self.value, self.position
        if kind == "number":
            self.advance()
            return Number(value)
        if kind == "name":
            self.advance()
            if not self.accept("("):
                return Name(value)
            arguments = []
            while not self.accept(")"):
                if arguments:
                    self.expect(",")
                arguments.append(self.expression(1))
            return Call(value, arguments)
        self.expect("(")
        inner = self.expression(1)
        self.expect(")")
        return inner


env = {"x": 3, "y": -2, "big": 10**20}
for text in (
    "1 + 2 * 3",
    "(1 + 2) * 3",
    "2 ^ 3 ^ 2",
    "-2 ^ 2",
    "10 - 4 - 3",
    "x * (y - 1) % 4",
    "max(1, x, y * -5) + min(4)",
    "big * big + 1",
    "7 / 2 + 8 / 2",
    ".5 * 4",
    "sum(1, 2, 3) ^ 2",
    "--x",
    "1 +",
    "(1",
    "1 2",
    "4 $ 4",
    "1.2.3",
    "z + 1",
    "1 / 0",
    "nosuch(1)",
    "max()",
    "",
    "f(1,)",
    "abs(1, 2)",
):
    try:
        tree = Parser(text).parse()
        print(f"{text:<28} {tree} = {tree.evaluate(env)}")
    except (ParseError, NameError, ArithmeticError, KeyError, TypeError) as error:
        print(f"{text:<28} {type(error).__name__}: {error}")
