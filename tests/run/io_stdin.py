# stdin: first line\n  second  \n\n3 4 5\nname=Ada Lovelace\nünïcode 😀\n10\n20\nlast without newline
"""Reading standard input: input(), readline, iteration, read of the rest, end of file."""
import sys

print(repr(input()))
print(repr(input("prompt> ")))
print(repr(input()))
print(sum(int(part) for part in input().split()))
key, value = input().split("=", 1)
print(key, value)
line = sys.stdin.readline()
print(repr(line), len(line))


def read_number(prompt=""):
    while True:
        text = input(prompt)
        try:
            return int(text)
        except ValueError:
            print("not a number:", repr(text))


print(read_number() * 2)
for line in sys.stdin:
    print("line", repr(line))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines())
for attempt in range(2):
    try:
        input("more? ")
    except EOFError as error:
        print()
        print(type(error).__name__, error)


def menu(commands):
    state = []
    for command in commands:
        match_name, _, argument = command.partition(" ")
        if match_name == "push":
            state.append(argument)
        elif match_name == "pop" and state:
            state.pop()
        else:
            print("ignored", command)
    return state


print(menu(["push a", "push b c", "pop", "pop", "pop", "dance now", "push z"]))
