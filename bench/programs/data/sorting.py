"""Sorts with keys: attributes, tuples, lower-cased text, several passes, reversed, stable."""

import sys


class Person:
    def __init__(self, name, age, score):
        self.name = name
        self.age = age
        self.score = score


def make_people(n):
    syllables = ["An", "be", "Cor", "da", "El", "fi", "Gus", "ha"]
    seed = 8
    people = []
    for _ in range(n):
        name = ""
        for _ in range(3):
            seed = (seed * 1103515245 + 12345) % 2147483648
            name += syllables[seed // 65536 % 8]
        people.append(Person(name, seed // 65536 % 80 + 18, (seed // 65536 % 10007) / 7.0))
    return people


def age_of(person):
    return person.age


def checksum(people):
    total = 0
    for person in people:
        total = (total * 31 + person.age + len(person.name) + int(person.score)) % 1000000007
    return total


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 220000
    people = make_people(n)
    print(checksum(sorted(people, key=age_of)))
    print(checksum(sorted(people, key=lambda p: p.score, reverse=True)))
    print(checksum(sorted(people, key=lambda p: (p.age, p.name))))
    print(checksum(sorted(people, key=lambda p: p.name.lower())))
    people.sort(key=lambda p: -p.score)
    people.sort(key=lambda p: p.name)
    print(checksum(people))
    names = [p.name for p in people]
    names.sort(key=len)
    scores = sorted([p.score for p in people])
    ages = sorted([p.age for p in people], reverse=True)
    print(names[0], names[-1], f"{scores[n // 2]:.4f}", ages[n // 3])


if __name__ == "__main__":
    main()
