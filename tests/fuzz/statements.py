"""Random function bodies: statements that build on the variables and functions of a `Body`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

from fuzz import values
from fuzz.expressions import Function, Scope, argument, condition, expression, small

MOST_REPEATS = 400  # of the innermost statement of nested loops
# What may be raised and caught by name.
EXCEPTIONS = ("ValueError", "KeyError", "ZeroDivisionError", "TypeError", "IndexError", "ArithmeticError", "LookupError", "Exception")


@dataclass
class Body:
    """A function body as it is written. `cost` estimates its operations; `loops` are the loops around this place."""

    scope: Scope
    prefix: str = ""
    result: str = "int"
    lines: list[str] = field(default_factory=list)
    indent: int = 0
    cost: int = 0
    loops: int = 0
    is_generator: bool = False
    may_return: bool = True
    _count: int = 0

    @property
    def random(self) -> Random:
        return self.scope.random

    def write(self, line: str) -> None:
        self.lines.append("    " * self.indent + line)
        self.cost += self.scope.repeats * 4

    @contextmanager
    def block(self, head: str, repeats: int = 1) -> Iterator[None]:
        """A compound statement; what it binds is bound afterwards only perhaps."""
        self.write(head)
        before = dict(self.scope.variables)
        self.indent += 1
        self.scope.repeats *= repeats
        yield
        self.scope.repeats //= repeats
        self.indent -= 1
        if self.scope.chance(0.6):
            self.scope.variables = before

    @contextmanager
    def loop(self, head: str, repeats: int) -> Iterator[None]:
        self.loops += 1
        with self.block(head, repeats):
            yield
        self.loops -= 1

    def fresh(self, type_: str) -> str:
        self._count += 1
        return f"{self.prefix}{type_[0] if type_ not in ('ints', 'floats', 'strs') else type_[0] + 's'}{self._count}"

    def target(self, type_: str) -> str:
        """A variable to assign to: new, of that type, or rarely of another."""
        names = self.scope.names(type_)
        if self.scope.variables and self.scope.chance(0.06):
            return self.random.choice(list(self.scope.variables))
        return self.random.choice(names) if names and self.scope.chance(0.6) else self.fresh(type_)


def statements(body: Body, count: int, depth: int = 2) -> None:
    for _ in range(count):
        statement(body, depth)


def statement(body: Body, depth: int) -> None:
    kinds = _SIMPLE if depth <= 0 else _SIMPLE + _COMPOUND
    makers, weights = zip(*kinds)
    body.random.choices(makers, weights)[0](body, depth)


def bounded(body: Body, name: str, type_: str) -> None:
    """Inside a loop, keeps a variable from growing beyond a few machine words or items."""
    match type_:
        case "int":
            bound = body.scope.pick("2**31", "2**47", "2**53", "2**63", "2**65", "2**100")
            cut = body.scope.pick(f"{name} % (2**31 - 1)", f"{name} >> 40", f"{name} % -1000003", f"-({name} // 2**40)", f"{name} & (2**48 - 1)", "1")
            with body.block(f"if not -{bound} < {name} < {bound}:"):
                body.write(f"{name} = {cut} % 2**64")
        case "str":
            body.write(f"{name} = {name}[-20:]")
        case "ints" | "floats" | "strs":
            body.write(f"{name} = {name}[:9]")
        case "table":
            with body.block(f"if len({name}) > 9:"):
                body.write(f"{name}.clear()")


def _assign(body: Body, depth: int) -> None:
    type_ = body.random.choices(values.TYPES, (8, 5, 2, 3, 3, 2, 1, 2, 1))[0]
    value = expression(body.scope, type_, 3)
    name = body.target(type_)
    body.write(f"{name} = {value}")
    body.scope.variables[name] = type_
    if body.loops:
        bounded(body, name, type_)


def _break_type(body: Body, depth: int) -> None:
    """In the middle of a loop something else arrives in a variable."""
    counters = body.scope.names("int")
    if not body.loops or not counters:
        return _assign(body, depth)
    name = body.random.choice(list(body.scope.variables))
    with body.block(f"if {body.random.choice(counters)} == {body.random.randint(0, 6)}:"):
        body.write(f"{name} = {values.odd(body.random)}")


_AUGMENTING = {
    "int": ("+=", "+=", "-=", "*=", "//=", "%=", "&=", "|=", "^=", ">>="),
    "float": ("+=", "-=", "*=", "/=", "//=", "%="),
    "str": ("+=",),
    "ints": ("+=",),
}


def _augment(body: Body, depth: int) -> None:
    type_ = body.scope.pick("int", "int", "int", "float", "float", "str", "ints")
    names = body.scope.names(type_)
    if not names:
        return _assign(body, depth)
    name = body.random.choice(names)
    operator = body.random.choice(_AUGMENTING[type_])
    value = small(body.scope, 63) if operator == ">>=" else expression(body.scope, type_, 2)
    body.write(f"{name} {operator} {value}")
    if body.loops:
        bounded(body, name, type_)


def _mutate(body: Body, depth: int) -> None:
    scope = body.scope
    lists = [n for n in scope.variables if scope.variables[n] in ("ints", "floats", "strs")]
    tables = scope.names("table")
    if tables and (not lists or scope.chance(0.3)):
        name = body.random.choice(tables)
        key, value = expression(scope, "str", 1), expression(scope, "int", 2)
        body.write(scope.pick(f"{name}[{key}] = {value}", f"{name}[{key}] = {name}.get({key}, 0) + 1", f"{name}.pop({key}, None)",
                              f"del {name}[{key}]", f"{name}.setdefault({key}, {value})"))
    elif lists:
        name = body.random.choice(lists)
        element = scope.variables[name][:-1]
        value, index = argument(scope, element, 2), small(scope, 3)
        body.write(scope.pick(f"{name}.append({value})", f"{name}[{index}] = {value}", f"{name}[-{index}] = {value}", f"{name}.insert({index}, {value})",
                              f"{name}.pop()", f"del {name}[{index}]", f"{name}.reverse()", f"{name}.sort()", f"{name}[{index}:] = [{value}]",
                              f"{name}[{index}] += {value}"))
        if body.loops:
            body.write(f"del {name}[9:]")
    else:
        _assign(body, depth)


def _unpack(body: Body, depth: int) -> None:
    first, second = body.target("int"), body.target("int")
    shown = [f"{first}, {second} = {second}, {first}"] if {first, second} <= set(body.scope.variables) and first != second else []
    shown += [f"{first}, {second} = {expression(body.scope, 'pair', 2)}",
              f"{first}, *{body.fresh('ints')} = {expression(body.scope, 'ints', 2)}"]
    body.write(body.random.choice(shown))
    body.scope.variables |= {first: "int", second: "int"} if "*" not in body.lines[-1].partition(" = ")[0] else {first: "int"}


def _print(body: Body, depth: int) -> None:
    shown = ", ".join(expression(body.scope, body.random.choice(values.TYPES), 2) for _ in range(body.random.randint(1, 2)))
    if body.scope.repeats > 20:
        counter = body.scope.names("int")
        with body.block(f"if {counter[-1] if counter else '0'} == {body.random.randint(0, 9)}:"):
            body.write(f"print({shown})")
    else:
        body.write(f"print({shown})")


def _leave(body: Body, depth: int) -> None:
    """break, continue, return, raise or yield, under a condition."""
    ways = ["break", "continue", "continue"] if body.loops else []
    if body.may_return:
        ways.append("return " + expression(body.scope, body.result, 2))
    if body.is_generator:
        ways += ["yield " + expression(body.scope, body.result, 2)] * 3
    ways.append(f"raise {body.random.choice(EXCEPTIONS)}({expression(body.scope, body.scope.pick('int', 'str'), 1)})")
    with body.block(f"if {condition(body.scope)}:"):
        body.write(body.random.choice(ways))


def _delete(body: Body, depth: int) -> None:
    """A local that may be unbound from here on."""
    if body.scope.variables and body.scope.chance(0.3):
        body.write(f"del {body.random.choice(list(body.scope.variables))}")
    else:
        _assign(body, depth)


def _if(body: Body, depth: int) -> None:
    with body.block(f"if {condition(body.scope)}:"):
        statements(body, body.random.randint(1, 3), depth - 1)
    if body.scope.chance(0.3):
        with body.block(f"elif {condition(body.scope)}:"):
            statements(body, body.random.randint(1, 2), depth - 1)
    if body.scope.chance(0.5):
        with body.block("else:"):
            statements(body, body.random.randint(1, 2), depth - 1)


def _range_head(body: Body) -> tuple[str, int]:
    """A range and the most items it has."""
    scope, bound = body.scope, body.random.choice((7, 15, 15, 31))
    near = scope.pick("2**31", "2**47", "2**53", "2**63", "-2**31", "-2**47", "-2**63")
    return body.random.choice((
        (f"range({body.random.randint(2, bound)})", bound),
        (f"range({small(scope, bound)})", bound),
        (f"range({body.random.randint(-5, 5)}, {small(scope, bound)})", bound + 5),
        (f"range({small(scope, bound)}, {body.random.randint(-3, 3)}, -{body.random.randint(1, 3)})", bound + 3),
        (f"range({near} - {body.random.randint(0, 6)}, {near} + {body.random.randint(0, 6)}, {scope.pick('1', '2', '3')})", 12),
        (f"range({near} + 5, {near} - 4, {scope.pick('-1', '-2')})", 9),
        (f"range(0, {bound}, {small(scope, 3)})", bound)))


def _for(body: Body, depth: int) -> None:
    scope = body.scope
    name = body.target("int")
    kind = scope.pick("range", "range", "range", "list", "enumerate", "zip", "items", "str")
    head, repeats, bound = f"for {name} in ", 8, {name: "int"}
    if kind == "range":
        text, repeats = _range_head(body)
        head += text
    elif kind == "list":
        type_ = scope.pick("int", "int", "float", "str")
        head, bound = head + expression(scope, type_ + "s", 2), {name: type_}
    elif kind == "str":
        head, bound = head + f"{expression(scope, 'str', 2)}[:8]", {name: "str"}
    else:
        other = body.fresh("int")
        text = {"enumerate": lambda: f"enumerate({expression(scope, 'ints', 2)})", "items": lambda: f"{expression(scope, 'table', 1)}.items()",
                "zip": lambda: f"zip({expression(scope, 'ints', 2)}, {expression(scope, 'floats', 2)})"}[kind]()
        head = f"for {name}, {other} in {text}"
        bound = {name: "str" if kind == "items" else "int", other: "float" if kind == "zip" else "int"}
    if scope.repeats * repeats > MOST_REPEATS:
        return _assign(body, depth)
    with body.loop(head + ":", repeats):
        scope.variables |= bound
        statements(body, body.random.randint(2, 4), depth - 1)
    if scope.chance(0.12):
        with body.block("else:"):
            statements(body, 1, 0)


def _while(body: Body, depth: int) -> None:
    limit = body.random.randint(3, 14)
    if body.scope.repeats * limit > MOST_REPEATS:
        return _assign(body, depth)
    counter = f"{body.prefix}w{len(body.lines)}"  # not in the scope, so that nobody else assigns to it
    body.write(f"{counter} = 0")
    with body.loop(f"while {counter} < {limit}{_further_condition(body)}:", limit):
        body.write(f"{counter} += 1")
        statements(body, body.random.randint(2, 4), depth - 1)


def _further_condition(body: Body) -> str:
    return f" and {condition(body.scope)}" if body.scope.chance(0.4) else ""


def _try(body: Body, depth: int) -> None:
    with body.block("try:"):
        statements(body, body.random.randint(1, 3), depth - 1)
    has_handler = body.scope.chance(0.85)
    if has_handler:
        with body.block(f"except {body.random.choice(EXCEPTIONS)} as error:"):
            if body.scope.chance(0.5):
                body.write("print(type(error).__name__, error)")
            statements(body, body.random.randint(1, 2), depth - 1)
            if body.scope.chance(0.12):
                body.write(body.scope.pick("raise", "raise ValueError('again')", "raise KeyError('from') from error"))
        if body.scope.chance(0.2):
            with body.block("else:"):
                statements(body, 1, depth - 1)
    if not has_handler or body.scope.chance(0.25):
        with body.block("finally:"):
            statements(body, body.random.randint(1, 2), depth - 1)


def _nested(body: Body, depth: int) -> None:
    """A closure over the variables so far, called at once and perhaps later."""
    name = f"{body.prefix}inner{len(body.lines)}"
    integers = body.scope.names("int")
    outer = dict(body.scope.variables)
    loops, may_return, is_generator = body.loops, body.may_return, body.is_generator
    with body.block(f"def {name}(a, b={expression(body.scope, 'int', 1)}):"):
        body.scope.variables = {**outer, "a": "int", "b": "int"}
        body.loops, body.may_return, body.is_generator = 0, False, False
        if integers and body.scope.chance(0.6):
            captured = body.random.choice(integers)
            body.write(f"nonlocal {captured}")
            body.scope.variables = {captured: "int", "a": "int", "b": "int"}
            body.write(f"{captured} = {expression(body.scope, 'int', 2)}")
            bounded(body, captured, "int")
        body.write(f"return {expression(body.scope, 'int', 3)}")
    body.scope.variables = outer
    body.loops, body.may_return, body.is_generator = loops, may_return, is_generator
    target = body.fresh("int")
    body.write(f"{target} = {name}({argument(body.scope, 'int', 2)}{body.scope.pick('', ', ' + argument(body.scope, 'int', 1))})")
    body.scope.variables[target] = "int"


Maker = Callable[[Body, int], None]
_SIMPLE: tuple[tuple[Maker, float], ...] = ((_assign, 9), (_augment, 5), (_mutate, 3), (_unpack, 1.5), (_print, 1), (_leave, 1), (_delete, 0.2), (_break_type, 1))
_COMPOUND: tuple[tuple[Maker, float], ...] = ((_if, 3), (_for, 4), (_while, 1.5), (_try, 2), (_nested, 0.5))


def function(scope: Scope, name: str) -> tuple[Function, list[str]]:
    """A function of random parameters and result."""
    random = scope.random
    parameters = tuple(random.choice(values.TYPES[:6]) for _ in range(random.randint(1, 4)))
    result = random.choice(values.TYPES[:6])
    names = [f"p{n}" for n in range(len(parameters))]
    annotated = scope.chance(0.5)
    inner = Scope(random, dict(zip(names, parameters)), scope.functions, scope.breaks)
    body = Body(inner, result=result, indent=1)
    head = ", ".join(f"{n}: {values.ANNOTATIONS[t]}" if annotated else n for n, t in zip(names, parameters))
    lines = [f"def {name}({head}){f' -> {values.ANNOTATIONS[result]}' if annotated else ''}:"]
    statements(body, random.randint(3, 7))
    shown = list(inner.variables)[:6]
    body.write(f"return {expression(inner, result, 2)}" if scope.chance(0.6) or not shown else f"return ({', '.join(shown)},)")
    return Function(name, parameters, result, body.cost), lines + body.lines


def generator(scope: Scope, name: str) -> tuple[Function, list[str]]:
    """A generator function of one integer; what it yields are integers."""
    inner = Scope(scope.random, {"p0": "int"}, scope.functions, scope.breaks)
    body = Body(inner, result="int", indent=1, is_generator=True)
    with body.loop(f"for step in range({scope.random.randint(2, 9)}):", 8):
        inner.variables["step"] = "int"
        statements(body, scope.random.randint(1, 3), 1)
        body.write(f"{scope.pick('', 'p0 = ')}yield {expression(inner, 'int', 2)}")
    body.write("return 'end'")
    return Function(name, ("int",), "generator", body.cost), [f"def {name}(p0):", *body.lines]
