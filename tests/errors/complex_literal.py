def rotate(x, y):
    return x * 1j + y  # error: [unsupported-complex]


print(rotate(1, 2))
