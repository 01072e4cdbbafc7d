def stop(value):
    if value:
        break  # error: [syntax-error]
    return value


for item in range(3):
    stop(item)
