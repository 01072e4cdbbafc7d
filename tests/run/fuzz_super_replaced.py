"""A base class's method is replaced while `super()` calls of it are specialised (found by fuzzing)."""


class Base:
    def __init__(self, value):
        self.value = value

    def step(self, x):
        return self.value + x


class Sub(Base):
    def step(self, x, more=-8):
        return super().step(x) ^ more


def run(items):
    log = []
    for i in range(6):
        for item in items:
            if i == 3:
                Base.step = staticmethod(lambda x: x * 2)
            try:
                log.append(item.step(i))
            except TypeError as error:
                log.append(str(error))
    return log


print(run([Sub(1), Sub(2), Base(3)]))
print(run([Sub(5), Base(2 ** 62), Sub(-1.0)]))
