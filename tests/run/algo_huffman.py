"""Huffman coding with a heap: code table, encoding to bits and bytes, decoding, errors."""

from heapq import heapify, heappop, heappush


class Leaf:
    def __init__(self, symbol):
        self.symbol = symbol

    def codes(self, prefix=""):
        yield self.symbol, prefix or "0"

    def depth(self):
        return 0


class Branch:
    def __init__(self, left, right):
        self.left, self.right = left, right

    def codes(self, prefix=""):
        yield from self.left.codes(prefix + "0")
        yield from self.right.codes(prefix + "1")

    def depth(self):
        return 1 + max(self.left.depth(), self.right.depth())


def frequencies(text):
    counts = {}
    for ch in text:
        counts[ch] = counts.get(ch, 0) + 1
    return counts


def build(counts):
    """The serial number breaks ties, so that trees are never compared."""
    heap = [(count, serial, Leaf(symbol)) for serial, (symbol, count) in enumerate(sorted(counts.items()))]
    heapify(heap)
    serial = len(heap)
    while len(heap) > 1:
        c1, _, left = heappop(heap)
        c2, _, right = heappop(heap)
        heappush(heap, (c1 + c2, serial, Branch(left, right)))
        serial += 1
    if not heap:
        raise ValueError("nothing to encode")
    return heap[0][2]


def pack(bits):
    padding = -len(bits) % 8
    return bytes([padding]) + int("1" + bits + "0" * padding, 2).to_bytes(len(bits + "0" * padding) // 8 + 1, "big")[1:]


def unpack(data):
    bits = "".join(f"{byte:08b}" for byte in data[1:])
    return bits[: len(bits) - data[0]]


def decode(tree, bits):
    if isinstance(tree, Leaf):
        return tree.symbol * len(bits)
    out, node = [], tree
    for bit in bits:
        node = node.right if bit == "1" else node.left
        if isinstance(node, Leaf):
            out.append(node.symbol)
            node = tree
    if node is not tree:
        raise ValueError("truncated input")
    return "".join(out)


for text in (
    "abracadabra",
    "mississippi river",
    "aaaa",
    "ab",
    "héllo wörld, ça va? 😀😀",
    "the quick brown fox jumps over the lazy dog " * 3,
):
    tree = build(frequencies(text))
    table = dict(tree.codes())
    bits = "".join(table[ch] for ch in text)
    data = pack(bits)
    assert unpack(data) == bits and decode(tree, bits) == text
    print(
        len(text),
        len(bits),
        len(data),
        tree.depth(),
        dict(sorted(table.items(), key=lambda item: (len(item[1]), item[1]))),
    )
    print("  ", bits[:40], data[:6].hex(" "))
    codes = sorted(table.values())
    assert not any(b.startswith(a) for a, b in zip(codes, codes[1:])), "not prefix free"
try:
    build({})
except ValueError as error:
    print(error)
try:
    decode(tree, bits[:-1])
except ValueError as error:
    print(error)
try:
    print([table[c] for c in "xyz!"])
except KeyError as error:
    print("no code for", error)
