"""Fannkuch: flip the front of every permutation until a 0 comes first; small lists, index arithmetic."""

import sys


def count_flips(permutation):
    flipped = permutation[:]
    flips = 0
    first = flipped[0]
    while first:
        low = 0
        high = first
        while low < high:
            flipped[low], flipped[high] = flipped[high], flipped[low]
            low += 1
            high -= 1
        flips += 1
        first = flipped[0]
    return flips


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    most = 0
    checksum = 0
    sign = 1
    size = n
    while True:
        while size != 1:
            count[size - 1] = size
            size -= 1
        flips = count_flips(permutation)
        if flips > most:
            most = flips
        checksum += sign * flips
        sign = -sign
        while True:
            if size == n:
                return checksum, most
            first = permutation[0]
            for i in range(size):
                permutation[i] = permutation[i + 1]
            permutation[size] = first
            count[size] -= 1
            if count[size] > 0:
                break
            size += 1


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    checksum, most = fannkuch(n)
    print(checksum, most)


if __name__ == "__main__":
    main()
