"""The Mandelbrot set in characters, one line at a time.

    molt run examples/mandelbrot.py [WIDTH [STEPS]]
"""

import sys

SHADES = " .:-=+*#%@"


def escape_time(cr, ci, limit):
    """How many steps z = z*z + c takes to leave the circle of radius 2; limit if it stays."""
    x = y = 0.0
    for step in range(limit):
        x2 = x * x
        y2 = y * y
        if x2 + y2 > 4.0:
            return step
        y = 2.0 * x * y + ci
        x = x2 - y2 + cr
    return limit


def draw(width, limit):
    height = width * 9 // 20
    for row in range(height):
        ci = (row - height / 2) * 2.4 / height
        line = []
        for column in range(width):
            cr = (column - width * 0.7) * 3.2 / width
            time = escape_time(cr, ci, limit)
            line.append(SHADES[-1] if time == limit else SHADES[time * (len(SHADES) - 1) // limit])
        print("".join(line).rstrip())


def main():
    numbers = [int(word) for word in sys.argv[1:]]
    width = numbers[0] if numbers else 78
    limit = numbers[1] if len(numbers) > 1 else 200
    draw(width, limit)


main()
