# exit: 1
"""An uncaught custom exception with notes, raised again after its notes were added."""


class ValidationError(ValueError):
    def __init__(self, field, value):
        self.field = field
        self.value = value

    def __str__(self):
        return f"{self.field} must not be {self.value!r}"


class Outer:
    class InnerError(Exception):
        """Shown with its qualified name."""


def validate(record):
    for field, value in record.items():
        if value is None:
            raise ValidationError(field, value)


def check_all(records):
    for index, record in enumerate(records):
        try:
            validate(record)
        except ValidationError as error:
            error.add_note(f"in record {index}")
            error.add_note("hint: give a value\n  or leave the field out")
            raise


try:
    check_all([{"a": 1}, {"b": None}])
except ValidationError as error:
    print(error, error.__notes__)
    saved = error

try:
    raise Outer.InnerError
except Outer.InnerError as error:
    error.__notes__ = ["set by hand", ""]
    print(repr(error))
    error.add_note("multi\nline\nmessage")
    raise saved from error
