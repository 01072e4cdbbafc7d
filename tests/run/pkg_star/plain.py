public = "public"
number = 42
_private = "private"


class Tool:
    def use(self):
        return f"tool {number} {_private}"


def get_number():
    return number
