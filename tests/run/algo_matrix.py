"""Matrices of exact fractions: product, power, determinant, inverse, and a linear system."""

from math import gcd


class Fraction:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(value):
        return value if isinstance(value, Fraction) else Fraction(value)

    def __add__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.d + other.n * self.d, self.d * other.d)

    def __mul__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.n, self.d * other.d)

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __sub__(self, other):
        return self + -Fraction.of(other)

    def __truediv__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.d, self.d * other.n)

    __radd__, __rmul__ = __add__, __mul__

    def __eq__(self, other):
        other = Fraction.of(other)
        return (self.n, self.d) == (other.n, other.d)

    def __bool__(self):
        return self.n != 0

    def __repr__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"


class Matrix:
    def __init__(self, rows):
        self.rows = [[Fraction.of(x) for x in row] for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, other):
        if len(self.rows[0]) != len(other.rows):
            raise ValueError(
                f"cannot multiply {len(self.rows)}x{len(self.rows[0])} by {len(other.rows)}x{len(other.rows[0])}"
            )
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result = Matrix.identity(len(self.rows))
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def eliminated(self, right):
        """Gauss-Jordan: returns the determinant and the reduced right side."""
        left = [row[:] for row in self.rows]
        right = [row[:] for row in right.rows]
        determinant = Fraction(1)
        for i in range(len(left)):
            pivot = next((r for r in range(i, len(left)) if left[r][i]), None)
            if pivot is None:
                return Fraction(0), None
            if pivot != i:
                left[i], left[pivot] = left[pivot], left[i]
                right[i], right[pivot] = right[pivot], right[i]
                determinant = -determinant
            scale = left[i][i]
            determinant *= scale
            for table in (left, right):
                table[i] = [x / scale for x in table[i]]
            for r in range(len(left)):
                if r != i and (factor := left[r][i]):
                    for table in (left, right):
                        table[r] = [x - factor * y for x, y in zip(table[r], table[i])]
        return determinant, Matrix(right)

    def determinant(self):
        return self.eliminated(Matrix.identity(len(self.rows)))[0]

    def inverse(self):
        determinant, result = self.eliminated(Matrix.identity(len(self.rows)))
        if not determinant:
            raise ZeroDivisionError("singular matrix")
        return result

    def __repr__(self):
        return "[" + "; ".join(" ".join(map(repr, row)) for row in self.rows) + "]"


a = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
b = Matrix([[8], [-11], [-3]])
print(a @ b, a**0, a**3, a.determinant(), a.inverse(), sep="\n")
print(a.eliminated(b), a @ a.inverse() == Matrix.identity(3), a**-2 == (a**2).inverse())
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(5)] for i in range(5)])
print(hilbert.determinant(), hilbert.inverse().rows[4])
print((Matrix([[1, 1], [1, 0]]) ** 90).rows[0][1])
for bad in (
    lambda: Matrix([[1, 2], [2, 4]]).inverse(),
    lambda: a @ Matrix([[1, 2]]),
    lambda: Matrix([[1], [2, 3]]),
    lambda: Fraction(1, 0),
    lambda: Fraction(1) / 0,
):
    try:
        print(bad())
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
