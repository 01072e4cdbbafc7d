class Point(Base, tag="p"):
    """A place."""

    x: int = 0

    def __init__(self, x):
        super().__init__()
        self.__x = x


class Base:
    pass
