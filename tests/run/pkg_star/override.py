public = "overridden"


def len(x):
    return f"len of {x}"
