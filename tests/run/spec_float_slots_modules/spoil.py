"""Stores what is no float, with code that does not know the classes."""


def store(o, name, value):
    setattr(o, name, value)


def assign(o, value):
    o.distance = value
