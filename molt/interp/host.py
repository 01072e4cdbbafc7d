"""What of the host a program sees as its own while it runs: sys.argv, the recursion limit, hooks, atexit."""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from molt.interp import tracebacks

if TYPE_CHECKING:
    from molt.interp.program import Program

_HOST_FRAMES_PER_FRAME = 40  # generous: a frame takes four, and three more for each handler it is in
_set_limit = sys.setrecursionlimit


def set_host_recursion_limit(limit: int) -> None:
    """Enough host frames for `limit` frames of the program."""
    _set_limit(min(limit, 1_000_000) * _HOST_FRAMES_PER_FRAME)


class Host:
    """A context manager: puts the program's view of the host in place, and the host's own back at the end."""

    def __init__(self, program: Program, argv: list[str]) -> None:
        self.exit_functions = ExitFunctions()
        self._places: list[tuple[Any, str, Any]] = [
            (sys, "argv", argv),
            (sys, "unraisablehook", _print_unraisable),
            (sys, "setrecursionlimit", program.set_recursion_limit),
            (sys, "getrecursionlimit", program.get_recursion_limit),
            (atexit, "register", self.exit_functions.register),
            (atexit, "unregister", self.exit_functions.unregister),
        ]
        self._limit = program.recursion_limit

    def __enter__(self) -> Host:
        self._main = sys.modules["__main__"]
        host_limit = sys.getrecursionlimit()
        set_host_recursion_limit(self._limit)
        self._limit = host_limit
        self._exchange()
        return self

    def __exit__(self, *exception: object) -> None:
        self._exchange()
        _set_limit(self._limit)
        sys.modules["__main__"] = self._main

    def _exchange(self) -> None:
        exchanged = [(owner, name, getattr(owner, name)) for owner, name, _ in self._places]
        for owner, name, value in self._places:
            setattr(owner, name, value)
        self._places = exchanged


class ExitFunctions:
    """The functions that the program registers with `atexit`."""

    def __init__(self) -> None:
        self._calls: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = []

    def register(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Callable[..., Any]:
        if not callable(function):
            raise TypeError("the first argument must be callable")
        self._calls.append((function, args, kwargs))
        return function

    def unregister(self, function: Callable[..., Any], /) -> None:
        self._calls = [call for call in self._calls if call[0] != function]

    def run(self) -> None:
        """Calls them, the last one first; an exception is reported and the next is called."""
        while self._calls:
            function, args, kwargs = self._calls.pop()
            try:
                function(*args, **kwargs)
            except BaseException as exception:
                tracebacks.clean_chain(exception)
                print(f"Exception ignored in atexit callback: {function!r}", file=sys.stderr)
                sys.excepthook(type(exception), exception, exception.__traceback__)


def _print_unraisable(unraisable: Any) -> None:
    """sys.unraisablehook without the interpreter's frames."""
    tracebacks.clean_chain(unraisable.exc_value)
    shown = tracebacks.program_part(unraisable.exc_traceback)
    fields = (unraisable.exc_type, unraisable.exc_value, shown, unraisable.err_msg, unraisable.object)
    sys.__unraisablehook__(type(unraisable)(fields))
