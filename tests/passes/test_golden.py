"""Each file `<pass>*.tir` holds functions and, after `// ---`, what the pass makes of them.

`pytest tests/passes --bless` writes the expected part anew.
"""

from pathlib import Path

import pytest

from molt.ir.parser import parse_function
from molt.ir.printer import print_function
from molt.ir.verify import verify
from molt.passes.manager import PASSES

MARK = "// ---\n"
FILES = sorted(Path(__file__).parent.glob("*.tir"))
RUNS = {row.name: row.run for row in PASSES}


def functions(text):
    """The text's functions; each ends in a line that holds only a brace."""
    return [part + "\n}\n" for part in text.split("\n}\n") if part.strip()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_pass(path, request):
    before, _, expected = path.read_text().partition(MARK)
    run = RUNS[path.stem.partition("-")[0]]
    results = []
    for text in functions(before):
        function = parse_function(text)
        verify(function)
        original = print_function(function)
        changed = run(function)
        verify(function)
        printed = print_function(function)
        assert changed or printed == original, "changed the function and said it did not"
        assert not run(function) or path.stem.startswith("refcount"), "a second run changes it again"
        results.append(printed)
    actual = "\n".join(results)
    if request.config.getoption("--bless", default=False):
        path.write_text(before.rstrip("\n") + "\n\n" + MARK + actual)
    else:
        assert actual == expected
