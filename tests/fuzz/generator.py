"""Random programs: a few functions and scenes, calls of them with arguments that fit and that do not, and an end.

The same seed gives the same program. A program prints what its calls give or raise and ends, sometimes by an uncaught
exception, so that tracebacks are compared too.
"""

from __future__ import annotations

from random import Random

from fuzz import scenes_control, scenes_numbers, scenes_objects, statements, values
from fuzz.expressions import Function, Scope, argument
from fuzz.scene import Scene

SCENES = scenes_numbers.SCENES + scenes_objects.SCENES + scenes_control.SCENES
# How often a program breaks the types that it seems to have: not at all, to at every other statement.
_BREAKS = (0.0, 0.01, 0.03, 0.03, 0.08)


def generate(seed: int) -> str:
    """The program of that seed."""
    random = Random(seed)
    scope = Scope(random, breaks=random.choice(_BREAKS))
    calls: list[str] = []
    lines = [f"# Program {seed} of the fuzzer.", *values.PRELUDE.splitlines()]
    for number in range(random.randint(2, 4)):
        scene = Scene(scope, number)
        random.choice(SCENES)(scene)
        lines += ["", *scene.lines]
        calls += scene.calls
    for number in range(random.randint(1, 3)):
        lines += _function(scope, number)
    lines += _ending(scope, calls)
    return "\n".join(lines) + "\n"


def _function(scope: Scope, number: int) -> list[str]:
    """A function and calls of it."""
    if scope.chance(0.12):
        defined, lines = statements.generator(scope, f"items{number}")
        calls = [f"list({_call(scope, defined)})" for _ in range(2)]
    else:
        defined, lines = statements.function(scope, f"work{number}x")
        scope.functions.append(defined)
        calls = [_call(scope, defined) for _ in range(scope.random.randint(1, 3))]
    scene = Scene(scope, number)
    for call in calls:
        scene.show(call)
    return ["", *lines, *scene.lines]


def _call(scope: Scope, function: Function) -> str:
    return f"{function.name}({', '.join(argument(scope, p, 1) for p in function.parameters)})"


def _ending(scope: Scope, calls: list[str]) -> list[str]:
    """A call at the end whose exception, if it raises one, nobody catches."""
    if scope.chance(0.4) or not (calls or scope.functions):
        return []
    if calls and (not scope.functions or scope.chance(0.4)):
        return ["", f"print({scope.random.choice(calls)})"]
    function = scope.random.choice(scope.functions)
    odd = [values.odd(scope.random) if scope.chance(0.6) else argument(scope, p, 1) for p in function.parameters]
    return ["", "def last(*arguments):", f"    return {function.name}(*arguments)", f"print(last({', '.join(odd)}))"]
