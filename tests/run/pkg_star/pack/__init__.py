__all__ = ["inner", "pack_function", "extra"]
from .inner import VALUE as _value


def pack_function():
    return f"pack {_value}"
