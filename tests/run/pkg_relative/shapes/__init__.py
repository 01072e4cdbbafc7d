"""The package: its own names, and some of its submodules."""
print("loading", __name__)
from .flat import SCALE, Square, area
from . import round
from . import solid

_private = "visible as an attribute"
