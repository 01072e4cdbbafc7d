"""Counting in a dictionary with integer and string keys."""


def count(n):
    by_number = {}
    by_word = {}
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        key = x // 65536 % 5000
        by_number[key] = by_number.get(key, 0) + 1
        word = "w" + str(key % 1000)
        by_word[word] = by_word.get(word, 0) + 1
    return by_number, by_word


by_number, by_word = count(1000000)
print(len(by_number), len(by_word), max(by_number.values()), by_word["w7"], sum(by_word.values()))
