class Shape:
    pass


class Square(Shape, Sizeable):  # error: [undefined-name]
    pass


print(Square())
