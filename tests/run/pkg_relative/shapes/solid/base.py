print("loading", __name__)


class Solid:
    made = 0

    def __init__(self):
        Solid.made += 1
