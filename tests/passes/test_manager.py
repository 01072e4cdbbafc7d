"""The pass table and its runner."""

import io

import pytest

from molt.ir.parser import parse_function
from molt.passes import manager
from molt.passes.manager import PASSES, Pass, PassCrash, PassManager

TEXT = """\
func @f(a) line 1 {
^entry(%a):
  %0 = const True
  %1 = truth %0
  branch %1 -> then ^yes, else ^no
^yes:
  ret %a
^no:
  ret %0
}
"""


def test_all_passes_verify():
    function = parse_function(TEXT)
    runner = PassManager(verify_each=True)
    runner.run_function(function)
    assert list(runner.times_s) == [row.name for row in PASSES if not row.whole]
    assert len(function.blocks) == 1


def test_stop_disable_and_dump():
    function = parse_function(TEXT)
    out = io.StringIO()
    PassManager(frozenset({"fold"}), frozenset({"dce"}), stop_before="refcount", dump_to=out).run_function(function)
    assert out.getvalue() == (
        "# after dce\nfunc @f(a) line 1 {\n^entry(%a):\n  %0 = const True\n  %1 = truth %0\n  ret %a\n}\n\n")


def test_refused_options():
    with pytest.raises(ValueError, match="no such pass: nosuch"):
        PassManager(disable=frozenset({"nosuch"}))
    with pytest.raises(ValueError, match="these passes are required: refcount"):
        PassManager(disable=frozenset({"refcount"}))


def test_crash_names_pass_and_function(monkeypatch):
    def broken(function):
        raise KeyError("x")

    monkeypatch.setattr(manager, "PASSES", (Pass("broken", broken, False, ""),))
    with pytest.raises(PassCrash, match="panic during broken while compiling f: KeyError: 'x'"):
        PassManager().run_function(parse_function(TEXT))


def test_order_is_checked(monkeypatch):
    monkeypatch.setattr(manager, "PASSES", PASSES[::-1])
    with pytest.raises(AssertionError, match="must run before"):
        manager.check_order()
