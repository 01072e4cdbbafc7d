"""The modules that are looked at together, and names for their functions that are unique among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from molt.ir.core import Function, Module, owner_of, qualified


class Group:
    """Modules of one program. Functions and class bodies have qualified symbols here: `module:symbol`."""

    def __init__(self, modules: Sequence[Module]) -> None:
        self.modules = {module.name: module for module in modules}
        self.functions: dict[str, Function] = {}
        self._symbols: dict[Function, str] = {}
        for module in modules:
            for function in module.functions.values():
                self._enter(module, function)

    def _enter(self, module: Module, function: Function) -> str:
        symbol = qualified(module.name, function.symbol)
        self.functions[symbol] = function
        self._symbols[function] = symbol
        return symbol

    def add(self, owner: Module, function: Function) -> str:
        """Puts a new function into a module; gives its symbol."""
        owner.functions[function.symbol] = function
        return self._enter(owner, function)

    def symbol(self, function: Function) -> str:
        return self._symbols[function]

    def home(self, symbol: str) -> Module:
        """The module of a function or class body."""
        return self.modules[owner_of(symbol, "")[0]]

    def home_of(self, function: Function) -> str:
        """The name of the module of a function."""
        return owner_of(self._symbols[function], "")[0]

    def named_in(self, function: Function, symbol: str) -> str:
        """What the code of `function` means by a symbol of its module."""
        return qualified(self.home_of(function), symbol)

    def in_import_order(self) -> Iterator[Module]:
        """All modules, imported ones first as far as they do not import one another."""
        done: set[str] = set()

        def visit(module: Module) -> Iterator[Module]:
            if module.name in done:
                return
            done.add(module.name)
            for block in module.functions["<module>"].blocks:
                for i in block.instrs:
                    if i.name == "import_module" and i.attrs["module"] in self.modules:
                        yield from visit(self.modules[i.attrs["module"]])
            yield module
        for module in self.modules.values():
            yield from visit(module)
