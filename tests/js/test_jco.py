"""The component under another host of the component model, jco; and `host/js` on the newer Node that jco brings."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import pytest

import node_host
import programs
from js_programs import PROGRAMS, Build
from molt.cli.compare import Outcome, execute
from node_tools import NodeTools, Unavailable, ensure_node_tools

@pytest.fixture(scope="module")
def tools() -> NodeTools:
    try:
        return ensure_node_tools()
    except Unavailable as reason:
        pytest.skip(str(reason))


def told_by_jco(actual: Outcome, expected: Outcome) -> Outcome:
    """jco does not know `molt:runtime/status`: it ends any failure with a report of its own, and status 1."""
    if actual.status != 1 or expected.status == 0:
        return actual
    return dataclasses.replace(actual, stderr=actual.stderr.partition(b"ComponentError: ")[0], status=expected.status)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.name)
def test_program_under_jco(program: programs.Program, build: Build, scratch: Path, tmp_path: Path, tools: NodeTools) -> None:
    expected = programs.run_cpython(program, scratch)
    for path in scratch.iterdir():
        path.unlink()
    app = tmp_path / "app.wasm"
    app.write_bytes(build(program).component)
    grants = tmp_path / "grants.mjs"
    grants.write_text(
        f"import {{ _setPreopens }} from {json.dumps(tools.filesystem.as_uri())};\n"
        f"_setPreopens({json.dumps({str(scratch): str(scratch)})});\n"
    )
    command = [str(tools.node), str(tools.jco), "run", f"--jco-import={grants}", str(app), *program.words(scratch)]
    actual = execute(command, stdin=program.stdin, env={**os.environ, **program.env}, cwd=programs.ROOT)
    difference = told_by_jco(actual, expected).differs_from(expected)
    assert difference is None, difference


@pytest.mark.parametrize("program", [p for p in PROGRAMS if p.name.startswith(("io_", "exc_"))], ids=lambda p: p.name)
def test_program_where_node_can_suspend(
    program: programs.Program, build: Build, scratch: Path, tmp_path: Path, tools: NodeTools
) -> None:
    """The newer Node has JSPI, which takes other ways through `host/js`."""
    expected = programs.run_cpython(program, scratch)
    app = tmp_path / "app.wasm"
    app.write_bytes(build(program).core)
    actual = node_host.run(app, [str(program.path), *program.words(scratch)], env=program.env, stdin=program.stdin,
                           directories=[scratch], node=tools.node)
    difference = actual.differs_from(expected)
    assert difference is None, difference
