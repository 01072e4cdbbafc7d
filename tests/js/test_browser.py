"""A built site in headless Chromium: the page shows what CPython prints, takes input, and stays live."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

import devtools
import programs
from devtools import Browser
from js_programs import MANY, PROGRAMS, Build
from molt.package.browser import build_site
from molt.pipeline import Built
from site_server import serve

pytestmark = pytest.mark.skipif(devtools.executable() is None, reason="chromium is not installed")

# What needs neither arguments with spaces nor files, nor looks at whether its streams are terminals.
SHOWN = ("algo_json", "algo_life", "exc_system_exit", "float_repr", "gen_core", "int_big", "set_order", "str_unicode", "tb_nested_calls")
# Recursion through operators exhausts the stack of a browser's worker before 1000 levels: docs/contract.md.
TOO_DEEP = ("spec_recursion_limit",)
# The page's own programs, and of the rest those that need nothing of the host but its output.
SHOWN_PROGRAMS = [p for p in MANY if p.name in SHOWN or not (p.argv or p.stdin or p.env or p.grants or p in PROGRAMS or p.name in TOO_DEEP)]

_ECHO = """
name = input("name? ")
print("hello", name)
while True:
    try:
        print(">", input())
    except EOFError:
        print("end")
        break
"""
_STATE = "document.getElementById('status').dataset.state"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """`show(built, args)` opens the page of a program."""
    with serve(tmp_path) as address:

        def shown(built: Built, args: str = "") -> None:
            build_site(built, tmp_path / "site")
            open_page(browser, f"{address}site/?{urlencode({'args': args})}")

        yield shown


def open_page(browser: Browser, url: str) -> None:
    browser.open(url)
    browser.wait_until(f"location.href === {json.dumps(url)} && document.readyState === 'complete' && {_STATE} !== 'loading'")


def wait_for_state(browser: Browser, *states: str) -> None:
    browser.wait_until(f"{json.dumps(states)}.includes({_STATE})")


def shown_text(browser: Browser, kind: str) -> str:
    return browser.evaluate(f"[...document.querySelectorAll('#output .{kind}')].map((span) => span.textContent).join('')")


def exit_code(browser: Browser) -> int:
    return int(browser.evaluate("document.getElementById('status').dataset.code"))


def type_line(browser: Browser, text: str) -> None:
    browser.evaluate(f"document.getElementById('input').value = {json.dumps(text)}")
    browser.evaluate("document.querySelector('#input-form button').click()")


def press(browser: Browser, button: str) -> None:
    browser.evaluate(f"document.getElementById('{button}').click()")


@pytest.mark.parametrize("program", SHOWN_PROGRAMS, ids=lambda p: p.name)
def test_program(program: programs.Program, build: Build, scratch: Path, browser: Browser, show: Callable[..., None]) -> None:
    expected = programs.run_cpython(program, scratch)
    show(build(program))
    wait_for_state(browser, "exited")
    assert shown_text(browser, "stdout") == expected.stdout.decode()
    assert shown_text(browser, "stderr") == expected.stderr.decode()
    assert exit_code(browser) == expected.status


def test_arguments(browser: Browser, show: Callable[..., None], compile_text: Callable[[str], Built]) -> None:
    show(compile_text("import sys\nprint(sys.argv)"), r"""a 'b  c' "d \"e" f\ g '' h"i"'j'""")
    wait_for_state(browser, "exited")
    assert shown_text(browser, "stdout") == "['program.py', 'a', 'b  c', 'd \"e', 'f g', '', 'hij']\n"


def converse(browser: Browser) -> None:
    browser.wait_until("document.querySelector('#input-form.wanted')")
    assert shown_text(browser, "stdout") == "name? "
    type_line(browser, "Ada ä")
    type_line(browser, "two")
    browser.wait_until("document.getElementById('output').textContent.includes('> two')")
    press(browser, "end")
    wait_for_state(browser, "exited")
    assert shown_text(browser, "stdout") == "name? hello Ada ä\n> two\nend\n"
    assert shown_text(browser, "typed") == "Ada ä\ntwo\n"
    assert exit_code(browser) == 0


def test_input(browser: Browser, show: Callable[..., None], compile_text: Callable[[str], Built]) -> None:
    show(compile_text(_ECHO))
    converse(browser)
    press(browser, "restart")
    converse(browser)


@pytest.mark.parametrize("isolated", [True, False])
def test_input_in_an_older_browser(isolated: bool, browser: Browser, tmp_path: Path, compile_text: Callable[[str], Built]) -> None:
    """Without JSPI: input comes by shared memory, or else has to be typed before the program starts."""
    folder = tmp_path / "site"
    build_site(compile_text(_ECHO), folder)
    host, page = folder / "molt.mjs", folder / "index.html"
    host.write_text("delete WebAssembly.Suspending;\n" + host.read_text())
    page.write_text(page.read_text().replace("<head>", "<head><script>delete WebAssembly.Suspending</script>"))
    with serve(folder, isolated=isolated) as address:
        open_page(browser, address)
        if isolated:
            converse(browser)
            return
        wait_for_state(browser, "exited")
        assert "EOFError" in shown_text(browser, "stderr")
        type_line(browser, "Ada")
        type_line(browser, "two")
        press(browser, "restart")
        browser.wait_until(f"{_STATE} === 'exited' && document.getElementById('output').textContent.includes('end')")
        assert shown_text(browser, "stdout") == "name? hello Ada\n> two\nend\n"


def test_output_comes_while_the_program_runs_and_stop_ends_it(
    browser: Browser, show: Callable[..., None], compile_text: Callable[[str], Built]
) -> None:
    show(compile_text("print('started')\nn = 0\nwhile True:\n    n += 1"))
    browser.wait_until("document.getElementById('output').textContent === 'started\\n'")
    assert browser.evaluate(_STATE) == "running"
    press(browser, "stop")
    assert browser.evaluate(_STATE) == "stopped"
    press(browser, "restart")
    wait_for_state(browser, "running")


def test_a_flood_of_output(browser: Browser, show: Callable[..., None], compile_text: Callable[[str], Built]) -> None:
    show(compile_text("for i in range(200_000):\n    print('line', i)"))
    wait_for_state(browser, "exited")
    text = browser.evaluate("document.getElementById('output').textContent")
    assert text.startswith("(earlier output is not kept)\n")
    assert text.endswith("line 199998\nline 199999\n")
    assert len(text) < 1_200_000


def test_a_trap(browser: Browser, probe: Path, tmp_path: Path, show: Callable[..., None], compile_text: Callable[[str], Built]) -> None:
    program = compile_text("pass")
    show(Built(program.program, probe.read_bytes(), b""), "trap")
    wait_for_state(browser, "failed")
    assert shown_text(browser, "stderr") == "molt: the program trapped: unreachable\n"
    assert exit_code(browser) == 134
