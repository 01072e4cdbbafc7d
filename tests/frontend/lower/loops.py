def total(items, limit):
    s = 0
    for x in items:
        if x > limit and x != 3:
            break
        s += x
    else:
        s = -1
    while s:
        s -= 1
        continue
    return s
