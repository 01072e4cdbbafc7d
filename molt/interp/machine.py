"""Frames and their execution.

The exception a program handles is the one the host handles: `catch` raises it
once more inside a host `try` and goes on executing within its `except` clause,
and `uncatch` leaves that clause. So `__context__`, `sys.exception()`, a bare
`raise` are CPython's own. A generator leaves these clauses when it yields, and
enters them again when it goes on.

Calls of interpreted functions stay calls from host Python to host Python, all
the way: the host's C stack does not grow with the program's recursion.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import CellType, FunctionType
from typing import TYPE_CHECKING, Any

from molt.interp import tracebacks
from molt.interp.code import Code, Jump, Step
from molt.interp.table import LEAVE, Kind

if TYPE_CHECKING:
    from molt.interp.program import ModuleState

# Instead of an offset: the function has returned, or stands at a `yield`.
_RETURNED, _SUSPENDED = -1, -2
_TAKEN = object()  # in the place of a parameter that has moved to a register


class Frame:
    """One activation of a function."""

    __slots__ = ("arguments", "at_lookup", "cells", "code", "delegate_result", "handled", "held", "keywords", "module", "parameters", "pending", "registers",
                 "result", "suspended_at", "thrown", "walks")

    def __init__(self, code: Code, module: ModuleState, cells: tuple[CellType, ...], arguments: list[Any]) -> None:
        self.code = code
        self.module = module
        self.cells = cells
        self.parameters: list[Any] = []  # those that the function asks for by ops
        if code.function.signature is not None:
            self.parameters, arguments = arguments, []
        self.registers: list[Any] = arguments + [None] * (code.n_registers - len(arguments))
        drop(self.registers, code.entry_drops)
        self.arguments: list[Any] | None = None  # of the call under way, until it is made
        self.keywords: dict[str, Any] | None = None
        self.pending: BaseException | None = None
        self.handled: list[BaseException] = []  # by the handlers it is in, the innermost last
        self.at_lookup = False  # of the method that is to be called
        self.held: list[Any] = []  # variables that stay when an exception leaves the frame
        self.result: Any = None  # returned or yielded; when a generator goes on, what was sent
        self.thrown: BaseException | None = None  # into a suspended generator
        self.suspended_at: int | None = None
        self.delegate_result: Any = None
        self.walks: dict[int, Any] = {}  # through dicts, by their id

    def take_parameter(self, index: int) -> Any:
        """A parameter that the function asks for, for the first and only time."""
        value, self.parameters[index] = self.parameters[index], _TAKEN
        assert value is not _TAKEN, f"parameter {index} was taken before"
        return value

    def take_arguments(self) -> list[Any]:
        """The arguments of the call under way; the frame lets go of them."""
        arguments, self.arguments = self.arguments, None
        return arguments or []

    def take_keywords(self) -> dict[str, Any]:
        keywords, self.keywords = self.keywords, None
        return keywords or {}

    def take_pending(self) -> BaseException:
        exception, self.pending = self.pending, None
        assert exception is not None, "no exception is pending"
        return exception

    def take_result(self) -> Any:
        result, self.result = self.result, None
        return result

    def take_delegate_result(self) -> Any:
        result, self.delegate_result = self.delegate_result, None
        return result


def drop(registers: list[Any], which: tuple[int, ...]) -> None:
    for index in which:
        registers[index] = None


def take(registers: list[Any], step: Step) -> list[Any]:
    """The operands; those used for the last time leave their registers."""
    values = [registers[index] for index in step.operands]
    for index in step.early:
        registers[index] = None
    return values


def follow(registers: list[Any], jump: Jump) -> int:
    """Goes along an edge; gives the offset it leads to."""
    values = [registers[index] for index in jump.arguments]
    for index in jump.drops:
        registers[index] = None
    for index, value in zip(jump.parameters, values, strict=True):
        registers[index] = value
    return jump.target


def run_function(frame: Frame) -> Any:
    """Runs a frame of an ordinary function to its end."""
    program = frame.module.program
    program.enter_frame()
    try:
        _drive(frame, 0)
        return frame.take_result()
    finally:
        program.leave_frame()


def run_generator(frame: Frame) -> bool:
    """Runs a generator's frame to its next `yield`, or to its end: then false. `Frame.take_result` has what it gives."""
    program = frame.module.program
    program.enter_frame()
    try:
        if frame.suspended_at is None:
            return _drive(frame, 0) == _SUSPENDED
        return _resume(frame, 0) == _SUSPENDED
    finally:
        program.leave_frame()


def _drive(frame: Frame, offset: int) -> int:
    """Executes from `offset` to the end of the function or of the innermost handler; gives where to go on."""
    steps, advance = frame.code.steps, frame.module.advance
    while True:
        offset = advance(frame, offset)
        step = steps[offset]
        if step.kind is not Kind.CATCH:
            return _end(frame, step, offset)
        offset = _drive_handler(frame, step, offset + 1)
        if offset < 0:
            return offset


def _drive_handler(frame: Frame, step: Step, offset: int) -> int:
    exception = frame.take_pending()
    caught, previous = step.results
    frame.registers[caught] = exception
    frame.registers[previous] = sys.exception()
    frame.handled.append(exception)
    context, traceback = exception.__context__, exception.__traceback__
    try:
        raise exception
    except BaseException:
        tracebacks.restore(exception, context, traceback)
        exception = context = traceback = None
        drop(frame.registers, step.late)
        return _drive(frame, offset)


def _end(frame: Frame, step: Step, offset: int) -> int:
    """Leaves the function (`ret`) or a handler (`uncatch`), or suspends it (`yield`)."""
    value = take(frame.registers, step).pop()
    if step.kind is Kind.UNCATCH:
        drop(frame.registers, step.late)
        frame.handled.pop()
        return offset + 1
    frame.result = value
    if step.kind is Kind.RETURN:
        return _RETURNED
    frame.suspended_at = offset
    return _SUSPENDED


def _resume(frame: Frame, depth: int) -> int:
    """Goes on after a `yield`: enters the handlers it stands in once more, from number `depth` on; then as `_drive`."""
    if depth == len(frame.handled):
        return _drive(frame, _wake(frame))
    exception = frame.handled[depth]
    context, traceback = exception.__context__, exception.__traceback__
    try:
        raise exception
    except BaseException:
        tracebacks.restore(exception, context, traceback)
        exception = context = traceback = None
        offset = _resume(frame, depth + 1)
    return offset if offset < 0 else _drive(frame, offset)


def _wake(frame: Frame) -> int:
    """Ends the `yield` with what was sent or thrown; gives where to go on."""
    offset, frame.suspended_at = frame.suspended_at, None
    step = frame.code.steps[offset]
    thrown, frame.thrown = frame.thrown, None
    if thrown is None:
        frame.registers[step.result] = frame.take_result()
        drop(frame.registers, step.late)
        return offset + 1
    try:
        try:
            _throw(frame, thrown)
        finally:
            thrown = None
    except BaseException as exception:
        if not _goes_on(frame, step, exception):
            raise
    return follow(frame.registers, step.on_raise)


def _throw(frame: Frame, exception: BaseException) -> None:
    """Raises in the generator what was thrown into it; its context is what the generator handles, if anything."""
    if frame.handled:
        raise exception
    context, traceback = exception.__context__, exception.__traceback__
    try:
        raise exception
    finally:
        tracebacks.restore(exception, context, traceback)


def _goes_on(frame: Frame, step: Step, exception: BaseException) -> bool:
    """An exception left a step: does the function go on, along the raise edge, with the exception pending?

    (When it does not, the caller raises: were it done here, the exception's
    traceback would hold this frame and its argument, the exception.)
    """
    tracebacks.record(frame, step, exception)
    if step.on_raise is None:
        drop(frame.registers, frame.code.temporaries)
        frame.handled.clear()
        return False
    frame.pending = exception
    return True


def make_advance(globals: dict[str, Any]) -> Callable[[Frame, int], int]:
    """The function that executes steps up to one that `_drive` performs, and gives its offset.

    The host sees it call what the program calls, so it has the globals of the
    program's module: classes made by calling a metaclass and `sys._getframe` get
    `__module__` from there. Therefore it uses no globals of its own, only cells.
    """
    plain, framed, call, may_leave, jump, branch = Kind.PLAIN, Kind.FRAMED, Kind.CALL, Kind.MAY_LEAVE, Kind.JUMP, Kind.BRANCH
    take_operands, go_along, store_all, end_registers = take, follow, _store, drop
    take_arguments, take_keywords = Frame.take_arguments, Frame.take_keywords
    goes_on, anything, leave = _goes_on, BaseException, LEAVE

    def advance(frame: Frame, offset: int) -> int:
        steps = frame.code.steps
        registers = frame.registers
        while True:
            try:
                while True:
                    step = steps[offset]
                    kind = step.kind
                    if kind is plain:
                        registers[step.result] = step.function(*take_operands(registers, step))
                    elif kind is framed:
                        store_all(registers, step, step.function(frame, step.attrs, *take_operands(registers, step)))
                    elif kind is call:
                        registers[step.result] = step.function(frame, step.attrs, *take_operands(registers, step))(
                            *take_arguments(frame), **take_keywords(frame))
                    elif kind is branch:
                        offset = go_along(registers, step.edges["then" if registers[step.operands[0]] else "else"])
                        continue
                    elif kind is jump:
                        offset = go_along(registers, step.edges["to"])
                        continue
                    elif kind is may_leave:
                        registers[step.result] = step.function(frame, step.attrs, *take_operands(registers, step))
                        if registers[step.result] is leave:
                            registers[step.result] = None
                            offset = go_along(registers, step.side)
                            continue
                    else:
                        return offset
                    if step.late:
                        end_registers(registers, step.late)
                    offset += 1
            except anything as exception:
                if not goes_on(frame, step, exception):
                    raise
            offset = go_along(registers, step.on_raise)

    return FunctionType(advance.__code__, globals, "advance", None, advance.__closure__)


def _store(registers: list[Any], step: Step, result: Any) -> None:
    if len(step.results) == 1:
        registers[step.result] = result
    else:
        for index, value in zip(step.results, result or (), strict=True):
            registers[index] = value
