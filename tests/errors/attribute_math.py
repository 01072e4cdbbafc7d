import math


def area(radius):
    return math.pie * radius ** 2  # error: [unsupported-attribute]


print(area(1))
