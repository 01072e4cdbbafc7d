count = 0


def value():
    global count
    count += 1
    return f"alpha {count}"
