print("loading", __name__)
from .. import flat
from ..flat import Square
from .base import Solid

VOLUME_UNIT = "cm3"


class Cube(Solid):
    def __init__(self, side):
        super().__init__()
        self.side = side

    def face(self):
        return Square(self.side)

    def volume(self):
        return self.face().size() * self.side


def beyond_the_top():
    try:
        from ... import shapes as above
    except ImportError as error:
        return str(error)
    return above.__name__


def sibling_constant():
    from . import base
    return base.Solid.__name__, flat.SCALE
