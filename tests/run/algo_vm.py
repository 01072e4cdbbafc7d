"""A stack machine: assembler with labels, interpreter with calls and exceptions, and sample programs."""


class MachineError(Exception):
    def __init__(self, message, pc):
        super().__init__(message)
        self.pc = pc


class Assembler:
    OPERANDS = {
        "push": 1,
        "load": 1,
        "store": 1,
        "jump": 1,
        "jz": 1,
        "call": 1,
        "print": 0,
        "add": 0,
        "sub": 0,
        "mul": 0,
        "div": 0,
        "mod": 0,
        "lt": 0,
        "eq": 0,
        "not": 0,
        "dup": 0,
        "swap": 0,
        "drop": 0,
        "ret": 0,
        "halt": 0,
        "over": 0,
    }

    def __init__(self, source):
        self.labels, self.code = {}, []
        pending = []
        for number, line in enumerate(source.splitlines(), 1):
            line, _, _ = line.partition(";")
            words = line.split()
            while words and words[0].endswith(":"):
                label = words.pop(0)[:-1]
                if label in self.labels:
                    raise SyntaxError(f"line {number}: label {label} defined twice")
                self.labels[label] = len(self.code)
            if not words:
                continue
            operation, *operands = words
            if operation not in self.OPERANDS:
                raise SyntaxError(f"line {number}: unknown operation {operation}")
            if len(operands) != self.OPERANDS[operation]:
                raise SyntaxError(
                    f"line {number}: {operation} takes {self.OPERANDS[operation]} operands, not {len(operands)}"
                )
            if operation in ("jump", "jz", "call"):
                pending.append((len(self.code), operands[0], number))
            elif operation == "push":
                operands = [int(operands[0], 0)]
            self.code.append((operation, *operands))
        for position, label, number in pending:
            if label not in self.labels:
                raise SyntaxError(f"line {number}: no label {label}")
            self.code[position] = (self.code[position][0], self.labels[label])


class Machine:
    BINARY = {
        "add": lambda a, b: a + b,
        "sub": lambda a, b: a - b,
        "mul": lambda a, b: a * b,
        "div": lambda a, b: a // b,
        "mod": lambda a, b: a % b,
        "lt": lambda a, b: int(a < b),
        "eq": lambda a, b: int(a == b),
    }

    def __init__(self, code, limit=100000):
        self.code, self.limit = code, limit
        self.stack, self.calls, self.variables, self.output = [], [], {}, []
        self.pc = self.steps = 0

    def run(self):
        while self.pc < len(self.code):
            operation, *operands = self.code[self.pc]
            self.steps += 1
            if self.steps > self.limit:
                raise MachineError("step limit reached", self.pc)
            try:
                if not self.step(operation, *operands):
                    break
            except IndexError as error:
                raise MachineError(f"stack underflow in {operation}", self.pc) from error
            except ZeroDivisionError as error:
                raise MachineError(str(error), self.pc) from error
            except KeyError as error:
                raise MachineError(f"variable {error} is not set", self.pc) from None
            self.pc += 1
        return self.output

    def step(self, operation, operand=None):
        stack = self.stack
        if operation in self.BINARY:
            b, a = stack.pop(), stack.pop()
            stack.append(self.BINARY[operation](a, b))
        elif operation == "push":
            stack.append(operand)
        elif operation == "load":
            stack.append(self.variables[operand])
        elif operation == "store":
            self.variables[operand] = stack.pop()
        elif operation == "jump" or (operation == "jz" and not stack.pop()):
            self.pc = operand - 1
        elif operation == "call":
            self.calls.append(self.pc)
            self.pc = operand - 1
        elif operation == "ret":
            self.pc = self.calls.pop()
        elif operation == "dup":
            stack.append(stack[-1])
        elif operation == "over":
            stack.append(stack[-2])
        elif operation == "swap":
            stack[-1], stack[-2] = stack[-2], stack[-1]
        elif operation == "drop":
            stack.pop()
        elif operation == "not":
            stack.append(int(not stack.pop()))
        elif operation == "print":
            self.output.append(stack.pop())
        elif operation == "halt":
            return False
        return True


PROGRAMS = {
    "countdown": "push 5\nloop: dup\nprint\npush 1\nsub\ndup\njz end\njump loop\nend: halt",
    "factorial": "push 20\ncall fact\nprint\nhalt\nfact: dup\njz base\ndup\npush 1\nsub\ncall fact\nmul\nret\nbase: drop\npush 1\nret",
    "fibonacci": "push 0\nstore a\npush 1\nstore b\npush 100\nstore n\nloop: load n\njz done\nload a\nload b\ndup\nstore a\nadd\nstore b\nload n\npush 1\nsub\nstore n\njump loop\ndone: load a\nprint",
    "gcd": "push 0x2d0 ; 720\npush 0b1111000 ; 120 times something\nloop: dup\njz end\nswap\nover\nmod\njump loop\nend: drop\nprint",
    "primes": "push 2\nstore n\nouter: load n\npush 30\nlt\njz done\npush 2\nstore d\ninner: load d\nload d\nmul\nload n\nswap\nlt\nnot\njz prime\nload n\nload d\nmod\njz next\nload d\npush 1\nadd\nstore d\njump inner\nprime: load n\nprint\nnext: load n\npush 1\nadd\nstore n\njump outer\ndone: halt",
    "underflow": "push 1\nadd",
    "division": "push 1\npush 0\ndiv",
    "unset": "load nothing",
    "endless": "here: jump here",
    "return": "ret",
    "empty": "; nothing\n\n",
    "unknown op": "push 1\nexplode",
    "no label": "jump nowhere",
    "operands": "push 1 2",
    "twice": "a: halt\na: halt",
}
for name, source in PROGRAMS.items():
    try:
        machine = Machine(Assembler(source).code, limit=5000)
        print(name, machine.run(), machine.steps, machine.stack)
    except SyntaxError as error:
        print(name, "syntax:", error)
    except MachineError as error:
        print(name, "machine:", error, "at", error.pc, "| cause:", type(error.__cause__).__name__)
    except ValueError as error:
        print(name, "value:", error)
