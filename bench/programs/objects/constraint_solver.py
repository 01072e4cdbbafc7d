"""A solver of constraints over finite domains: propagation from a queue, search on the smallest domain, a trail to undo.

The problem is n queens, stated with one variable a row and three inequalities a pair of rows.
"""

import sys


class Contradiction(Exception):
    pass


class Variable:
    def __init__(self, name, values):
        self.name = name
        self.values = list(values)
        self.constraints = []

    def fixed(self):
        return len(self.values) == 1


class Constraint:
    def __init__(self, variables):
        self.variables = variables
        self.queued = False
        for variable in variables:
            variable.constraints.append(self)

    def propagate(self, solver):
        raise NotImplementedError


class Differ(Constraint):
    """`a != b + offset`."""

    def __init__(self, a, b, offset):
        super().__init__([a, b])
        self.a = a
        self.b = b
        self.offset = offset

    def propagate(self, solver):
        if self.b.fixed():
            solver.remove(self.a, self.b.values[0] + self.offset)
        if self.a.fixed():
            solver.remove(self.b, self.a.values[0] - self.offset)


class Less(Constraint):
    """`a < b`."""

    def __init__(self, a, b):
        super().__init__([a, b])
        self.a = a
        self.b = b

    def propagate(self, solver):
        highest = max(self.b.values)
        for value in [v for v in self.a.values if v >= highest]:
            solver.remove(self.a, value)
        lowest = min(self.a.values)
        for value in [v for v in self.b.values if v <= lowest]:
            solver.remove(self.b, value)


class Solver:
    def __init__(self, variables, constraints):
        self.variables = variables
        self.constraints = constraints
        self.trail = []
        self.queue = []
        self.solutions = 0
        self.failures = 0
        self.checksum = 0

    def enqueue(self, variable):
        for constraint in variable.constraints:
            if not constraint.queued:
                constraint.queued = True
                self.queue.append(constraint)

    def remove(self, variable, value):
        values = variable.values
        if value not in values:
            return
        if len(values) == 1:
            raise Contradiction(variable.name)
        self.trail.append((variable, values))
        variable.values = [v for v in values if v != value]
        if len(variable.values) == 1:
            self.enqueue(variable)

    def assign(self, variable, value):
        self.trail.append((variable, variable.values))
        variable.values = [value]
        self.enqueue(variable)

    def propagate(self):
        while self.queue:
            constraint = self.queue.pop()
            constraint.queued = False
            constraint.propagate(self)

    def undo(self, mark):
        while len(self.trail) > mark:
            variable, values = self.trail.pop()
            variable.values = values
        for constraint in self.queue:
            constraint.queued = False
        self.queue = []

    def choose(self):
        best = None
        for variable in self.variables:
            if not variable.fixed() and (best is None or len(variable.values) < len(best.values)):
                best = variable
        return best

    def search(self):
        variable = self.choose()
        if variable is None:
            self.solutions += 1
            for v in self.variables:
                self.checksum = (self.checksum * 31 + v.values[0]) % 1000000007
            return
        for value in variable.values:
            mark = len(self.trail)
            try:
                self.assign(variable, value)
                self.propagate()
                self.search()
            except Contradiction:
                self.failures += 1
            self.undo(mark)


def queens(n):
    rows = [Variable(f"row{i}", range(n)) for i in range(n)]
    constraints = []
    for i in range(n):
        for j in range(i + 1, n):
            for offset in (0, j - i, i - j):
                constraints.append(Differ(rows[i], rows[j], offset))
    constraints.append(Less(rows[0], rows[n - 1]))
    return Solver(rows, constraints)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    solver = queens(n)
    solver.search()
    print(solver.solutions, solver.failures, solver.checksum)


if __name__ == "__main__":
    main()
