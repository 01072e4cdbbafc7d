"""A dictionary that grows, shrinks and is rebuilt many times, checked against a plain list of pairs."""


class PairList:
    """The same mapping kept as a list of pairs: slow and obviously right."""

    def __init__(self):
        self.pairs = []

    def __setitem__(self, key, value):
        for pair in self.pairs:
            if pair[0] == key:
                pair[1] = value
                return
        self.pairs.append([key, value])

    def __getitem__(self, key):
        for k, v in self.pairs:
            if k == key:
                return v
        raise KeyError(key)

    def __delitem__(self, key):
        for i, (k, _) in enumerate(self.pairs):
            if k == key:
                del self.pairs[i]
                return
        raise KeyError(key)

    def items(self):
        return [tuple(pair) for pair in self.pairs]


def random_numbers(seed):
    while True:
        seed = seed * 6364136223846793005 + 1442695040888963407 & 2**64 - 1
        yield seed >> 40


def key_for(n):
    kinds = (n, str(n), (n,), n / 2, -n, bytes([n % 256]))
    return kinds[n % len(kinds)]


real, model = {}, PairList()
rng = random_numbers(2024)
errors = {"pop": 0, "get": 0}
for step in range(3000):
    action, key = next(rng) % 10, key_for(next(rng) % 80)
    if action < 5:
        real[key] = model[key] = step
    elif action < 8:
        try:
            del model[key]
            missing = False
        except KeyError:
            missing = True
        try:
            real.pop(key)
            assert not missing
        except KeyError as error:
            assert missing and error.args == (key,)
            errors["pop"] += 1
    elif action == 8:
        try:
            assert real[key] == model[key]
        except KeyError:
            errors["get"] += 1
    elif len(real) > 30:
        key, value = real.popitem()
        assert model.items()[-1] == (key, value)
        del model[key]
    if step % 250 == 0:
        assert list(real.items()) == model.items()
        print(step, len(real), list(real.items())[:3])
print(errors, len(real), list(real)[-4:])

squares = {}
for i in range(20000):
    squares[i * 3] = i * i
print(len(squares), squares[29997], 29998 in squares, sum(squares.values()) % 1000007, sum(squares) % 1000007)
for i in range(0, 60000, 6):
    del squares[i]
print(len(squares), next(iter(squares)), 6 in squares, 9 in squares)
for i in range(5000):
    squares[i * 6] = -i
print(len(squares), list(squares.items())[-2:], squares[6], min(squares.values()))
words = {}
for i in range(5000):
    word = f"w{i * 37 % 1009}"
    words[word] = words.get(word, 0) + 1
print(len(words), max(words.values()), min(words.values()), list(words)[:4])
copy = dict(words)
words.clear()
print(
    len(words),
    len(copy),
    copy == {k: v for k, v in reversed(copy.items())},
    list(copy)[:1] == list(reversed(copy))[-1:],
)
nested = {}
for i in range(100):
    nested.setdefault(i % 3, {}).setdefault(i % 5, []).append(i)
print({a: {b: len(c) for b, c in inner.items()} for a, inner in nested.items()}, nested[2][4])
