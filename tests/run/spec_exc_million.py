# exit: 1
"""An index error in the millionth round of a while loop whose sum has passed 2**47, uncaught."""


def squares(limit, table):
    i = total = 0
    while i < limit:
        total += i * i % table[i // 100000]
        i += 1
    return total


print(squares(400000, [97] * 10))
print(squares(1000001, [2**31 - 1] * 10))
