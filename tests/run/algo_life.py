"""Conway's game of life on an unbounded plane kept as a set of cells, and on a torus of lists."""

PATTERNS = {
    "blinker": ["###"],
    "glider": [".#.", "..#", "###"],
    "block": ["##", "##"],
    "r-pentomino": [".##", "##.", ".#."],
    "empty": ["..."],
}


def parse(rows):
    return {(x, y) for y, row in enumerate(rows) for x, ch in enumerate(row) if ch == "#"}


def neighbours(cell):
    x, y = cell
    return ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)


def step(cells):
    counts = {}
    for cell in cells:
        for other in neighbours(cell):
            counts[other] = counts.get(other, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def render(cells):
    if not cells:
        return "(empty)"
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    return "\n".join(
        "".join(".#"[(x, y) in cells] for x in range(min(xs), max(xs) + 1)) for y in range(min(ys), max(ys) + 1)
    )


def normalized(cells):
    if not cells:
        return frozenset()
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    return frozenset((x - left, y - top) for x, y in cells)


def period(cells, limit):
    """The number of generations until the shape recurs, and how far it has moved."""
    shapes = {normalized(cells): (0, min(cells, default=(0, 0)))}
    for generation in range(1, limit + 1):
        cells = step(cells)
        shape = normalized(cells)
        if shape in shapes:
            then, (x0, y0) = shapes[shape]
            x1, y1 = min(cells, default=(0, 0))
            return generation - then, (x1 - x0, y1 - y0)
        shapes[shape] = generation, min(cells, default=(0, 0))
    return None


class Torus:
    def __init__(self, width, height, cells):
        self.width, self.height = width, height
        self.grid = [[(x, y) in cells for x in range(width)] for y in range(height)]

    def step(self):
        def alive(x, y):
            total = (
                sum(self.grid[(y + dy) % self.height][(x + dx) % self.width] for dx in (-1, 0, 1) for dy in (-1, 0, 1))
                - self.grid[y][x]
            )
            return total == 3 or total == 2 and self.grid[y][x]

        self.grid = [[alive(x, y) for x in range(self.width)] for y in range(self.height)]
        return self

    def __str__(self):
        return "\n".join("".join("#" if cell else "." for cell in row) for row in self.grid)

    def __len__(self):
        return sum(map(sum, self.grid))


for name, rows in PATTERNS.items():
    cells = parse(rows)
    print(name, len(cells), period(cells, 12))
    print(render(step(cells)))
cells = parse(PATTERNS["r-pentomino"])
sizes = []
for _ in range(60):
    cells = step(cells)
    sizes.append(len(cells))
print(sizes)
torus = Torus(6, 5, parse(PATTERNS["glider"]))
for generation in range(21):
    if generation % 10 == 0:
        print(generation, len(torus))
        print(torus)
    torus.step()
