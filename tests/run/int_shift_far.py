"""Shifts by more than memory holds, and by more than an int may have digits."""


def attempt(a, b):
    try:
        return a << b
    except (OverflowError, MemoryError) as error:
        return f"{type(error).__name__} {error}"


for count in (2**50, 2**62 + 1, 2**63 - 1, 2**63, 2**64, 30 * ((2**63 - 25) // 4) - 61, 30 * ((2**63 - 25) // 4) + 1, 2**66, 2**70, 2**100, 2**200):
    print(count, attempt(1, count), attempt(-5, count), attempt(0, count), 7 >> count)
