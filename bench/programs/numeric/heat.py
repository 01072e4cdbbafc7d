"""Heat spreading over a plate, with every name annotated: the one program about annotations."""

import sys


def make_plate(n: int) -> list[list[float]]:
    plate: list[list[float]] = []
    for i in range(n):
        row: list[float] = [0.0] * n
        row[0] = 100.0
        plate.append(row)
    return plate


def step(old: list[list[float]], new: list[list[float]], rate: float) -> float:
    """One explicit step from `old` to `new`; return the greatest change."""
    n: int = len(old)
    greatest: float = 0.0
    for i in range(1, n - 1):
        above: list[float] = old[i - 1]
        here: list[float] = old[i]
        below: list[float] = old[i + 1]
        out: list[float] = new[i]
        for j in range(1, n - 1):
            change: float = rate * (above[j] + below[j] + here[j - 1] + here[j + 1] - 4.0 * here[j])
            out[j] = here[j] + change
            if change > greatest:
                greatest = change
    return greatest


def main() -> None:
    n: int = int(sys.argv[1]) if len(sys.argv) > 1 else 250
    steps: int = 300
    old: list[list[float]] = make_plate(n)
    new: list[list[float]] = make_plate(n)
    change: float = 0.0
    for _ in range(steps):
        change = step(old, new, 0.2)
        old, new = new, old
    total: float = 0.0
    for row in old:
        for cell in row:
            total += cell
    print(f"{total:.6f} {change:.9f}")


if __name__ == "__main__":
    main()
