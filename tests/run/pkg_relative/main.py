"""Relative imports inside a package of several levels, and attributes of modules and packages."""
import shapes
import shapes.solid.cube
from shapes import area, round as round_shapes
from shapes.solid import Cube, describe
from shapes.solid.cube import Cube as SameCube, VOLUME_UNIT as unit

print(shapes.__name__, shapes.solid.__name__, shapes.solid.cube.__name__, shapes.flat.__name__)
print(area(shapes.Square(3)), area(round_shapes.Circle(2)), Cube is SameCube, unit)
print(describe(Cube(2)), shapes.solid.cube.Cube(3).volume(), shapes.solid.base.Solid.made)
print(isinstance(Cube(1), shapes.solid.base.Solid), Cube.__module__, area.__module__, shapes.Square.__qualname__)
shapes.flat.SCALE = 10
print(area(shapes.Square(3)), shapes.SCALE, shapes.flat.SCALE)
from shapes.flat import SCALE

print(SCALE)
print(shapes.solid.cube.beyond_the_top(), shapes.solid.cube.sibling_constant(), hasattr(shapes, "solid"), hasattr(shapes, "missing"))
for name in ("missing", "_private"):
    try:
        print(getattr(shapes, name))
    except AttributeError as error:
        print(error)
try:
    from shapes import nothing_here
except ImportError as error:
    print(type(error).__name__, str(error).partition(" (")[0], error.name)
try:
    import shapes.nothing_here
except ModuleNotFoundError as error:
    print(type(error).__name__, error, error.name)
try:
    from shapes.solid.cube import Cube, nothing
except ImportError as error:
    print(str(error).partition(" (")[0])


def local_import():
    from shapes.solid import cube as local
    import shapes.flat as flat
    return local.Cube(4).volume(), flat is shapes.flat, local is shapes.solid.cube


print(local_import())
if __name__ == "__main__":
    print("main is", __name__)
