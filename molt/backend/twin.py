"""A function and its twin: the LLVM functions of specialised code and of the generic code that it leaves for.

Where specialised code goes on generically it returns what its twin returns. The
number of the way, and the values that it needs, are passed in an area in memory:
as arguments they would be wanted in certain registers, which would be felt in
the specialised code. The twin reads them before it does anything else. It owns
what the function owned, and acts for it: in tracebacks and levels of recursion
they are one.
"""

from __future__ import annotations

from molt.backend.lower import LLVM_TYPES, FunctionLowering, ModuleContext, quoted
from molt.backend.parts import Parts, split
from molt.ir.core import Block, Function

WAY, FUNCTION, GIVEN, VALUES = (f"@leave.{part}" for part in ("way", "self", "given", "values"))


def lower_function(context: ModuleContext, function: Function) -> str:
    """The LLVM functions of a function of the module."""
    parts = split(function)
    if parts is None:
        return FunctionLowering(context, function).lower()
    return f"{UsualLowering(context, function, parts).lower()}\n{TwinLowering(context, function, parts).lower()}"


def define_area(context: ModuleContext) -> None:
    """Where specialised code leaves what its twin needs, if the module has any."""
    if not context.leave_words:
        return
    for name, type_ in ((WAY, "i32"), (FUNCTION, "ptr"), (GIVEN, "i32"), (VALUES, f"[{context.leave_words} x i64]")):
        context.data.add(name, f"{name} = internal global {type_} zeroinitializer, align 8")


def _symbol(context: ModuleContext, function: Function) -> str:
    return f"@{quoted(f'generic:{context.module.name}.{function.symbol}')}"


def _place(n: int) -> str:
    return f"getelementptr inbounds (i64, ptr {VALUES}, i32 {n})"


class UsualLowering(FunctionLowering):
    """The specialised code of a function that has a twin."""

    def __init__(self, context: ModuleContext, function: Function, parts: Parts) -> None:
        super().__init__(context, function)
        self.parts = parts
        self.blocks = parts.usual

    def lower_blocks(self) -> None:
        super().lower_blocks()
        for block in self.parts.ways:
            self._leave(block)
        self.start("leave")
        way = self.assign("phi i32 " + ", ".join(f"[ {n}, %b{self.block_index[block]} ]" for n, block in enumerate(self.parts.ways)))
        self.emit(f"store i32 {way}, ptr {WAY}")
        result = self.assign(f"notail call i64 {_symbol(self.context, self.function)}()")
        self.emit(f"ret i64 {result}")

    def _leave(self, block: Block) -> None:
        """Stores what the twin needs to go on at a block."""
        self.start_block(block)
        values = [*self.parts.brought[block], *block.params]
        if block in self.parts.needing_self:
            self.emit(f"store ptr %self, ptr {FUNCTION}")
        if block in self.parts.needing_given:
            self.emit(f"store i32 %given, ptr {GIVEN}")
        self.context.leave_words = max(self.context.leave_words, len(values), 1)
        for n, value in enumerate(values):
            self.emit(f"store {LLVM_TYPES[value.type]} {self.operand(value)}, ptr {_place(n)}")
        self.emit("br label %leave")


class TwinLowering(FunctionLowering):
    """The generic code of a function. Values that come from outside sit in stack slots, of which LLVM makes registers."""

    def __init__(self, context: ModuleContext, function: Function, parts: Parts) -> None:
        super().__init__(context, function)
        self.parts = parts
        self.blocks = parts.twin
        self.entry = None
        outside = dict.fromkeys(value for values in parts.brought.values() for value in values)
        self.slots = {value: f"%slot{n}" for n, value in enumerate(outside)}

    def signature(self) -> str:
        is_brief = self.loop_blocks.isdisjoint(self.blocks)
        return f"define internal i64 {_symbol(self.context, self.function)}() #0 noinline cold{' minsize' * is_brief}"

    def lower_blocks(self) -> None:
        for n, block in enumerate(self.parts.ways):
            self._arrive(n, block)
        super().lower_blocks()

    def start_block(self, block: Block) -> None:
        super().start_block(block)
        self.is_cold = True

    def first_branch(self) -> list[str]:
        lines = [f"  %way = load i32, ptr {WAY}"]
        if not self.parts.needing_self.isdisjoint(self.parts.ways):
            lines.append(f"  %self = load ptr, ptr {FUNCTION}")
        if not self.parts.needing_given.isdisjoint(self.parts.ways):
            lines.append(f"  %given = load i32, ptr {GIVEN}")
        cases = " ".join(f"i32 {n}, label %way{n}" for n in range(1, len(self.parts.ways)))
        return [*lines, f"  switch i32 %way, label %way0 [ {cases} ]"]

    def _arrive(self, way: int, block: Block) -> None:
        """Takes what a way brings."""
        self.start(f"way{way}")
        values = self.parts.brought[block]
        texts = [self.assign(f"load {LLVM_TYPES[value.type]}, ptr {_place(n)}") for n, value in enumerate([*values, *block.params])]
        for value, text in zip(values, texts, strict=False):
            self.define(value, text)
        label = f"b{self.block_index[block]}"
        self.incoming.setdefault(label, []).append((self.label, texts[len(values):]))
        self.emit(f"br label %{label}")
