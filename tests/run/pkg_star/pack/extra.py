print("extra is imported because __all__ names it")
VALUE = "extra value"
