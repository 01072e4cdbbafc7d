def kind(value):
    match value:
        case other:  # error: [syntax-error]
            return "anything"
        case 1:
            return "one"


print(kind(1))
