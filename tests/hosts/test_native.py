"""Native executables: what is particular to them."""

from __future__ import annotations

import subprocess

import pytest

from molt.package import native, tools
from molt_host.grants import Grants


def _run(path, *words):
    return subprocess.run([path, *words], capture_output=True, text=True, timeout=60, check=False)


def test_hello_is_small(probe_shim):
    assert probe_shim.stat().st_size < 5_000_000


def test_builds_are_reproducible(probe_component, tmp_path):
    for name in ("a", "b"):
        native.build_native(probe_component.read_bytes(), tmp_path / name, Grants(read=(".",)))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_shim_alone_says_what_it_is():
    done = _run(tools.shim())
    assert done.returncode == 125
    assert done.stderr == "molt: this executable holds no program; `molt build --native` makes one\n"


def test_damage_is_noticed(probe_shim, tmp_path):
    whole = probe_shim.read_bytes()
    damaged = tmp_path / "damaged"
    for data in (whole[:-4000] + b"\0" + whole[-3999:], whole[:-4100] + whole[-40:]):
        damaged.write_bytes(data)
        damaged.chmod(0o755)
        done = _run(damaged)
        assert done.stderr == "molt: the executable is damaged or was cut short\n"
        assert done.returncode == 125


def test_it_runs_under_another_name_and_from_a_link(probe_shim, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(probe_shim)
    done = _run(link, "args")
    assert done.stdout == f"{link}\nargs\n"


def test_an_invalid_component_is_refused(tmp_path):
    with pytest.raises(tools.ToolError, match="cannot be compiled"):
        native.build_native(b"\0asm\x0d\0\x01\0\xff", tmp_path / "x", Grants())
    assert not (tmp_path / "x").exists()


def test_without_cargo_the_message_says_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(tools, "cache_dir", lambda: tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(tools.ToolError, match="the native host must be built once and that needs cargo"):
        tools.shim()


def test_a_failed_build_shows_the_errors_of_cargo(monkeypatch, tmp_path):
    cargo = tmp_path / "cargo"
    cargo.write_text("#!/bin/sh\necho '   Compiling x v1' >&2\necho 'error: no space left' >&2\nexit 101\n")
    cargo.chmod(0o755)
    monkeypatch.setattr(tools, "cache_dir", lambda: tmp_path / "cache")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(tools.ToolError, match="could not be built:\nerror: no space left$"):
        tools.encoder()
