"""A small bank: classes, exceptions and a context manager."""


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")
        self.account = account
        self.amount = amount


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


class Transaction:
    """Undoes what happened to the accounts when its block fails."""

    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.before = [(a.balance, len(a.history)) for a in self.accounts]
        return self

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            for account, (balance, entries) in zip(self.accounts, self.before):
                account.balance = balance
                del account.history[entries:]
        return False


def transfer(source, target, amount):
    with Transaction(source, target):
        target.deposit(amount)
        source.withdraw(amount)


ada, grace = Account("Ada", 100), Account("Grace")
transfer(ada, grace, 70)
for amount in (50, -5, 30):
    try:
        transfer(ada, grace, amount)
        print(f"moved {amount}")
    except InsufficientFunds as error:
        print(f"refused: {error} ({error.amount - error.account.balance} short)")
    except ValueError as error:
        print(f"refused: {error}")
print(ada, grace, sep="\n")
print({account.owner: account.history for account in (ada, grace)})
print("interest on 2**64 cents:", 2**64 * 103 // 100)
