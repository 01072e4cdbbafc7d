"""Exceptions in comparisons and keys, lists during sorting, invalid arguments, partial orders."""


class Explosive:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n + other.n > 7:
            raise ValueError(f"{self.n} < {other.n}")
        return self.n < other.n

    def __repr__(self):
        return f"E{self.n}"


class NotImplementedLt:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return NotImplemented

    def __repr__(self):
        return f"N{self.n}"


class OnlyGt:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n

    def __repr__(self):
        return f"G{self.n}"


class TruthyLt:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return [1] if self.n < other.n else []

    def __repr__(self):
        return f"T{self.n}"


class BadTruth:
    def __lt__(self, other):
        class Result:
            def __bool__(self):
                raise RuntimeError("no truth value")

        return Result()


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


xs = [Explosive(n) for n in (5, 1, 4, 2)]
attempt("explosive", lambda: sorted(xs))
attempt("in place", lambda: xs.sort())
print(sorted(xs, key=lambda e: e.n), len(xs), {x.n for x in xs} == {1, 2, 4, 5})
attempt("not implemented", lambda: sorted([NotImplementedLt(1), NotImplementedLt(2)]))
attempt("single element", lambda: sorted([NotImplementedLt(1)]))
attempt("only gt", lambda: sorted([OnlyGt(3), OnlyGt(1), OnlyGt(2)]))
attempt("truthy results", lambda: sorted([TruthyLt(2), TruthyLt(1), TruthyLt(3)]))
attempt("bad truth", lambda: sorted([BadTruth(), BadTruth()]))
attempt("mixed", lambda: sorted([1, "a"]))
attempt("mixed reverse", lambda: sorted(["a", 1]))
attempt("mixed far", lambda: sorted([3, 1, 2, "x", 0]))
attempt("none", lambda: sorted([1, None]))
attempt("dicts", lambda: sorted([{}, {}]))
attempt("one dict", lambda: sorted([{}]))
attempt("lists and tuples", lambda: sorted([[1], (1,)]))
attempt("tuples that tie", lambda: sorted([(1, "a"), (1, 2)]))
attempt("tuples that differ", lambda: sorted([(1, "a"), (2, 2)]))
attempt("sets are partial", lambda: sorted([{1}, {2}, {1, 2}]))
attempt("bytes and str", lambda: sorted([b"a", "a"]))
attempt("functions", lambda: sorted([len, abs]))
attempt("nan", lambda: len(sorted([3.0, float("nan"), 1.0])))
attempt("key raises", lambda: sorted([2, 0, 1], key=lambda n: 1 // n))
attempt("key not callable", lambda: sorted([1], key=5))
attempt("key wrong arity", lambda: sorted([1], key=lambda: 1))
attempt("key on empty", lambda: sorted([], key=5))
attempt("key None", lambda: sorted([2, 1], key=None))
attempt("key of mixed", lambda: sorted([1, "2", 3.0], key=float))
attempt("positional key", lambda: sorted([1], len))
attempt("positional in sort", lambda: [1].sort(len))
attempt("unknown keyword", lambda: [1].sort(cmp=1))
attempt("reverse int", lambda: sorted([1, 2], reverse=2))
attempt("reverse str", lambda: sorted([1, 2], reverse=""))
attempt("reverse float", lambda: sorted([1, 2], reverse=1.5))
attempt("not iterable", lambda: sorted(5))
attempt("min mixed", lambda: min(1, "a"))
attempt("max key", lambda: max([1, -3, 2], key=abs))
attempt("max empty", lambda: max([]))
attempt("min default", lambda: min([], default="d"))
attempt("max of nan", lambda: max([1.0, float("nan"), 2.0]))


def mutating_key():
    ys = [3, 1, 2]
    try:
        ys.sort(key=lambda n: ys.append(n) or n)
    except ValueError as error:
        return str(error), ys


def visible_during_sort():
    ys = [3, 1, 2]
    seen = []
    ys.sort(key=lambda n: seen.append(list(ys)) or n)
    return ys, seen


def failing_key_keeps_list():
    ys = [3, 0, 2]
    try:
        ys.sort(key=lambda n: 6 // n)
    except ZeroDivisionError as error:
        return str(error), ys


def failing_compare_keeps_members():
    ys = [3, "a", 2, 1]
    try:
        ys.sort()
    except TypeError:
        return sorted(map(str, ys))


def clear_in_compare():
    class Clearing:
        def __init__(self, n):
            self.n = n

        def __lt__(self, other):
            ys.clear()
            ys.append("intruder")
            return self.n < other.n

    ys = [Clearing(2), Clearing(1)]
    try:
        ys.sort()
    except ValueError as error:
        return str(error), [c.n for c in ys]


def sort_in_key():
    ys = [[3, 1], [2, 0], [9]]
    ys.sort(key=lambda l: l.sort() or l)
    return ys


print(
    mutating_key(),
    visible_during_sort(),
    failing_key_keeps_list(),
    failing_compare_keeps_members(),
    clear_in_compare(),
    sort_in_key(),
    sep="\n",
)
