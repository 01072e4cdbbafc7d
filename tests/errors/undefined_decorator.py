import math


@memoise  # error: [undefined-name]
def root(n):
    return math.sqrt(n)


print(root(4))
