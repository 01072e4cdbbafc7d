def kind(value):
    match value:
        case 0 | 1:
            return "bit"
        case [first, *_]:
            return first
        case {"name": str(name), **rest} if rest:
            return name
        case _:
            return None
