"""A trie with prefixes, deletion and fuzzy search; word frequencies; text justification; anagrams."""

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light,
it was the season of Darkness, it was the spring of hope, it was the winter of despair."""


class Trie:
    class Node:
        __slots__ = ("children", "count")

        def __init__(self):
            self.children = {}
            self.count = 0

    def __init__(self, words=()):
        self.root = self.Node()
        self.size = 0
        for word in words:
            self.add(word)

    def add(self, word, n=1):
        node = self.root
        for ch in word:
            node = node.children.setdefault(ch, self.Node())
        self.size += not node.count
        node.count += n

    def _find(self, prefix):
        node = self.root
        for ch in prefix:
            node = node.children.get(ch)
            if node is None:
                return None
        return node

    def __contains__(self, word):
        node = self._find(word)
        return node is not None and node.count > 0

    def __getitem__(self, word):
        node = self._find(word)
        if node is None or not node.count:
            raise KeyError(word)
        return node.count

    def __delitem__(self, word):
        path, node = [], self.root
        for ch in word:
            if ch not in node.children:
                raise KeyError(word)
            path.append((node, ch))
            node = node.children[ch]
        if not node.count:
            raise KeyError(word)
        node.count = 0
        self.size -= 1
        while path and not node.children and not node.count:
            node, ch = path.pop()
            del node.children[ch]

    def __len__(self):
        return self.size

    def walk(self, prefix=""):
        def visit(node, word):
            if node.count:
                yield word, node.count
            for ch in sorted(node.children):
                yield from visit(node.children[ch], word + ch)

        node = self._find(prefix)
        if node is not None:
            yield from visit(node, prefix)

    __iter__ = walk

    def fuzzy(self, word, limit):
        """Words within an edit distance, by one row of the distance table per trie node."""
        results = []

        def visit(node, prefix, row):
            if node.count and row[-1] <= limit:
                results.append((row[-1], prefix))
            if min(row) > limit:
                return
            for ch, child in node.children.items():
                new = [row[0] + 1]
                for i, w in enumerate(word):
                    new.append(min(new[i] + 1, row[i + 1] + 1, row[i] + (w != ch)))
                visit(child, prefix + ch, new)

        visit(self.root, "", list(range(len(word) + 1)))
        return sorted(results)

    def nodes(self):
        pending, total = [self.root], 0
        while pending:
            node = pending.pop()
            total += 1
            pending.extend(node.children.values())
        return total


def words(text):
    word = ""
    for ch in text + " ":
        if ch.isalpha() or ch == "'" and word:
            word += ch.lower()
        elif word:
            yield word
            word = ""


def edit_distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def justify(text, width):
    line, length = [], 0
    for word in text.split():
        if length + len(word) + len(line) > width and line:
            gaps = len(line) - 1
            if gaps:
                each, extra = divmod(width - length, gaps)
                yield "".join(w + " " * (each + (i < extra)) for i, w in enumerate(line[:-1])) + line[-1]
            else:
                yield line[0].ljust(width)
            line, length = [], 0
        line.append(word)
        length += len(word)
    if line:
        yield " ".join(line)


def longest_common_subsequence(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


trie = Trie(words(TEXT))
print(
    len(trie),
    trie["it"],
    trie["of"],
    "age" in trie,
    "ag" in trie,
    trie.nodes(),
    list(trie.walk("s")),
    list(trie.walk("wi")),
    list(trie.walk("zz")),
)
counts = dict(trie)
print(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:6], sum(counts.values()), max(counts, key=len))
print(trie.fuzzy("eposh", 1), trie.fuzzy("winder", 2), trie.fuzzy("light", 0), trie.fuzzy("xyz", 1))
before = trie.nodes()
del trie["season"], trie["it"]
print(len(trie), "it" in trie, trie.nodes() - before, list(trie.walk("se")), list(trie.walk("i")))
for bad in ("season", "nothing", "i", ""):
    try:
        del trie[bad]
    except KeyError as error:
        print("no", error)
print(
    [
        edit_distance(a, b)
        for a, b in (("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("same", "same"), ("intention", "execution"))
    ],
    longest_common_subsequence("AGGTAB", "GXTXAYB"),
    longest_common_subsequence("", "x"),
)
assert all(edit_distance("hope", w) == d for d, w in trie.fuzzy("hope", 3))
for width in (28, 60):
    print(*(f"|{line:<{width}}|" for line in justify(TEXT, width)), sep="\n")
groups = {}
for word in ["listen", "enlist", "google", "silent", "gogole", "cat", "act", "tac", "x"]:
    groups.setdefault("".join(sorted(word)), []).append(word)
print([sorted(g) for g in groups.values() if len(g) > 1])
