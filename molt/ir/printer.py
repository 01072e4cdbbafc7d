"""TIR as text.

    module '__main__' path='app.py'
    globals 'f', 'print'
    exports 'f', 'C'
    exports globals 'f'
    class @C names=('x',), methods=(('__init__', 'C.__init__'),), constructible=True
    foreign func @other:g(x) line 7 typed (value)

    func @f(a, *args) line 3 {
    ^entry(%a, %args):
      %0 = const 1 @4:15-4:16
      %1 = add %a, %0 -> raise ^handler(%a) @4:11-4:16
      ret %1
    ...
    }

An instruction is `results = op operands, attributes -> edges @span`. Left out is
what the parser can supply: empty tuples among the attributes, `n_results`, the
edge name `to`, the type `value`, and a qualified name that the symbol shows.
`class @C` is what is predicted of the class whose body `C` is; `exports` names what other modules refer to, and `foreign`
functions are those of other modules that this one refers to; `typed (i64, value)`
on a function's first line says that it has a typed entry of that signature.
`molt.ir.parser` reads the text back; printing that gives the same text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from molt.ir.core import Block, ClassPrediction, Edge, FuncInfo, Function, Instr, Module, Value

_SUFFIX = re.compile(r"(\.\d+)+$")
_NOT_WORD = re.compile(r"[^\w.<>]")


def print_module(module: Module) -> str:
    """The module's text, functions in the order they stand in the module."""
    source = module.source
    head = f"module {source.module!r} path={source.path!r}"
    head += " package" * source.is_package + " library" * source.is_library
    if module.globals:
        head += "\nglobals " + ", ".join(map(repr, module.globals))
    for what, names in (("exports", module.exported), ("exports globals", module.exported_globals)):
        if names:
            head += f"\n{what} " + ", ".join(map(repr, sorted(names)))
    for prediction in module.predictions.values():
        head += "\n" + print_prediction(prediction)
    for symbol, function in module.foreign.items():
        head += f"\nforeign {print_signature(symbol, function.info)}{_hints(function)}"
    return "\n".join([head + "\n", *map(print_function, module.functions.values())])


def print_prediction(prediction: ClassPrediction) -> str:
    """`class @symbol` and the fields that are not empty."""
    fields = vars(prediction).items()
    shown = ", ".join(f"{name}={value!r}" for name, value in fields if value and name != "symbol")
    return f"class @{prediction.symbol} {shown}".rstrip()


def print_function(function: Function) -> str:
    """The function's text, ending in a newline."""
    names = Names(function)
    lines = [print_signature(function.symbol, function.info) + _hints(function) + " {"]
    for block in function.blocks:
        lines.append(f"^{names.blocks[block]}{_parameters(names, block)}:")
        lines += [f"  {names.instr(instr)}" for instr in block.instrs]
    return "\n".join(lines) + "\n}\n"


def print_instr(function: Function, instr: Instr) -> str:
    """One instruction as it stands in the function's text."""
    return Names(function).instr(instr)


def print_signature(symbol: str, info: FuncInfo) -> str:
    """`func @symbol(parameters) line N` and what else FuncInfo tells."""
    words = [f"func @{symbol}({', '.join(_signature(info))}) line {info.line}"]
    qualname, name = default_names(symbol)
    if info.qualname != qualname:
        words.append(f"qualname {info.qualname!r}")
        name = default_names(info.qualname)[1]
    if info.name != name:
        words.append(f"name {info.name!r}")
    if info.is_generator:
        words.append("generator")
    if info.free:
        words.append(f"free ({', '.join(info.free)})")
    if info.doc is not None:
        words.append(f"doc {info.doc!r}")
    return " ".join(words)


def default_names(symbol: str) -> tuple[str, str]:
    """The qualified name and the name that a symbol stands for when nothing else is said."""
    qualname = re.sub(r"#\d+$", "", symbol.rpartition(":")[2])
    return qualname, qualname.rpartition(".")[2]


def print_constant(value: Any) -> str:
    """A constant as a Python literal; the infinities and NaN by name, long integers in base 16 (no limit on digits)."""
    if isinstance(value, tuple):
        inner = ", ".join(map(print_constant, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, float) and math.isnan(value):
        return "-nan" if math.copysign(1.0, value) < 0 else "nan"
    if type(value) is int and value.bit_length() > 512:
        return hex(value)
    return repr(value)


class Names:
    """Unique printed names of a function's values and blocks, in order of definition."""

    def __init__(self, function: Function) -> None:
        self.values: dict[Value, str] = {}
        self.blocks: dict[Block, str] = {}
        self._used: dict[str, int] = {}
        self._unnamed = 0
        blocks_used: dict[str, int] = {}
        for block in function.blocks:
            self.blocks[block] = _unique(_clean(block.name) or "block", blocks_used)
            for value in _definitions(block):
                self._define(value)

    def _define(self, value: Value) -> None:
        hint = _clean(value.hint)
        if hint:
            self.values[value] = _unique(hint, self._used)
        else:
            self.values[value] = str(self._unnamed)
            self._unnamed += 1

    def value(self, value: Value) -> str:
        return "%" + self.values.get(value, f"undefined {value!r}")

    def block(self, block: Block) -> str:
        return "^" + self.blocks.get(block, f"missing {block.name!r}")

    def edge(self, name: str, edge: Edge) -> str:
        args = f"({', '.join(map(self.value, edge.args))})" if edge.args else ""
        label = "" if name == "to" else f"{name} "
        return f"{label}{self.block(edge.block)}{args}"

    def instr(self, instr: Instr) -> str:
        text = ", ".join(map(self.value, instr.results))
        text += " = " * bool(instr.results) + instr.name
        inputs = [*map(self.value, instr.operands), *_attributes(instr)]
        if inputs:
            text += " " + ", ".join(inputs)
        if instr.edges:
            text += " -> " + ", ".join(self.edge(name, edge) for name, edge in instr.edges.items())
        return text if instr.span is None else f"{text} @{instr.span}"


def _definitions(block: Block) -> Iterator[Value]:
    yield from block.params
    for instr in block.instrs:
        yield from instr.results


def _attributes(instr: Instr) -> Iterator[str]:
    for name, value in instr.attrs.items():
        if name == "value":
            yield print_constant(value)
        elif name != "n_results" and not (value == () and name in ("kwnames", "names")):
            yield f"{name}={print_constant(value)}"


def _parameters(names: Names, block: Block) -> str:
    if not block.params:
        return ""
    shown = (names.value(p) + (f": {p.type}" if p.type != "value" else "") for p in block.params)
    return f"({', '.join(shown)})"


def _hints(function: Function) -> str:
    text = ""
    if function.annotations:
        text = f" annotations ({', '.join(f'{name}={written!r}' for name, written in function.annotations.items())})"
    if function.signature is not None:
        text += f" typed ({', '.join(function.signature)})"
    return text


def _signature(info: FuncInfo) -> Iterator[str]:
    """The parameters as `def` writes them."""
    params = iter(info.params)
    for index in range(info.n_positional):
        yield next(params)
        if index + 1 == info.n_positional_only:
            yield "/"
    keyword_only = [next(params) for _ in range(info.n_keyword_only)]
    if info.has_varargs:
        yield "*" + next(params)
    elif keyword_only:
        yield "*"
    yield from keyword_only
    if info.has_varkw:
        yield "**" + next(params)


def _clean(name: str) -> str:
    """A name as it may be printed: no suffix that looks like one of ours, no leading digit or dot."""
    name = _SUFFIX.sub("", _NOT_WORD.sub("_", name)) if not name.startswith(".") else "_" + name[1:]
    return "_" + name if name[:1].isdigit() else name


def _unique(name: str, used: dict[str, int]) -> str:
    count = used.get(name, 0)
    used[name] = count + 1
    return f"{name}.{count}" if count else name
