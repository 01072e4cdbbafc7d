"""Star imports: __all__, underscore names, shadowing order, submodules named in __all__."""
from plain import *
from listed import *
from listed import _hidden
from pack import *
import pack
import plain

print(public, number, Tool().use())
print(only_this, _exported, _hidden)
for name in ("not_listed", "_private"):
    try:
        print({"not_listed": lambda: not_listed, "_private": lambda: _private}[name]())
    except NameError as error:
        print(error)
not_listed = _private = "bound by this module"
print(not_listed, _private)
print(inner.VALUE, pack_function(), extra.VALUE if hasattr(pack, "extra") else "no extra")
print(number is plain.number, plain._private, pack.__all__)
number = 100
print(number, plain.number, plain.get_number())
plain.number = 7
print(number, plain.number, plain.get_number())
from plain import number

print(number)
from override import *

print(public, len("shadowed"))
del len
print(len("restored"))


class Body:
    from plain import public as inside, number
    doubled = number * 2


print(Body.inside, Body.number, Body.doubled)
try:
    from listed import missing_name
except ImportError as error:
    print(str(error).partition(" (")[0])
try:
    from badall import *
except AttributeError as error:
    print(error)
