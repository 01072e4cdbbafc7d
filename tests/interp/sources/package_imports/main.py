import pkg.sub.mod as m, pkg
from pkg import *
from pkg.sub import mod, other
import circular_a

print(m.x, pkg.__name__, pkg.__path__ is not None, public, mod.__package__, other.y)
try:
    import nosuchmodule
except ImportError as e:
    print(repr(e), e.name)
try:
    from pkg import missing_name
except ImportError as e:
    print(str(e).partition("(")[0])
try:
    import failing
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
print(type(m), m.__name__, __name__, m.f.__module__)


class Last:
    def __del__(self):
        print("main's last", m.x)


last = Last()
import failing_body
