from .. import alpha
from ..alpha import value


def from_alpha():
    return value(), alpha.count
