def lambda(x):  # error: [syntax-error]
    return x
