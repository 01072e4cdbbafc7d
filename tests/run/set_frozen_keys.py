"""Frozensets as keys and members: states of a puzzle, groups of a partition, unordered pairs."""


def connected_components(edges):
    parent = {}

    def find(x):
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in edges:
        parent[find(a)] = find(b)
    groups = {}
    for x in parent:
        groups.setdefault(find(x), set()).add(x)
    return {frozenset(group) for group in groups.values()}


def river_crossing():
    """Wolf, goat, cabbage: states are (frozenset of who is on the left bank, where the boat is)."""
    everyone = frozenset(["wolf", "goat", "cabbage"])
    forbidden = [frozenset(["wolf", "goat"]), frozenset(["goat", "cabbage"])]

    def safe(bank):
        return not any(pair <= bank for pair in forbidden)

    start, goal = (everyone, True), (frozenset(), False)
    queue, came_from = [start], {start: None}
    for state in queue:
        if state == goal:
            path = []
            while state is not None:
                path.append(state)
                state = came_from[state]
            return path[::-1]
        left, boat_left = state
        bank = left if boat_left else everyone - left
        for cargo in [frozenset()] + [frozenset([x]) for x in sorted(bank)]:
            new_left = left - cargo if boat_left else left | cargo
            unattended = new_left if boat_left else everyone - new_left
            new = (new_left, not boat_left)
            if safe(unattended) and new not in came_from:
                came_from[new] = state
                queue.append(new)
    return None


for left, boat in river_crossing():
    print(sorted(left), "left" if boat else "right")
edges = [(1, 2), (3, 4), (2, 5), (6, 6), (4, 3)]
components = connected_components(edges)
print(sorted(map(sorted, components)), frozenset({1, 2, 5}) in components, {3, 4} in components, {1, 2} in components)

distances = {}
for a, b, d in (("A", "B", 5), ("B", "C", 7), ("C", "A", 9)):
    distances[frozenset((a, b))] = d
print(
    distances[frozenset("BA")],
    distances[frozenset(("A", "C"))],
    len(distances),
    frozenset("AD") in distances,
    sum(distances.values()),
)
try:
    distances[frozenset("ZZ")]
except KeyError as error:
    print(error, error.args[0] == frozenset("Z"))
try:
    distances[{"A", "B"}]
except TypeError as error:
    print(error)
empty = frozenset()
print(
    empty,
    empty == set(),
    hash(empty) == hash(frozenset([])),
    {empty: 1},
    {frozenset([empty])},
    empty | {1},
    not empty,
    empty <= empty,
    empty < empty,
)


class Card:
    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit

    def _key(self):
        return self.rank, self.suit

    def __eq__(self, other):
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return f"{self.rank}{self.suit}"


def hand(text):
    return frozenset(Card(card[:-1], card[-1]) for card in text.split())


hands = {hand("A♠ K♥"): "big slick", hand("2♣ 7♦"): "worst"}
print(
    hands[hand("K♥ A♠")],
    hands.get(hand("K♥ A♣")),
    hand("A♠ A♠") == hand("A♠"),
    sorted(map(repr, hand("10♦ J♦ Q♦"))),
    len(hand("A♠ K♥") & hand("K♥ Q♥")),
)
partition = {frozenset(x for x in range(12) if x % 4 == r) for r in range(4)}
print(
    sorted(map(sorted, partition)),
    all(a == b or a.isdisjoint(b) for a in partition for b in partition),
    frozenset().union(*partition) == frozenset(range(12)),
)
