"""Hand-written TIR through the interpreter: what the front end would rarely write, and the interpreter's own promises."""

import pytest

from molt.interp import run_program
from molt.interp.table import FRAMED, KINDS, PLAIN
from molt.ir.parser import parse_module
from molt.ir.verify import verify
from molt.passes.manager import PassManager
from molt.tables.ops import OPS

HEAD = "module '__main__' path='app.py'\n\n"


def run(text, capfd, passes=None):
    module = parse_module(HEAD + text)
    verify(module)
    if passes is not None:
        passes.run_module(module)
    status = run_program({"__main__": module}, "__main__", ["app.py"])
    captured = capfd.readouterr()
    return status, captured.out, captured.err


def test_every_op_is_performed():
    performed = PLAIN.keys() | FRAMED.keys() | KINDS.keys()
    assert performed == OPS.keys()
    by_function = {name for name in KINDS if KINDS[name].name in ("CALL", "MAY_LEAVE")}
    assert by_function <= FRAMED.keys()



LIFETIME = """\
func @<module>() line 0 {
^entry:
  %none = const None
  %u = unset
  %print = load_builtin name='print'
  %say = make_function %none, %none, %u, func='say'
  %gone = make_function %none, %none, %u, func='gone'
  %set = load_builtin name='set'
  %weakref = import_module module='weakref'
  %ref = getattr %weakref, name='ref'
  %temporary = call %set
  %f1 = call %ref, %temporary, %gone
  %kept = call %set
  %f2 = call %ref, %kept, %gone
  %hello = const 'hello'
  %r = call %print, %hello
  %r2 = call %say, %kept
  %bye = const 'bye'
  %r3 = call %print, %bye
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

func @say(x) line 5 {
^entry(%x):
  %print = load_builtin name='print'
  %text = const 'in say'
  %r = call %print, %text
  keep %x
  %text2 = const 'after keep'
  %r2 = call %print, %text2
  %none = const None
  ret %none
}
"""


@pytest.mark.parametrize("passes", [None, PassManager(stop_before="refcount"), PassManager(verify_each=True)])
def test_values_die_at_their_last_use(capfd, passes):
    status, out, err = run(LIFETIME, capfd, passes)
    assert (status, out, err) == (0, "gone\nhello\nin say\ngone\nafter keep\nbye\n", "")


RECURSION = """\
func @<module>() line 0 {
^entry:
  %none = const None
  %u = unset
  %f = make_function %none, %none, %u, func='f'
  store_global %f, name='f'
  %n = const %N
  %f1 = load_global name='f'
  %r = call %f1, %n @9:0-9:4
  %print = load_builtin name='print'
  %r1 = call %print, %r
  ret %none
}

func @f(n) line 1 {
^entry(%n):
  %c = truth %n
  branch %c -> then ^more, else ^end
^more:
  %one = const 1
  %m = sub %n, %one
  %f = load_global name='f'
  %r = call %f, %m @3:8-3:14
  ret %r
^end:
  ret %n
}
"""


def test_a_thousand_frames(capfd):
    assert run(RECURSION.replace("%N", "998"), capfd) == (0, "0\n", "")
    status, out, err = run(RECURSION.replace("%N", "999"), capfd)
    assert (status, out) == (1, "")
    assert err == ('Traceback (most recent call last):\n  File "app.py", line 9, in <module>\n'
                   '  File "app.py", line 3, in f\n  File "app.py", line 3, in f\n  File "app.py", line 3, in f\n'
                   '  [Previous line repeated 996 more times]\nRecursionError: maximum recursion depth exceeded\n')


CONTEXT = """\
func @<module>() line 0 {
^entry:
  %zero = const 0
  %one = const 1
  %x = truediv %one, %zero -> raise ^handler @2:4-2:9
  ret %x
^handler:
  %e, %prev = catch
  %none = const None
  %y = getattr %none, name='spam' -> raise ^cleanup(%prev) @4:4-4:13
  uncatch %prev
  ret %y
^cleanup(%p):
  %e2, %prev2 = catch
  uncatch %prev2
  uncatch %p
  reraise %e2
}
"""


def test_context_and_entries(capfd):
    status, out, err = run(CONTEXT, capfd)
    assert (status, out) == (1, "")
    assert err == ('Traceback (most recent call last):\n  File "app.py", line 2, in <module>\n'
                   "ZeroDivisionError: division by zero\n\n"
                   "During handling of the above exception, another exception occurred:\n\n"
                   'Traceback (most recent call last):\n  File "app.py", line 4, in <module>\n'
                   "AttributeError: 'NoneType' object has no attribute 'spam'\n")


EXIT = """\
func @<module>() line 0 {
^entry:
  %SystemExit = load_builtin name='SystemExit'
  %code = const %C
  %e = call %SystemExit, %code
  %u = unset
  raise %e, %u
}
"""


@pytest.mark.parametrize("code, status, err", [("None", 0, ""), ("3", 3, ""), ("257", 1, ""), ("'bad'", 1, "bad\n")])
def test_exit_status(capfd, code, status, err):
    assert run(EXIT.replace("%C", code), capfd) == (status, "", err)


def test_bare_raise_outside_a_handler(capfd):
    status, _, err = run("func @<module>() line 0 {\n^entry:\n  raise_current @1:0-1:5\n}\n", capfd)
    assert status == 1
    assert err == ('Traceback (most recent call last):\n  File "app.py", line 1, in <module>\n'
                   "RuntimeError: No active exception to reraise\n")
