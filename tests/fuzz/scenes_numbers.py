"""Scenes about numbers: where representations end, and where one kind takes another's place."""

from __future__ import annotations

from fuzz.scene import Maker, Scene


def accumulate(s: Scene) -> None:
    """A sum or product that leaves 32, 48, 53 or 64 bits inside a loop and may come back."""
    n, name = s.number, f"accumulate{s.number}"
    there = s.pick(f"t += i * {s.integer()}", f"t = t * {s.pick('3', '-3', '7', '2')} + i", f"t += {s.large()}", f"t -= {s.large()} + i",
                   "t += t + 1", f"t <<= {s.count(1, 9)}", f"t = t ^ (i << {s.count(20, 62)})", f"t += x * i", "t = t * t - i")
    back = s.pick("t >>= 31", "t //= -7", "t %= 2**31 - 1", "t = -t // 2**40", "t &= 2**47 - 1", "t -= 2**63", "t %= -(2**53)", "t = ~t >> 5", "t = t // x")
    s.write(f"""
        def {name}(x{s.hint('int')}, n{s.hint('int')}):
            t = {s.pick('0', '1', 'x', s.large())}
            seen = []
            for i in range(n):
                {there}
                if {s.pick(f'i % {s.count(2, 5)} == 1', f'not -2**{s.pick("31", "47", "53", "63", "70")} <= t < 2**{s.pick("31", "47", "53", "63", "70")}', 't.bit_length() > 200')}:
                    {back}
                if i > n - 4:
                    seen.append(t)
                if t > 2**200 or t < -2**200:
                    t = {s.pick('1', 'i', '-t % 97', 't >> 190')}
            return t, seen
    """)
    for _ in range(3):
        s.show(f"{name}({s.value()}, {s.count(1, 40)})")


def unstable(s: Scene) -> None:
    """A variable is an int until the middle of a loop, then something else."""
    name = f"unstable{s.number}"
    operation = s.pick("t = t + step", "t = step + t", "t -= step", "t = t * step", "t = t // step", "t = t % step", "t = t / step", "t = t & step",
                       "t = max(t, step)", "t = -step", "t += step + i", "t = t < step", "t = t << (step & 7)", "t = step if t < step else t")
    s.write(f"""
        def {name}(t{s.hint('int')}, late, at):
            step = {s.pick('1', '3', '-2', '2.5', '2**40', 'at')}
            log = []
            for i in range({s.count(4, 14)}):
                if i == at:
                    {s.pick('step', 't', 'step')} = late
                try:
                    {operation}
                except {s.pick('TypeError', 'ArithmeticError', 'Exception', '(TypeError, ZeroDivisionError)')} as error:
                    log.append(str(error))
                    {s.pick('step = 1', 't = i', 't = 0; step = 2', 'continue', 'break')}
                {s.pick('', f'if i == at + 2: step = {s.integer()}')}
                if isinstance(t, int) and t.bit_length() > 90:
                    t = t >> 60
                log.append(t)
            return t, log
    """)
    for _ in range(3):
        s.show(f"{name}({s.value()}, {s.odd()}, {s.count(0, 8)})")


def divide(s: Scene) -> None:
    """Floor division and remainder with every sign, zeros included."""
    name = f"divide{s.number}"
    operation = s.pick("(a // b, a % b)", "divmod(a, b)", "(a % b, a / b)", "a // b * b + a % b == a", "(a // b) ^ (a % b)", "(a / b, -a // b, -a % b)")
    s.write(f"""
        def {name}(values{s.hint('list')}, others):
            out = []
            for a in values:
                for b in others:
                    try:
                        out.append({operation})
                    except {s.pick('ZeroDivisionError', 'ArithmeticError', 'Exception')} as error:
                        out.append(str(error))
            return out
    """)
    numbers = [s.random.choice((s.integer, s.large, s.real))() for _ in range(5)]
    s.show(f"{name}([{', '.join(numbers)}], [{s.integer()}, 0, {s.pick('-1', '-7', s.large())}, {s.pick('0.0', '2', '-0.5', s.value())}])")
    s.show(f"{name}([-2**63, 2**63, -2**47, 2**31], [-1, {s.integer()}, 2**31])")


def shift(s: Scene) -> None:
    """Shifts by more than there are bits, by negative counts, and of negative numbers."""
    name = f"shift{s.number}"
    s.write(f"""
        def {name}(x{s.hint('int')}, counts):
            out = []
            for c in counts:
                try:
                    out.append((x {s.pick('<<', '>>')} c, x >> c, ~x >> c, {s.expression('int', 1, x='int', c='int')}))
                except (ValueError, TypeError, OverflowError) as error:
                    out.append(f'{{type(error).__name__}} {{error}}')
            return out
    """)
    s.show(f"{name}({s.value()}, [0, 1, 31, {s.count(0, 130)}, 47, 63, 64, -1, {s.pick('True', '2.0', '65', '200')}])")
    s.show(f"{name}({s.large()}, range({s.count(0, 30)}, {s.count(60, 90)}, {s.count(3, 9)}))")


def compare(s: Scene) -> None:
    """Comparisons of ints, floats and bools near the point where floats have holes."""
    name = f"compare{s.number}"
    s.write(f"""
        def {name}(a{s.hint(s.pick('int', 'float'))}, b{s.hint(s.pick('int', 'float'))}):
            found = 0
            for bit, holds in enumerate((a < b, a <= b, a == b, a != b, a > b, a >= b, a < b < a + 1, not a == b, a - b == 0)):
                if holds:
                    found |= 1 << bit
            return found, min(a, b), max(a, b), {s.pick('a + b', 'hash(a) == hash(b)', 'sorted([b, a, 0])', 'a in [b]', 'a * 2 > b')}
    """)
    base = s.pick("2**53", "2**63", "2**31", "2**47", "-2**53", "-2**63")
    for _ in range(4):
        a = f"{base} + {s.count(-2, 2)}"
        b = s.pick(f"float({base})", f"float({base}) + {s.count(0, 2)}", s.value(), f"float({base}) * 1.0000001", "True", f"{base} - 1")
        s.show(f"{name}({a}, {b})" if s.scope.chance(0.5) else f"{name}({b}, {a})")


def floats(s: Scene) -> None:
    """Unboxed floats through signed zeros, infinities and not-a-numbers, ints and bools arriving among them."""
    name = f"floats{s.number}"
    s.write(f"""
        def {name}(values{s.hint('list[float]')}, start{s.hint('float')}):
            t, lowest, count = start, {s.pick('1e308', '0.0', '-0.0', 'start')}, 0
            for x in values:
                t = {s.pick('t + x', 't * x', 't - x * 2', '-t + x', 't + x * x', 'x - t', 't * 0.5 + x', '(t + x) / 2')}
                if x {s.pick('<', '<=', '==', '!=', '>')} {s.pick('lowest', 't', '0', '-0.0', '1')}:
                    lowest = x
                elif {s.condition(1, x='float', t='float')}:
                    count += 1
                if {s.pick('t != t', 't > 1e300', 'not t', 'count == 3')}:
                    t = {s.pick('-0.0', '0', 'x', 'True', '1e16', 'float(count)')}
            return t, lowest, count, -lowest, {s.expression('float', 2, t='float', lowest='float', count='int')}
    """)
    numbers = ", ".join(s.random.choice((s.real, s.real, s.real, s.integer, s.odd))() for _ in range(6))
    s.show(f"{name}([{numbers}], {s.real()})")
    s.show(f"{name}([{', '.join(s.real() for _ in range(5))}], {s.value()})")


def power(s: Scene) -> None:
    name = f"power{s.number}"
    s.write(f"""
        def {name}(base, n{s.hint('int')}):
            out = []
            for e in range({s.pick('0', '-2', '1')}, n):
                try:
                    out.append({s.pick('base ** e', 'base ** (e & 3)', 'pow(base, e)', '(base ** 2) * e', 'pow(base, e, 1000003)', '-base ** e', '2 ** e + base')})
                except (ZeroDivisionError, OverflowError, TypeError, ValueError) as error:
                    out.append(str(error))
            return out
    """)
    for _ in range(2):
        s.show(f"{name}({s.pick('2', '-3', '10', '0', '2**16', '2**31', 'True', '-2**47', 'None', '1', 'Whole(5)')}, {s.count(2, 9)})")


def recursion(s: Scene) -> None:
    """Recursive functions whose result outgrows the typed entry, or whose argument does not fit it."""
    name = f"recursion{s.number}"
    step = s.pick(f"n * {name}(n - 1)", f"{name}(n - 1) + {name}(n - 2)", f"n + {name}(n - 1)", f"{name}(n - 1) * 3 - n", f"{name}(n - 1) << 7",
                  f"{name}(n - 1) + 0.5", f"{name}(n - 1) - {s.large()}")
    s.write(f"""
        def {name}(n{s.hint('int')}){s.pick('', ' -> int')}:
            if n {s.pick('<= 1', '< 2', '<= 0')}:
                return {s.pick('1', 'n', s.large(), 'True', '1.0')}
            {s.pick('', f'if n == {s.count(2, 6)}: return {s.odd()}')}
            return {step}
    """)
    for argument in (str(s.count(3, 13)), s.pick("5.0", "4.5", "True", "Whole(6)", "'x'", "None"), str(s.count(8, 15))):
        s.show(f"{name}({argument})")


def spans(s: Scene) -> None:
    """Loops over the items of lists around their counter, where an item may be odd, the list short, or both lists one."""
    n = s.number
    kind, item, zero = s.random.choice((("float", s.real, "0.0"), ("int", s.integer, "0"), ("bool", lambda: s.pick("True", "False"), "0")))
    before, after = s.count(-2, 1), s.count(0, 2)
    change = s.pick(f"y[i] = x[i] {s.pick('+', '*', '-')} {s.real()}", f"y[i] {s.pick('+', '-', '*')}= x[i + {after}]", f"y[i] = {s.real()}", f"t = x[i] * y[i] - t",
                    f"t += x[i + ({before})] {s.pick('+', '-', '*')} x[i + {after}]", "t = x[i] if x[i] > t else t", f"y[i] = y[i + ({before})]",
                    f"t += x[i] {s.pick('+', '*', '>')} i", f"if x[i] {s.pick('<', '>', '==')} {s.real()}: t += 1")
    head = s.pick("for i in range(start, stop):", "for i in range(stop):", "for i in range(len(x)):", "while i < stop:", "while i < len(y):")
    s.write(f"""
        def span{n}(x{s.hint(f'list[{kind}]')}, y{s.hint('list[float]')}, start{s.hint('int')}, stop{s.hint('int')}):
            t = {s.pick(zero, 'stop', '0.5')}
            i = {s.pick('0', 'start')}
            try:
                {head}
                    {change}
                    {'i += 1' if 'while' in head else ''}
            except Exception as error:
                return t, i, type(error).__name__, str(error), y
            return t, i, y
        def long{n}(x, at, odd):
            x = x * {s.count(2, 7)}
            if at < len(x):
                x[at] = odd
            return x
        x{n} = long{n}([{', '.join(item() for _ in range(5))}], {s.count(0, 45)}, {s.value()})
    """)
    y = f"long{n}([{', '.join(s.real() for _ in range(5))}], {s.count(0, 60)}, {s.odd()})"
    s.show(f"span{n}(x{n}, {y}, {s.count(0, 3)}, {s.count(0, 36)})")
    s.show(f"span{n}(x{n}, {s.pick(y, f'x{n}')}, {s.count(-3, 3)}, {s.pick(f'len(x{n})', '20', f'len(x{n}) + 1')})")
    s.show(f"span{n}([{', '.join(item() for _ in range(3))}] * 9, {y}, 0, {s.pick('18', '25', '2.5', '27')})")


def short_calls(s: Scene) -> None:
    """Functions short enough to be compiled in line, some within others, called with what they do not expect, and replaced."""
    n = s.number
    s.write(f"""
        class Pair{n}:
            def __init__(self, a, b):
                self.a = a
                self.b = b
            def part(self, first):
                return {s.pick('self.a if first else self.b', 'self.a', 'self.b', 'first')}
            def dot(self, other):
                return self.a {s.pick('*', '+', '-')} other.a {s.pick('+', '-')} self.b {s.pick('*', '//', '/')} other.b
            def is_less(self, other):
                return self.a < other.a or {s.pick('self.b < other.b', 'False', 'not other.b')}
        def small{n}(x{s.hint('int')}, y):
            if x {s.pick('<', '>', '==')} {s.integer()}:
                return {s.pick('y', 'x', '0', 'None', 'x // y')}
            return x {s.pick('+ y', '+ 3', '+ x', '* y', '* 3', '* x', '- y', '- 3', '- x', '% y', '% 3', '% x', '<< 3', '<< (y & 63)')}
        def nested{n}(x, y):
            return small{n}(y, x) if x {s.pick('>', '!=')} y else small{n}(x, {s.integer()})
        def deep{n}(k):
            if k {s.pick('<= 0', '< 1')}:
                return {s.pick('0', '1', s.odd())}
            return deep{n}(k - 1) {s.pick('+', '-')} small{n}(k, 2)
        def run{n}(values):
            global small{n}
            out, last = [], Pair{n}({s.value()}, {s.integer()})
            for i, v in enumerate(values):
                try:
                    pair = Pair{n}(v, {s.pick('i', 'v', s.integer())})
                    out.append({s.pick(f'small{n}(v, i)', f'nested{n}(i, v)', f'deep{n}(i)', 'pair.dot(last)', 'pair.part(i % 2)', 'pair.is_less(last)', f'Pair{n}(v, i).dot(pair)')})
                    out.append({s.pick(f'small{n}(i, 1)', f'nested{n}(v, 7)', 'last.part(v)', 'last.is_less(pair)', 'pair.dot(pair)')})
                    {s.pick('last = pair', 'last.a = v', 'del last.b', 'last.c = i', '')}
                except Exception as error:
                    out.append(f'{{type(error).__name__}} {{error}}')
                if i == {s.count(2, 9)}:
                    {s.pick(f'small{n} = lambda x, y: y', f'Pair{n}.part = lambda self, first: 5', f'Pair{n}.dot = None', 'last.part = lambda first: 6', 'pass')}
            return [entry for entry in out if not isinstance(entry, Pair{n})]
    """)
    for _ in range(3):
        s.show(f"run{n}([{', '.join(s.value() if s.scope.chance(0.3) else s.integer() for _ in range(s.count(2, 8)))}])")


def global_counter(s: Scene) -> None:
    """Module-level loops on globals, and a global that a function changes meanwhile."""
    n = s.number
    s.write(f"""
        total{n} = {s.pick('0', s.large(), '0.0')}
        limit{n} = {s.count(3, 12)}
        def bump{n}(x):
            global total{n}, limit{n}
            total{n} += x
            if x == {s.count(0, 6)}:
                {s.pick(f'total{n} = {s.odd()}', f'limit{n} -= 2', f'del total{n}', f'total{n} = 2**63 - 1', f'limit{n} = 3.5')}
            return total{n}
        i{n} = 0
        try:
            while i{n} < limit{n}:
                bump{n}(i{n})
                total{n} = total{n} {s.pick('+', '-', '*', '//')} {s.pick('1', '3', '2**31', f'i{n}', '1.5')}
                i{n} += 1
            print(total{n}, i{n}, limit{n})
        except Exception as error:
            print('global', type(error).__name__, error, i{n}, limit{n})
        for i{n} in range({s.count(2, 9)}):
            limit{n} = limit{n} {s.pick('+', '-', '*')} i{n}
        print(i{n}, limit{n})
    """)


def rebound_function(s: Scene) -> None:
    """A global function is rebound while a loop calls it; so is a built-in name."""
    n = s.number
    other = s.pick(f"lambda x, y=2: x * y * {s.real()}", "lambda x, y=2: None", "lambda x: -x", "float", "max", f"lambda *a: a[0] - {s.large()}", "lambda x, y=1: str(x)")
    hidden = s.pick("len", "abs", "min", "range", "isinstance", "sum")
    s.write(f"""
        def work{n}(x{s.hint('int')}, y{s.hint('int')} = {s.integer()}):
            return x {s.pick('+', '*', '-', '//')} y
        kept{n} = work{n}
        def loop{n}(count):
            global work{n}
            out = []
            for i in range(count):
                try:
                    out.append(work{n}({s.pick('i', 'i, i', 'i + 1', 'x=i', 'y=i, x=2')}))
                except Exception as error:
                    out.append(str(error))
                if i == {s.count(1, 4)}:
                    work{n} = {other}
                elif i == {s.count(5, 8)}:
                    work{n} = kept{n}
            return out
        def hide{n}(values):
            def {hidden}(*arguments):
                return {s.integer()}
            return {hidden}(values), [{hidden}(v) for v in values[:2]]
    """)
    s.show(f"loop{n}({s.count(4, 10)})")
    s.show(f"loop{n}({s.count(2, 7)})")
    s.show(f"hide{n}([{s.value()}, {s.value()}])")


def bounded(s: Scene) -> None:
    """Counters, indices, masks, remainders and shifts, whose ranges can be known; and the arithmetic that may leave them."""
    name = f"bounded{s.number}"
    narrow = s.pick("x & 0xFF", "x % 97", "x >> 40", "x % m", "(x ^ i) & 1023", "len(items) - i", "ord(chr(i + 65))", "i // 3", "abs(x) % 1000", "min(x, 100)", "max(-5, i)")
    wide = s.pick("a * a + i", "a * i - b", "(a << 20) + b", "a * 2**40", "(i + j) * (i + j + 1) // 2 + i", "b * b * b", "a // (b + 1)", "a % (j + 1)", "-a - b",
                  "(a + b) >> 1", "a | b << 8", "a ** 3", "(a - b) // -7", "~a * j", "a * 2**31 + b * 2**31")
    s.write(f"""
        def {name}(n{s.hint('int')}, m{s.hint('int')}, items):
            x, total, out = {s.pick('1', '12345', s.large())}, 0, []
            for i in range({s.pick('n', 'len(items)', 'n - 1, -1, -1', f'0, n, {s.count(2, 5)}', '-n, n')}):
                a = {narrow}
                b = 0
                for j in range({s.pick('i', 'a % 7', '3', 'len(items)')}):
                    {s.pick('b += 1', 'b += j', 'b ^= a', 'b = b * 3 & 63', 'b -= i')}
                    total += {wide}
                    if {s.pick('b > 40', 'j == a', 'total % 5 == 1', 'not 0 <= j < 10')}:
                        {s.pick('break', 'continue', 'b = 0', 'total >>= 3')}
                {s.pick('', 'out.append(items[a % len(items)])', 'out.append(items[-1 - i % len(items)])', 'items[i % len(items)] = a', 'items.append(b)')}
                x = (x * {s.pick('69069', '6364136223846793005', '3')} + {s.pick('1', 'i', 'a')}) % {s.pick('2**32', '2**48', '2**31 - 1', '2**64')}
                if len(items) > 50:
                    del items[3:]
            return total, x, out[-6:], len(items)
    """)
    for _ in range(2):
        s.show(f"{name}({s.count(1, 30)}, {s.pick('7', '1', '2**40', '-3', '2**62', s.integer())}, {s.pick('[1, 2, 3]', 'list(range(9))', '[2**47 - 1, -2**47]', '[0] * 5')})")


SCENES: tuple[Maker, ...] = (accumulate, accumulate, bounded, bounded, unstable, unstable, divide, shift, compare, floats, power, recursion, spans, spans, short_calls, short_calls,
                             global_counter, rebound_function)
