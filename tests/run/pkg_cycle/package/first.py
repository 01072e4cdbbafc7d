from . import register


@register
def first():
    return "first"


CONSTANT = 11
