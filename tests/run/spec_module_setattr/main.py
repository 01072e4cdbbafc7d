"""A module's globals, functions and classes rebound from another module, by assignment and by setattr, and deleted."""

import state
from state import Unit, loop, scaled

print(loop(100))
for value in (2.5, 2**62, True, "ab", None, [0], 5):
    setattr(state, "limit", value)
    try:
        print(loop(5), state.loop(2), state.limit)
    except TypeError as error:
        print(error)
state.table = "twelve chars"
print(loop(10))
state.table = [1, 2, 3]
state.scaled = lambda x: -x
print(loop(10), state.loop(4), scaled(4))
state.scaled = scaled
setattr(state, "sca" + "led", abs)
print(loop(10))
state.scaled = scaled


def disturb(i):
    if i == 2:
        state.limit = 0.5
    elif i == 4:
        state.limit = 2**63
    elif i == 6:
        setattr(state, "scaled", lambda x: "other")
    elif i == 8:
        state.scaled, state.limit = scaled, 5


print(state.calling(10, disturb))
for name in ("limit", "table", "scaled"):
    kept = getattr(state, name)
    delattr(state, name)
    try:
        loop(3)
    except NameError as error:
        print(error, hasattr(state, name))
    try:
        getattr(state, name)
    except AttributeError as error:
        print(error)
    setattr(state, name, kept)
print(loop(3))

units = [Unit(i) for i in range(5)]
print(state.grow_all(units, 10))
Unit.size = 0.5
print(state.grow_all(units, 10))
Unit.size = 3
state.limit = 7
for u in units:
    u.__init__(1)
print(state.grow_all(units, 50))


class Unit:
    """Not the class that the module knows."""

    def __init__(self, n):
        self.n = n

    def grow(self):
        return state.limit


state.Unit = Unit
print(state.grow_all([Unit(1), *units[:2]], 10), isinstance(units[0], state.Unit), state.Unit(1).n)
state.range = lambda n: [1, 2]
print(loop(100))
del state.range
print(loop(100), state.__name__)
