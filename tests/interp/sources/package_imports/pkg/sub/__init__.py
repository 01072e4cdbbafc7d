from . import other
from .. import public
