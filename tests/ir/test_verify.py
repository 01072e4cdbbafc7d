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
    ("  %b = list_len %a\n  ret %b", "an operand of type i64, expected value"),
    ("  %b = list_len %a\n  jump -> ^x(%b)\n^x(%y: f64):\n  ret %a", "edge 'to' passes ['i64'], block 'x' takes ['f64']"),
    ("  %b = to_i64 %a\n  ret %a", "the edge 'slow' is missing"),
    ("  %b = param_value index=0\n  ret %b", "the function has no signature"),
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


def test_signature():
    head = "func @f(a, b) line 1 typed "
    with pytest.raises(VerifyError, match=r"the signature \('i64',\) does not fit the 2 parameters"):
        verify(parse_function(head + "(i64) {\n^entry:\n  unwind\n}\n"))
    with pytest.raises(VerifyError, match="the signature .* does not fit"):
        verify(parse_function(head + "(ref, value) {\n^entry:\n  unwind\n}\n"))
    with pytest.raises(VerifyError, match="the entry block must have the 2 parameters"):
        verify(parse_function(head + "(i64, value) {\n^entry(%a, %b):\n  unwind\n}\n"))
    with pytest.raises(VerifyError, match="parameter 0 is of type i64 in the signature"):
        verify(parse_function(head + "(i64, value) {\n^entry:\n  %a = param_f64 index=0\n  unwind\n}\n"))
    with pytest.raises(VerifyError, match="parameter 2 of 2"):
        verify(parse_function(head + "(i64, value) {\n^entry:\n  %a = param_value index=2\n  unwind\n}\n"))
    verify(parse_function(head + "(i64, value) {\n^entry:\n  %a = param_value index=0\n  ret %a\n}\n"))


ITEM = "  %i = const_i64 0\n  %r = list_item %a, %i -> slow ^out\n"


@pytest.mark.parametrize("body", [
    ITEM + "  %v = own %r\n  ret %v\n^out:\n  ret %a",
    ITEM + "  jump -> ^next(%r)\n^next(%p: ref):\n  %v = own %p\n  ret %v\n^out:\n  ret %a",
    ITEM + "  %x = box_i64 %i\n  list_set %r, %i, %x -> slow ^slow(%r)\n  ret %a\n^slow(%p: ref):\n  %v = own %p\n  ret %v\n^out:\n  ret %a",
    ITEM + "  %x = call_c %r, symbol='c__str__upper', kind='CALL_NONE'\n  ret %x\n^out:\n  ret %a",
    ITEM + "  incref %a\n  %v = own %r\n  ret %v\n^out:\n  ret %a",
])
def test_refs(body):
    verify(function(body))


@pytest.mark.parametrize("body", [
    ITEM + "  %b = neg %a\n  %v = own %r\n  ret %v\n^out:\n  ret %a",
    ITEM + "  decref %a\n  %v = own %r\n  ret %v\n^out:\n  ret %a",
    ITEM + "  %b = neg %a -> raise ^h(%r)\n  ret %b\n^h(%p: ref):\n  %v = own %p\n  ret %v\n^out:\n  ret %a",
    ITEM + "  guard_tag %r, tag='list' -> slow ^x\n  %b = neg %a\n  jump -> ^x\n^x:\n  %v = own %r\n  ret %v\n^out:\n  ret %a",
    ITEM + "  jump -> ^loop\n^loop:\n  %v = own %r\n  decref %v\n  jump -> ^loop\n^out:\n  ret %a",
])
def test_refs_end_where_code_may_run(body):
    with pytest.raises(VerifyError, match="%r may have ended on a path to here"):
        verify(function(body))


CLASS = ("module 'm' path='m.py'\nclass @C slots=('s',), names=('x',), methods=(('m', 'f'),)\n"
         "class @C2 slots=('s', 't'), names=('x',), floats=('t',), members=('t',)\n\n"
         + HEAD.replace("@f", "@C") + "  ret %a\n}\n\n" + HEAD.replace("@f", "@C2") + "  ret %a\n}\n\n")


@pytest.mark.parametrize("line, message", [
    ("  guard_class %a, cls='D' -> slow ^out", "no prediction of class 'D' in the module"),
    ("  %r = guard_shape %a, shapes=(('C', 2),) -> slow ^out", "attribute 2 of 1"),
    ("  %r = slot_add %a, %a, cls='C', count=1, index=2", "attribute 1 of 1"),
    ("  %r = slot_add %a, %a, cls='C', count=0, index=0", "index 0 for attribute 0 after 1 slots"),
    ("  %r = guard_shape %a, shapes=(('C2', 3),) -> slow ^out", "attribute 3 of 2"),
    ("  %r = slot_add_f64 %a, %d, cls='C2', count=0, index=0 -> slow ^out", "index 0 for attribute 0 after 2 slots"),
    ("  %r = slot_add_f64 %a, %d, cls='C2', count=2, index=3 -> slow ^out", "attribute 2 of 2"),
    ("  %f = slot_load_f64 %a, index=1", "no guard on the shape"),
    ("  %r = guard_shape %a, shapes=(('C2', 0),) -> slow ^out\n  %f = slot_load_f64 %r, index=1", "slot 1 of C2 may hold anything after 0 steps"),
    ("  %r = guard_shape %a, shapes=(('C2', 2),) -> slow ^out\n  slot_store_f64 %r, %d, index=2", "slot 2 of C2 may hold anything after 2 steps"),
    ("  %m = method_ref cls='C', method='n'", "no method 'n' among ['m']"),
    ("  %o = new_instance cls='C'", "the class is not constructible"),
    ("  %o = call_direct %a, %a, func='g', given=()", "no function 'g' in the module"),
    ("  %o = call_direct %a, %a, func='f', given=()", "arguments of the types ('value',) for the signature None"),
])
def test_predictions_and_direct_calls(line, message):
    end = "\n  jump -> ^out\n^out:\n  ret %a\n}\n"
    with pytest.raises(VerifyError, match=re.escape(message)):
        verify(parse_module(CLASS + HEAD + "  %d = const_f64 1.0\n" + line + end))


def test_predictions_name_functions():
    with pytest.raises(VerifyError, match="in the prediction of class C: no function 'f' in the module"):
        verify(parse_module(CLASS))


def test_module_references():
    text = ("module 'm' path='m.py'\n\nfunc @<module>() line 0 {\n^entry:\n  %n = const None\n  %u = unset\n"
            "  %f = make_function %n, %n, %u, func='g'\n  ret %f\n}\n")
    with pytest.raises(VerifyError, match="no function 'g' in the module"):
        verify(parse_module(text))
