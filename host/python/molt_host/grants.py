"""Capabilities: what a program may touch besides its arguments, streams, clocks and randomness. Denied unless granted.

    --allow-read=DIR     files under DIR may be read
    --allow-write=DIR    files under DIR may be read, made, changed and removed
    --allow-env=NAME     the environment variable NAME is visible; * is all of them
    --allow-all          all of the above for everything

The same words without the dashes are keys of `[tool.molt]` in pyproject.toml. `MOLT_DENY=read,write,env,all` in the
environment takes grants back when a program starts. The JSON form is what a native build embeds; `host/rust` reads it.

A program sees a directory under the name it was granted by: `.` stays `.`, an absolute path stays absolute.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

_LIST_WORDS = {"allow-read": "read", "allow-write": "write", "allow-env": "env"}
_ALL_WORD = "allow-all"
_VALUE_NAMES = {"read": "DIR", "write": "DIR", "env": "NAME"}


class GrantError(ValueError):
    """A grant that cannot be understood, with a message for the user."""


class Grants:
    """An immutable set of capabilities. `a | b` grants what either grants."""

    __slots__ = ("env", "read", "write")

    read: tuple[str, ...]
    write: tuple[str, ...]
    env: tuple[str, ...]

    def __init__(self, read: tuple[str, ...] = (), write: tuple[str, ...] = (), env: tuple[str, ...] = ()) -> None:
        put = super().__setattr__
        put("read", _unique(map(_directory_name, read)))
        put("write", _unique(map(_directory_name, write)))
        put("env", _unique(env))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Grants are immutable")

    def __or__(self, other: Grants) -> Grants:
        return Grants(self.read + other.read, self.write + other.write, self.env + other.env)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Grants) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"Grants(read={self.read!r}, write={self.write!r}, env={self.env!r})"

    def _key(self) -> tuple[tuple[str, ...], ...]:
        return self.read, self.write, self.env

    def preopens(self) -> list[tuple[str, bool]]:
        """Directories to open for the program, each with whether it may be changed; a granted write wins."""
        writable = [(directory, True) for directory in self.write]
        return writable + [(directory, False) for directory in self.read if directory not in self.write]

    def environment(self, variables: dict[str, str]) -> dict[str, str]:
        """The part of `variables` that the program may see."""
        if "*" in self.env:
            return dict(variables)
        return {name: variables[name] for name in self.env if name in variables}

    def narrowed(self, denials: str) -> Grants:
        """Without what the comma-separated `denials` name. To write is to read too, so denying read denies both."""
        read, write, env = self._key()
        for word in filter(None, map(str.strip, denials.split(","))):
            if word not in ("read", "write", "env", "all"):
                raise GrantError(f"MOLT_DENY: '{word}' is not one of read, write, env, all")
            if word == "write":
                read += write
            if word in ("read", "all"):
                read = ()
            if word in ("read", "write", "all"):
                write = ()
            if word in ("env", "all"):
                env = ()
        return Grants(read, write, env)

    def to_json(self) -> str:
        return json.dumps({"read": self.read, "write": self.write, "env": self.env}, separators=(",", ":"))


def from_json(text: str | bytes) -> Grants:
    """The inverse of `Grants.to_json`."""
    fields = json.loads(text)
    if not isinstance(fields, dict) or not fields.keys() <= {"read", "write", "env"}:
        raise GrantError("not the JSON form of grants")
    return Grants(**{name: tuple(values) for name, values in fields.items()})


def is_flag(word: str) -> bool:
    """Whether `word` of a command line is a grant (well formed or not)."""
    name = word.partition("=")[0]
    return name.startswith("--") and (name[2:] in _LIST_WORDS or name[2:] == _ALL_WORD)


def from_flags(words: list[str]) -> Grants:
    """What a list of `--allow-...` words grants together."""
    grants = Grants()
    for word in words:
        name, equals, value = word.removeprefix("--").partition("=")
        if name == _ALL_WORD and not equals:
            grants |= ALL
        elif name in _LIST_WORDS and value:
            grants |= Grants(**{_LIST_WORDS[name]: (value,)})
        elif name in _LIST_WORDS:
            wanted = _VALUE_NAMES[_LIST_WORDS[name]]
            raise GrantError(f"--{name} needs a value: --{name}={wanted}")
        elif name == _ALL_WORD:
            raise GrantError("--allow-all takes no value")
        else:
            raise GrantError(f"'{word}' is not a grant")
    return grants


def from_manifest(table: dict[str, object]) -> Grants:
    """What the `[tool.molt]` table of a pyproject.toml grants; its other keys are not looked at."""
    grants = Grants()
    for word, field in _LIST_WORDS.items():
        values = table.get(word, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
            raise GrantError(f"[tool.molt] {word} must be a list of strings")
        grants |= Grants(**{field: tuple(values)})
    everything = table.get(_ALL_WORD, False)
    if not isinstance(everything, bool):
        raise GrantError(f"[tool.molt] {_ALL_WORD} must be true or false")
    return grants | ALL if everything else grants


def _directory_name(path: str) -> str:
    """`./data/` is `data`, as the program would write it. `..` stays: what it leads to is for the system to say."""
    root = "/" if path.startswith("/") else ""
    parts = [part for part in path.split("/") if part not in ("", os.curdir)]
    return root + "/".join(parts) or os.curdir


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


ALL = Grants(write=("/", "."), env=("*",))
