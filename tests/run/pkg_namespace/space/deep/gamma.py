from . import beta
from ..regular import leaf

TOTAL = len(beta.__name__) + len(leaf.NAME)
