MAJOR, MINOR = 1, 4
VERSION = f"{MAJOR}.{MINOR}"
DEFAULTS = {"top": 10, "reverse": False}
