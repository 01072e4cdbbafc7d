"""Import cycles that work: names used late, partially initialised modules, and one that fails."""
import a
import b
from late import ready

print(a.ping(3), b.pong(2), a.b is b, b.a is a)
print(a.NAME, b.NAME, b.seen_of_a, ready())
try:
    import broken_one
except ImportError as error:
    print(type(error).__name__, str(error).partition(" (")[0])
try:
    import broken_one
except ImportError as error:
    print("again", str(error).partition(" (")[0])
from package import registry

print(sorted(registry), registry["second"]())
import package.second

print(package.second.DEPENDS_ON_FIRST)
