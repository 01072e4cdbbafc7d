"""The reference of TIR, made from the op table: `python -m molt.ir.reference > docs/ir.md`."""

from __future__ import annotations

from molt.tables import ops
from molt.tables.ops import OPS, Op

_EFFECTS = {
    ops.PURE: "removable, movable",
    ops.READ: "removable, not movable over writes",
    ops.STORE: "writes memory, runs no code",
    ops.WRITE: "may run any code",
}


def main() -> None:
    print(reference(), end="")


def reference() -> str:
    """The whole document, Markdown."""
    head = ["# TIR, the intermediate representation", ""]
    head += ["Generated from `molt/tables/ops.py` by `molt.ir.reference`; do not edit.", ""]
    head += [paragraph + "\n" for paragraph in (ops.__doc__ or "").strip().split("\n\n")[1:]]
    head += ["Effects:", ""]
    head += [f"- `{name}`: {meaning}" for name, meaning in _EFFECTS.items()]
    head += ["", f"## The {len(OPS)} ops", ""]
    return "\n".join([*head, *(_entry(op) for op in OPS.values())])


def _entry(op: Op) -> str:
    form = ", ".join(f"%{name}" for name in _result_names(op))
    form += " = " * bool(form) + op.name
    inputs = [_operand(op, *operand) for operand in zip(op.operands, op.operand_types, strict=True)] + [f"{name}=" for name in op.attrs if name != "n_results"]
    form += " " * bool(inputs) + ", ".join(inputs)
    if op.edges:
        form += " -> " + ", ".join(op.edges)
    facts = [op.effects, *("terminator" for _ in range(op.terminator)), *("borrowed result" for _ in range(op.borrows))]
    return f"### {op.name}\n\n    {form}\n\n{op.doc} ({', '.join(facts)})\n"


def _result_names(op: Op) -> list[str]:
    if len(op.results) == 1 and not op.results[0].endswith("*"):
        return ["result" + _typed(op.results[0])]
    return [f"result{'s*' if type.endswith('*') else index}" for index, type in enumerate(op.results)]


def _operand(op: Op, name: str, type: str) -> str:
    base = name.rstrip("*")
    fate = "(taken)" if base in op.take else "(spent)" if base in op.spend else ""
    return f"%{name}{_typed(type)}{fate}"


def _typed(type: str) -> str:
    return "" if type == "value" else f": {type}"


if __name__ == "__main__":
    main()
