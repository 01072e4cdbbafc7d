print("a starts")
NAME = "a"
import b

print("a has b", b.NAME)


def ping(n):
    return ["ping"] + b.pong(n - 1) if n else []


print("a ends")
