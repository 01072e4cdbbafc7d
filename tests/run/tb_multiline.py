# exit: 1
"""A failing call spread over several lines, after earlier ones that were caught."""


def area(
    width,
    height,
    *,
    unit="cm",
):
    if unit != "cm":
        raise LookupError(
            "unknown unit",
            unit,
        )
    return (
        width
        * height
    )


def describe(values):
    text = ""
    for name, (width, height) in values.items():
        text += (
            f"{name}: "
            f"{area(width, height)}"
            ";"
        )
    return text


SHAPES = {
    "square": (2, 2),
    "strip": (1, 9),
}

print(describe(SHAPES))
try:
    area(
        1,
        2,
        unit="inch",
    )
except LookupError as error:
    print(repr(error))

with_error = [
    area(1, 1),
    area(2,
         3),
    describe({
        **SHAPES,
        "broken": ([], "x"),
    }),
]
print("not reached", with_error)
