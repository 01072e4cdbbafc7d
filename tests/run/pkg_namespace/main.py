"""Namespace packages: directories without __init__, nested, with subpackages that have one."""
import space.alpha
import space.deep.beta as beta
from space import alpha
from space.deep import beta as same_beta, gamma
from space.regular import exported
import space.regular.leaf

print(space.__name__, space.deep.__name__, space.alpha.__name__, beta.__name__)
print(alpha is space.alpha, beta is same_beta, alpha.value(), beta.from_alpha(), gamma.TOTAL)
print(exported, space.regular.leaf.NAME, hasattr(space, "__file__") and space.__file__ is not None)
space.added = "attribute of a namespace package"
print(space.added)
try:
    import space.nothing
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from space import nothing
except ImportError as error:
    print(type(error).__name__, str(error).partition(" (")[0])
try:
    import space.alpha.deeper
except ModuleNotFoundError as error:
    print(error)
try:
    from space.deep.gamma import FAILS
except ImportError as error:
    print(str(error).partition(" (")[0])
