def parse(text):
    try:
        return int(text)
    except ValueError:
        return DEFAULT  # error: [undefined-name]


print(parse("1"))
