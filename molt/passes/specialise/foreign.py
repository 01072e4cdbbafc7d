"""What the modules of a group refer to of one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from molt.ir.core import Module, owner_of, qualified


def show(module: Module, group: Sequence[Module]) -> None:
    """Lets a module see the functions of all others."""
    module.foreign = {qualified(other.name, symbol): function
                      for other in group if other is not module for symbol, function in other.functions.items()}


def keep_used(module: Module, group: Sequence[Module]) -> None:
    """Forgets of the others what the code does not refer to; what it refers to is exported there."""
    owners = {other.name: other for other in group}
    used: set[str] = set()
    for function in module.functions.values():
        for block in function.blocks:
            for i in block.instrs:
                if i.name == "module_ref" and i.attrs["module"] in owners:
                    owners[i.attrs["module"]].exported_globals.add(i.attrs["name"])
                used.update(_symbols(i.attrs))
    module.predictions = {symbol: p for symbol, p in module.predictions.items() if ":" not in symbol or symbol in used}
    used.update(function for prediction in module.predictions.values() if ":" not in prediction.symbol for _, function in prediction.methods)
    for symbol in used:
        if ":" in symbol:
            owner, own = owner_of(symbol, module.name)
            owners[owner].exported.add(own)
    module.foreign = {symbol: function for symbol, function in module.foreign.items() if symbol in used}


def export_all(module: Module) -> None:
    """For a module that is compiled before it is known who refers to it."""
    module.exported.update(symbol for symbol, function in module.functions.items() if function.signature is not None)
    module.exported.update(module.predictions)
    module.exported_globals.update(module.globals)


def _symbols(attrs: dict[str, object]) -> Iterator[str]:
    """The functions and classes that an instruction names."""
    for name in ("func", "cls"):
        if name in attrs:
            yield attrs[name]
    for symbol, _ in attrs.get("shapes", ()):
        yield symbol
