"""Specialised code as a whole, written by hand: guards, slots, direct calls and typed entries in functions that run."""

import pytest

from interp.test_machine import run
from molt.passes.manager import PassManager

MAIN = """\
func @<module>() line 0 {
^entry:
  %none = const None
  %u = unset
  %print = load_builtin name='print'
"""
COUNTED = PassManager(disable=frozenset({"specialise"}), verify_each=True)
PASSES = pytest.mark.parametrize("passes", [None, COUNTED], ids=["plain", "counted"])

POINT = "class @Point names=('x', 'y'), methods=(('__init__', 'Point.__init__'), ('total', 'Point.total')), constructible=True\n\n"
POINT_FUNCTIONS = """\
func @Point(.namespace) line 1 {
^entry(%ns):
  %none = const None
  %u = unset
  %init = make_function %none, %none, %u, func='Point.__init__'
  store_name %ns, %init, name='__init__'
  %total = make_function %none, %none, %u, func='Point.total'
  store_name %ns, %total, name='total'
  ret %none
}

func @Point.__init__(self, x, y) line 2 {
^entry(%self, %x, %y):
  setattr %self, %x, name='x'
  setattr %self, %y, name='y'
  %none = const None
  ret %none
}

func @Point.total(self) line 5 typed (value) {
^entry:
  %self = param_value index=0
  %shaped = guard_shape %self, shapes=(('Point', 2),) -> slow ^generic
  %x = slot_load %self, index=0 -> slow ^generic
  %i = to_i64 %x -> slow ^generic
  %y = slot_load %self, index=1 -> slow ^generic
  %j = to_i64 %y -> slow ^generic
  %sum = i64_add %i, %j -> slow ^generic
  %r = box_i64 %sum
  ret %r
^generic:
  %text = const 'generic'
  ret %text
}

func @show(point) line 9 typed (value) {
^entry:
  %point = param_value index=0
  %print = load_builtin name='print'
  %shaped = guard_shape %point, shapes=(('Point', 2),) -> slow ^generic
  %method = method_ref cls='Point', method='total'
  %r = call_direct %method, %point, func='Point.total', given=()
  %done = call %print, %r, kwnames=()
  ret %done
^generic:
  %text = const 'no Point'
  %done2 = call %print, %text, kwnames=()
  ret %done2
}
"""
MAKE_POINT = """\
  %body = make_function %none, %none, %u, func='Point'
  %name = const 'Point'
  %bases = const ()
  %ns = class_prepare %name, %bases, %u
  %done = call %body, %ns, kwnames=()
  %cls = class_create %name, %bases, %ns, %u, %u, n_attributes=2, body='Point'
  %show = make_function %none, %none, %u, func='show'
  %one = const 1
  %two = const 2
  %text = const 'text'
"""


@PASSES
def test_predicted_class(capfd, passes):
    text = POINT + MAIN + MAKE_POINT + """\
  %p = call %cls, %one, %two, kwnames=()
  %r1 = call %show, %p, kwnames=()
  setattr %p, %text, name='y'
  %r2 = call %show, %p, kwnames=()
  delattr %p, name='x'
  %r3 = call %show, %p, kwnames=()
  setattr %p, %one, name='x'
  %r4 = call %show, %p, kwnames=()
  %q = call %cls, %one, %one, kwnames=()
  %r5 = call %show, %q, kwnames=()
  setattr %cls, %show, name='unrelated'
  %r6 = call %show, %q, kwnames=()
  setattr %cls, %show, name='total'
  %r7 = call %show, %q, kwnames=()
  %r8 = call %show, %none, kwnames=()
  ret %none
}

""" + POINT_FUNCTIONS
    lines = "3\ngeneric\nno Point\nno Point\n2\n2\nno Point\nno Point\n"
    assert run(text, capfd, passes) == (0, lines, "")


@PASSES
def test_construction(capfd, passes):
    text = POINT + MAIN + MAKE_POINT + """\
  guard_class %cls, cls='Point' -> slow ^slow
  %p = new_instance cls='Point'
  %p1 = slot_add %p, %one, cls='Point', count=0, index=0
  %p2 = slot_add %p, %one, cls='Point', count=1, index=1
  slot_store %p, %two, index=0
  slot_store_plain %p, %two, index=1 -> slow ^slow
  %r1 = call %show, %p, kwnames=()
  %init = getattr %cls, name='__init__'
  %v = call_method %text, name='upper', kwnames=(), lookup=(0, 0, 0, 0)
  slot_store %p, %v, index=1
  slot_store_plain %p, %one, index=1 -> slow ^heap
  ret %none
^heap:
  setattr %cls, %init, name='__init__'
  %again = new_instance cls='Point'
  %unset = slot_load %again, index=0 -> slow ^absent
  ret %none
^absent:
  check_init %one @8:0-8:5
  ret %none
^slow:
  %r2 = call %print, %text, kwnames=()
  ret %none
}

""" + POINT_FUNCTIONS
    status, out, err = run(text, capfd, passes)
    assert (status, out) == (1, "4\n")
    assert err.endswith("TypeError: __init__() should return None, not 'int'\n")


@PASSES
def test_a_second_class_from_one_statement(capfd, passes):
    again = MAKE_POINT.split("  %show")[0].replace("%body", "%body2").replace("%name", "%name2").replace("%bases", "%bases2")
    again = again.replace("%ns", "%ns2").replace("%done", "%done2").replace("%cls", "%cls2")
    text = POINT + MAIN + MAKE_POINT + again + """\
  %p = call %cls, %one, %two, kwnames=()
  %r1 = call %show, %p, kwnames=()
  %q = call %cls2, %one, %two, kwnames=()
  %r2 = call %show, %q, kwnames=()
  ret %none
}

""" + POINT_FUNCTIONS
    assert run(text, capfd, passes) == (0, "no Point\nno Point\n", "")


DIRECT = """\
  %f = make_function %none, %none, %u, func='f'
  guard_function %f, func='f' -> slow ^end
  %one = const 1
  %two = const_i64 2
  %three = const 3
  %rest = build_tuple %three
  %named = build_dict
  %key = const 'key'
  %value = const 'value'
  dict_set %named, %key, %value
  %r = call_direct %u, %one, %two, %rest, %named, func='f', given=() @7:0-7:9
  jump -> ^end
^end:
  ret %none
}

func @f(a, *args, b, **kw) line 1 typed (value, i64, value, value) {
^entry:
  %typed = entry_is_typed
  branch %typed -> then ^typed, else ^generic
^typed:
  %i = param_i64 index=1
  %bi = box_i64 %i
  jump -> ^both(%bi)
^generic:
  %vb = param_value index=1
  jump -> ^both(%vb)
^both(%b):
  %a = param_value index=0
  %args = param_value index=2
  %kw = param_value index=3
  %print = load_builtin name='print'
  %r = call %print, %a, %b, %args, %kw
  %zero = const 0
  %x = truediv %a, %zero @2:4-2:9
  ret %x
}
"""


@PASSES
def test_direct_call(capfd, passes):
    status, out, err = run(MAIN + DIRECT, capfd, passes)
    assert (status, out) == (1, "1 2 (3,) {'key': 'value'}\n")
    assert err == ('Traceback (most recent call last):\n  File "app.py", line 7, in <module>\n'
                   '  File "app.py", line 2, in f\nZeroDivisionError: division by zero\n')


C_CALLS = """\
  %a = const 'a'
  %l = build_list %a
  %r1 = call_c %l, %a, symbol='c__list__append', kind='CALL_ONE'
  %r2 = call_c %none, %l, symbol='c__builtins__len', kind='CALL_ONE'
  %r3 = call %print, %r2
  %i = const_i64 0
  %s = list_item %l, %i -> slow ^end
  %r4 = call_c %s, symbol='c__str__upper', kind='CALL_NONE'
  %r5 = call %print, %r4
  %bad = call_c %l, %none, symbol='c__list__remove', kind='CALL_ONE' -> raise ^handler @4:0-4:9
  ret %none
^handler:
  %e, %prev = catch
  %r6 = call %print, %e
  uncatch %prev
  ret %none
^end:
  ret %a
}
"""


@PASSES
def test_calls_of_the_runtime(capfd, passes):
    assert run(MAIN + C_CALLS, capfd, passes) == (0, "2\nA\nlist.remove(x): x not in list\n", "")


LIFETIMES = """\
  %gone = make_function %none, %none, %u, func='gone'
  %set = load_builtin name='set'
  %weakref = import_module module='weakref'
  %ref = getattr %weakref, name='ref'
  %old = call %set
  %f1 = call %ref, %old, %gone
  %l = build_list %old
  %new = call %set
  %f2 = call %ref, %new, %gone
  %i = const_i64 %INDEX
  list_set %l, %i, %new -> slow ^slow
  %normal = const 'normal'
  %r1 = call %print, %normal
  keep %l
  %end = const 'end'
  %r2 = call %print, %end
  jump -> ^out
^slow:
  %text = const 'slow'
  %r3 = call %print, %text
  keep %new
  %text2 = const 'new is gone'
  %r4 = call %print, %text2
  keep %l
  jump -> ^out
^out:
  keep %f1
  keep %f2
  ret %none
}

func @gone(reference) line 3 {
^entry(%reference):
  %print = load_builtin name='print'
  %text = const 'gone'
  %r = call %print, %text
  ret %r
}
"""


@PASSES
@pytest.mark.parametrize("index, out", [("0", "gone\nnormal\ngone\nend\n"), ("5", "slow\ngone\nnew is gone\ngone\n")])
def test_spent_operands(capfd, passes, index, out):
    assert run(MAIN + LIFETIMES.replace("%INDEX", index), capfd, passes) == (0, out, "")


@PASSES
def test_parameters_die_when_the_function_is_done_with_them(capfd, passes):
    text = MAIN + """\
  %f = make_function %none, %none, %u, func='f'
  %set = load_builtin name='set'
  %s = call %set
  %gone = make_function %none, %none, %u, func='gone'
  %weakref = import_module module='weakref'
  %ref = getattr %weakref, name='ref'
  %r = call %ref, %s, %gone
  %done = call %f, %s
  keep %r
  ret %none
}

func @f(s) line 1 typed (value) {
^entry:
  %s = param_value index=0
  %print = load_builtin name='print'
  %r1 = call %print, %s
  keep %s
  %text = const 'after'
  %r2 = call %print, %text
  ret %r2
}
""" + LIFETIMES[LIFETIMES.index("\nfunc @gone"):]
    assert run(text, capfd, passes) == (0, "set()\ngone\nafter\n", "")


def test_globals(capfd):
    text = MAIN + """\
  %a = const 'a'
  store_global %a, name='g'
  %g = global_ref name='g' -> slow ^end
  %b = own %g
  %r = call %print, %b
  %h = global_ref name='print' -> slow ^slow
  ret %none
^slow:
  %text = const 'no global'
  %r2 = call %print, %text
  ret %none
^end:
  ret %a
}
"""
    assert run(text, capfd) == (0, "a\nno global\n", "")
