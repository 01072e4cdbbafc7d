"""The whole compiler, from a source file to a component; it reads top to bottom.

    source -> ast -> TIR -> passes -> counts                            (modules that know one another)
           -> LLVM IR -> wasm object                                    (a module at a time, or a few small ones; cached)
           -> wasm-ld with the runtime -> core module -> component       (the program)

Stages are functions from a value to a value. A module's object is cached under
a hash of everything it depends on, what the modules say of one another included.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

from molt_host.cache import write_atomically

from molt import __version__
from molt.base.paths import cache_dir, source_root
from molt.frontend import Program, host_target, load_program, lower_module, used_names
from molt.frontend.lower.annotations import CHECKING_NAMES
from molt.frontend.lower.names import MODULE_NAMES
from molt.frontend.parse import Unit
from molt.ir.core import Module
from molt.ir.printer import print_module
from molt.link.runtime import Runtime, ensure_runtime
from molt.passes.manager import PassManager
from molt.passes.specialise import describe
from molt.passes.specialise.foreign import export_all

GROUP_LIMIT = 60_000  # nodes of syntax trees that are compiled in sight of one another
UNIT_LIMIT = 3_000  # of which LLVM makes one object
LIBRARY_LIMIT = 1_000  # of a module of the library among them
SHOWN_LIMIT = 20_000  # of the modules of the library that they see, but do not change

Progress = Callable[[str], None]


def _silent(line: str) -> None:
    pass


@dataclass(frozen=True)
class Options:
    """What a build may be asked for. Every field takes part in cache keys."""

    debug: bool = False  # count objects, verify the IR after each pass
    optimise: int = 2  # 0 to 3
    keep_names: bool = True  # the wasm name section
    type_hints: str = "hint"  # what annotations are, see Module
    passes: PassManager = field(default_factory=PassManager, compare=False)

    @property
    def key(self) -> str:
        return repr((self.debug, self.optimise, self.keep_names, self.type_hints, sorted(self.passes.disable)))

    @property
    def watches_passes(self) -> bool:
        """Does someone want to see the passes run? Then the cache must not hide them."""
        return bool(self.passes.dump_after)


@dataclass(frozen=True)
class Built:
    """A finished program."""

    program: Program
    core: bytes
    component: bytes


def build(program: Program, options: Options, progress: Progress = _silent) -> Built:
    """Compiles a loaded program. Raises CompileError, RuntimeBuildError, LinkError or ToolError."""
    runtime = ensure_runtime(options.debug, progress)
    core = core_module(program, options, runtime)
    from molt.package import component
    return Built(program, core, component.with_capabilities(component.encode(core), capabilities(program)))


def core_module(program: Program, options: Options, runtime: Runtime, *, relocations: bool = False) -> bytes:
    """The linked program. `relocations`: with its symbols and relocations, for tools."""
    objects = module_objects(program, options, runtime)
    return link_program(program, objects, options, runtime, relocations=relocations)


def module_objects(program: Program, options: Options, runtime: Runtime) -> list[bytes]:
    """The wasm objects of all modules."""
    return [data for group in groups(program) for data in group_objects(program, group, options, runtime)]


def group_objects(program: Program, group: list[str], options: Options, runtime: Runtime) -> list[bytes]:
    """The wasm objects of modules that know one another, from the cache if they are there.

    An object is kept under a hash of its TIR, which has all that it took from other modules. Which objects those are is
    kept under a hash of the sources of all.
    """
    common = [compiler_key(), runtime.key, options.key]
    keys = {name: module_key(program, name) for name in [*group, *in_sight(program, group)]}
    record = _kept(_key(*common, *keys, *keys.values()))
    if record.exists() and not options.watches_passes:
        paths = [_kept(key) for key in record.read_text().split()]
        if all(path.exists() for path in paths):
            return [path.read_bytes() for path in paths]
    from molt.backend import llvm
    modules = optimised_group(program, group, options)
    object_keys = []
    for unit_names in units(program, group):
        together = [modules[name] for name in unit_names]
        object_keys.append(_key(*common, *(part for module in together for part in (keys[module.name], print_module(module)))))
        kept = _kept(object_keys[-1])
        if not kept.exists():
            write_atomically(kept, llvm.emit_object(optimised_llvm(together, options, runtime)))
    write_atomically(record, "\n".join(object_keys).encode())
    return [_kept(key).read_bytes() for key in object_keys]


def units(program: Program, group: list[str]) -> list[list[str]]:
    """The modules of a group by object: all in one if they are small, so that LLVM inlines across them."""
    if sum(_size(program, unit(program, name)) for name in group) <= UNIT_LIMIT:
        return [group]
    return [[name] for name in group]


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _kept(key: str) -> Path:
    """Where the cache has what is kept under a key."""
    return cache_dir() / "objects" / key[:2] / key


def groups(program: Program) -> list[list[str]]:
    """The modules that are compiled in sight of one another, and each other one alone.

    Together are the program's own and the small ones of the library that it imports itself. The rest of the library is
    compiled for all programs alike, and exports all it has.
    """
    wanted = {name for u in program.modules if not u.source.is_library for name in imported_names(u.tree)}
    together: list[str] = []
    alone: list[list[str]] = []
    room = GROUP_LIMIT
    for u in program.modules:
        size = _size(program, u)
        if size <= room and (not u.source.is_library or u.name in wanted and size <= LIBRARY_LIMIT):
            together.append(u.name)
            room -= size
        else:
            alone.append([u.name])
    return [together, *alone] if together else alone


def _size(program: Program, u: Unit) -> int:
    """The nodes in the statements of a module that are compiled."""
    dropped = program.env(u.name).dropped
    return sum(1 for statement in u.tree.body if getattr(statement, "name", None) not in dropped for _ in ast.walk(statement))


def optimised_modules(program: Program, options: Options) -> dict[str, Module]:
    """All modules as TIR after all passes."""
    modules = {name: module for group in groups(program) for name, module in optimised_group(program, group, options).items()}
    return {name: modules[name] for name in module_names(program)}


def optimised_group(program: Program, group: list[str], options: Options) -> dict[str, Module]:
    """Modules that know one another as TIR after all passes."""
    modules = {name: lower_module(unit(program, name), program.env(name), options.type_hints) for name in group}
    options.passes.run_modules([*modules.values(), *shown_modules(program, group, options)])
    if is_alone(program, group):
        export_all(modules[group[0]])
    return modules


def is_alone(program: Program, group: list[str]) -> bool:
    """Is a group one module of the library, which others only see?"""
    return all(unit(program, name).source.is_library for name in group)


def in_sight(program: Program, group: list[str]) -> list[str]:
    """The modules of the library that are compiled alone and that a group imports, itself or through others, up to a limit."""
    if is_alone(program, group):
        return []
    units = {u.name: u for u in program.modules}
    room, found = SHOWN_LIMIT, dict.fromkeys(group)
    for name in (pending := list(group)):
        for imported in imported_names(units[name].tree):
            size = _size(program, units[imported]) if imported in units and imported not in found else room + 1
            if size <= room:
                room -= size
                found[imported] = None
                pending.append(imported)
    return [name for name in found if name not in group]


def shown_modules(program: Program, group: list[str], options: Options) -> list[Module]:
    """What a group sees of the modules that are compiled alone."""
    modules = [lower_module(unit(program, name), program.env(name), options.type_hints) for name in in_sight(program, group)]
    for module in modules:
        PassManager(options.passes.disable, stop_before="specialise").run_module(module)
        describe(module)
    return modules


def optimised_module(program: Program, name: str, options: Options) -> Module:
    """One module as TIR after all passes."""
    group = next(group for group in groups(program) if name in group)
    return optimised_group(program, group, options)[name]


def optimised_llvm(modules: Sequence[Module], options: Options, runtime: Runtime):
    """Modules as one LLVM module, optimised."""
    from molt.backend import llvm
    from molt.backend.module import module_text
    attributes = llvm.function_attributes(runtime.bitcode)
    return llvm.optimise([module_text(module, attributes) for module in modules], runtime.bitcode, options.optimise)


def link_program(program: Program, objects: list[bytes], options: Options, runtime: Runtime, *, relocations: bool = False) -> bytes:
    """The core module."""
    from molt.backend import llvm
    from molt.backend.program import ProgramPlan, program_symbols, program_text
    from molt.link.linker import link
    from molt.link.objects import mentioned
    from molt.link.reach import reach
    from molt.tables.runtime import IMPLIED_NAMES, methods_by_class

    names = used_names(program)
    if options.type_hints == "check":
        names |= CHECKING_NAMES
    names |= {implied for name, implied in IMPLIED_NAMES.items() if name in names}
    wanted = None if "getattr" in names else names
    c_modules = tuple(name for name in program.c_modules if name != "builtins")  # which every program has
    plan = ProgramPlan(tuple(module_names(program)), c_modules, wanted)
    mentions = [mentioned(data) for data in objects]
    named = set(program_symbols(plan))
    symbols = named.union(*(every for every, _ in mentions))
    constants = set().union(*(constant for _, constant in mentions)) - named.union(*(every - constant for every, constant in mentions))
    reached = reach(runtime.graph(), symbols, constants, wanted, methods_by_class())
    text = program_text(plan, reached.methods)
    kept = _kept(_key(runtime.key, text))
    if not kept.exists():
        write_atomically(kept, llvm.emit_object(llvm.parse(text)))
    return link([kept.read_bytes(), *objects], runtime, reached.dropped, keep_names=options.keep_names, relocations=relocations)


@cache
def compiler_key() -> str:
    """A hash of the compiler itself: any change to it makes all cached objects stale."""
    digest = hashlib.sha256(__version__.encode())
    root = Path(__file__).resolve().parent
    for path in sorted(root.rglob("*.py")):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    digest.update((source_root() / "runtime_wasm" / "molt.h").read_bytes())
    return digest.hexdigest()


def load(entry: str | Path, *, is_module: bool = False, for_interpreter: bool = False, relative_paths: bool = False) -> Program:
    """The program whose main file is `entry`, or whose main module it names. Raises CompileError."""
    target = host_target() if for_interpreter else None
    return load_program(entry, is_module=is_module, target=target, relative_paths=relative_paths)


def unit(program: Program, name: str) -> Unit:
    return next(u for u in program.modules if u.name == name)


def module_names(program: Program) -> list[str]:
    """The modules compiled from Python, main first."""
    return [u.name for u in program.modules]


def module_key(program: Program, name: str) -> str:
    """All that one module's code depends on, as text."""
    env, source = program.env(name), unit(program, name).source
    parts = {f.name: getattr(env, f.name) for f in fields(env)}
    # Of all names that the program mentions, a module's code depends on these only.
    parts["used_names"] = None if env.used_names is None else env.used_names & frozenset(MODULE_NAMES)
    return repr((source, unit(program, name).package, sorted((k, _ordered(v)) for k, v in parts.items())))


def _ordered(value: object) -> object:
    """A value whose repr is the same in every process."""
    match value:
        case frozenset() | set():
            return sorted(map(repr, value))
        case Mapping():
            return sorted((k, _ordered(v)) for k, v in value.items())
    return value


def capabilities(program: Program) -> dict[str, object]:
    """What the program may need, from the names it mentions."""
    names = used_names(program)
    needed: dict[str, object] = {}
    if "open" in names or "_molt_os" in program.c_modules:
        needed["files"] = "the paths it is given at run time"
    if names & {"environ", "getenv"}:
        needed["env"] = "the variables it looks up at run time"
    return needed


def files_read(program: Program) -> list[str]:
    """The files the program was compiled from."""
    return [u.source.path for u in program.modules if Path(u.source.path).is_file()]


def files_absent(program: Program) -> list[str]:
    """Files that were looked for beside the program and are not there: if one appears, the program changes."""
    folder = Path(program.modules[0].source.path).parent
    found = set(files_read(program))
    tops = {name.partition(".")[0] for u in program.modules for name in imported_names(u.tree)}
    candidates = (str(folder / form.format(name)) for name in sorted(tops) for form in ("{}.py", "{}/__init__.py"))
    return [path for path in candidates if path not in found]


def imported_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
