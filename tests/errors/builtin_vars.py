class Point:
    def __init__(self):
        self.x = 1


def inspect(point):
    own = vars(point)
    here = vars()  # error: [unsupported-builtin]
    return own, here


print(inspect(Point()))
