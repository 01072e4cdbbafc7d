print("loading slow")
loaded = "once"


def compute(n):
    return sum(range(n))
