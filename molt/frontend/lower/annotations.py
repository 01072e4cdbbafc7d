"""`--type-hints=check`: arguments and results are tested against the annotations that an `isinstance` can decide.

Names of built-in types, of classes at the top level of the module, `None`, and
`Optional`, `Union` and `|` of them. Of `list[int]` the list is tested, not its
items. As in the numeric tower of PEP 484, `float` takes an int; as `isinstance`
has it, `int` takes a bool. A parameter whose default is None takes None. All
other annotations are left alone, as are `*args` and `**kwargs`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from molt.base.source import Span
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.names import note_global
from molt.frontend.lower.regions import emit_raise
from molt.frontend.lower.spans import span_of
from molt.frontend.scopes import CLASS, place_of
from molt.ir.core import Value

CHECKING_NAMES = frozenset({"isinstance", "type", "__name__", "__instancecheck__"})  # what the tests use
_BUILTIN = frozenset({"int", "float", "str", "bytes", "bytearray", "bool", "list", "dict", "tuple", "set", "frozenset", "range"})
_TYPING = {"List": "list", "Dict": "dict", "Tuple": "tuple", "Set": "set", "FrozenSet": "frozenset"}
_WIDER = {"float": ("float", "int")}
_UNTESTABLE = frozenset({"Protocol", "TypedDict"})  # bases whose classes `isinstance` refuses
_KEEPING = frozenset({"dataclass", "total_ordering", "final", "runtime_checkable"})  # decorators that give a class back


@dataclass(frozen=True)
class Check:
    """What a value must be: an instance of one of the classes, or None where `allows_none`."""

    builtins: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()  # names of globals
    allows_none: bool = False

    def __or__(self, other: Check) -> Check:
        return Check(self.builtins | other.builtins, self.classes | other.classes, self.allows_none or other.allows_none)


NONE = Check(allows_none=True)


def check_of(ctx: FunctionContext, node: ast.expr) -> Check | None:
    """The test for an annotation that stands in the scope of `ctx`; None where no test is sure to be right."""
    match node:
        case ast.Constant(None):
            return NONE
        case ast.Constant(str() as text):
            try:
                return check_of(ctx, ast.parse(text, mode="eval").body)
            except SyntaxError:
                return None
        case ast.BinOp(left, ast.BitOr(), right):
            return _union(ctx, [left, right])
        case ast.Subscript(generic, parameter):
            return _generic(ctx, generic, parameter)
        case ast.Name(name):
            return _named(ctx, name)
        case ast.Attribute(ast.Name("typing"), name):
            return _builtin(_TYPING[name]) if name in _TYPING else None
    return None


def _generic(ctx: FunctionContext, generic: ast.expr, parameter: ast.expr) -> Check | None:
    name = generic.id if isinstance(generic, ast.Name) else generic.attr if isinstance(generic, ast.Attribute) else ""
    if name == "Optional":
        return _union(ctx, [parameter, ast.Constant(None)])
    if name == "Union":
        return _union(ctx, parameter.elts if isinstance(parameter, ast.Tuple) else [parameter])
    return check_of(ctx, generic)


def _union(ctx: FunctionContext, members: list[ast.expr]) -> Check | None:
    joined = Check()
    for member in members:
        check = check_of(ctx, member)
        if check is None:
            return None
        joined |= check
    return joined


def _named(ctx: FunctionContext, name: str) -> Check | None:
    if place_of(ctx.scope, ctx.mangle(name)).kind not in ("global", "name") or ctx.scope.kind == CLASS and ctx.scope.binds(name):
        return None
    if name in (ctx.module.class_names or ()):
        return Check(classes=frozenset({name}))
    if name in _TYPING:
        return _builtin(_TYPING[name])
    return _builtin(name) if name in _BUILTIN and name not in ctx.module.bound_globals else None


def _builtin(name: str) -> Check:
    return Check(builtins=frozenset(_WIDER.get(name, (name,))))


def class_names(tree: ast.Module) -> frozenset[str]:
    """The names that stand for classes an `isinstance` can test for, wherever code runs: bound once, at the top level."""
    bound = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    bound.update(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef))
    bound.update(alias.asname or alias.name for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names)
    refused = set(_UNTESTABLE)
    found = set()
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            is_testable = bound[node.name] == 1 and not refused.intersection(map(_last_name, node.bases))
            is_class = all(_last_name(decorator) in _KEEPING for decorator in node.decorator_list)
            (found if is_testable and is_class else refused).add(node.name)
    return frozenset(found)


def _last_name(node: ast.expr) -> str:
    """`c` of `a.b.c`, of `c[T]` and of `c(...)`; empty for anything else."""
    match node:
        case ast.Name(name) | ast.Attribute(_, name):
            return name
        case ast.Subscript(inner) | ast.Call(inner):
            return _last_name(inner)
    return ""


def _parameter_checks(ctx: FunctionContext, args: ast.arguments) -> list[tuple[ast.arg, Check]]:
    """The parameters that are tested, by the scope in which the function is defined."""
    positional = [*args.posonlyargs, *args.args]
    defaults = dict(zip([a.arg for a in positional][::-1], args.defaults[::-1], strict=False))
    defaults |= {a.arg: default for a, default in zip(args.kwonlyargs, args.kw_defaults, strict=True) if default is not None}
    found = []
    for arg in [*positional, *args.kwonlyargs]:
        check = None if arg.annotation is None else check_of(ctx, arg.annotation)
        if check is not None:
            default = defaults.get(arg.arg)
            found.append((arg, check | NONE if isinstance(default, ast.Constant) and default.value is None else check))
    return found


def checked_body(ctx: FunctionContext, node: ast.FunctionDef, body: Callable[[FunctionContext], None]) -> Callable[[FunctionContext], None]:
    """`body`, with tests of the parameters before it and of the result at each of its returns."""
    checks = _parameter_checks(ctx, node.args)
    result = None if node.returns is None else check_of(ctx, node.returns)

    def checked(inner: FunctionContext) -> None:
        info = inner.function.info
        given = dict(zip(info.params, inner.function.entry.params, strict=True))
        for arg, check in checks:
            assert arg.annotation is not None
            what = f"{info.qualname}() argument '{arg.arg}': expected {_shown(arg.annotation)}"
            _test(inner, given[inner.mangle(arg.arg)], check, what, Span(arg.lineno, arg.col_offset, *span_of(arg.annotation)[2:]))
        if result is not None and not info.is_generator:
            what = f"{info.qualname}() result: expected {_shown(node.returns)}"
            inner.check_result = lambda value: _test(inner, value, result, what, span_of(node.returns))
        body(inner)
    return checked


def _shown(annotation: ast.expr) -> str:
    """An annotation as text; one that is a string is its content."""
    return annotation.value if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str) else ast.unparse(annotation)


def _test(ctx: FunctionContext, value: Value, check: Check, what: str, span: Span) -> None:
    """Goes on where the value passes, else raises TypeError."""
    passed, failed = ctx.new_block("passed"), ctx.new_block("failed")
    if check.allows_none:
        something = ctx.new_block("something")
        ctx.branch(ctx.value("is", value, ctx.const(None)), passed, something)
        ctx.start(something)
    classes = [ctx.value("load_builtin", name=name) for name in sorted(check.builtins)]
    for name in sorted(check.classes):
        note_global(ctx, name)
        classes.append(ctx.value("load_global", name=name, span=span))
    if classes:
        wanted = classes[0] if len(classes) == 1 else ctx.value("build_tuple", *classes)
        answer = ctx.value("call", ctx.value("load_builtin", name="isinstance"), value, wanted, kwnames=(), span=span)
        ctx.branch(ctx.value("truth", answer, span=span), passed, failed)
    else:
        ctx.jump(failed)
    ctx.start(failed)
    _raise_mismatch(ctx, value, what, span)
    ctx.start(passed)


def _raise_mismatch(ctx: FunctionContext, value: Value, what: str, span: Span) -> None:
    cls = ctx.value("call", ctx.value("load_builtin", name="type"), value, kwnames=(), span=span)
    name = ctx.value("getattr", cls, name="__name__", span=span)
    message = ctx.value("build_string", ctx.const(f"{what}, got "), name, span=span)
    error = ctx.value("call", ctx.value("load_builtin", name="TypeError"), message, kwnames=(), span=span)
    emit_raise(ctx, "raise", error, ctx.value("unset"), span=span)
