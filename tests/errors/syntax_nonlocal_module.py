count = 0
nonlocal count  # error: [syntax-error]
count += 1
