"""Sudoku by constraint propagation and search on the cell with the fewest candidates."""

PUZZLES = {
    "easy": "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "harder": "....7..2.8.......6.1.2.5...9.54....8.........3....85.1...3.2.8.4.......9.7..6....",
    "broken": "55..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
}
ROWS, COLUMNS = "ABCDEFGHI", "123456789"
CELLS = [r + c for r in ROWS for c in COLUMNS]
UNITS = ([[r + c for c in COLUMNS] for r in ROWS] + [[r + c for r in ROWS] for c in COLUMNS]
         + [[r + c for r in rs for c in cs] for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")])
UNITS_OF = {cell: [u for u in UNITS if cell in u] for cell in CELLS}
PEERS = {cell: {other for u in UNITS_OF[cell] for other in u} - {cell} for cell in CELLS}


class Contradiction(Exception):
    pass


def assign(candidates, cell, digit):
    for other in candidates[cell].replace(digit, ""):
        eliminate(candidates, cell, other)


def eliminate(candidates, cell, digit):
    if digit not in candidates[cell]:
        return
    candidates[cell] = candidates[cell].replace(digit, "")
    if not candidates[cell]:
        raise Contradiction(f"{cell} has no digit left")
    if len(candidates[cell]) == 1:
        for peer in PEERS[cell]:
            eliminate(candidates, peer, candidates[cell])
    for unit in UNITS_OF[cell]:
        places = [c for c in unit if digit in candidates[c]]
        if not places:
            raise Contradiction(f"no place for {digit}")
        if len(places) == 1 and len(candidates[places[0]]) > 1:
            assign(candidates, places[0], digit)


def parse(text):
    if len(text) != 81:
        raise ValueError(f"{len(text)} cells instead of 81")
    candidates = dict.fromkeys(CELLS, COLUMNS)
    for cell, digit in zip(CELLS, text):
        if digit != ".":
            assign(candidates, cell, digit)
    return candidates


def search(candidates):
    open_cells = [(len(v), k) for k, v in candidates.items() if len(v) > 1]
    if not open_cells:
        return candidates
    _, cell = min(open_cells)
    for digit in candidates[cell]:
        attempt = candidates.copy()
        try:
            assign(attempt, cell, digit)
            return search(attempt)
        except Contradiction:
            continue
    raise Contradiction(f"{cell} exhausted")


def show(candidates):
    for i, r in enumerate(ROWS):
        if i in (3, 6):
            print("------+-------+------")
        print(" | ".join(" ".join(candidates[r + c] for c in cs) for cs in ("123", "456", "789")))


def valid(candidates):
    return all({candidates[c] for c in unit} == set(COLUMNS) for unit in UNITS)


print(len(CELLS), len(UNITS), sorted(PEERS["A1"]))
for name, text in PUZZLES.items():
    try:
        solution = search(parse(text))
    except Contradiction as error:
        print(name, "is impossible:", type(error).__name__)
    else:
        print(name, valid(solution))
        show(solution)
try:
    parse("12")
except ValueError as error:
    print(error)
