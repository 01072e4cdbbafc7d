"""Strings as dictionary keys: hashing, equality with computed text, identity-independent behaviour."""


def build(parts):
    return "".join(parts)


table = {}
for word in "the cat and the dog and the bird".split():
    table[word] = table.get(word, 0) + 1
print(table, table[build(["t", "he"])], table["AND".lower()], table.get("The"), "d" + "og" in table)

keys = {chr(97 + i) * n: i * n for i in range(5) for n in range(4)}
print(len(keys), keys[""], keys["ccc"], list(keys)[:6])
keys["c" * 3] += 100
del keys["a" * 2]
print(keys["ccc"], "aa" in keys, sum(keys.values()))

s = "shared"
alias = s
s = s.replace("sh", "SH")
print(s, alias, s.lower() == alias, s.lower() in {alias})
texts = ["x"] * 3
texts[0] += "y"
print(texts)


def modify(text, pieces):
    text += "!"
    pieces.append(text)
    return text


original = "text"
collected = []
print(modify(original, collected), original, collected)

cache = {}


def intern_word(word):
    return cache.setdefault(word, word)


a = intern_word("ab" + "c")
b = intern_word(build("abc"))
print(a is b, len(cache))

anagrams = {}
for word in ("listen", "silent", "enlist", "google", "elgoog", "abc", "bca", "x"):
    anagrams.setdefault("".join(sorted(word)), []).append(word)
print([group for group in anagrams.values() if len(group) > 1], {k: len(v) for k, v in anagrams.items()})

mixed = {"1": "text", 1: "int", b"1": "bytes", ("1",): "tuple", 1.5: "float", None: "none", "": "empty", False: "false"}
for key in ("1", 1, b"1", ("1",), 1.5, None, "", 0, True, "None"):
    print(repr(key), mixed.get(key, "absent"), end="; ")
print()
print(
    hash("") == hash(str()),
    hash("a") == hash("a"),
    hash("a") != hash("b"),
    hash("é") == hash("e\u0301"),
    hash(b"") == hash(""),
    len({hash(str(i)) for i in range(1000)}) > 990,
)
counts = {}
for ch in "mississippi":
    counts[ch] = counts.get(ch, 0) + 1
print(
    counts,
    sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])),
    max(counts, key=counts.get),
    "".join(k * v for k, v in counts.items()),
)
numbers = {str(i): i for i in range(2000)}
total = 0
for i in range(0, 2000, 7):
    total += numbers[f"{i}"] + numbers["%d" % i] + numbers[repr(i)]
print(total, all(str(v) == k for k, v in numbers.items()), len(numbers))
for i in range(0, 2000, 2):
    numbers.pop(str(i))
print(len(numbers), "10" in numbers, "11" in numbers, next(iter(numbers)))
