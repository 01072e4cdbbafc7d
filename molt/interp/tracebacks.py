"""Tracebacks that show the program's frames and not the interpreter's.

The host function of an interpreted function (`molt.interp.stubs`) has code with
one extra place for each span of the source, so a real traceback object can point
at it: the host's own machinery then prints it. Whatever else the host records
while an exception passes through the interpreter is taken out again.
"""

from __future__ import annotations

import sys
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from molt.interp.locations import FRAME_LOCAL

if TYPE_CHECKING:
    from molt.interp.code import Step
    from molt.interp.machine import Frame

_set_context = BaseException.__dict__["__context__"].__set__
_set_traceback = BaseException.__dict__["__traceback__"].__set__


def restore(exception: BaseException, context: BaseException | None, traceback: TracebackType | None) -> None:
    """Undoes what raising the exception once more inside the interpreter did to it."""
    _set_context(exception, context)
    _set_traceback(exception, traceback)


def record(frame: Frame, step: Step, exception: BaseException) -> None:
    """An exception left `step`: its traceback gets an entry for this frame.

    Not so one that was pending already (it is made pending again as it was), nor
    one that a `yield from` passes on to its delegate.
    """
    clean_chain(exception)
    again = frame.pending is exception
    frame.pending = None
    if again or not step.adds_entry:
        return
    host_frame = _stub_frame(sys._getframe(1))
    code = frame.code
    place = step.lookup_place if frame.at_lookup else step.place
    frame.at_lookup = False
    span = code.spans[place]
    line = code.info.line if span is None else span.line
    lasti = len(host_frame.f_code.co_code) + 2 * (place - len(code.spans))
    entry = TracebackType(exception.__traceback__, host_frame, lasti, line)
    _set_traceback(exception, entry)


def clean_chain(exception: BaseException | None) -> None:
    """Takes the interpreter's entries out of the tracebacks of an exception, its causes and contexts."""
    seen: set[int] = set()
    work = [exception]
    while work:
        current = work.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        traceback = current.__traceback__
        kept = program_part(traceback)
        if kept is not traceback:
            _set_traceback(current, kept)
        elif len(seen) > 1:
            continue
        work += [current.__cause__, current.__context__]


def program_part(traceback: TracebackType | None) -> TracebackType | None:
    """The traceback without the interpreter's entries, which are all at its head."""
    while traceback is not None and not _is_program_entry(traceback):
        traceback = traceback.tb_next
    return traceback


def _is_program_entry(traceback: TracebackType) -> bool:
    # A stub's own code has no lines; its extra places have.
    return _is_stub(traceback.tb_frame) and traceback.tb_lineno is not None


def _is_stub(frame: FrameType) -> bool:
    return frame.f_code.co_varnames[-1:] == (FRAME_LOCAL,)


def _stub_frame(frame: FrameType | None) -> FrameType:
    while frame is not None and not _is_stub(frame):
        frame = frame.f_back
    assert frame is not None, "no interpreted function is running"
    return frame
