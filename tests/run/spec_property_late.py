"""A property or descriptor put over an attribute in mid-loop; hooks for missing attributes added to the class later."""


class Cell:
    def __init__(self, value):
        self.value = value

    def bump(self):
        self.value += 1
        return self.value


def bumps(cell, rounds):
    t = 0
    for _ in range(rounds):
        t += cell.bump()
    return t


c = Cell(1)
print(bumps(c, 1000))
log = []


def get(self):
    log.append("get")
    return self.__dict__["value"] * 10


def put(self, v):
    log.append("put")
    self.__dict__["value"] = v


Cell.value = property(get, put)
print(bumps(c, 3), c.value, len(log), c.__dict__)
Cell.value = property(get)
try:
    bumps(c, 2)
except AttributeError as error:
    print(error)
try:
    del c.value
except AttributeError as error:
    print(error)
try:
    Cell(5)
except AttributeError as error:
    print(error)
del Cell.value
print(bumps(c, 3), Cell(5).value)


class NonData:
    def __get__(self, obj, owner=None):
        return 1000


Cell.value = NonData()
print(bumps(c, 3), c.value, Cell.value)
del c.value
print(c.value, bumps(c, 2), c.value)


class Data(NonData):
    def __set__(self, obj, v):
        log.append(v)


Cell.value = Data()
log.clear()
print(bumps(c, 3), c.value, log, c.__dict__)
del Cell.value
print(bumps(c, 1))


class Open:
    pass


def read(o, rounds):
    t = 0
    for i in range(rounds):
        try:
            t += o.x
        except AttributeError as error:
            t -= 1
            if i == 0:
                print(error)
        o.y = i
    return t


o = Open()
print(read(o, 10), o.__dict__)
Open.__getattr__ = lambda self, name: len(name)
print(read(o, 10), o.anything)
o.x = 5
print(read(o, 10))
Open.__setattr__ = lambda self, name, v: self.__dict__.__setitem__(name, v * 2)
print(read(o, 10), o.__dict__)
Open.__getattribute__ = lambda self, name: 100 if name == "x" else object.__getattribute__(self, name)
print(read(o, 10), o.y)
del Open.__getattribute__, Open.__getattr__
print(read(o, 10))
del Open.__setattr__
o.x = 7
print(read(o, 3), o.__dict__)
Open.__delattr__ = lambda self, name: print("refused", name)
del o.x
print(read(o, 3))
del Open.__delattr__
del o.x
print(read(o, 3))
