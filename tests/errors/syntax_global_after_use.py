count = 0


def bump():
    count = 5
    global count  # error: [syntax-error]
    count += 1


bump()
