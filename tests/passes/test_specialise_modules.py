"""What specialised code makes of functions, classes and globals of other modules, and what its objects depend on."""

from unittest import mock

import pytest

from molt import pipeline
from molt.ir.verify import verify
from molt.link.runtime import ensure_runtime

HELPER = """\
LIMIT = 10

class Vec:
    def __init__(self, x):
        self.x = x
    def __add__(self, other):
        return Vec(self.x + other.x)
    def norm(self):
        return self.x * self.x

def double(n):
    return n * 2

def unused(n):
    return n
"""
CASES = [
    ("import helper\ndef f(n: int):\n    return helper.double(n)", {"module_ref", "guard_function", "call_direct"}, {"call_method"}),
    ("from helper import double\ndef f(n: int):\n    return double(n)", {"global_ref", "guard_function", "call_direct"}, {"call"}),
    ("from helper import *\ndef f(n: int):\n    return double(n)", {"global_ref", "guard_function", "call_direct"}, {"call"}),
    ("import helper\ndef f(n: int):\n    return helper.LIMIT + n", {"module_ref", "i64_add"}, {"getattr", "add"}),
    ("import helper\ndef f(n: int):\n    return helper.Vec(n).norm()", {"guard_class", "new_instance", "guard_shape", "call_direct"}, {"call_method", "call"}),
    ("from helper import Vec\ndef f(v: Vec, w: Vec):\n    return v + w", {"guard_shape", "call_direct", "check_implemented"}, {"add"}),
    ("import helper as h\ndef f(v: h.Vec):\n    return v.x", {"guard_shape", "slot_load"}, {"getattr"}),
    ("from helper import Vec\nclass D(Vec):\n    def norm(self):\n        return super().norm() + 1\ndef f(d: D):\n    return d.norm() + d.x",
     {"guard_shape", "slot_load", "call_direct"}, {"call_method", "getattr"}),
]


def load(folder, main, helper=HELPER):
    (folder / "helper.py").write_text(helper)
    (folder / "main.py").write_text(main + "\n")
    return pipeline.load(folder / "main.py")


@pytest.mark.parametrize(("source", "has", "lacks"), CASES, ids=[source.replace("\n", ";") for source, _, _ in CASES])
def test_expected_way(tmp_path, source, has, lacks):
    """The ops of the blocks that stay on the way that the hints promise."""
    modules = pipeline.optimised_modules(load(tmp_path, source), pipeline.Options())
    for module in modules.values():
        verify(module)
    blocks = modules["__main__"].functions["f"].blocks
    ops = {i.name for block in blocks if not block.name.startswith(("slow", "generic", "misfit", "edge", "untyped")) for i in block.instrs}
    assert has <= ops
    assert not lacks & ops


def test_arguments_reach_the_other_module(tmp_path):
    modules = pipeline.optimised_modules(load(tmp_path, "import helper\nprint(helper.double(3), helper.unused(2.5))"), pipeline.Options())
    assert modules["helper"].functions["double"].signature == ("i64",)
    assert modules["helper"].functions["unused"].signature == ("f64",)


def test_copies_of_inherited_methods_stand_beside_the_original(tmp_path):
    modules = pipeline.optimised_modules(load(tmp_path, "from helper import Vec\nclass D(Vec): pass\nprint(D(1).norm())"), pipeline.Options())
    assert "Vec.norm@__main__.D" in modules["helper"].functions
    assert "Vec.norm@__main__.D" in modules["helper"].exported


def test_only_what_is_referred_to_is_exported(tmp_path):
    modules = pipeline.optimised_modules(load(tmp_path, "import helper\nprint(helper.double(3))"), pipeline.Options())
    assert modules["helper"].exported == {"double"}
    assert modules["helper"].exported_globals == {"double"}
    assert set(modules["__main__"].foreign) == {"helper:double"}


def compiled(program, runtime):
    """The modules that LLVM compiles; the others come from the cache."""
    with mock.patch.object(pipeline, "optimised_llvm", wraps=pipeline.optimised_llvm) as optimise:
        pipeline.module_objects(program, pipeline.Options(), runtime)
    return [module.name for call in optimise.call_args_list for module in call.args[0]]


def test_an_object_depends_on_what_it_took_of_others(tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "UNIT_LIMIT", 0)
    runtime = ensure_runtime(False)
    monkeypatch.setenv("MOLT_CACHE_DIR", str(tmp_path / "cache"))
    main = "import helper\nprint(helper.double(3))"
    assert compiled(load(tmp_path, main), runtime) == ["__main__", "helper"]
    assert compiled(load(tmp_path, main), runtime) == []
    assert compiled(load(tmp_path, main.replace("3", "4")), runtime) == ["__main__"]
    assert compiled(load(tmp_path, main, HELPER.replace("n * 2", "n * 3")), runtime) == ["helper"]
    assert compiled(load(tmp_path, main.replace("3", "2.5")), runtime) == ["__main__", "helper"], "the parameter became a float"
    default = HELPER.replace("double(n)", "double(n, m=1)")
    assert compiled(load(tmp_path, main, default), runtime) == ["__main__", "helper"], "no direct call any more"


def test_small_groups_are_one_object(tmp_path, monkeypatch):
    program = load(tmp_path, "import helper, itertools\nprint(helper.double(3), itertools.chain)")
    group, *alone = pipeline.groups(program)
    assert pipeline.units(program, group) == [["__main__", "helper"]]
    assert all(pipeline.units(program, other) == [other] for other in alone)
    monkeypatch.setattr(pipeline, "UNIT_LIMIT", 10)
    assert pipeline.units(program, group) == [["__main__"], ["helper"]]


def test_what_is_compiled_alone_exports_what_others_see_of_it(tmp_path):
    program = load(tmp_path, "from collections import deque\ndef f(n: int):\n    q = deque()\n    q.append(n)\n    return q.popleft()")
    assert "_collections" in pipeline.in_sight(program, ["__main__"])
    modules = pipeline.optimised_modules(program, pipeline.Options())
    for module in modules.values():
        verify(module)
    main, library = modules["__main__"], modules["_collections"]
    assert set(main.foreign) >= {"_collections:deque.append", "_collections:deque.popleft"}
    assert main.predictions["_collections:deque"].names == library.predictions["deque"].names
    for symbol, function in main.foreign.items():
        module, _, own = symbol.partition(":")
        assert function.signature == modules[module].functions[own].signature and own in modules[module].exported


def test_large_modules_of_the_library_are_compiled_alone(tmp_path):
    program = load(tmp_path, "import heapq, itertools, helper\nprint(itertools.chain)")
    together, *alone = pipeline.groups(program)
    assert together == ["__main__", "heapq", "helper"]
    assert ["itertools"] in alone
