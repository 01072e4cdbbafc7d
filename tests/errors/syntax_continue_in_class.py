for item in range(3):
    class Holder:
        value = item
        if value:
            continue  # error: [syntax-error]
