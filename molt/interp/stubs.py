"""Genuine host functions for interpreted functions.

The host binds arguments (with CPython's TypeErrors), and shows names, defaults,
closures and generators as CPython does, because the function is one: its code is
a stub of the right signature that packs its parameters into a frame and runs it.
The stub lets go of the parameters, so that they live as long as the frame says.
"""

from __future__ import annotations

import ast
import sys
import warnings
from types import CellType, CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from molt.interp.code import Code
from molt.interp.locations import FRAME_LOCAL, NOP, line_table
from molt.interp.machine import Frame, run_function, run_generator

if TYPE_CHECKING:
    from molt.interp.program import ModuleState

STATE_BUILTIN = ".state"  # the name under which a stub finds its ModuleState, in the module's own copy of the builtins
# Constants that stand for what they name.
_MAKE_FRAME, _RUN, _RESULT, _SEND, _THROW = "<make frame>", "<run>", "<result>", "<send>", "<throw>"


def make_stub_code(code: Code) -> CodeType:
    """The host code of a function.

    Host code objects are no part of the host's cycle collection: this one holds
    nothing that belongs to a module's state or to a closure. It finds the state
    among its builtins and takes its cells from a lambda of its own.
    """
    info = code.info
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # "'str' object is not callable"
        host = compile(_stub_tree(code), code.source.path, "exec", dont_inherit=True)
    if info.free:
        host = _nested_code(host)
    host = _nested_code(host)
    first_line = max(info.line, 1)
    return host.replace(
        co_name=info.name, co_qualname=info.qualname, co_firstlineno=first_line,
        co_code=host.co_code + NOP * len(code.spans),
        co_linetable=line_table(len(host.co_code) // 2, code.spans, first_line),
        co_consts=_constants(code, host))


def _constants(code: Code, host: CodeType) -> tuple[Any, ...]:
    order = [host.co_freevars.index(name) for name in code.info.free]

    def make_frame(module: ModuleState, arguments: list[Any], closure: tuple[CellType, ...]) -> Frame:
        return Frame(code, module, tuple([closure[index] for index in order]), arguments)

    run = run_generator if code.info.is_generator else run_function
    meaning = {_MAKE_FRAME: make_frame, _RUN: run, _RESULT: Frame.take_result, _SEND: _send, _THROW: _throw}
    return tuple(meaning.get(constant, constant) if isinstance(constant, str) else constant for constant in host.co_consts)


def make_function(code: Code, stub: CodeType, globals: dict[str, Any], defaults: tuple | None,
                  cells: tuple[CellType, ...]) -> FunctionType:
    """A host function over `cells` (in the order of FuncInfo.free)."""
    by_name = dict(zip(code.info.free, cells, strict=True))
    closure = tuple(by_name[name] for name in stub.co_freevars) or None
    function = FunctionType(stub, globals, code.info.name, defaults, closure)
    function.__doc__ = code.info.doc
    return function


def _send(frame: Frame, value: Any) -> None:
    frame.result = value


def _throw(frame: Frame) -> None:
    frame.thrown = sys.exception()


def _nested_code(host: CodeType) -> CodeType:
    (nested,) = (constant for constant in host.co_consts if isinstance(constant, CodeType))
    return nested


def _stub_tree(code: Code) -> ast.Module:
    """`def stub(...)`, within a function that has the free variables as locals, if there are any."""
    info = code.info
    names = list(info.params)
    arguments = ast.List([_load(name) for name in names], ast.Load())
    body: list[ast.stmt] = [
        ast.Assign([_store(FRAME_LOCAL)], _call(_MAKE_FRAME, _load(STATE_BUILTIN), arguments, _closure(code))),
        *([ast.Delete([ast.Name(name, ast.Del()) for name in names])] if names else []),
    ]
    frame = _load(FRAME_LOCAL)
    if info.is_generator:
        body += [_generator_loop(frame), ast.Return(_call(_RESULT, frame))]
    else:
        body.append(ast.Return(_call(_RUN, frame)))
    stub: ast.stmt = ast.FunctionDef("stub", _parameters(code), body, [], lineno=1)
    if info.free:
        outer_body = [ast.Assign([_store(name)], ast.Constant(None)) for name in info.free]
        no_parameters = ast.arguments([], [], None, [], [], None, [])
        stub = ast.FunctionDef("outer", no_parameters, [*outer_body, stub], [], lineno=1)
    return ast.fix_missing_locations(ast.Module([stub], []))


def _closure(code: Code) -> ast.expr:
    """The stub's cells, as a tuple in the order of co_freevars."""
    names: list[ast.expr] = [_load(name) for name in code.info.free]
    if not names:
        return ast.Tuple([], ast.Load())
    no_parameters = ast.arguments([], [], None, [], [], None, [])
    return ast.Attribute(ast.Lambda(no_parameters, ast.Tuple(names, ast.Load())), "__closure__", ast.Load())


def _generator_loop(frame: ast.expr) -> ast.stmt:
    """Runs the frame from yield to yield. (`yield from` would not do: it turns GeneratorExit into a call of close.)"""
    send = ast.Expr(_call(_SEND, frame, ast.Yield(_call(_RESULT, frame))))
    throw = ast.ExceptHandler(None, None, [ast.Expr(_call(_THROW, frame))])
    return ast.While(_call(_RUN, frame), [ast.Try([send], [throw], [], [])], [])


def _parameters(code: Code) -> ast.arguments:
    info = code.info
    args = [ast.arg(name) for name in info.params]
    positional, rest = args[:info.n_positional], args[info.n_positional:]
    keyword_only, rest = rest[:info.n_keyword_only], rest[info.n_keyword_only:]
    varargs = rest.pop(0) if info.has_varargs else None
    varkw = rest.pop(0) if info.has_varkw else None
    split = info.n_positional_only
    return ast.arguments(positional[:split], positional[split:], varargs, keyword_only, [None] * len(keyword_only), varkw, [])


def _load(name: str) -> ast.expr:
    return ast.Name(name, ast.Load())


def _store(name: str) -> ast.expr:
    return ast.Name(name, ast.Store())


def _call(constant: str, *arguments: ast.expr) -> ast.expr:
    return ast.Call(ast.Constant(constant), [*arguments], [])
