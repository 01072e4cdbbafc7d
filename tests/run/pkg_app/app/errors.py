class AppError(Exception):
    status = 1


class UsageError(AppError):
    status = 2


class DataError(AppError):
    def __init__(self, number, line):
        super().__init__(f"line {number}: cannot read {line!r}")
        self.number = number
