"""The abstract base classes of containers."""

from _collections_abc import *
from _collections_abc import __all__
from collections import deque as _deque

MutableSequence.register(_deque)
