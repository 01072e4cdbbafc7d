"""The text form: round trips and errors."""

import math

import pytest

from molt.ir.builder import Builder
from molt.ir.core import ClassPrediction, Edge, FuncInfo, Module
from molt.ir.parser import ParseError, parse_function, parse_module
from molt.ir.printer import print_function, print_module
from molt.ir.verify import verify

MODULE = """\
module '__main__' path='dir/app.py' package
globals 'f', 'print'

func @<module>() line 0 {
^entry:
  %0 = const None
  %1 = unset
  %f = make_function %0, %0, %1, func='f'
  ret %f
}

func @f(a, /, b, *args, c, **kw) line 3 generator free (x, y) doc 'It\\'s "f"\\n' {
^entry(%a, %b, %c, %args, %kw):
  %0 = const (1, -2.5, 'x\\udc80', b'\\x00', (None, True), (), Ellipsis, inf, -nan, 1e-07)
  %b.1 = add %a, %0 -> raise ^handler(%a) @3:4-3:9
  %1 = truth %b.1
  branch %1 -> then ^loop(%1), else ^handler(%b)
^loop(%2: bool):
  %3 = closure index=1
  %4 = call %3, %a, %b, kwnames=('k',)
  %5, %6, %7 = unpack %4 -> raise ^handler(%a)
  %8 = yield %5
  jump -> ^loop.1
^loop.1:
  ret %8
^handler(%9):
  %10, %11 = catch
  uncatch %11
  reraise %10
}

func @outer.<locals>.<lambda>#2(.0, x, *, y) line 9 qualname 'g.<locals>.h' name 'z' {
^entry(%_0, %x, %y):
  ret %x
}
"""


def test_round_trip():
    assert print_module(parse_module(MODULE)) == MODULE


TYPED = """\
module 'm' path='m.py'
globals 'C'
class @C slots=('s',), names=('x',), methods=(('__init__', 'outer.<locals>.C.__init__'),), constructible=True
class @C#2

func @f(a, b) line 3 doc 'text' annotations (a='int', return="list['C']") typed (i64, value) {
^entry:
  %0 = param_i64 index=0
  %1 = const_i64 -9223372036854775808
  %2 = const_f64 -0.0
  %3 = const_f64 inf
  %4 = global_ref name='C' -> slow ^slow(%0, %2)
  jump -> ^next(%0, %4, %2)
^next(%5: i64, %6: ref, %7: f64):
  %8 = i64_add %5, %1 -> slow ^slow(%5, %3)
  jump -> ^slow(%8, %7)
^slow(%9: i64, %10: f64):
  %11 = box_i64 %9
  ret %11
}

func @none() line 4 typed () {
^entry:
  unwind
}
"""


def test_typed_code_round_trips():
    module = parse_module(TYPED)
    assert print_module(module) == TYPED
    assert module.functions["f"].annotations == {"a": "int", "return": "list['C']"}
    assert module.functions["f"].signature == ("i64", "value") and module.functions["none"].signature == ()
    first, second = module.predictions.values()
    assert first == ClassPrediction("C", ("s",), ("x",), (("__init__", "outer.<locals>.C.__init__"),), True)
    assert second == ClassPrediction("C#2", (), (), (), False)


SEVERAL = """\
module 'm' path='m.py'
globals 'a'
exports 'C', 'f'
exports globals 'a', 'b'
class @other:C names=('x',), methods=(('f', 'other:C.f'),), constructible=True
foreign func @other:C.f(self) line 2 typed (value)
foreign func @other:g#2(a, *b) line 5 qualname 'h' typed (i64, value)

func @f() line 1 {
^entry:
  unwind
}
"""


def test_references_between_modules_round_trip():
    module = parse_module(SEVERAL)
    assert print_module(module) == SEVERAL
    assert module.exported == {"C", "f"} and module.exported_globals == {"a", "b"}
    assert module.function("other:C.f").info.qualname == "C.f" and module.function("other:g#2").signature == ("i64", "value")
    assert module.symbol_of(module.foreign["other:C.f"]) == "other:C.f" and module.symbol_of(module.functions["f"]) == "f"


def test_info_round_trip():
    info = parse_module(MODULE).functions["f"].info
    assert info == FuncInfo("f", "f", 3, ("a", "b", "c", "args", "kw"), 2, 1, 1, True, True, True, 'It\'s "f"\n', ("x", "y"))
    lambda_info = parse_module(MODULE).functions["outer.<locals>.<lambda>#2"].info
    assert (lambda_info.name, lambda_info.qualname, lambda_info.params) == ("z", "g.<locals>.h", (".0", "x", "y"))


def test_constants_round_trip():
    constant = (10**400, -0.0, float("inf"), -float("inf"), float("nan"), "'\"\\", b"\xff", "é\u2028", ("",))
    builder = Builder("f", FuncInfo("f", "f", 1))
    builder.ret(builder.const(constant))
    text = print_function(builder.function)
    function = parse_function(text)
    parsed = function.entry.instrs[0].attrs["value"]
    assert parsed[:4] == constant[:4] and parsed[5:] == constant[5:] and math.isnan(parsed[4])
    assert math.copysign(1, parsed[1]) < 0
    assert print_function(function) == text


def test_names_that_look_like_suffixes():
    builder = Builder("f", FuncInfo("f", "f", 1, ("a.1.2", "a", "0", "_0"), 4))
    block = builder.new_block("entry", ["a.1", ".0"])
    a, b = builder.function.entry.params[:2]
    builder.jump(block, a, b)
    builder.at(block).ret(block.params[0])
    builder.function.info = FuncInfo("f", "f", 1, ("p", "q", "r", "s"), 4)
    verify(builder.function)
    text = print_function(builder.function)
    assert print_function(parse_function(text)) == text


@pytest.mark.parametrize("text, message", [
    ("func @f() line 1 {\n^entry:\n  ret %x\n}\n", "used but not defined: %x"),
    ("func @f(a) line 1 {\n^entry(%a):\n  %a = nosuch\n}\n", "no op 'nosuch'"),
    ("func @f(a) line 1 {\n^entry(%a):\n  getattr %a\n}\n", "getattr has the attributes"),
    ("func @f(a) line 1 {\n^entry(%a):\n  %b = ret %a\n}\n", "ret has 0 results, not 1"),
    ("func @f(a) line 1 {\n^entry(%a):\n  ret %a\n^entry:\n}\n", "defined twice"),
    ("func ?", "unexpected"),
])
def test_errors(text, message):
    with pytest.raises(ParseError, match=message.replace("(", r"\(")):
        parse_function(text)


def test_error_in_a_class():
    with pytest.raises(ParseError, match="line 2: a class has the fields .*, not name"):
        parse_module("module 'm' path='m.py'\nclass @C name=()\n")


def test_edges_keep_their_arguments():
    builder = Builder("f", FuncInfo("f", "f", 1, ("a",), 1))
    handler = builder.new_block("handler", ["x"])
    a = builder.function.entry.params[0]
    builder.emit("getattr", a, name="b", edges={"raise": Edge(handler, [a])})
    builder.ret(a)
    builder.at(handler).emit("unwind")
    text = print_function(builder.function)
    assert "getattr %a, name='b' -> raise ^handler(%a)" in text
    function = parse_function(text)
    edge = function.entry.instrs[0].edges["raise"]
    assert edge.block is function.blocks[1] and edge.args == [function.entry.params[0]]
    assert isinstance(parse_module("module 'm' path='m.py'\n"), Module)
