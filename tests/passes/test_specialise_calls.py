"""What calls of built-in functions, methods and iterators become in specialised code."""

import pytest

from molt import pipeline

COUNT = "def count(n):\n    for i in range(n):\n        yield i\n"
BAG = "class Bag:\n    def __iter__(self):\n        yield 1\n"
ERROR = ("class Error(ValueError):\n    def __init__(self, n):\n        super().__init__(n)\n        self.n = n\n"
         "class Other(Error):\n    def __init__(self, text):\n        self.text = text\n")
MANAGER = "class Manager:\n    def __enter__(self):\n        return self\n    def __exit__(self, kind, error, traceback):\n        return False\n"

CASES = [
    ("def f(s: str):\n    return s.upper()", {"call_c"}, {"call_method"}),
    ("def f(s: str):\n    return s.split(',')", {"call_c"}, {"call_method"}),
    ("def f(d: dict[str, int], k: str):\n    return d.get(k, 0)", {"dict_get"}, {"call_method", "call_c"}),
    ("def f(xs: list[int]):\n    return xs.pop()", {"list_pop"}, {"call_method", "call_c"}),
    ("def f(xs: list[int], n: int):\n    xs.append(abs(n) + len(xs))", {"list_append", "list_len"}, {"getattr", "call", "box_method"}),
    ("def f(s: str, i: int):\n    return s[i:i + 2]", {"str_slice"}, {"build_slice", "getitem"}),
    ("def f(s: str, c: str):\n    return c in s", {"str_has"}, {"in"}),
    ("def f(s: set[int], c: int):\n    return c in s", {"set_has"}, {"in"}),
    ("def f(xs: list[int], c: int):\n    return c in xs", {"list_has"}, {"in"}),
    ("def f(xs: tuple[str, str], c: str):\n    return c not in xs", {"tuple_has"}, {"in"}),
    ("def f(a: str, b: str):\n    return a + b", {"str_add"}, {"add"}),
    ("def f(a: str, b: str):\n    return a <= b", {"str_lt"}, {"le"}),
    ("def f(a: str):\n    return int(a)", {"str_to_int"}, {"call"}),
    ("def f(a: int):\n    return str(a)", {"int_to_str"}, {"call"}),
    ("def f(a, b):\n    return isinstance(a, str)", {"type_test"}, {"call"}),
    ("import math\ndef f(x: float):\n    return math.sqrt(x) + math.sin(x)", {"module_ref", "guard_builtin", "f64_sqrt", "f64_math"}, {"call_method"}),
    ("from math import floor\ndef f(x: float):\n    return floor(x)", {"guard_builtin", "f64_floor", "f64_to_i64"}, {"call"}),
    ("def f(xs: list[int]):\n    t = 0\n    for i, x in enumerate(xs):\n        t += i * x\n    return t", {"list_item", "i64_mul"}, {"call", "iter", "next"}),
    ("def f(xs: list[int], s: str):\n    for x, c in zip(xs, s):\n        print(x)", {"list_item", "str_item"}, {"iter", "next"}),
    ("def f(d: dict[str, int]):\n    t = 0\n    for k, v in d.items():\n        t += v\n    return t", {"dict_seek", "dict_value"}, {"call_method", "iter", "next"}),
    ("def f(s: set[int]):\n    t = 0\n    for k in s:\n        t += k\n    return t", {"set_seek", "set_item"}, {"iter", "next"}),
    ("def f(a: int, b: int, c: int):\n    t = 0\n    for i in range(a, b, c):\n        t += i\n    return t", {"i64_step"}, {"iter", "next"}),
    (f"{COUNT}def f(n: int):\n    t = 0\n    for x in count(n):\n        t += x\n    return t", {"resume_next", "i64_add"}, {"next"}),
    (f"{COUNT}def f(n: int):\n    t = 0\n    for i, x in enumerate(count(n)):\n        t += i * x\n    return t", {"resume_next", "i64_mul"}, {"next", "unpack"}),
    (f"{COUNT}def f(n: int):\n    yield from count(n)", {"resume_send"}, {"delegate_send"}),
    (f"{BAG}def f():\n    for x in Bag():\n        print(x)", {"resume_next"}, {"next"}),
    (f"{ERROR}def f(n: int):\n    raise Error(n)", {"guard_class", "new_exception", "call_direct"}, {"call"}),
    (f"{ERROR}def f():\n    raise Other('text')", {"guard_class", "new_exception"}, {"call"}),
    (f"{MANAGER}def f():\n    with Manager() as m:\n        print(m)", {"call_direct", "exception_info"}, {"with_enter", "with_exit", "call"}),
]


@pytest.mark.parametrize(("source", "has", "lacks"), CASES, ids=[source.splitlines()[-1].strip() for source, _, _ in CASES])
def test_expected_way(tmp_path, source, has, lacks):
    """The ops of the blocks that stay on the way that the hints promise."""
    path = tmp_path / "program.py"
    path.write_text(source + "\n")
    program = pipeline.load(path)
    module = pipeline.optimised_module(program, pipeline.module_names(program)[0], pipeline.Options())
    ops = {i.name for block in module.functions["f"].blocks if not block.name.startswith(("slow", "generic", "misfit", "edge", "untyped")) for i in block.instrs}
    assert has <= ops
    assert not lacks & ops
