"""Random expressions of a wanted type.

A type is a name of `values.TYPES`. It is a wish, not a promise: with the probability `breaks` something else comes
instead, which is what the compiler's guards are there for. Values stay small enough by construction: shift counts
and exponents are bounded here, what is carried around a loop is bounded by `statements`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from fuzz import values

MOST_CALL_COST = 2500  # operations one call may take, repeated as often as the loops around it say


@dataclass(frozen=True)
class Function:
    """A function of the program, for those who call it; `cost` is about how many operations a call takes."""

    name: str
    parameters: tuple[str, ...]
    result: str
    cost: int


@dataclass
class Scope:
    """What an expression may mention, and where it stands."""

    random: Random
    variables: dict[str, str] = field(default_factory=dict)  # name to type
    functions: list[Function] = field(default_factory=list)
    breaks: float = 0.02
    repeats: int = 1  # how often the code runs, at most

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def names(self, type_: str) -> list[str]:
        return [name for name, known in self.variables.items() if known == type_]

    def pick(self, *options: str) -> str:
        return self.random.choice(options)


def expression(scope: Scope, type_: str, depth: int = 3) -> str:
    """An expression of that type, in parentheses where it needs them."""
    if scope.chance(scope.breaks):
        return values.odd(scope.random)
    names = scope.names(type_)
    if depth <= 0 or scope.chance(0.15):
        return scope.random.choice(names) if names and scope.chance(0.75) else values.constant(scope.random, type_)
    if names and scope.chance(0.2):
        return scope.random.choice(names)
    if scope.chance(0.08) and (call := _call(scope, type_, depth)):
        return call
    if scope.chance(0.06):
        return f"({expression(scope, type_, depth - 1)} if {condition(scope, depth - 1)} else {expression(scope, type_, depth - 1)})"
    return _MAKERS[type_](scope, depth - 1)


def condition(scope: Scope, depth: int = 2) -> str:
    return expression(scope, "bool", depth)


def small(scope: Scope, bound: int, depth: int = 1) -> str:
    """An integer expression from 0 to `bound`, a power of two less one."""
    return f"({expression(scope, 'int', depth)} & {bound})"


def _call(scope: Scope, type_: str, depth: int) -> str | None:
    fitting = [f for f in scope.functions if f.result == type_ and f.cost * scope.repeats <= MOST_CALL_COST]
    if not fitting:
        return None
    function = scope.random.choice(fitting)
    return f"{function.name}({', '.join(argument(scope, p, depth - 1) for p in function.parameters)})"


def argument(scope: Scope, type_: str, depth: int) -> str:
    return values.odd(scope.random) if scope.chance(scope.breaks * 2) else expression(scope, type_, depth)


def number(scope: Scope, depth: int) -> str:
    return expression(scope, scope.pick("int", "int", "float", "bool"), depth)


def _int(scope: Scope, depth: int) -> str:
    def e(type_: str = "int") -> str:
        return expression(scope, type_, depth)

    makers: tuple[Callable[[], str], ...] = (
        lambda: f"({e()} {scope.pick('+', '-', '+', '-', '*')} {e()})",
        lambda: f"({e()} {scope.pick('+', '-')} {values.integer(scope.random)})",
        lambda: f"({e()} {scope.pick('//', '%')} {e() if scope.chance(0.5) else scope.pick('3', '-3', '7', '-7', '16', '2**31', '-(2**40)')})",
        lambda: f"({e()} {scope.pick('&', '|', '^')} {e()})",
        lambda: f"({e()} {scope.pick('<<', '>>', '>>')} {scope.random.choice((0, 1, 3, 15, 16, 31, 32, 47, 62, 63, 64))})",
        lambda: f"({e()} {scope.pick('<<', '>>')} {small(scope, 63, depth - 1)})",
        lambda: f"({scope.pick('-', '~', '+')}{e()})",
        lambda: f"({e()} ** {scope.pick('2', '2', '3', '0', '1')})",
        lambda: f"{scope.pick('abs', 'int')}({e()})",
        lambda: f"{scope.pick('min', 'max')}({e()}, {e()})",
        lambda: f"len({e(scope.pick('str', 'ints', 'strs', 'table', 'floats'))})",
        lambda: f"sum({e('ints')})",
        lambda: f"{e('ints')}[{_index(scope, depth)}]",
        lambda: f"{e('pair')}[{scope.pick('0', '1', '-1', '-2', '2')}]",
        lambda: f"{e('table')}.get({e('str')}, {e()})",
        lambda: f"{e('table')}[{e('str')}]",
        lambda: f"divmod({e()}, {e()})[{scope.pick('0', '1')}]",
        lambda: f"pow({e()}, {small(scope, 15)}, {scope.pick('97', '2**31 - 1', '-7', '2**61 - 1')})",
        lambda: f"int({e('float')})",
        lambda: f"round({e('float')})",
        lambda: f"({e('bool')} {scope.pick('+', '-', '*', '&', '|', '^')} {e(scope.pick('int', 'bool'))})",
        lambda: f"({e()}).bit_length()",
        lambda: f"hash({e(scope.pick('int', 'bool'))})",
        lambda: f"{e('str')}.{scope.pick('find', 'count')}({e('str')})",
        lambda: f"({e()} {scope.pick('and', 'or')} {e()})",
    )
    return scope.random.choice(makers)()


def _index(scope: Scope, depth: int) -> str:
    """Mostly in range of a short list, from either end."""
    return scope.random.choice((
        lambda: small(scope, 3, depth), lambda: f"-{small(scope, 3, depth)}", lambda: scope.pick("0", "1", "-1", "2", "-3"),
        lambda: expression(scope, "int", depth), lambda: expression(scope, "bool", 0)))()


def _float(scope: Scope, depth: int) -> str:
    def e(type_: str = "float") -> str:
        return expression(scope, type_, depth)

    makers: tuple[Callable[[], str], ...] = (
        lambda: f"({e()} {scope.pick('+', '-', '*', '+', '-', '*', '/')} {e()})",
        lambda: f"({e()} {scope.pick('+', '-', '*', '/')} {e('int')})",
        lambda: f"({e('int')} {scope.pick('+', '-', '*', '/')} {e()})",
        lambda: f"({number(scope, depth)} / {number(scope, depth)})",
        lambda: f"({e()} {scope.pick('//', '%')} {number(scope, depth)})",
        lambda: f"({scope.pick('-', '+')}{e()})",
        lambda: f"{scope.pick('abs', 'float')}({e()})",
        lambda: f"float({e('int')})",
        lambda: f"{scope.pick('min', 'max')}({e()}, {number(scope, depth)})",
        lambda: f"sum({e('floats')}, 0.0)",
        lambda: f"{e('floats')}[{_index(scope, depth)}]",
        lambda: f"round({e()}, {scope.pick('0', '1', '2', '-1')})",
        lambda: f"divmod({e()}, {number(scope, depth)})[{scope.pick('0', '1')}]",
        lambda: f"({e()} ** 2)",
    )
    return scope.random.choice(makers)()


_CLASSES = ("int", "float", "bool", "str", "list", "(int, float)", "Whole", "tuple", "dict")


def _bool(scope: Scope, depth: int) -> str:
    def e(type_: str = "int") -> str:
        return expression(scope, type_, depth)

    def compare() -> str:
        return scope.pick("<", "<=", ">", ">=", "==", "!=")

    makers: tuple[Callable[[], str], ...] = (
        lambda: f"({e()} {compare()} {e()})",
        lambda: f"({number(scope, depth)} {compare()} {number(scope, depth)})",
        lambda: f"({e()} {compare()} {number(scope, depth)} {compare()} {e()})",
        lambda: f"({e('str')} {compare()} {e('str')})",
        lambda: f"({e('ints')} {compare()} {e('ints')})",
        lambda: f"({e('pair')} {compare()} {e('pair')})",
        lambda: f"({e(scope.random.choice(values.TYPES))} {scope.pick('==', '!=')} {e(scope.random.choice(values.TYPES))})",
        lambda: f"({e('bool')} {scope.pick('and', 'or')} {e('bool')})",
        lambda: f"(not {e(scope.random.choice(values.TYPES))})",
        lambda: f"bool({e(scope.random.choice(values.TYPES))})",
        lambda: f"isinstance({e(scope.random.choice(values.TYPES))}, {scope.random.choice(_CLASSES)})",
        lambda: f"({e()} {scope.pick('in', 'not in')} {e(scope.pick('ints', 'pair', 'floats'))})",
        lambda: f"({e('str')} {scope.pick('in', 'not in')} {e(scope.pick('str', 'strs', 'table'))})",
        lambda: f"{scope.pick('any', 'all')}({e(scope.pick('ints', 'strs', 'floats'))})",
        lambda: f"({e(scope.random.choice(values.TYPES))} {scope.pick('is', 'is not')} None)",
        lambda: f"{e('str')}.{scope.pick('startswith', 'endswith')}({e('str')})",
    )
    return scope.random.choice(makers)()


_SPECS = ("", "d", "5", "<6", ">6", "^7", "05", "+", "x", ".2f", ".3e", "g", ",", "s", "!r", "10.1f")


def _str(scope: Scope, depth: int) -> str:
    def e(type_: str = "str") -> str:
        return expression(scope, type_, depth)

    def field_() -> str:
        inner = e(scope.random.choice(values.TYPES))
        spec = scope.random.choice(_SPECS) if scope.chance(0.4) else ""
        # Quotes of the outer string may be used inside since 3.12 (PEP 701).
        return f"{{({inner}){spec if spec.startswith('!') else ':' + spec if spec else ''}}}"

    makers: tuple[Callable[[], str], ...] = (
        lambda: f"({e()} + {e()})",
        lambda: f"({e()} * {small(scope, 3, depth - 1)})",
        lambda: f"{e()}[{_index(scope, depth)}]",
        lambda: f"{e()}[{scope.pick('1:', ':2', '::-1', '-2:', ':-1', '1:3', '::2')}]",
        lambda: f"{scope.pick('str', 'repr')}({e(scope.random.choice(values.TYPES))})",
        lambda: f'f"{scope.pick("", "x=", "<")}{field_()}{scope.pick("", ",", field_())}"',
        lambda: f"{e()}.{scope.pick('upper', 'lower', 'strip', 'title', 'swapcase')}()",
        lambda: f"{e()}.replace({e()}, {scope.pick(repr('-'), repr(''), repr('ab'))})",
        lambda: f"{scope.pick(repr(','), repr(''), e())}.join({e('strs')})",
        lambda: f"{e('strs')}[{_index(scope, depth)}]",
        lambda: f"chr(97 + {small(scope, 15)})",
        lambda: f"('%s|%r' % ({e(scope.random.choice(values.TYPES))}, {e()}))",
        lambda: f"{scope.pick('min', 'max')}({e()}, {e()})",
        lambda: f"({e()} {scope.pick('and', 'or')} {e()})",
    )
    return scope.random.choice(makers)()


def _list_of(element: str) -> Callable[[Scope, int], str]:
    kind = element + "s"

    def make(scope: Scope, depth: int) -> str:
        def e(type_: str = kind) -> str:
            return expression(scope, type_, depth)

        def with_variable(name: str, type_: str, wanted: str) -> str:
            outer = scope.variables.copy()
            scope.variables[name] = type_
            scope.repeats *= 8
            made = expression(scope, wanted, depth)
            scope.variables, scope.repeats = outer, scope.repeats // 8
            return made

        makers: tuple[Callable[[], str], ...] = (
            lambda: "[" + ", ".join(e(element) for _ in range(scope.random.randint(0, 4))) + "]",
            lambda: f"({e()} + {e()})",
            lambda: f"({e()} * {small(scope, 3)})",
            lambda: f"{e()}[{scope.pick('1:', ':3', '::-1', '-2:', '::2', '1:-1')}]",
            lambda: f"sorted({e()}{scope.pick('', ', reverse=True')})",
            lambda: f"list({e()})",
            lambda: f"[{with_variable('c', element, element)} for c in {e()}]",
            lambda: f"[{with_variable('c', element, element)} for c in {e()} if {with_variable('c', element, 'bool')}]",
            lambda: f"[{with_variable('k', 'int', element)} for k in range({small(scope, 7)})]",
        )
        return scope.random.choice(makers)()

    return make


def _pair(scope: Scope, depth: int) -> str:
    def e(type_: str = "int") -> str:
        return expression(scope, type_, depth)

    return scope.random.choice((
        lambda: f"({e()}, {e()})", lambda: f"({e()}, {e(scope.random.choice(values.TYPES))})", lambda: f"divmod({e()}, {e()})",
        lambda: f"{e('pair')}[::-1]", lambda: f"tuple({e('ints')}[:2])"))()


def _table(scope: Scope, depth: int) -> str:
    def e(type_: str) -> str:
        return expression(scope, type_, depth)

    return scope.random.choice((
        lambda: "{" + ", ".join(f"{e('str')}: {e('int')}" for _ in range(scope.random.randint(0, 3))) + "}",
        lambda: f"dict({e('table')})", lambda: f"({e('table')} | {e('table')})",
        lambda: f"dict(zip({e('strs')}, {e('ints')}))", lambda: f"{{c: len(c) for c in {e('strs')}}}"))()


_MAKERS: dict[str, Callable[[Scope, int], str]] = {
    "int": _int, "float": _float, "bool": _bool, "str": _str, "ints": _list_of("int"), "floats": _list_of("float"),
    "strs": _list_of("str"), "pair": _pair, "table": _table,
}
