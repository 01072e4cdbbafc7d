"""Name mangling of double underscore names in classes, and encapsulation by convention."""


class Account:
    __rate = 0.5
    __count = 0

    def __init__(self, balance):
        self.__balance = balance
        self._history = [balance]
        Account.__count += 1

    def __log(self, amount):
        self._history.append(amount)
        return len(self._history)

    def deposit(self, amount):
        self.__balance += amount
        return self.__log(amount)

    def interest(self):
        return self.__balance * self.__rate

    @classmethod
    def count(cls):
        return cls.__count

    @staticmethod
    def peek(other):
        return other.__balance

    def nested(self):
        def inner():
            return self.__balance

        return inner(), [self.__rate for _ in range(2)], (lambda: self.__count)()

    def locals_are_mangled(self, __parameter=1):
        __local = __parameter + 1
        return __local

    def delete(self):
        del self.__balance
        return hasattr(self, "__balance"), hasattr(self, "_Account__balance")

    def dunder_is_not_mangled(self):
        self.__dunder__ = "plain"
        return self.__dunder__, sorted(self.__dict__)

    def via_getattr(self):
        return getattr(self, "__balance", "not mangled"), getattr(self, "_Account__balance")


class Savings(Account):
    __rate = 2

    def __init__(self, balance):
        super().__init__(balance)
        self.__balance = "savings balance"

    def own(self):
        return self.__balance, self.__rate, self._Account__balance

    def __log(self, amount):
        return "never called from Account"


class _Private:
    __value = "leading underscore stripped"

    def get(self):
        return self.__value, self._Private__value


class __Dunder:
    def set(self):
        self.__x = 1
        return self.__dict__


class Outer:
    __secret = "outer"

    class Inner:
        __secret = "inner"

        def get(self):
            return self.__secret

    def get(self):
        return self.__secret, self.Inner().get()

    def makes_class(self):
        class Local:
            __field = "local"

            def read(self, other):
                return self.__field, hasattr(other, "_Outer__secret")

        return Local().read(self)


a, s = Account(100), Savings(200)
print(
    a.deposit(50),
    a.interest(),
    Account.count(),
    Savings.count(),
    Account.peek(a),
    Account.peek(s),
    a.nested(),
    a.locals_are_mangled(),
    a.locals_are_mangled(_Account__parameter=5),
)
print(a.__dict__, s.__dict__, s.own(), s.interest(), s.deposit(1), a._history, sep="\n")
print(a.delete(), a.dunder_is_not_mangled(), s.via_getattr())
print(
    _Private().get(),
    __Dunder().set(),
    Outer().get(),
    Outer().makes_class(),
    sorted(k for k in Outer.__dict__ if "secret" in k),
)
for attempt in (
    lambda: a.__balance,
    lambda: a._Account__balance,
    lambda: Account.__rate,
    lambda: a.__log(1),
    lambda: Account.peek(5),
    lambda: a.interest(),
    lambda: a.locals_are_mangled(__parameter=3),
):
    try:
        print(attempt())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(Account._Account__rate, Savings._Savings__rate, Savings._Account__rate)
a.__balance = "set from outside: not mangled"
print(a.__balance, "__balance" in a.__dict__, getattr(a, "__balance"))
a._Account__balance = 7
print(a.interest(), Account.peek(a))


class Slots:
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = 5

    def get(self):
        return self.__hidden


print(Slots().get(), Slots()._Slots__hidden)


class Keywords:
    def call(self, **__options):
        return __options

    def use(self):
        return self.call(__a=1, b=2)

    def global_name(self):
        try:
            return __module_level
        except NameError as error:
            return str(error)


__module_level = "module"
_Keywords__module_level = "mangled global"
print(Keywords().use(), Keywords().global_name(), __module_level)
del _Keywords__module_level
print(Keywords().global_name())
