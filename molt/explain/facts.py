"""Gathers what the specialiser did, by module, function and line."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from molt import pipeline
from molt.analysis.inference import Hints, infer
from molt.analysis.loops import blocks_in_loops
from molt.base.source import SourceFile, Span
from molt.explain.names import piece, short, type_text, value_text
from molt.explain.reasons import Case, Obstacle, no_typed_entry, obstacle
from molt.frontend import Program, Unit, lower_module
from molt.frontend.lower.spans import span_of
from molt.ir.core import Block, Function, Module, Note
from molt.passes import block_params, ranges, specialise
from molt.passes.manager import PassManager
from molt.passes.specialise.plan import CONSTANTS, Plan
from molt.passes.specialise.rules import RULES

# How well, from best to worst: without tests; behind tests; by the runtime, as nothing better is there; on objects, though it need not be.
KINDS = ("typed", "guarded", "runtime", "boxed")
# What defines things and runs once, or only marks something for the compiler.
_SILENT = CONSTANTS | {"make_function", "make_cell", "store_global", "store_name", "store_cell", "class_prepare", "class_bases", "class_create",
                       "import_module", "import_from", "import_star", "load_name", "check_bound", "keep", "hold", "box_bool", "not", "truth", "unwind", "catch",
                       "uncatch", "ret", "jump", "branch"}
_LOOP_WEIGHT = 10  # an obstacle inside a loop counts as this many outside


@dataclass(frozen=True)
class Site:
    """One operation of the source. `operands` are names and types, `guards` the ops that leave for generic code."""

    span: Span
    text: str
    op: str
    kind: str
    operands: tuple[tuple[str, str], ...]
    result: str
    guards: tuple[str, ...]
    obstacle: Obstacle | None
    in_loop: bool


@dataclass
class Line:
    """A line on which something happens."""

    sites: list[Site] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """That of its worst operation."""
        return max((site.kind for site in self.sites), key=KINDS.index)

    @property
    def in_loop(self) -> bool:
        return any(site.in_loop for site in self.sites)


@dataclass(frozen=True)
class FunctionFacts:
    """`entry`: the signature of the typed entry, or why there is none. `guards`: tests in its specialised code, those of overflow included."""

    symbol: str
    line: int
    entry: str
    has_entry: bool
    guards: int
    has_generic: bool
    kinds: Counter[str]  # of its operations


@dataclass
class ModuleFacts:
    source: SourceFile
    lines: dict[int, Line]
    functions: list[FunctionFacts]


@dataclass
class Report:
    """What there is to say of a program: its own modules, main first."""

    modules: list[ModuleFacts]

    def lines(self) -> Iterator[Line]:
        for module in self.modules:
            yield from module.lines.values()

    def shares(self, *, only_loops: bool) -> Counter[str]:
        """Lines by kind."""
        return Counter(line.kind for line in self.lines() if line.in_loop or not only_loops)

    def obstacles(self) -> list[tuple[Obstacle, int, list[tuple[str, int]]]]:
        """What stands in the way, the worst first: with its weight, and the modules and lines where it does."""
        weights: Counter[Obstacle] = Counter()
        places: dict[Obstacle, dict[tuple[str, int], None]] = {}
        for module in self.modules:
            for number, line in sorted(module.lines.items()):
                for site in line.sites:
                    if site.obstacle is not None and site.kind == "boxed":
                        weights[site.obstacle] += _LOOP_WEIGHT if site.in_loop else 1
                        places.setdefault(site.obstacle, {})[module.source.module, number] = None
        return [(o, weight, list(places[o])) for o, weight in weights.most_common()]


def gather(program: Program, options: pipeline.Options) -> Report:
    """Compiles a program's own modules up to range analysis, and tells what came of it."""
    facts = {name: found for group in pipeline.groups(program) for name, found in _group_facts(program, group, options).items()}
    return Report([facts[unit.name] for unit in program.modules if not unit.source.is_library])


def _group_facts(program: Program, group: list[str], options: pipeline.Options) -> dict[str, ModuleFacts]:
    """The facts of modules that know one another."""
    units = {name: pipeline.unit(program, name) for name in group}
    modules = [lower_module(unit, program.env(name), options.type_hints) for name, unit in units.items()]
    disable = options.passes.disable
    PassManager(disable=disable, stop_before="specialise").run_modules(modules)
    shown = pipeline.shown_modules(program, group, options)
    hints = infer(*modules, *shown)
    before = [{f.symbol: (Plan(f, hints[m.name]), blocks_in_loops(f), list(f.blocks)) for f in m.functions.values()} for m in modules]
    if "specialise" not in disable:
        specialise.run(*modules, *shown)
        if "ranges" not in disable:
            for function in (f for m in modules for f in m.functions.values()):
                block_params.run(function)
                ranges.run(function)
    return {m.name: _module_facts(units[m.name], m, hints[m.name], plans) for m, plans in zip(modules, before, strict=True)}


def _module_facts(unit: Unit, module: Module, hints: Hints, before: dict[str, tuple[Plan, set[Block], list[Block]]]) -> ModuleFacts:
    facts = ModuleFacts(module.source, {}, [])
    bodies = {i.attrs["body"] for f in module.functions.values() for b in f.blocks for i in b.instrs if i.name == "class_create"}
    silent = _definitions(unit.tree)
    for function in module.functions.values():
        if function.symbol in bodies:
            continue
        plan, looping, blocks = before[function.symbol]
        case = Case(module, function, hints, plan)
        notes = {id(note.instr): note for note in function.notes}
        counts: Counter[str] = Counter()
        for block in blocks:
            for i in block.instrs:
                if i.span is not None and i.name not in _SILENT and i.span not in silent:
                    site = _site(case, notes.get(id(i)) or Note(i, True, ()), block in looping)
                    counts[site.kind] += 1
                    _enter(facts.lines, site)
        if function.symbol != "<module>":
            facts.functions.append(_function_facts(case, counts))
    return facts


def _definitions(tree: ast.Module) -> set[Span]:
    """Class and function statements, decorators and annotations: they run once."""
    found: set[Span] = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef() | ast.FunctionDef():
                found |= {span_of(node), *map(span_of, node.decorator_list)}
            case ast.arg(annotation=ast.expr() as annotation):
                found |= {span_of(part) for part in ast.walk(annotation) if isinstance(part, ast.expr)}
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            found |= {span_of(part) for part in ast.walk(node.returns) if isinstance(part, ast.expr)}
    return found


def _enter(lines: dict[int, Line], site: Site) -> None:
    """Code that was lowered twice, as that of `finally` is, counts once: as what is worst."""
    sites = lines.setdefault(site.span.line, Line()).sites
    for index, other in enumerate(sites):
        if (other.span, other.op) == (site.span, site.op):
            if KINDS.index(site.kind) > KINDS.index(other.kind):
                sites[index] = site
            return
    sites.append(site)


def _site(case: Case, note: Note, in_loop: bool) -> Site:
    i, kind = note.instr, note.kind
    assert i.span is not None
    source, hints = case.module.source, case.hints
    blocked = obstacle(case, i) if kind == "generic" else None
    shown = kind if kind != "generic" else "boxed" if i.name in RULES and blocked is not None else "runtime"
    given = [o for o in i.operands if o.type == "value" and hints.types(o) != ["unset"]]
    operands = tuple((value_text(source, case.plan, o), type_text(hints, hints.types(o))) for o in given)
    results = [type_text(hints, hints.types(r)) if r.type == "value" else r.type for r in i.results]
    return Site(i.span, piece(source, i.span), i.name, shown, operands, ", ".join(results), note.guards, blocked, in_loop)


def _function_facts(case: Case, counts: Counter[str]) -> FunctionFacts:
    function, info = case.function, case.function.info
    problem = no_typed_entry(function)
    if problem is None and function.signature is not None:
        types = {"i64": "int", "f64": "float", "value": "object"}
        entry = ", ".join(f"{name}: {types[rep]}" for name, rep in zip(info.params, function.signature, strict=True))
    else:
        entry = problem or "it is not specialised"
    guards = sum("slow" in i.edges for block in function.blocks for i in block.instrs)
    has_generic = any(block.name.startswith("generic_") for block in function.blocks)
    return FunctionFacts(short(function.symbol), info.line, entry, function.signature is not None, guards, has_generic, counts)
