"""Shortest paths with a heap, on a weighted graph and on a maze of characters."""

from heapq import heappop, heappush

ROADS = [
    ("A", "B", 7),
    ("A", "C", 9),
    ("A", "F", 14),
    ("B", "C", 10),
    ("B", "D", 15),
    ("C", "D", 11),
    ("C", "F", 2),
    ("D", "E", 6),
    ("E", "F", 9),
    ("X", "Y", 1),
]
MAZE = """
S.#.....
..#.###.
.##.#...
....#.#.
.####.#E
......#.
""".strip().splitlines()


def build(roads):
    graph = {}
    for start, end, weight in roads:
        graph.setdefault(start, {})[end] = weight
        graph.setdefault(end, {})[start] = weight
    return graph


def shortest(neighbours, source):
    """Distances and predecessors from the source; neighbours(node) yields (node, weight)."""
    distance, previous = {source: 0}, {}
    queue = [(0, source)]
    done = set()
    while queue:
        so_far, node = heappop(queue)
        if node in done:
            continue
        done.add(node)
        for other, weight in neighbours(node):
            if weight < 0:
                raise ValueError(f"negative weight {weight} at {node}")
            candidate = so_far + weight
            if candidate < distance.get(other, float("inf")):
                distance[other] = candidate
                previous[other] = node
                heappush(queue, (candidate, other))
    return distance, previous


def path_to(previous, source, target):
    path = [target]
    while path[-1] != source:
        try:
            path.append(previous[path[-1]])
        except KeyError:
            return None
    return path[::-1]


def maze_neighbours(position):
    row, column = position
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        r, c = row + dr, column + dc
        if 0 <= r < len(MAZE) and 0 <= c < len(MAZE[0]) and MAZE[r][c] != "#":
            yield (r, c), 1


graph = build(ROADS)
for source in "AEX":
    distance, previous = shortest(lambda node: graph[node].items(), source)
    print(source, dict(sorted(distance.items())))
    for target in "ADY":
        path = path_to(previous, source, target)
        print("  ", target, "->".join(path) if path else "unreachable", distance.get(target, "inf"))

where = {ch: (r, c) for r, line in enumerate(MAZE) for c, ch in enumerate(line) if ch in "SE"}
distance, previous = shortest(maze_neighbours, where["S"])
path = path_to(previous, where["S"], where["E"])
print(where, distance[where["E"]], len(path), max(distance.values()))
cells = [list(line) for line in MAZE]
for r, c in path[1:-1]:
    cells[r][c] = "*"
print("\n".join(map("".join, cells)))
graph["D"]["E"] = -1
try:
    shortest(lambda node: graph[node].items(), "A")
except ValueError as error:
    print(error)
