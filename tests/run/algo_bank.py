"""A bank: accounts, a ledger with rollback, custom exceptions, interest and a report."""


class BankError(Exception):
    """Base class; `code` identifies the failure in the report."""

    code = "E000"

    def __str__(self):
        return f"{self.code}: {super().__str__()}"


class UnknownAccount(BankError, LookupError):
    code = "E404"


class InsufficientFunds(BankError):
    code = "E402"

    def __init__(self, account, needed):
        super().__init__(f"{account.owner} has {account.balance}, needs {needed}")
        self.missing = needed - account.balance


class Frozen(BankError):
    code = "E423"


class Account:
    minimum = 0
    rate = 0

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance
        self.frozen = False
        self.history = []

    def change(self, amount, reason):
        if self.frozen:
            raise Frozen(f"account of {self.owner} is frozen")
        if self.balance + amount < self.minimum:
            raise InsufficientFunds(self, -amount + self.minimum)
        self.balance += amount
        self.history.append((reason, amount))

    def interest(self):
        return self.balance * self.rate // 100

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    rate = 3

    def change(self, amount, reason):
        if amount < 0 and sum(1 for r, a in self.history if a < 0) >= 2:
            raise BankError("too many withdrawals")
        super().change(amount, reason)


class Credit(Account):
    minimum = -500
    rate = 12


class Transaction:
    def __init__(self, bank):
        self.bank = bank

    def __enter__(self):
        self.saved = {name: (a.balance, len(a.history)) for name, a in self.bank.accounts.items()}
        return self

    def __exit__(self, kind, error, tb):
        if kind is not None:
            for name, (balance, length) in self.saved.items():
                account = self.bank.accounts[name]
                account.balance = balance
                del account.history[length:]
            self.bank.log.append(f"rolled back after {kind.__name__}")
        return False


class Bank:
    def __init__(self):
        self.accounts = {}
        self.log = []

    def open(self, kind, owner, balance=0):
        if owner in self.accounts:
            raise BankError(f"{owner} already has an account")
        self.accounts[owner] = kind(owner, balance)
        return self.accounts[owner]

    def __getitem__(self, owner):
        try:
            return self.accounts[owner]
        except KeyError:
            raise UnknownAccount(f"no account for {owner!r}") from None

    def transfer(self, source, target, amount):
        if amount <= 0:
            raise ValueError(f"amount must be positive, not {amount}")
        with Transaction(self):
            self[source].change(-amount, f"to {target}")
            self[target].change(amount, f"from {source}")

    def batch(self, orders):
        done, failed = 0, []
        for order in orders:
            try:
                self.transfer(*order)
            except InsufficientFunds as error:
                failed.append((order, str(error), error.missing))
            except (BankError, ValueError, TypeError) as error:
                failed.append((order, str(error), type(error).__name__))
            else:
                done += 1
        return done, failed

    def pay_interest(self):
        for account in self.accounts.values():
            if amount := account.interest():
                try:
                    account.change(amount, "interest")
                except BankError as error:
                    error.add_note("interest was not paid")
                    self.log.append((str(error), error.__notes__))

    @property
    def total(self):
        return sum(a.balance for a in self.accounts.values())

    def report(self):
        width = max(map(len, self.accounts), default=0)
        for owner, account in sorted(self.accounts.items(), key=lambda item: -item[1].balance):
            moves = ", ".join(f"{reason} {amount:+d}" for reason, amount in account.history) or "no moves"
            yield f"{owner:<{width}} {account.balance:>8,d} {type(account).__name__:<8}{'*' if account.frozen else ' '} {moves}"


bank = Bank()
for kind, owner, balance in ((Account, "ann", 1000), (Savings, "bob", 5000), (Credit, "cid", 0), (Account, "dee", 10)):
    bank.open(kind, owner, balance)
before = bank.total
print(
    *bank.batch(
        [
            ("ann", "bob", 300),
            ("cid", "ann", 400),
            ("cid", "ann", 200),
            ("dee", "zoe", 5),
            ("dee", "ann", 50),
            ("ann", "dee", -1),
            ("bob", "ann", 1),
            ("bob", "cid", 2),
            ("bob", "dee", 3),
            ("ann", "bob"),
            ("ann", "dee", "5"),
        ]
    ),
    sep="\n",
)
bank["dee"].frozen = True
try:
    bank.transfer("ann", "dee", 100)
except Frozen as error:
    print(error, bank["ann"].balance, bank.log[-1])
print(bank.total == before, bank["bob"], [a.interest() for a in bank.accounts.values()])
bank.accounts["eve"] = Savings("eve", 100)
bank["eve"].frozen = True
bank.pay_interest()
print(*bank.report(), sep="\n")
print(*bank.log, sep="\n")
for action in (
    lambda: bank["nobody"],
    lambda: bank.open(Account, "ann"),
    lambda: bank.transfer("ann", "bob", 0),
    lambda: bank.transfer("x", "ann", 1),
):
    try:
        action()
    except LookupError as error:
        print("lookup", error, error.code)
    except (BankError, ValueError) as error:
        print(type(error).__name__, error)
