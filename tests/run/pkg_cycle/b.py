print("b starts")
import a

NAME = "b"
seen_of_a = sorted(name for name in ("NAME", "ping", "b") if hasattr(a, name))
print("b sees", seen_of_a)


def pong(n):
    return ["pong"] + a.ping(n - 1) if n else []


try:
    a.ping
except AttributeError as error:
    print(str(error).partition(" (")[0])
print("b ends")
