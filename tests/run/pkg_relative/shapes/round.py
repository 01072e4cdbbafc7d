print("loading", __name__)
from .flat import Square


class Circle(Square):
    def size(self):
        return super().size() * 3
