"""`molt build --explain`: what the page says, and that it is one page that needs nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from molt import pipeline
from molt.explain import Report, gather, page
from molt.passes.manager import PassManager

ROOT = Path(__file__).resolve().parents[2]


def report(tmp_path: Path, text: str, *, options: pipeline.Options | None = None) -> Report:
    path = tmp_path / "case.py"
    path.write_text(text)
    return gather(pipeline.load(path), options or pipeline.Options())


def kinds(tmp_path: Path, text: str) -> dict[int, str]:
    return {number: line.kind for number, line in report(tmp_path, text).modules[0].lines.items()}


def reasons(tmp_path: Path, text: str) -> list[str]:
    return [obstacle.text for obstacle, _, _ in report(tmp_path, text).obstacles()]


def test_lines_by_kind(tmp_path):
    text = "def f(n: int, x: float, o):\n    y = x * 2.0\n    m = n + 1\n    items = [m]\n    return o + y, items\n\nf(1, 2.0, f)\n"
    found = kinds(tmp_path, text)
    assert {n: found[n] for n in (2, 3, 4, 5)} == {2: "typed", 3: "guarded", 4: "runtime", 5: "runtime"}
    assert kinds(tmp_path, "def f(o):\n    return o.size\n")[2] == "boxed"


def test_tests_that_cannot_fail_are_none(tmp_path):
    text = "def f(items: list):\n    for i in range(len(items)):\n        j = i * i + 1\n        k = j * j\n    return j, k\n\nf([1])\n"
    found = kinds(tmp_path, text)
    assert (found[3], found[4]) == ("typed", "guarded")
    options = pipeline.Options(passes=PassManager(disable=frozenset({"ranges"})))
    assert report(tmp_path, text, options=options).modules[0].lines[3].kind == "guarded"


def test_definitions_annotations_and_names_are_no_operations(tmp_path):
    text = "import sys\nclass C:\n    x: int = 1\n    @property\n    def f(self, a: float) -> int:\n        return 1\nc = C\n"
    assert set(kinds(tmp_path, text)) <= {7}


@pytest.mark.parametrize("text, reason", [
    ("def f(a):\n    return a + 1\n", "the type of the parameter `a` of `f` is not known"),
    ("def f(a: int | str):\n    return a + 1\n", "`a` is int | str"),
    ("def f(*a): return 1\nf(2)\n", "`f` has no typed entry: it takes *args"),
    ("def f(a): return 1\nf(a=2)\n", "arguments are given by keyword"),
    ("def f(a, b=1): return 1\nf(2)\n", "`f` is called with 1 of 2 arguments"),
    ("class C(dict):\n    def __init__(self): self.x = 1\ndef f(c: C): return c.x\n",
     "the layout of `C` is not predicted: it has a base that is no class of the program, a metaclass or a decorator"),
    ("class C:\n    def __getattr__(self, n): return 1\ndef f(c: C): return c.x\n", "the layout of `C` is not predicted: it defines __getattr__"),
    ("class C:\n    def m(self): return 1\ndef f(c: C): return c.x\n", "`x` is not assigned in `C.__init__`"),
    ("class C:\n    @property\n    def x(self): return 1\ndef f(c: C): return c.x\n", "`x` is a property of `C`"),
    ("from m import h\ndef f():\n    for i in h: print(i)\n", "the type of `h` is not known: it is not bound to anything that the compiler follows"),
])
def test_reasons(tmp_path, text, reason):
    (tmp_path / "m.py").write_text("g = [1]\n")
    assert [r for r in reasons(tmp_path, text) if r.startswith(reason)]


def test_loops_count_more(tmp_path):
    text = "def f(a, b):\n    a.x\n    a.x\n    while True:\n        b.y\n"
    assert "`b`" in reasons(tmp_path, text)[0]


def test_functions(tmp_path):
    facts = {f.symbol: f for f in report(tmp_path, "def f(n: int, o): return n + 1\ndef g():\n    yield 1\nf(1, '')\n").modules[0].functions}
    assert (facts["f"].entry, facts["f"].has_entry, facts["f"].has_generic) == ("n: int, o: object", True, True)
    assert facts["f"].guards > 0
    assert (facts["g"].entry, facts["g"].has_entry) == ("it is a generator", False)


def test_without_specialisation_nothing_is_typed(tmp_path):
    options = pipeline.Options(passes=PassManager(disable=frozenset({"specialise"})))
    assert set(report(tmp_path, "x = 1\nprint(x + 1)\n", options=options).shares(only_loops=False)) <= {"runtime", "boxed"}


class _Checker(HTMLParser):
    """Every tag is closed, every link leads to a place of the page, no script and no address."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: set[str] = set()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "link", "img", "iframe")
        for name, value in attrs:
            assert name not in ("src", "onclick")
            if name == "href":
                self.links.add(value or "")
            elif name == "id":
                self.ids.append(value or "")
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page(tmp_path):
    text = 'class C:\n    """<b>&"""\n    def m(self, o): return o.x < f"<{o}>"\nprint(C().m(C))  # </style><script>\n'
    html = page(report(tmp_path, text), "<case>.py")
    checker = _Checker()
    checker.feed(html)
    checker.close()
    assert not checker.open
    assert all(link.startswith("#") and link[1:] in checker.ids for link in checker.links)
    assert len(set(checker.ids)) == len(checker.ids)
    assert "&lt;b&gt;&amp;" in html and "&lt;/style&gt;&lt;script&gt;" in html and "http" not in html


def test_an_empty_program(tmp_path):
    assert "0 lines with operations" in page(report(tmp_path, ""), "case.py")


def build(tmp_path: Path, *words: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "host" / "python")]), "PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-m", "molt", "build", *words], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False)


def test_the_command(tmp_path):
    (tmp_path / "case.py").write_text("import helper\nprint(helper.twice(2))\n")
    (tmp_path / "helper.py").write_text("def twice(n: int) -> int:\n    return n * 2\n")
    done = build(tmp_path, "--explain", "case.py")
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(r"case\.explain\.html: [\d,]+ bytes\n", done.stderr)
    first = (tmp_path / "case.explain.html").read_bytes()
    assert b"helper.twice" in first and str(tmp_path).encode() not in first
    assert build(tmp_path, "--explain=again.html", "case.py", seed="7").returncode == 0
    assert (tmp_path / "again.html").read_bytes() == first
