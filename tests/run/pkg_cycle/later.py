print("later loads when first used")
import late


def value():
    return late.ready.__name__
