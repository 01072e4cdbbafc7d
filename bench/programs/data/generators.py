"""A pipeline of generators: sources, filters, windows, batches, a recursive walk, `yield from`."""

import sys


def randoms(n):
    seed = 3
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed // 65536


def only_even(values):
    for value in values:
        if value % 2 == 0:
            yield value


def differences(values):
    previous = 0
    for value in values:
        yield value - previous
        previous = value


def moving_sums(values, width):
    window = [0] * width
    total = 0
    for i, value in enumerate(values):
        place = i % width
        total += value - window[place]
        window[place] = value
        yield total


def batches(values, size):
    batch = []
    for value in values:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def flattened(batched):
    for batch in batched:
        yield from batch


def walk(low, high):
    """The numbers from low to high in order, as the nodes of a balanced tree."""
    if low <= high:
        middle = (low + high) // 2
        yield from walk(low, middle - 1)
        yield middle
        yield from walk(middle + 1, high)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 4000000
    stream = flattened(batches(moving_sums(differences(only_even(randoms(n))), 8), 100))
    count = 0
    checksum = 0
    for value in stream:
        count += 1
        checksum = (checksum * 3 + value) % 1000003
    squares = sum(x * x for x in range(n) if x % 3 == 0)
    walked = sum(i * node for i, node in enumerate(walk(1, n // 20)))
    print(count, checksum, squares, walked)


if __name__ == "__main__":
    main()
