def parse(text):
    try:
        return int(text)
    except:  # error: [syntax-error]
        return 0
    except ValueError:
        return -1


print(parse("x"))
