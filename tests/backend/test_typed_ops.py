"""Each op of specialised code becomes valid LLVM IR, whatever its operands, inside generators too."""

from __future__ import annotations

import llvmlite.binding as llvm
import pytest

from molt.backend.module import module_text
from molt.base.source import SourceFile
from molt.ir.core import Block, ClassPrediction, Edge, FuncInfo, Function, Instr, Module, Value, instr
from molt.ir.verify import verify
from molt.passes import refcount
from molt.tables.ops import OPS

SIGNATURE = ("value", "value", "value", "i64", "i64", "f64", "f64")
TYPED = [name for name in OPS if list(OPS).index(name) >= list(OPS).index("const_i64")]
ATTRS = {"value": 1, "tag": "list", "func": "g", "cls": "C", "count": 1, "index": 0, "name": "x", "view": "items", "method": "m", "symbol": "c__list__append",
         "kind": "CALL_ONE", "n": 2, "module": "math", "op": "add", "given": (),
         "of": "float", "before": 0, "after": 0,
         "shapes": (("C", 1), ("C", 2))}
CONSTANTS = {"i64": ("const_i64", 3), "f64": ("const_f64", 2.5)}


def _module() -> Module:
    module = Module(SourceFile("app.py", "", "__main__"), globals=["x"])
    module.predictions["C"] = ClassPrediction("C", ("s",), ("a", "b"), (("m", "g"),), True)
    callee = Function("g", FuncInfo("g", "g", 1, ("a", "b"), 2), signature=("i64", "f64"))
    body = Function("<module>", FuncInfo("<module>", "<module>", 1))
    for function in (callee, body):
        none = instr("const", value=None)
        function.blocks = [Block("entry", [], [none, instr("ret", none.results)])]
        module.functions[function.symbol] = function
    return module


def _head() -> tuple[list[Instr], dict[str, list[Value]]]:
    """Reads all parameters; the values by type."""
    params = [instr(f"param_{type_}", index=n) for n, type_ in enumerate(SIGNATURE)]
    values: dict[str, list[Value]] = {"value": [], "i64": [], "f64": []}
    for param, type_ in zip(params, SIGNATURE, strict=True):
        values[type_].append(param.result)
    ref, truth = instr("global_ref", name="x"), instr("i64_lt", values["i64"])
    return [*params, ref, truth], {**values, "ref": [ref.result], "bool": [truth.result, truth.result]}


def _operands(name: str, values: dict[str, list[Value]], *, refs: bool) -> list[Value]:
    if name == "call_direct":
        return [values["value"][0], values["i64"][0], values["f64"][0]]
    chosen: dict[str, int] = {}
    result = []
    for n in range(len(OPS[name].operands)):
        type_ = OPS[name].operand_type(n)
        type_ = {"any": "ref" if refs else "value"}.get(type_, type_)
        pool = values[type_]
        result.append(pool[chosen.get(type_, 0) % len(pool)])
        chosen[type_] = chosen.get(type_, 0) + 1
    return result


def _function(name: str, *, refs: bool = False, constants: bool = False) -> Function:
    """A function around one op: it returns the op's result as an object, None by a side edge."""
    head, values = _head()
    if constants:
        made = {type_: instr(op, value=value) for type_, (op, value) in CONSTANTS.items()}
        head += made.values()
        values = {**values, **{type_: [values[type_][0], i.result] for type_, i in made.items()}}
    op = OPS[name]
    attrs = {attr: ATTRS[attr] for attr in op.attrs}
    if name.startswith("param_"):
        attrs["index"] = SIGNATURE.index(name.removeprefix("param_"))
    if name == "const_f64":
        attrs["value"] = float("nan")
    tested = instr(name, _operands(name, values, refs=refs), **attrs)
    none = instr("const", value=None)
    slow = Block("slow", [], [none, instr("ret", none.results)])
    for i in (*head, tested):
        i.edges.update({name: Edge(slow) for name in ("slow", "done") if name in i.op.edges})
    tail = _boxing(tested)
    function = Function("f", FuncInfo("f", "f", 1, tuple("abcdefg"), 7), signature=SIGNATURE)
    function.blocks = [Block("entry", [], [*head, tested, *tail])]
    if any(i.edges for i in (*head, tested)):
        function.blocks.append(slow)
    return function


def _boxing(tested: Instr) -> list[Instr]:
    if len(tested.results) != 1 or tested.result.type == "value":
        last = instr("const", value=None)
    else:
        last = instr({"ref": "own", "bool": "box_bool"}.get(tested.result.type, f"box_{tested.result.type}"), tested.results)
    return [last, instr("ret", last.results)]


def _check(module: Module) -> None:
    for function in module.functions.values():
        verify(function)
        refcount.run(function)
        verify(function)
    llvm.parse_assembly(module_text(module, "nounwind")).verify()


@pytest.mark.parametrize("constants", [False, True], ids=["variables", "constants"])
@pytest.mark.parametrize("refs", [False, True], ids=["values", "refs"])
@pytest.mark.parametrize("name", TYPED)
def test_op(name: str, refs: bool, constants: bool) -> None:
    module = _module()
    module.functions["f"] = _function(name, refs=refs, constants=constants)
    _check(module)


def test_unboxed_values_live_across_a_yield() -> None:
    a, b = instr("const_i64", value=1), instr("const_f64", value=0.5)
    one, half = instr("i64_and", [a.result, a.result]), instr("f64_add", [b.result, b.result])
    truth, none = instr("i64_eq", [one.result, one.result]), instr("const", value=None)
    suspended = instr("yield", none.results)
    boxes = [instr("box_i64", one.results), instr("box_f64", half.results), instr("box_bool", truth.results)]
    made = instr("build_tuple", [box.result for box in boxes])
    function = Function("f", FuncInfo("f", "f", 1, is_generator=True))
    function.blocks = [Block("entry", [], [a, b, one, half, truth, none, suspended, *boxes, made, instr("ret", made.results)])]
    module = _module()
    module.functions["f"] = function
    _check(module)
