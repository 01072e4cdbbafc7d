"""Command line flags that several commands share, read by hand so that reading them costs nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from molt_host.grants import GrantError, Grants, from_flags, from_manifest, is_flag

from molt.cli.main import Failure


@dataclass
class Flags:
    """What a command line said. `rest` are the words that are no flags of ours."""

    grants: list[str] = field(default_factory=list)
    debug: bool = False
    optimise: int = 2
    as_module: str | None = None
    output: str | None = None
    target: str = "component"  # component, native or browser
    emit: tuple[str, ...] = ()
    strip: bool = False
    disable: tuple[str, ...] = ()
    dump_after: tuple[str, ...] = ()
    time_passes: bool = False
    executor: str = "component"
    type_hints: str = "hint"
    explain: str | None = None  # the page to write; empty: beside the program's name
    entry: str | None = None
    rest: list[str] = field(default_factory=list)

    def options_key(self) -> str:
        """The part of the flags that decides what is compiled, for the warm cache."""
        return repr((self.debug, self.optimise, self.strip, self.type_hints, self.disable))

    @property
    def watches_passes(self) -> bool:
        return bool(self.dump_after or self.time_passes)


HELP_RUN = """\
usage: molt run [FLAGS] FILE.py [ARGUMENTS ...]
       molt run [FLAGS] -m MODULE [ARGUMENTS ...]

Compiles a program to a component and runs it. Reading the current directory is granted.

  --allow-read=DIR --allow-write=DIR --allow-env=NAME --allow-all   grant a capability
  --executor=component|interp   run the component (default) or interpret its IR
  --debug                       count objects, verify the IR after every pass
  -O0 ... -O3                   optimisation level (default 2)
  --type-hints=MODE             annotations are hints (hint, the default), tested (check), true (trust), unread (ignore)
  --disable=PASS --dump-after=PASS --time-passes   watch the compiler"""

HELP_BUILD = """\
usage: molt build [FLAGS] FILE.py -o OUTPUT
       molt build [FLAGS] -m MODULE -o OUTPUT

  -o OUTPUT     the component, executable or folder to make
  --native      a native executable for this machine
  --browser     a folder with a web page
  --emit=KIND   print ast, tir, opt, llvm, wat or wit instead (several: comma-separated)
  --explain[=PAGE.html]   write a page that shows how each line is compiled, and why (default: FILE.explain.html)
  --strip       leave out the names of functions
  --allow-read=DIR --allow-write=DIR --allow-env=NAME --allow-all   grants to embed (--native)
  --debug, -O0 ... -O3, --type-hints=MODE, --disable=PASS, --dump-after=PASS, --time-passes   as in `molt run`"""

_LISTS = {"--emit": "emit", "--disable": "disable", "--dump-after": "dump_after"}
_CHOICES = {"--executor": ("executor", ("component", "interp")), "--type-hints": ("type_hints", ("hint", "check", "trust", "ignore"))}


def read(words: list[str], help_text: str, *, program_follows: bool) -> Flags | None:
    """Reads a command's words; None after printing the help. With `program_follows`, all after the file belongs to the program."""
    flags = Flags()
    queue = list(words)
    while queue:
        word = queue.pop(0)
        name, equals, value = word.partition("=")
        if word in ("-h", "--help"):
            print(help_text)
            return None
        if is_flag(word):
            flags.grants.append(word)
        elif word == "-m":
            flags.as_module = _value(word, queue)
            if program_follows:
                flags.rest = queue
                return flags
        elif word == "-o":
            flags.output = _value(word, queue)
        elif name == "--output" and equals:
            flags.output = value
        elif word in ("--native", "--browser"):
            flags.target = word[2:]
        elif word in ("-O0", "-O1", "-O2", "-O3"):
            flags.optimise = int(word[2])
        elif name == "--explain" and not program_follows:
            flags.explain = value
        elif name in _LISTS and equals:
            setattr(flags, _LISTS[name], (*getattr(flags, _LISTS[name]), *value.split(",")))
        elif name in _CHOICES and equals:
            attribute, choices = _CHOICES[name]
            if value not in choices:
                raise Failure(f"{name} is one of {', '.join(choices)}, not {value!r}", 2)
            setattr(flags, attribute, value)
        elif word in ("--debug", "--strip", "--time-passes"):
            setattr(flags, word[2:].replace("-", "_"), True)
        elif word.startswith("-") and word != "-":
            raise Failure(f"unknown flag {word}\n{help_text}", 2)
        elif flags.entry is None:
            flags.entry = word
            if program_follows:
                flags.rest = queue
                return flags
        else:
            raise Failure(f"one program at a time: {flags.entry} and {word}\n{help_text}", 2)
    if flags.entry is None and flags.as_module is None:
        raise Failure(f"which program?\n{help_text}", 2)
    return flags


def _value(flag: str, queue: list[str]) -> str:
    if not queue:
        raise Failure(f"{flag} needs a value", 2)
    return queue.pop(0)


def grants(flags: Flags, *, default: Grants) -> Grants:
    """What is granted: the flags, the manifest of the current directory, and a default. MOLT_DENY narrows it."""
    try:
        granted = default | from_flags(flags.grants)
        if os.path.exists("pyproject.toml"):
            import tomllib
            with open("pyproject.toml", "rb") as file:
                try:
                    table = tomllib.load(file).get("tool", {}).get("molt", {})
                except tomllib.TOMLDecodeError as error:
                    raise Failure(f"pyproject.toml: {error}") from None
            granted |= from_manifest(table)
        return granted.narrowed(os.environ.get("MOLT_DENY", ""))
    except GrantError as error:
        raise Failure(str(error), 2) from None
