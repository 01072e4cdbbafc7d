"""The match statement (PEP 634)."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from molt.base.source import Span
from molt.frontend.lower.conditions import lower_condition
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.names import store_name
from molt.frontend.lower.registry import lower_body, lower_expr, statement
from molt.frontend.lower.spans import span_of
from molt.ir.core import Block, Value


@dataclass(eq=False)
class _Attempt:
    """One case being tried: where a mismatch goes, and what its names captured so far, bound only on success."""

    failed: Block
    captured: dict[str, tuple[Value, Span]] = field(default_factory=dict)


_Matcher = Callable[[FunctionContext, Any, Value, _Attempt], None]
_MATCHERS: dict[type[ast.pattern], _Matcher] = {}


def _matches(node_type: type[ast.pattern]) -> Callable[[_Matcher], _Matcher]:
    def register(function: _Matcher) -> _Matcher:
        _MATCHERS[node_type] = function
        return function
    return register


@statement(ast.Match)
def _match(ctx: FunctionContext, node: ast.Match) -> None:
    subject = lower_expr(ctx, node.subject)
    end = ctx.new_block("match_end")
    for case in node.cases:
        onward = ctx.new_block("next_case")
        attempt = _Attempt(onward)
        _match_pattern(ctx, case.pattern, subject, attempt)
        for name, (value, span) in attempt.captured.items():
            store_name(ctx, name, value, span)
        if case.guard is not None:
            body = ctx.new_block("case_body")
            lower_condition(ctx, case.guard, body, onward)
            ctx.start(body)
        lower_body(ctx, case.body)
        ctx.jump(end)
        if not ctx.start(onward):
            break
    ctx.jump(end)
    ctx.start(end)


def _match_pattern(ctx: FunctionContext, pattern: ast.pattern, subject: Value, attempt: _Attempt) -> None:
    """Goes on where the pattern matches."""
    _MATCHERS[type(pattern)](ctx, pattern, subject, attempt)


def _require(ctx: FunctionContext, condition: Value, attempt: _Attempt) -> None:
    passed = ctx.new_block("matched")
    ctx.branch(condition, passed, attempt.failed)
    ctx.start(passed)


def _require_not_none(ctx: FunctionContext, value: Value, attempt: _Attempt) -> None:
    _require(ctx, ctx.value("not", ctx.value("is", value, ctx.const(None))), attempt)


@_matches(ast.MatchValue)
def _value(ctx: FunctionContext, pattern: ast.MatchValue, subject: Value, attempt: _Attempt) -> None:
    span = span_of(pattern)
    equal = ctx.value("eq", subject, lower_expr(ctx, pattern.value), span=span)
    _require(ctx, ctx.value("truth", equal, span=span), attempt)


@_matches(ast.MatchSingleton)
def _singleton(ctx: FunctionContext, pattern: ast.MatchSingleton, subject: Value, attempt: _Attempt) -> None:
    _require(ctx, ctx.value("is", subject, ctx.const(pattern.value)), attempt)


@_matches(ast.MatchAs)
def _as(ctx: FunctionContext, pattern: ast.MatchAs, subject: Value, attempt: _Attempt) -> None:
    if pattern.pattern is not None:
        _match_pattern(ctx, pattern.pattern, subject, attempt)
    if pattern.name is not None:
        attempt.captured[pattern.name] = (subject, span_of(pattern))


@_matches(ast.MatchOr)
def _or(ctx: FunctionContext, pattern: ast.MatchOr, subject: Value, attempt: _Attempt) -> None:
    """Every alternative captures the same names; the block where they meet takes one parameter for each."""
    end = ctx.new_block("or_matched")
    names: list[str] = []
    merged: list[Value] = []
    for index, alternative in enumerate(pattern.patterns):
        is_last = index == len(pattern.patterns) - 1
        inner = _Attempt(attempt.failed if is_last else ctx.new_block("next_alternative"))
        _match_pattern(ctx, alternative, subject, inner)
        if index == 0:
            names = list(inner.captured)
            merged = [ctx.join_value(end, name) for name in names]
        ctx.jump(end, *[inner.captured[name][0] for name in names])
        if not is_last and not ctx.start(inner.failed):
            break
    ctx.start(end)
    for name, value in zip(names, merged, strict=True):
        attempt.captured[name] = (value, span_of(pattern))


@_matches(ast.MatchSequence)
def _sequence(ctx: FunctionContext, pattern: ast.MatchSequence, subject: Value, attempt: _Attempt) -> None:
    span, patterns = span_of(pattern), pattern.patterns
    _require(ctx, ctx.value("match_sequence", subject), attempt)
    star = next((i for i, p in enumerate(patterns) if isinstance(p, ast.MatchStar)), None)
    length: Value | None = None
    if star is None:
        length = _length(ctx, subject, span)
        _require_length(ctx, "eq", length, len(patterns), span, attempt)
    elif len(patterns) > 1:
        length = _length(ctx, subject, span)
        _require_length(ctx, "ge", length, len(patterns) - 1, span, attempt)
    if all(_is_wildcard(p) for p in patterns):
        return
    starred = patterns[star] if star is not None else None
    if isinstance(starred, ast.MatchStar) and starred.name is None:
        assert length is not None
        _sequence_by_index(ctx, patterns, star, subject, length, span, attempt)
        return
    if star is None:
        items = ctx.emit("unpack", subject, n_results=len(patterns), span=span).results
    else:
        items = ctx.emit("unpack_ex", subject, n_results=len(patterns), before=star, span=span).results
    for item_pattern, item in zip(patterns, items, strict=True):
        if isinstance(item_pattern, ast.MatchStar):
            assert item_pattern.name is not None
            attempt.captured[item_pattern.name] = (item, span_of(item_pattern))
        else:
            _match_pattern(ctx, item_pattern, item, attempt)


def _is_wildcard(pattern: ast.pattern) -> bool:
    match pattern:
        case ast.MatchAs(pattern=None, name=None) | ast.MatchStar(name=None):
            return True
    return False


def _sequence_by_index(ctx: FunctionContext, patterns: list[ast.pattern], star: int, subject: Value, length: Value, span: Span,
                       attempt: _Attempt) -> None:
    """With `*_` only the items that a pattern looks at are fetched."""
    for index, item_pattern in enumerate(patterns):
        if _is_wildcard(item_pattern):
            continue
        if index < star:
            key = ctx.const(index)
        else:
            key = ctx.value("sub", length, ctx.const(len(patterns) - index), span=span)
        _match_pattern(ctx, item_pattern, ctx.value("getitem", subject, key, span=span), attempt)


def _length(ctx: FunctionContext, subject: Value, span: Span) -> Value:
    return ctx.value("call", ctx.value("load_builtin", name="len"), subject, kwnames=(), span=span)


def _require_length(ctx: FunctionContext, op: str, length: Value, wanted: int, span: Span, attempt: _Attempt) -> None:
    result = ctx.value(op, length, ctx.const(wanted), span=span)
    _require(ctx, ctx.value("truth", result, span=span), attempt)


@_matches(ast.MatchMapping)
def _mapping(ctx: FunctionContext, pattern: ast.MatchMapping, subject: Value, attempt: _Attempt) -> None:
    span, size = span_of(pattern), len(pattern.keys)
    _require(ctx, ctx.value("match_mapping", subject), attempt)
    if not size and pattern.rest is None:
        return
    if size:
        _require_length(ctx, "ge", _length(ctx, subject, span), size, span, attempt)
    keys = ctx.value("build_tuple", *[lower_expr(ctx, key) for key in pattern.keys], span=span)
    values = ctx.value("match_keys", subject, keys, span=span)
    _require_not_none(ctx, values, attempt)
    items = ctx.emit("unpack", values, n_results=size, span=span).results
    for item_pattern, item in zip(pattern.patterns, items, strict=True):
        if not _is_wildcard(item_pattern):
            _match_pattern(ctx, item_pattern, item, attempt)
    if pattern.rest is not None:
        rest = ctx.value("build_dict", span=span)
        ctx.emit("dict_update", rest, subject, span=span)
        for key in ctx.emit("unpack", keys, n_results=size, span=span).results:
            ctx.emit("delitem", rest, key, span=span)
        attempt.captured[pattern.rest] = (rest, span)


@_matches(ast.MatchClass)
def _class(ctx: FunctionContext, pattern: ast.MatchClass, subject: Value, attempt: _Attempt) -> None:
    span = span_of(pattern)
    patterns = [*pattern.patterns, *pattern.kwd_patterns]
    cls = lower_expr(ctx, pattern.cls)
    attributes = ctx.value("match_class", subject, cls, n_positional=len(pattern.patterns), names=tuple(pattern.kwd_attrs), span=span)
    _require_not_none(ctx, attributes, attempt)
    items = ctx.emit("unpack", attributes, n_results=len(patterns), span=span).results
    for item_pattern, item in zip(patterns, items, strict=True):
        if not _is_wildcard(item_pattern):
            _match_pattern(ctx, item_pattern, item, attempt)
