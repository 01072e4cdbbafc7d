"""Building, joining and scanning text."""


def build(n):
    parts = []
    line = ""
    for i in range(n):
        line += str(i)
        if i % 16 == 15:
            parts.append(line)
            line = ""
    return ",".join(parts)


def vowels(text):
    count = 0
    for character in text:
        if character in "13579":
            count += 1
    return count


total = 0
for repeat in range(8):
    text = build(100000)
    total += len(text) + vowels(text)
print(total)
