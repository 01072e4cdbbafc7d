"""One broken rule a test: the message must name the place."""

import re

import pytest

from molt.ir.parser import parse_function, parse_module
from molt.ir.verify import VerifyError, verify

HEAD = "func @f(a) line 1 {\n^entry(%a):\n"


def function(body: str):
    return parse_function(HEAD + body + "\n}\n")


@pytest.mark.parametrize("body, message", [
    ("  %b = add %a\n  ret %b", "`%b = add %a`: 1 operands, expected 2"),
    ("  %b = add %a, %a", "does not end in a terminator"),
    ("  ret %a\n  ret %a", "`ret %a`: a terminator in the middle of the block"),
    ("  ret %a\n^lost:\n  ret %a", "block ^lost: the block cannot be reached"),
    ("  jump -> ^next\n^next(%x):\n  ret %x", "edge 'to' passes [], block 'next' takes ['value']"),
    ("  %b = box_bool %a\n  ret %b", "an operand of type value, expected bool"),
    ("  %b = truth %a\n  ret %b", "an operand of type bool, expected value"),
    ("  %b = getattr %a, name=3\n  ret %b", "attribute name is 3, expected str"),
    ("  %b = iter %a -> done ^x\n  ret %b\n^x:\n  ret %a", "an edge 'done', the op has ['raise']"),
    ("  %b = next %a\n  ret %b", "the edge 'done' is missing"),
    ("  %b = yield %a\n  ret %b", "a yield outside of a generator"),
    ("  %b = closure index=0\n  ret %b", "closure index 0 of 0 free variables"),
    ("  jump -> ^entry(%a)", "an edge to the entry block"),
    ("  %b = call %a, kwnames=('x',)\n  ret %b", "more keyword names than arguments"),
])
def test_shape(body, message):
    body = body.replace("\n}", "")
    with pytest.raises(VerifyError, match=re.escape(message)):
        verify(function(body))


def test_side_edge_has_neither_results_nor_later_values():
    body = "  %b = neg %a -> raise ^h(%b)\n  ret %b\n^h(%x):\n  ret %x"
    with pytest.raises(VerifyError, match="in f, block .entry, .*%b is not defined on every path here"):
        verify(function(body))
    body = "  %b = neg %a -> raise ^h\n  %c = pos %b\n  ret %c\n^h:\n  ret %c"
    with pytest.raises(VerifyError, match="block .h, `ret %c`: %c is not defined on every path here"):
        verify(function(body))
    verify(function("  %b = neg %a\n  %c = pos %b -> raise ^h\n  ret %c\n^h:\n  ret %b"))


def test_join_needs_both_paths():
    body = "  %c = truth %a\n  branch %c -> then ^l, else ^r\n^l:\n  %x = neg %a\n  jump -> ^r\n^r:\n  ret %x"
    with pytest.raises(VerifyError, match="%x is not defined on every path here"):
        verify(function(body))


def test_definition_on_a_loop():
    verify(function("  jump -> ^head(%a)\n^head(%i):\n  %n = neg %i\n  %c = truth %n\n"
                    "  branch %c -> then ^head.1, else ^out\n^head.1:\n  jump -> ^head(%n)\n^out:\n  ret %n"))


def test_double_definition():
    made = function("  %b = neg %a\n  ret %b")
    made.entry.instrs.insert(1, made.entry.instrs[0])
    with pytest.raises(VerifyError, match="%b is defined twice"):
        verify(made)


def test_parameters():
    made = parse_function("func @f(a, b) line 1 {\n^entry(%a):\n  ret %a\n}\n")
    with pytest.raises(VerifyError, match="the entry block must have the 2 parameters"):
        verify(made)


def test_module_references():
    text = ("module 'm' path='m.py'\n\nfunc @<module>() line 0 {\n^entry:\n  %n = const None\n  %u = unset\n"
            "  %f = make_function %n, %n, %u, func='g'\n  ret %f\n}\n")
    with pytest.raises(VerifyError, match="no function 'g' in the module"):
        verify(parse_module(text))
