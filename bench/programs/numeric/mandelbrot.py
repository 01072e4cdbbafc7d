"""The Mandelbrot set by escape time: float loops with an early end."""

import sys


def escape_time(cx, cy, limit):
    x = 0.0
    y = 0.0
    for i in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return i
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return limit


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    limit = 200
    inside = 0
    total = 0
    for row in range(n):
        cy = 2.0 * row / n - 1.0
        for column in range(n):
            cx = 3.0 * column / n - 2.0
            steps = escape_time(cx, cy, limit)
            if steps == limit:
                inside += 1
            total += steps
    print(inside, total)


if __name__ == "__main__":
    main()
