"""A scene: a few definitions that attack one assumption of a specialising compiler, and calls that show what they do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from textwrap import dedent

from fuzz import values
from fuzz.expressions import Scope, condition, expression


@dataclass
class Scene:
    """`number` makes the names of one scene different from those of the others."""

    scope: Scope
    number: int
    lines: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)  # those that it shows

    @property
    def random(self) -> Random:
        return self.scope.random

    def pick(self, *options: str) -> str:
        return self.random.choice(options)

    def count(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def write(self, text: str) -> None:
        """Adds module-level code; what is inserted into the template has one line."""
        self.lines += [line for line in dedent(text).splitlines() if line.strip()]

    def show(self, call: str) -> None:
        """Calls something and prints what comes of it."""
        self.calls.append(call)
        self.write(f"""
            try:
                print({call!r}, {call})
            except Exception as error:
                print({call!r}, type(error).__name__, error)
        """)

    def integer(self) -> str:
        return values.integer(self.random)

    def large(self) -> str:
        return values.spelled(self.random.choice(values.INTS))

    def real(self) -> str:
        return values.real(self.random)

    def odd(self) -> str:
        return values.odd(self.random)

    def value(self) -> str:
        """An argument: mostly a number."""
        return self.random.choice((self.integer, self.integer, self.large, self.real, self.odd))()

    def expression(self, type_: str, depth: int = 2, **variables: str) -> str:
        return expression(self._inner(variables), type_, depth)

    def condition(self, depth: int = 2, **variables: str) -> str:
        return condition(self._inner(variables), depth)

    def _inner(self, variables: dict[str, str]) -> Scope:
        return Scope(self.random, variables, [], self.scope.breaks, repeats=50)

    def hint(self, type_: str) -> str:
        """An annotation of a parameter, or none."""
        return f": {type_}" if self.scope.chance(0.5) else ""


Maker = Callable[[Scene], None]
