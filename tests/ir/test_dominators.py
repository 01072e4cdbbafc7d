"""Dominators and the control-flow graph of a small function."""

from molt.analysis.cfg import entries, predecessors
from molt.analysis.dominators import Dominators
from molt.ir.graph import prune_unreachable, reverse_postorder
from molt.ir.parser import parse_function

TEXT = """\
func @f(a) line 1 {
^entry(%a):
  %0 = truth %a -> raise ^handler
  branch %0 -> then ^left, else ^right
^left:
  jump -> ^join
^right:
  %1 = neg %a -> raise ^handler
  jump -> ^join
^join:
  %2 = truth %a
  branch %2 -> then ^left, else ^out
^out:
  ret %a
^handler:
  unwind
^lost:
  jump -> ^join
}
"""


def test_dominators():
    function = parse_function(TEXT)
    assert prune_unreachable(function) and not prune_unreachable(function)
    block = {b.name: b for b in function.blocks}
    tree = Dominators(function)
    immediate = {name: (parent.name if (parent := tree.immediate(b)) else None) for name, b in block.items()}
    assert immediate == {"entry": None, "left": "entry", "right": "entry", "join": "entry", "out": "join", "handler": "entry"}
    assert tree.dominates(block["join"], block["out"]) and tree.dominates(block["out"], block["out"])
    assert not tree.dominates(block["left"], block["join"])


def test_entries_and_order():
    function = parse_function(TEXT)
    prune_unreachable(function)
    block = {b.name: b for b in function.blocks}
    assert [(e.block.name, e.instr.name, e.name) for e in entries(function)[block["handler"]]] == [
        ("entry", "truth", "raise"), ("right", "neg", "raise")]
    assert [b.name for b in predecessors(function)[block["join"]]] == ["left", "right"]
    order = [b.name for b in reverse_postorder(function)]
    assert order[0] == "entry" and order.index("right") < order.index("join") < order.index("out")
