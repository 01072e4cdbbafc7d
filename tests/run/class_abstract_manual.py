"""Interfaces without abc: NotImplementedError, template methods, duck typing and protocols."""


class Shape:
    sides = 0

    def area(self):
        raise NotImplementedError

    def perimeter(self):
        raise NotImplementedError(f"{type(self).__name__}.perimeter")

    def describe(self):
        try:
            perimeter = f"{self.perimeter():.2f}"
        except NotImplementedError as error:
            perimeter = f"unknown ({error})"
        return f"{type(self).__name__}: area {self.area():.2f}, perimeter {perimeter}, {self.sides} sides"

    def __lt__(self, other):
        if not isinstance(other, Shape):
            return NotImplemented
        return self.area() < other.area()


class Rectangle(Shape):
    sides = 4

    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h

    def perimeter(self):
        return 2 * (self.w + self.h)


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)


class Blob(Shape):
    def area(self):
        return 3


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.14159 * self.r**2

    def perimeter(self):
        return 2 * 3.14159 * self.r


shapes = [Rectangle(2, 3), Square(2), Blob(), Circle(1)]
for shape in sorted(shapes):
    print(shape.describe())
print(
    max(shapes).describe(),
    isinstance(shapes[1], Rectangle),
    [type(s).__name__ for s in sorted(shapes, key=Shape.describe)],
)
for bad in (lambda: Shape().area(), lambda: Shape().describe(), lambda: Shape() < 5, lambda: sorted([Square(1), 2])):
    try:
        print(bad())
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__, repr(str(error)))


class Report:
    """A template method with hooks."""

    def render(self, rows):
        out = [self.header()]
        for i, row in enumerate(rows):
            if not self.accepts(row):
                continue
            out.append(self.row(i, row))
        footer = self.footer(len(out) - 1)
        return "\n".join(out + ([footer] if footer else []))

    def header(self):
        return "report"

    def accepts(self, row):
        return True

    def row(self, i, row):
        return f"{i}: {row}"

    def footer(self, count):
        return None


class Totals(Report):
    def __init__(self):
        self.total = 0

    def accepts(self, row):
        return isinstance(row, int) and row > 0

    def row(self, i, row):
        self.total += row
        return super().row(i, f"{row:>5}")

    def footer(self, count):
        return f"{count} rows, total {self.total}"


print(Report().render(["a", 1]), Totals().render([10, -1, "x", 25]), Totals().render([]), sep="\n--\n")


class Duck:
    def quack(self):
        return "Quack"


class Person:
    def quack(self):
        return "I say quack"


class Statue:
    quack = None


class Mock:
    def __getattr__(self, name):
        return lambda *a: f"mock {name}{a}"


for thing in (Duck(), Person(), Statue(), Mock(), 5):
    quack = getattr(thing, "quack", None)
    print(type(thing).__name__, quack() if callable(quack) else "cannot quack", hasattr(thing, "quack"))


class Visitor:
    def visit(self, node):
        for cls in type(node).__mro__:
            method = getattr(self, f"visit_{cls.__name__}", None)
            if method:
                return method(node)

    def visit_object(self, node):
        return f"object {node}"


class Printer(Visitor):
    def visit_int(self, node):
        return f"int {node}"

    def visit_list(self, node):
        return "[" + ", ".join(self.visit(child) for child in node) + "]"

    def visit_Shape(self, node):
        return f"shape of {node.area():.0f}"

    def visit_Square(self, node):
        return "square and " + self.visit_Shape(node)


print(Printer().visit([1, "a", True, [None, Square(3), Blob()], (1, 2)]), Visitor().visit(5))
