"""Lowers TIR with explicit counts to LLVM IR text, one op at a time.

Every Value is an i64. Borrowed constants are written where they are used. An op
that raises ends its LLVM block with a branch to the landing block of its edge's
target, which adds the traceback entry and goes on to the target.

A generator's function is its resume function: values that live across a yield
sit in stack slots (LLVM makes registers of them again) and move to the
generator's frame while it is suspended.
"""

from __future__ import annotations

from molt.analysis.liveness import Liveness
from molt.analysis.loops import blocks_in_loops
from molt.backend import entries, layout, predictions
from molt.backend.data import Data, pointer_value, string_symbol
from molt.backend.sites import site_text
from molt.base.source import Span
from molt.ir.core import Block, Edge, Function, Instr, Module, Value, owner_of
from molt.ir.graph import reverse_postorder

LLVM_TYPES = {"value": "i64", "ref": "i64", "i64": "i64", "f64": "double", "bool": "i1"}
RETURN_TYPES = {"V": "i64", "F": "zeroext i1", "T": "i32", "B": "zeroext i1", "D": "double", "N": "void"}
RAISED = str(layout.signed(layout.RAISED))
UNSET = str(layout.signed(layout.UNSET))
DONE = str(layout.signed(layout.DONE))
NONE = str(layout.signed(layout.NONE))
COLD_TRUE, COLD_FALSE = "!prof !0", "!prof !1"


class ModuleContext:
    """What the functions of one module share while they are lowered."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.data = Data()
        self.declared: dict[str, str] = {}
        self.global_index = {name: i for i, name in enumerate(module.globals)}
        self.function_names = {symbol: f"@{quoted(f'{module.name}.{symbol}')}" for symbol in module.functions}
        self.counter = 0
        self.leave_words = 0  # of the area in which twins get values
        self.frames: dict[str, tuple[int, int]] = {}  # generators: how many Values, and how many other words, a suspended frame holds
        self.infos: dict[str, Function] = {}  # functions whose FuncInfo is referred to
        self.defined_infos: set[str] = set()

    def declare(self, name: str, result: str, params: list[str]) -> str:
        """A runtime function; every use must agree on its type."""
        line = f"declare {result} @{name}({', '.join(params)})"
        known = self.declared.setdefault(name, line)
        assert known == line, f"{known} / {line}"
        return f"@{name}"

    def unique(self, prefix: str) -> str:
        self.counter += 1
        return f"@{prefix}.{self.counter}"

    def prediction(self, symbol: str) -> str:
        """The static Prediction of the class that a class body makes."""
        if ":" in symbol:
            return self.data.external(self.part(predictions.PREDICTION, symbol))
        return predictions.define(self, symbol)

    def info_symbol(self, function: Function) -> str:
        self.infos[function.symbol] = function
        return self.part("info", function.symbol)

    def code_of(self, symbol: str) -> str:
        """The FuncInfo of a function that the code refers to, of this module or another one."""
        return self.data.external(self.part("info", symbol)) if ":" in symbol else self.info_symbol(self.module.functions[symbol])

    def part(self, kind: str, symbol: str) -> str:
        """The global of a part of a function or class: `info`, `typed`, `prediction` and so on. What other modules refer to has its qualified name."""
        owner, own = owner_of(symbol, self.module.name)
        return f"@{quoted(f'{kind}:{owner}{":" if self.is_shared(symbol) else "."}{own}')}"

    def is_shared(self, symbol: str) -> bool:
        """Do several modules refer to a function or class?"""
        return ":" in symbol or symbol in self.module.exported

    def linkage(self, symbol: str) -> str:
        """Of what belongs to a function or class of this module."""
        return "hidden" if self.is_shared(symbol) else "internal"

    @property
    def globals_symbol(self) -> str:
        return module_symbol("globals", self.module.name)

    @property
    def module_symbol(self) -> str:
        return module_symbol("module", self.module.name)


def quoted(name: str) -> str:
    """A name as LLVM writes it between quotes."""
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in (34, 92) else f"\\{b:02X}" for b in name.encode()) + '"'


def module_symbol(kind: str, module: str) -> str:
    """The symbol of a module's descriptor (`module`), globals array or body (`body`)."""
    return f"@{quoted(f'{kind}:{module}')}"


def slot_symbol(module: str, name: str) -> str:
    """The symbol of the place of an attribute of a module among the module's globals, where other modules know it."""
    return f"@{quoted(f'slot:{module}.{name}')}"


def is_constant(i: Instr) -> bool:
    """Is the result written where it is used?"""
    return (i.op.borrows and i.name not in ("box_bool", "box_small", "closure")) or i.name in ("const_i64", "const_f64")


class FunctionLowering:
    """State while one function is lowered; `emit` appends to the current LLVM block."""

    def __init__(self, context: ModuleContext, function: Function) -> None:
        self.context = context
        self.data = context.data
        self.function = function
        self.blocks = function.blocks  # those to lower
        self.is_generator = function.info.is_generator
        self.entry = entries.TypedEntry.of(function)
        self.operand_text: dict[Value, str] = {}
        self.constants: dict[Value, Instr] = {}
        self.shaped: dict[Value, Instr] = {}  # references to instances of predicted shapes
        self.lines: list[str] = []
        self.label = "entry"
        self.counter = 0
        self.frame_size = 0
        self.calls_directly = False
        self.block_index = {b: i for i, b in enumerate(function.blocks)}
        self.loop_blocks = blocks_in_loops(function)
        self.in_loop = False
        self.is_cold = False  # is the block one for what specialised code does not expect?
        self.incoming: dict[str, list[tuple[str, list[str]]]] = {}  # label -> (predecessor label, phi operands)
        self.landings: dict[Block, str] = {}
        self.landing_sites: dict[str, list[tuple[str, str]]] = {}
        self.slots: dict[Value, str] = {}
        self.yields: list[str] = []
        self.saved: dict[Instr, list[Value]] = {}  # what lives across each yield
        for block in function.blocks:
            for i in block.instrs:
                if i.name in ("guard_shape", "slot_add", "slot_add_f64"):
                    self.shaped[i.result] = i
                if is_constant(i):
                    self.constants[i.result] = i

    # -- text

    def emit(self, line: str) -> None:
        self.lines.append("  " + line)

    def fresh(self, prefix: str = "t") -> str:
        self.counter += 1
        return f"{prefix}{self.counter}"

    def start(self, label: str) -> None:
        self.lines.append(f"{label}:")
        self.label = label

    def assign(self, expression: str) -> str:
        name = "%" + self.fresh()
        self.emit(f"{name} = {expression}")
        return name

    def operand(self, value: Value) -> str:
        """The LLVM operand of a value, loading it if it sits in a stack slot."""
        constant = self.constants.get(value)
        if constant is not None:
            return self.constant(constant)
        slot = self.slots.get(value)
        if slot is not None:
            return self.assign(f"load {LLVM_TYPES[value.type]}, ptr {slot}")
        return self.operand_text[value]

    def define(self, value: Value, text: str) -> None:
        slot = self.slots.get(value)
        if slot is not None:
            self.emit(f"store {LLVM_TYPES[value.type]} {text}, ptr {slot}")
        else:
            self.operand_text[value] = text

    def constant(self, i: Instr) -> str:
        match i.name:
            case "const":
                return self.data.value(i.attrs["value"])
            case "unset":
                return UNSET
            case "load_builtin":
                return self.builtin(i.attrs["name"])
            case "const_i64":
                return str(i.attrs["value"])
            case "const_f64":
                return f"0x{layout.immediate(i.attrs["value"]):016X}"
        raise AssertionError(i.name)

    def constant_i64(self, value: Value) -> int | None:
        """The number that an operand is known to be."""
        constant = self.constants.get(value)
        return constant.attrs["value"] if constant is not None and constant.name == "const_i64" else None

    def builtin(self, name: str) -> str:
        """The Value of a built-in name: a class, a function of the C runtime or a constant."""
        from molt.tables import runtime
        name = runtime.BUILTIN_ALIASES.get(name, name)
        if name in runtime.builtin_classes():
            return pointer_value(self.data.class_of(name), layout.TAG["class"])
        if name == "NotImplemented":
            return str(layout.signed(layout.SINGLE_BASE | 4))
        if name in ("Ellipsis", "None", "True", "False", "__debug__"):
            return self.data.value({"Ellipsis": ..., "None": None, "False": False}.get(name, True))
        return pointer_value(self.data.external(f"@builtin__{name}"), layout.TAG["builtin"])

    def string(self, text: str) -> str:
        return f"ptr {self.data.string(text)}"

    def is_unset(self, value: Value) -> bool:
        constant = self.constants.get(value)
        return constant is not None and constant.name == "unset"

    # -- runtime calls

    def call(self, name: str, kind: str, args: list[str]) -> str:
        """Calls a C function; `args` are typed operands. Gives the result's operand ('' for none)."""
        result = RETURN_TYPES[kind]
        callee = self.context.declare(name, result, [a.split(" ", 1)[0] for a in args])
        text = f"call {result} {callee}({', '.join(args)}){self.inlining(name)}"
        if kind == "N":
            self.emit(text)
            return ""
        return self.assign(text)

    def inlining(self, name: str) -> str:
        """The attributes of a call of a fast path. Where it is not sure to run often or just once, LLVM decides."""
        from molt.backend.rows import FAST_PATHS, TYPED
        if name in TYPED:
            return " #1"
        if self.is_cold and (name in FAST_PATHS or not self.in_loop):
            return " #2"
        if name not in FAST_PATHS:
            return ""
        return " #1" if self.in_loop else " #2" if self.function.symbol == "<module>" else ""

    def raising_call(self, i: Instr, name: str, kind: str, args: list[str]) -> str:
        """Calls a C function that may raise; goes on in a new block when it did not. A `T` result is an i1."""
        result = self.call(name, kind, args)
        match kind:
            case "V":
                self.raise_if(i, f"icmp eq i64 {result}, {RAISED}")
            case "F":
                ok = result
                self.branch_raise(i, ok, raised_when_true=False)
            case "T":
                if i.op.raises:
                    self.raise_if(i, f"icmp slt i32 {result}, 0")
                return self.assign(f"trunc i32 {result} to i1")
        return result

    def raise_if(self, i: Instr, condition: str) -> None:
        self.branch_raise(i, self.assign(condition), raised_when_true=True)

    def branch_raise(self, i: Instr, condition: str, *, raised_when_true: bool) -> None:
        go_on = self.fresh("ok")
        raised = self.raise_label(i)
        first, second = (raised, go_on) if raised_when_true else (go_on, raised)
        self.emit(f"br i1 {condition}, label %{first}, label %{second}, {COLD_TRUE if raised_when_true else COLD_FALSE}")
        self.start(go_on)

    def slow_unless(self, i: Instr, condition: str) -> None:
        """Leaves by the `slow` edge unless `condition` (an i1) holds; goes on in a new block. Without the edge it holds."""
        if "slow" not in i.edges:
            return
        go_on = self.fresh("go")
        slow = self.edge_label(i.edges["slow"])
        self.emit(f"br i1 {condition}, label %{go_on}, label %{slow}, {COLD_FALSE}")
        self.start(go_on)

    def raise_always(self, i: Instr) -> None:
        self.emit(f"br label %{self.raise_label(i)}")

    def raise_label(self, i: Instr) -> str:
        """Registers a jump from the current block along `i`'s raise edge; the label to branch to."""
        edge = i.edges["raise"]
        site = self.site(i)
        if site is None:
            return self.edge_label(edge)
        label = self.landings.setdefault(edge.block, f"land{self.block_index[edge.block]}")
        self.landing_sites.setdefault(label, []).append((site, self.label))
        self.add_incoming(label, edge)
        return label

    def edge_label(self, edge: Edge) -> str:
        label = f"b{self.block_index[edge.block]}"
        self.add_incoming(label, edge)
        return label

    def add_incoming(self, label: str, edge: Edge) -> None:
        args = [self.operand(a) for a in edge.args]
        self.incoming.setdefault(label, []).append((self.label, args))

    def site(self, i: Instr) -> str | None:
        from molt.backend.rows import NO_SITE
        if i.name in NO_SITE or i.span is None:
            return None
        lookup = i.attrs.get("lookup")
        return self.site_constant(i.span, Span(*lookup) if lookup else None)

    def site_constant(self, span: Span, lookup: Span | None) -> str:
        """The Site of a place in the source; `lookup` is that of the method lookup of a call."""
        name = f"@{quoted(f'site:{self.function.symbol}:{span}:{lookup or ""}')}"
        other = self.site_constant(lookup, None) if lookup else "null"
        text, carets = site_text(self.context.module.source, span)
        return self.data.add(name, f"{name} = internal constant {{ ptr, i32, ptr, ptr, ptr }} {{ ptr {self.context.info_symbol(self.function)}, "
                                   f"i32 {span.line}, ptr {self.data.optional_string(text)}, ptr {self.data.optional_string(carets)}, ptr {other} }}")

    # -- arrays of operands

    def store_args(self, operands: list[Value], head: int = 0) -> str:
        """Stores operands (values) in the function's argument area, after its scratch slot and room for a head; gives the typed pointer."""
        self.frame_size = max(self.frame_size, len(operands) + head + 1)
        for n, value in enumerate(operands, head + 1):
            text = self.operand(value)
            at = self.assign(f"getelementptr inbounds i64, ptr %frame, i32 {n}")
            self.emit(f"store i64 {text}, ptr {at}")
        return "ptr " + self.assign("getelementptr inbounds i64, ptr %frame, i32 1")

    def area(self, n: int) -> str:
        """Room for n results of the next call; gives the pointer."""
        self.frame_size = max(self.frame_size, n + 1)
        return self.assign("getelementptr inbounds i64, ptr %frame, i32 1")

    def load_results(self, area: str, results: list[Value]) -> None:
        for n, value in enumerate(results):
            at = self.assign(f"getelementptr inbounds i64, ptr {area}, i32 {n}")
            self.define(value, self.assign(f"load i64, ptr {at}"))

    def kwnames(self, names: tuple[str, ...]) -> str:
        return "i64 " + (self.data.value(names) if names else NONE)

    def cache(self) -> str:
        name = self.context.unique("cache")
        self.data.add(name, f"{name} = internal global {{ ptr, i32, i32 }} zeroinitializer")
        return f"ptr {name}"

    def self_pointer(self) -> str:
        """The running Function object."""
        if not self.is_generator:
            return "%self"
        at = self.assign(f"getelementptr inbounds i8, ptr %gen, i32 {layout.GENERATOR_FUNCTION}")
        return self.assign(f"load ptr, ptr {at}")

    # -- the function

    def lower(self) -> str:
        if self.is_generator:
            self.assign_slots()
        self.lower_blocks()
        body = self.finish_blocks()
        text = "\n".join([self.signature() + " {", *self.prologue(), *body, "}"])
        return text if self.entry is None else f"{text}\n{self.entry.generic_entry(self.context)}"

    def lower_blocks(self) -> None:
        from molt.backend.ops import lower_instr
        chosen = set(self.blocks)
        for block in reverse_postorder(self.function):  # definitions before uses
            if block not in chosen:
                continue
            self.start_block(block)
            for i in block.instrs:
                lower_instr(self, i)

    def start_block(self, block: Block) -> None:
        self.start(f"b{self.block_index[block]}")
        self.in_loop = block in self.loop_blocks
        self.is_cold = block.name.startswith(("slow", "generic"))
        if block is self.function.entry:
            for n, param in enumerate(block.params):
                self.define_parameter(n, param)
            return
        self.lines.append(f"  ;phis b{self.block_index[block]}")
        for n, param in enumerate(block.params):
            self.define(param, f"%b{self.block_index[block]}.p{n}")

    def define_parameter(self, n: int, param: Value) -> None:
        if self.is_generator:
            self.define(param, self.load_frame(n, "i64"))
            return
        at = self.assign(f"getelementptr inbounds i8, ptr %args, i32 {8 * n}")
        self.define(param, self.assign(f"load i64, ptr {at}"))

    def signature(self) -> str:
        if self.entry is not None:
            return self.entry.definition(self.context)
        name = self.context.function_names[self.function.symbol]
        if self.function.symbol == "<module>":
            return f"define hidden i64 {module_symbol('body', self.context.module.name)}() #0"
        params = "ptr %gen, i64 %sent" if self.is_generator else "ptr %self, ptr %args"
        return f"define internal i64 {name}({params}) #0"

    def prologue(self) -> list[str]:
        lines = ["entry:"]
        if self.frame_size:
            lines.append(f"  %frame = alloca [{self.frame_size} x i64], align 8")
        if self.calls_directly:
            lines.append("  %frame.address = " + ("ptrtoint ptr %frame to i32" if self.frame_size else "add i32 0, -1"))
        lines += [f"  {slot} = alloca {LLVM_TYPES[value.type]}, align 8" for value, slot in self.slots.items()]
        return lines + self.first_branch()

    def first_branch(self) -> list[str]:
        return self.resume_switch() if self.is_generator else ["  br label %b0"]

    def finish_blocks(self) -> list[str]:
        """The blocks with their phis, and the landing blocks."""
        for block, label in self.landings.items():
            self.start(label)
            self.lines.append(f"  ;phis {label}")
            sites = self.landing_sites[label]
            if len({site for site, _ in sites}) > 1:
                operands = ", ".join(f"[ {site}, %{pred} ]" for site, pred in sites)
                self.lines.append(f"  %{label}.site = phi ptr {operands}")
                site = f"%{label}.site"
            else:
                site = sites[0][0]
            self.call("tb_add", "N", [f"ptr {site}"])
            target = f"b{self.block_index[block]}"
            self.incoming.setdefault(target, []).append((label, [f"%{label}.p{n}" for n in range(len(block.params))]))
            self.emit(f"br label %{target}")
        params = {f"b{i}": b.params for b, i in self.block_index.items()}
        params |= {label: b.params for b, label in self.landings.items()}
        body: list[str] = []
        for line in self.lines:
            if line.startswith("  ;phis "):
                body += self.phis(line[8:], params[line[8:]])
            else:
                body.append(line)
        return body

    def phis(self, label: str, params: list[Value]) -> list[str]:
        incoming = self.incoming.get(label, [])
        lines = []
        if not incoming:  # the ways in are edges that cannot be taken
            return [f"  %{label}.p{n} = freeze {LLVM_TYPES[param.type]} poison" for n, param in enumerate(params)]
        for n, param in enumerate(params):
            operands = ", ".join(f"[ {args[n]}, %{pred} ]" for pred, args in incoming)
            lines.append(f"  %{label}.p{n} = phi {LLVM_TYPES[param.type]} {operands}")
        # Parameters that live in stack slots are stored by define(), which ran when the block started.
        return lines

    # -- generators

    def assign_slots(self) -> None:
        """Stack slots for all values that live across a yield."""
        live = Liveness(self.function, lambda v: v not in self.constants)
        across = 0
        for block in self.function.blocks:
            for i, after in zip(block.instrs, live.after_each(block)):
                if i.name == "yield":
                    bits = _live_across(live, i, after)
                    self.saved[i] = live.members(bits)
                    across |= bits
        for n, value in enumerate(live.members(across)):
            self.slots[value] = f"%slot{n}"
        n_values = [sum(value.type == "value" for value in values) for values in self.saved.values()]
        n_raw = [len(values) - n for values, n in zip(self.saved.values(), n_values, strict=True)]
        self.context.frames[self.function.symbol] = max([len(self.function.info.params), *n_values]), max(n_raw, default=0)

    def resume_switch(self) -> list[str]:
        state = layout.GENERATOR_STATE
        cases = " ".join(f"i32 {n + 1}, label %{label}" for n, label in enumerate(self.yields))
        return [f"  %state.at = getelementptr inbounds i8, ptr %gen, i32 {state}",
                "  %state = load i32, ptr %state.at",
                f"  store i32 {layout.GENERATOR_RUNNING}, ptr %state.at",
                f"  switch i32 %state, label %b0 [ {cases} ]"]

    def frame_slot(self, n: int) -> str:
        """The address of a slot of the suspended frame."""
        return self.assign(f"getelementptr inbounds i8, ptr %gen, i32 {layout.GENERATOR_SLOTS + 8 * n}")

    def load_frame(self, n: int, type_: str) -> str:
        """Moves a value out of the frame, which says nothing any more while the generator runs."""
        return self.assign(f"load {type_}, ptr {self.frame_slot(n)}")

    def save_frame(self, values: list[Value]) -> dict[Value, int]:
        """Moves what lives across a yield to the frame; gives its slots."""
        n_values, _ = self.context.frames[self.function.symbol]
        objects = [v for v in values if v.type == "value"]
        at = {v: n for n, v in enumerate(objects)}
        at |= {v: n_values + n for n, v in enumerate(v for v in values if v.type != "value")}
        for value, n in at.items():
            self.emit(f"store {LLVM_TYPES[value.type]} {self.operand(value)}, ptr {self.frame_slot(n)}")
        for n in range(len(objects), n_values):
            self.emit(f"store i64 {UNSET}, ptr {self.frame_slot(n)}")
        return at

    def set_state(self, state: int) -> None:
        at = self.assign(f"getelementptr inbounds i8, ptr %gen, i32 {layout.GENERATOR_STATE}")
        self.emit(f"store i32 {state}, ptr {at}")


def _live_across(live: Liveness, i: Instr, after: int) -> int:
    """What lives across a yield."""
    bits = after & ~live.bits(i.results)
    for edge in i.edges.values():
        bits |= live.edge_live(edge)
    return bits


def define_info(context: ModuleContext, function: Function) -> None:
    """The FuncInfo of a function, once its frame size is known."""
    info = function.info
    data = context.data
    params = "null"
    if info.params:
        params = data.array(f"@{quoted(f'params:{function.symbol}')}", "ptr", [data.string(p) for p in info.params])
    flags = (info.has_varargs * layout.FUNC_VARARGS | info.has_varkw * layout.FUNC_VARKW | info.is_generator * layout.FUNC_GENERATOR)
    entry = "null" if function.symbol == "<module>" else context.function_names[function.symbol]
    strings = ", ".join(f"ptr {s}" for s in (
        data.string(info.name), data.string(info.qualname), data.string(context.module.name),
        data.string(context.module.source.path), data.optional_string(info.doc)))
    name = context.info_symbol(function)
    n_values, n_raw = context.frames.get(function.symbol, (0, 0))
    data.add(name, f"{name} = {context.linkage(function.symbol)} constant {{ ptr, ptr, ptr, ptr, ptr, i16, i16, i16, i16, ptr, ptr, i32, i32, i32 }} {{ {strings}, "
                   f"i16 {info.n_positional}, i16 {info.n_positional_only}, i16 {info.n_keyword_only}, i16 {flags}, "
                   f"ptr {params}, ptr {entry}, i32 {n_values}, i32 {info.line}, i32 {n_raw} }}")
