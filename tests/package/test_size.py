"""Programs are small: a size is a promise, and it is the same on every machine."""

from __future__ import annotations

import pytest

from molt import pipeline
from molt.dev import references, why
from molt.link.runtime import ensure_runtime

HELLO_BYTES_MAX = 150_000


@pytest.fixture
def hello(tmp_path):
    path = tmp_path / "hello.py"
    path.write_text('print("hello")\n')
    return pipeline.load(path)


def test_hello_is_small_with_the_names_of_its_functions(hello):
    assert len(pipeline.build(hello, pipeline.Options()).component) <= HELLO_BYTES_MAX


def test_what_hello_cannot_reach_is_not_in_it(hello):
    kept = references.read(pipeline.core_module(hello, pipeline.Options(), ensure_runtime(), relocations=True))
    names = {item.name for item in kept.items}
    assert "c__builtins__print" in names
    assert names.isdisjoint({"type_new", "list_sort", "str_percent", "generator_new", "float_power", "nat_to_text", "op_binary"})


def test_retained_sizes_add_up(hello):
    kept = references.read(pipeline.core_module(hello, pipeline.Options(), ensure_runtime(), relocations=True))
    retention = why.Retention(kept)
    assert retention.retained[retention.root] == sum(item.size for item in retention.parent)
    assert why.shortest_path(retention.root, kept.roots[0]) == [retention.root, kept.roots[0]]
