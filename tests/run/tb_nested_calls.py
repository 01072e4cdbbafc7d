# exit: 1
"""An uncaught exception through functions, methods and a lambda."""
import sys


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(
                f"cannot withdraw {amount} "
                f"from {self.balance}"
            )
        self.balance -= amount
        return self.balance

    @property
    def doubled(self):
        return self.withdraw(self.balance * 2)

    def __getitem__(self, amount):
        return self.withdraw(amount)

    @classmethod
    def opened(cls, *amounts):
        account = cls(100)
        return [account.withdraw(amount) for amount in amounts]

    @staticmethod
    def audit(account):
        apply = lambda amount: account[amount]
        return sorted([1, 2], key=lambda n: apply(n * 60))


def outer(flag):
    if flag:
        return middle(not flag)
    return None


def middle(flag):
    result = [
        1,
        inner(flag),
        3,
    ]
    return result


def inner(flag):
    account = Account(100)
    print(account.withdraw(30), flag)
    try:
        account.doubled
    except ValueError as error:
        print(error)
    try:
        Account.opened(1, 2, 300)
    except ValueError as error:
        print(error)
    return Account.audit(
        account
    ) + account["never reached"]


print("before")
sys.stdout.flush()
outer(True)
print("after")
