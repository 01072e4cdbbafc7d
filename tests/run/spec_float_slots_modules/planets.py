"""A class whose attributes are floats here and in main.py, until main.py imports spoil.py."""


class Planet:
    def __init__(self, distance, speed):
        self.distance = distance
        self.speed = speed

    def move(self, time):
        self.distance += self.speed * time
        return self.distance


class Pair:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def travel(planets, time):
    total = 0.0
    for planet in planets:
        total += planet.move(time)
    return total
