"""Slots of floats in classes of another module, and a third one that stores other things."""

import planets
import spoil
from planets import Pair, Planet


class Moon(Planet):
    def __init__(self, distance, speed, phase):
        super().__init__(distance, speed)
        self.phase = phase

    def light(self):
        return self.phase * self.distance


def hidden(name):
    return getattr(spoil, name)


def sums(pairs):
    total = 0.0
    for pair in pairs:
        total += pair.left * pair.right
    return total


def run():
    all_planets = [Planet(1.0, 0.5), Planet(2.0, 0.25), Moon(0.5, 4.0, 0.125)]
    for n in range(30):
        total = planets.travel(all_planets, 0.5)
        if n == 10:
            hidden("assign")(all_planets[0], 3)
        if n == 15:
            hidden("store")(all_planets[2], "speed", 1)
        if n == 20:
            hidden("assign")(all_planets[1], 2 ** 80)
        if n == 25:
            hidden("store")(all_planets[1], "distance", 0.5)
        if n % 5 == 0:
            print(n, total, all_planets[2].light())
    for planet in all_planets:
        print(planet.__dict__)
    hidden("assign")(all_planets[0], "far")
    try:
        planets.travel(all_planets, 1.0)
    except TypeError as e:
        print(e)


run()
pairs = [Pair(1.0, 2.0), Pair(3.0, 4.0)]
print(sums(pairs))
hidden("store")(pairs[1], "right", 5)
print(sums(pairs))
hidden("store")(pairs[0], "left", None)
try:
    print(sums(pairs))
except TypeError as e:
    print(e)
pairs[0].left = 2.5
pairs[1].right = 0.5
print(sums(pairs))
