"""Reads the text that `molt.ir.printer` writes (its docstring describes the form)."""

from __future__ import annotations

import ast
import re
from typing import Any, NamedTuple

from molt.base.source import SourceFile, Span
from molt.ir.core import Block, ClassPrediction, Edge, FuncInfo, Function, Instr, Module, Value
from molt.ir.core import instr as make_instr
from molt.ir.printer import default_names
from molt.tables.ops import OPS

_TOKEN = re.compile(
    r"(?P<space>[ \t\r]+|\#[^\n]*)|(?P<newline>\n)"
    r"|(?P<span>@\d+:\d+-\d+:\d+)|(?P<symbol>@[^\s(]+)"
    r"|(?P<value>%[\w.<>]+)|(?P<block>\^[\w.<>]+)"
    r"|(?P<string>b?(?:'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"))"
    r"|(?P<number>\d[\w.]*(?:(?<=e)[-+]\d+)?)"
    r"|(?P<name>\.?\w[\w<>]*|<\w+>)"
    r"|(?P<punct>->|\*\*|[-(){}:,=*/])")
_NAMED_CONSTANTS = {"None": None, "True": True, "False": False, "Ellipsis": Ellipsis, "inf": float("inf"), "nan": float("nan")}

_EMPTY_BY_DEFAULT = frozenset({"kwnames", "names"})


class ParseError(Exception):
    """The text is not TIR; the message names the line."""


class Token(NamedTuple):
    kind: str
    text: str
    line: int


def parse_module(text: str) -> Module:
    """A module from its text. Its source has a path and a name but no text."""
    tokens = _Tokens(text)
    tokens.skip_newlines()
    source = _module_head(tokens)
    module = Module(source)
    tokens.skip_newlines()
    if tokens.accept_name("globals"):
        module.globals += _strings(tokens)
    while tokens.accept_name("exports"):
        names = module.exported_globals if tokens.accept_name("globals") else module.exported
        names.update(_strings(tokens))
    while tokens.accept_name("class"):
        prediction = _prediction(tokens)
        module.predictions[prediction.symbol] = prediction
        tokens.skip_newlines()
    while tokens.accept_name("foreign"):
        function = _declaration(tokens)
        module.foreign[function.symbol] = function
        tokens.skip_newlines()
    while not tokens.at_end():
        function = _function(tokens)
        module.functions[function.symbol] = function
        tokens.skip_newlines()
    return module


def parse_function(text: str) -> Function:
    """The one function of the text."""
    tokens = _Tokens(text)
    tokens.skip_newlines()
    function = _function(tokens)
    tokens.skip_newlines()
    if not tokens.at_end():
        raise tokens.error("text after the function")
    return function


class _Tokens:
    """A cursor over the text's tokens."""

    def __init__(self, text: str) -> None:
        self.tokens: list[Token] = []
        self.position = 0
        line, offset = 1, 0
        while offset < len(text):
            match = _TOKEN.match(text, offset)
            if match is None:
                raise ParseError(f"line {line}: unexpected {text[offset:offset + 20]!r}")
            kind = match.lastgroup or ""
            if kind != "space":
                self.tokens.append(Token(kind, match.group(), line))
            line += kind == "newline"
            offset = match.end()
        self.tokens.append(Token("end", "", line))

    @property
    def next(self) -> Token:
        return self.tokens[self.position]

    def error(self, message: str) -> ParseError:
        return ParseError(f"line {self.next.line}: {message}, found {self.next.text!r}")

    def at_end(self) -> bool:
        return self.next.kind == "end"

    def take(self, kind: str) -> str:
        token = self.next
        if token.kind != kind:
            raise self.error(f"expected {kind}")
        self.position += 1
        return token.text

    def accept(self, text: str) -> bool:
        """Skips a punctuation mark if it is next."""
        if self.next.kind == "punct" and self.next.text == text:
            self.position += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.accept(text):
            raise self.error(f"expected {text!r}")

    def accept_name(self, *names: str) -> str:
        """Skips one of the names if it is next, and gives it."""
        if self.next.kind == "name" and self.next.text in names:
            return self.take("name")
        return ""

    def skip_newlines(self) -> None:
        while self.next.kind == "newline":
            self.position += 1

    def string(self) -> str:
        return ast.literal_eval(self.take("string"))

    def number(self) -> int:
        return int(self.take("number"))


def _module_head(tokens: _Tokens) -> SourceFile:
    if not tokens.accept_name("module"):
        raise tokens.error("expected 'module'")
    name = tokens.string()
    if not tokens.accept_name("path"):
        raise tokens.error("expected 'path'")
    tokens.expect("=")
    path = tokens.string()
    is_package = bool(tokens.accept_name("package"))
    return SourceFile(path, "", name, is_package, bool(tokens.accept_name("library")))


def _strings(tokens: _Tokens) -> list[str]:
    """The rest of a line of names."""
    names = [tokens.string()]
    while tokens.accept(","):
        names.append(tokens.string())
    tokens.skip_newlines()
    return names


def _prediction(tokens: _Tokens) -> ClassPrediction:
    symbol = tokens.take("symbol")[1:]
    fields: dict[str, Any] = {"slots": (), "names": (), "methods": (), "constructible": False, "exception": False, "floats": (), "members": ()}
    while tokens.next.kind == "name":
        name = tokens.take("name")
        if name not in fields:
            raise tokens.error(f"a class has the fields {list(fields)}, not {name}")
        tokens.expect("=")
        fields[name] = _constant(tokens)
        tokens.accept(",")
    return ClassPrediction(symbol, **fields)


def _declaration(tokens: _Tokens) -> Function:
    """All that comes before a function's body."""
    if not tokens.accept_name("func"):
        raise tokens.error("expected 'func'")
    symbol = tokens.take("symbol")[1:]
    function = Function(symbol, _info(tokens, symbol))
    if tokens.accept_name("annotations"):
        function.annotations = _annotations(tokens)
    if tokens.accept_name("typed"):
        function.signature = tuple(_names(tokens))
    return function


def _function(tokens: _Tokens) -> Function:
    function = _declaration(tokens)
    tokens.expect("{")
    tokens.skip_newlines()
    body = _Body()
    while not tokens.accept("}"):
        function.blocks.append(_block(tokens, body))
    body.check_defined(tokens)
    return function


def _info(tokens: _Tokens, symbol: str) -> FuncInfo:
    signature = _signature(tokens)
    if not tokens.accept_name("line"):
        raise tokens.error("expected 'line'")
    line = tokens.number()
    qualname, name = default_names(symbol)
    rest: dict[str, Any] = {}
    while word := tokens.accept_name("qualname", "name", "generator", "free", "doc"):
        if word == "generator":
            rest["is_generator"] = True
        elif word == "free":
            rest["free"] = tuple(_names(tokens))
        else:
            rest[word] = tokens.string()
    if "qualname" in rest:
        qualname = rest.pop("qualname")
        name = default_names(qualname)[1]
    return FuncInfo(rest.pop("name", name), qualname, line, **signature, **rest)


def _annotations(tokens: _Tokens) -> dict[str, str]:
    tokens.expect("(")
    annotations = {}
    while not tokens.accept(")"):
        name = tokens.take("name")
        tokens.expect("=")
        annotations[name] = tokens.string()
        tokens.accept(",")
    return annotations


def _names(tokens: _Tokens) -> list[str]:
    tokens.expect("(")
    names = []
    while not tokens.accept(")"):
        names.append(tokens.take("name"))
        tokens.accept(",")
    return names


def _signature(tokens: _Tokens) -> dict[str, Any]:
    """FuncInfo's fields about parameters, from the list between parentheses."""
    positional: list[str] = []
    keyword_only: list[str] = []
    varargs: list[str] = []
    varkw: list[str] = []
    n_positional_only = 0
    current = positional
    tokens.expect("(")
    while not tokens.accept(")"):
        if tokens.accept("/"):
            n_positional_only = len(positional)
        elif tokens.accept("**"):
            varkw.append(tokens.take("name"))
        elif tokens.accept("*"):
            current = keyword_only
            if tokens.next.kind == "name":
                varargs.append(tokens.take("name"))
        else:
            current.append(tokens.take("name"))
        tokens.accept(",")
    return {"params": (*positional, *keyword_only, *varargs, *varkw), "n_positional": len(positional),
            "n_positional_only": n_positional_only, "n_keyword_only": len(keyword_only),
            "has_varargs": bool(varargs), "has_varkw": bool(varkw)}


class _Body:
    """The values and blocks of a function by printed name; both may be named before they are defined."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = {}
        self.blocks: dict[str, Block] = {}
        self.defined: set[str] = set()

    def use(self, text: str) -> Value:
        if text not in self.values:
            self.values[text] = Value(hint=_base_name(text))
        return self.values[text]

    def define(self, tokens: _Tokens, text: str, type: str) -> Value:
        if text in self.defined:
            raise tokens.error(f"{text} is defined twice")
        self.defined.add(text)
        value = self.use(text)
        value.type = type
        return value

    def block(self, text: str) -> Block:
        if text not in self.blocks:
            self.blocks[text] = Block(_base_name(text))
        return self.blocks[text]

    def check_defined(self, tokens: _Tokens) -> None:
        missing = sorted({*self.values, *self.blocks} - self.defined)
        if missing:
            raise tokens.error(f"used but not defined: {', '.join(missing)}")


def _base_name(text: str) -> str:
    """The hint or block name that a printed name was made from."""
    name = re.sub(r"(\.\d+)+$", "", text[1:])
    return "" if name.isdigit() else name


def _block(tokens: _Tokens, body: _Body) -> Block:
    text = tokens.take("block")
    if text in body.defined:
        raise tokens.error(f"{text} is defined twice")
    body.defined.add(text)
    block = body.block(text)
    if tokens.accept("("):
        while not tokens.accept(")"):
            name = tokens.take("value")
            type = tokens.take("name") if tokens.accept(":") else "value"
            block.params.append(body.define(tokens, name, type))
            tokens.accept(",")
    tokens.expect(":")
    tokens.skip_newlines()
    while tokens.next.kind in ("value", "name"):
        block.instrs.append(_instr(tokens, body))
        tokens.take("newline")
        tokens.skip_newlines()
    return block


def _instr(tokens: _Tokens, body: _Body) -> Instr:
    results = _values(tokens)
    if results:
        tokens.expect("=")
    name = tokens.take("name")
    if name not in OPS:
        raise tokens.error(f"no op {name!r}")
    op = OPS[name]
    operands, attrs = _inputs(tokens, body)
    for attr in op.attrs:
        if attr == "n_results":
            attrs[attr] = len(results)
        elif attr in _EMPTY_BY_DEFAULT:
            attrs.setdefault(attr, ())
    if set(attrs) != set(op.attrs):
        raise tokens.error(f"{name} has the attributes {list(op.attrs)}, not {list(attrs)}")
    instr = make_instr(name, operands, **{attr: attrs[attr] for attr in op.attrs})
    if len(instr.results) != len(results):
        raise tokens.error(f"{name} has {len(instr.results)} results, not {len(results)}")
    instr.results = [body.define(tokens, text, value.type) for text, value in zip(results, instr.results, strict=True)]
    if tokens.accept("->"):
        instr.edges = _edges(tokens, body)
    if tokens.next.kind == "span":
        instr.span = Span(*map(int, re.findall(r"\d+", tokens.take("span"))))
    return instr


def _values(tokens: _Tokens) -> list[str]:
    names = []
    while tokens.next.kind == "value":
        names.append(tokens.take("value"))
        if not tokens.accept(","):
            break
    return names


def _inputs(tokens: _Tokens, body: _Body) -> tuple[list[Value], dict[str, Any]]:
    operands: list[Value] = []
    attrs: dict[str, Any] = {}
    while tokens.next.kind not in ("newline", "span", "end") and tokens.next.text != "->":
        if tokens.next.kind == "value":
            operands.append(body.use(tokens.take("value")))
        elif tokens.next.kind == "name" and tokens.tokens[tokens.position + 1].text == "=":
            name = tokens.take("name")
            tokens.expect("=")
            attrs[name] = _constant(tokens)
        else:
            attrs["value"] = _constant(tokens)
        tokens.accept(",")
    return operands, attrs


def _constant(tokens: _Tokens) -> Any:
    kind, text = tokens.next.kind, tokens.next.text
    if kind in ("string", "number"):
        return ast.literal_eval(tokens.take(kind))
    if kind == "name" and text in _NAMED_CONSTANTS:
        return _NAMED_CONSTANTS[tokens.take("name")]
    if tokens.accept("-"):
        return -_constant(tokens)
    tokens.expect("(")
    items = []
    while not tokens.accept(")"):
        items.append(_constant(tokens))
        tokens.accept(",")
    return tuple(items)


def _edges(tokens: _Tokens, body: _Body) -> dict[str, Edge]:
    edges = {}
    while True:
        name = tokens.take("name") if tokens.next.kind == "name" else "to"
        edge = Edge(body.block(tokens.take("block")))
        if tokens.accept("("):
            edge.args = [body.use(text) for text in _values(tokens)]
            tokens.expect(")")
        edges[name] = edge
        if not tokens.accept(","):
            return edges
