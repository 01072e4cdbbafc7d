"""`molt build`."""

from __future__ import annotations

import sys
from pathlib import Path

from molt_host.cache import write_atomically
from molt_host.grants import Grants

from molt.cli import compile as compiling
from molt.cli import flags as command_flags
from molt.cli.flags import Flags
from molt.cli.main import Failure
from molt.frontend import Program


def main(words: list[str]) -> int:
    flags = command_flags.read(words, command_flags.HELP_BUILD, program_follows=False)
    if flags is None:
        return 0
    if not flags.emit and flags.output is None and flags.explain is None:
        raise Failure(f"where to? (-o OUTPUT)\n{command_flags.HELP_BUILD}", 2)
    program = compiling.load(flags, relative_paths=True)
    if flags.explain is not None:
        _explain(flags, program)
        if flags.output is None and not flags.emit:
            return 0
    if flags.emit:
        from molt.cli.emit import emit
        for kind in flags.emit:
            emit(kind, program, flags)
        return 0
    built = compiling.build(flags, program)
    out = Path(flags.output or "")
    granted = command_flags.grants(flags, default=Grants())
    size = write(flags, built, out, granted)
    print(f"{out}: {size:,} bytes", file=sys.stderr)
    return 0


def _explain(flags: Flags, program: Program) -> None:
    """Writes the page of `--explain`. It is made from a compilation of its own, so that nothing cached hides the passes."""
    from molt.explain import gather, page
    main = program.modules[0].source
    out = Path(flags.explain or f"{Path(main.path).stem}.explain.html")
    text = page(gather(program, compiling.options(flags)), Path(main.path).name)
    write_atomically(out, text.encode())
    print(f"{out}: {len(text.encode()):,} bytes", file=sys.stderr)


def write(flags: Flags, built, out: Path, granted: Grants) -> int:
    """Writes the artefact; gives its size in bytes."""
    from molt.package.tools import ToolError
    try:
        if flags.target == "native":
            from molt.package.native import build_native
            build_native(built.component, out, granted)
            return out.stat().st_size
        if flags.target == "browser":
            from molt.package.browser import build_site
            build_site(built, out)
            return sum(p.stat().st_size for p in out.rglob("*") if p.is_file())
    except ToolError as error:
        raise Failure(str(error)) from None
    write_atomically(out, built.component)
    return len(built.component)
