from . import register, registry
from .first import CONSTANT, first

DEPENDS_ON_FIRST = CONSTANT * 2


@register
def second():
    return [first(), len(registry)]
