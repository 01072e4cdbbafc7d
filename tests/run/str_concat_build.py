"""Building strings: +=, aliasing, repetition, joins, in-place growth, immutability."""


def growing(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
    return s


def aliasing():
    a = "start"
    b = a
    a += "-more"
    c = a
    a += "-again"
    return a, b, c


def prepend(n):
    s = ""
    for i in range(n):
        s = str(i) + s
    return s


def in_attribute():
    class Buffer:
        text = "class"

    x, y = Buffer(), Buffer()
    x.text += "+x"
    y.text += "+y"
    x.text += "!"
    return x.text, y.text, Buffer.text


def in_container():
    parts = ["a", "b"]
    parts[0] += "1"
    parts[-1] += parts[0]
    table = {"k": "v"}
    table["k"] += "w"
    table["k"] *= 2
    return parts, table


def mixed_widths():
    s = "abc"
    history = [s]
    for extra in ("é", "日", "😀", "z", ""):
        s += extra
        history.append((s, len(s), s[-1], s[::-1]))
    return history


def in_closure():
    s = ""

    def add(piece):
        nonlocal s
        s += piece
        return s

    return add("x"), add("yy"), add(""), s


def in_generator(pieces):
    s = ""
    for piece in pieces:
        s += piece
        yield s


print(len(growing(1000)), growing(30), growing(0) == "")
print(aliasing(), prepend(12))
print(in_attribute(), in_container())
print(*mixed_widths(), sep="\n")
print(in_closure(), list(in_generator(["a", "bc", "é"])))
print("ab" * 3, 3 * "ab", "é" * 0, "x" * -1, "" * 1000, "-" * True, "日" * 4)
big = "ab" * 50000
print(
    len(big), big[49999:50003], big.count("ba"), big == "ab" * 50000, hash(big) == hash("ab" * 50000), big[:-1] == big
)
e_twice = "é" * 3 + "a" * 3
print(e_twice, e_twice[3], e_twice.index("a"), e_twice.encode())


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: "a" + 1)
attempt(lambda: 1 + "a")
attempt(lambda: "a" + None)
attempt(lambda: "a" * "b")
attempt(lambda: "a" * 1.5)
attempt(lambda: "a" - "a")
attempt(lambda: "a" + ["b"])
attempt(lambda: "a" * (10**30))
attempt(lambda: -"a")
attempt(lambda: "a" < 1)
attempt(lambda: "a" / 2)


def grow_wrong():
    s = "a"
    s += 5
    return s


attempt(grow_wrong)


def rle(text):
    out = ""
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += text[i] + (str(j - i) if j - i > 1 else "")
        i = j
    return out


def expand(code):
    out, number = "", ""
    previous = ""
    for ch in code:
        if ch.isdigit():
            number += ch
        else:
            out += previous * int(number or 1)
            previous, number = ch, ""
    return out + previous * int(number or 1)


for text in ("aaabccd", "", "é" * 12 + "x", "abc"):
    print(rle(text), expand(rle(text)) == text)
