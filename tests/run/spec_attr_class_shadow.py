"""Class attributes read through instances while shadowed, unshadowed, rebound on the class, on a base, or deleted."""


class Base:
    rate = 2
    label = "base"

    def charge(self, amount):
        return amount * self.rate


class Account(Base):
    pass


def run(accounts, rounds):
    t = 0
    for i in range(rounds):
        for a in accounts:
            t += a.charge(i)
    return t


accounts = [Account() for _ in range(5)]
print(run(accounts, 100))
accounts[2].rate = 3
print(run(accounts, 100), accounts[2].__dict__)
Account.rate = 10
print(run(accounts, 100))
del accounts[2].rate
print(run(accounts, 100))
del Account.rate
print(run(accounts, 100))
Base.rate = 0.5
print(run(accounts, 100))
Base.rate = "ab"
try:
    print(accounts[0].charge(2), run(accounts, 3))
except TypeError as error:
    print(error)
del Base.rate
try:
    run(accounts, 100)
except AttributeError as error:
    print(error)
Base.rate = 2


def toggling(account, rounds):
    """The attribute lives now on the instance, now on the class, now on the base."""
    seen = []
    for i in range(rounds):
        match i % 6:
            case 0:
                account.rate = i
            case 1:
                Account.rate = -i
            case 2:
                del account.rate
            case 3:
                del Account.rate
            case 4:
                account.rate = i * 0.5
            case 5:
                del account.rate
        seen.append(account.rate)
    return seen


print(toggling(accounts[0], 24))
print(sum(toggling(accounts[1], 6000)))


class Counter:
    count = 0

    def hit(self):
        self.count += 1
        return self.count

    def hit_all(self):
        type(self).count += 1
        return self.count


def hits(n):
    a, b = Counter(), Counter()
    log = 0
    for i in range(n):
        log += a.hit_all() * 3 + b.count
        if i == n // 2:
            log += b.hit()
        if i > n // 2:
            log += b.hit() - a.count
    return log, a.count, b.count, Counter.count, a.__dict__, b.__dict__


print(hits(1000), hits(7))
Counter.count = 0
print(hits(10))


class Config:
    size = 4

    def area(self):
        return self.size * Config.size


def areas(c, n):
    t = 0
    for i in range(n):
        t += c.area()
        if i == 10:
            c.size = 5
        elif i == 20:
            Config.size = 2.5
        elif i == 30:
            setattr(Config, "size", 2**40)
        elif i == 40:
            vars(c).pop("size")
    return t


print(areas(Config(), 9), areas(Config(), 60), Config.size)
Config.size = 4
print(areas(Config(), 25), areas(type("Wide", (Config,), {"size": 100})(), 5))
