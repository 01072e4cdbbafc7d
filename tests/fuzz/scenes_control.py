"""Scenes about containers, iteration, calls, closures, generators, exceptions and text."""

from __future__ import annotations

from fuzz.scene import Maker, Scene


def indexing(s: Scene) -> None:
    """Elements read and written at any index, the list changing under way."""
    name = f"indexing{s.number}"
    s.write(f"""
        def {name}(xs{s.hint('list')}, n{s.hint('int')}):
            t, log = {s.pick('0', '0.0', 'xs[0]', "''")}, []
            for i in range({s.pick('n', '-n, n', 'n, -n, -1', 'len(xs)', '0, n, 2')}):
                try:
                    t = {s.pick('t + xs[i]', 'xs[i]', 'xs[-i]', 'xs[i] + xs[i - 1]', 'xs[i + 1] - t', 'xs[xs[i]]', 't + len(xs)', 'xs[i] * 2')}
                    xs[{s.pick('i', '-i', 'i - 1', 'i + 1', 'i // 2', 'True')}] = {s.pick('t', 'i', 'i * 0.5', 'None', '2**47 + i', 'xs[i]', '-t')}
                    if i == {s.count(0, 5)}:
                        {s.pick('xs.append(t)', 'del xs[0]', 'xs.clear()', 'xs.pop()', f'xs[1:2] = [{s.odd()}, i]', 'xs = tuple(xs)', "xs = {i: 1, 0: 2.5}", "xs = 'text'", 'xs.insert(0, True)')}
                except (IndexError, TypeError, KeyError) as error:
                    log.append(str(error))
                if isinstance(t, int) and t.bit_length() > 99:
                    t = t >> 70
            return t, xs, log
    """)
    for _ in range(3):
        items = ", ".join(s.random.choice((s.integer, s.integer, s.integer, s.real, s.odd))() for _ in range(s.count(0, 5)))
        s.show(f"{name}({s.pick('[%s]', '[%s]', '[%s]', 'list((%s,))' if items else '[%s]') % items}, {s.count(0, 7)})")


def mutation(s: Scene) -> None:
    """A list, dict or set that changes while it is iterated."""
    name = f"mutation{s.number}"
    kind = s.pick("list", "dict", "set", "dict")
    changes = {"list": ("xs.append(x)", "xs.remove(x)", "xs.pop()", "xs.insert(0, x)", "del xs[-1:]", "xs[:] = [x]", "xs.sort()", "xs.clear()"),
               "dict": ("xs[x] = 0", "xs[len(xs) + 100] = x", "del xs[x]", "xs.pop(x)", "xs[x] = xs[x]", "xs.clear()", "xs.update({x: 1, -9: 2})"),
               "set": ("xs.add(len(xs) + 50)", "xs.discard(x)", "xs.add(x)", "xs.clear()", "xs.pop()")}[kind]
    made = {"list": "list(range(n))", "dict": "{i: i * i for i in range(n)}", "set": "set(range(n))"}[kind]
    view = s.pick("xs", "xs", "xs.items()", "xs.values()", "xs.keys()", "list(xs)") if kind == "dict" else s.pick("xs", "xs", "sorted(xs)", "iter(xs)", "enumerate(xs)")
    key = {"xs.items()": "x = x[0]", "enumerate(xs)": "x = x[1]"}.get(view, "")
    s.write(f"""
        def {name}(n{s.hint('int')}, at):
            xs = {made}
            steps = 0
            try:
                for x in {view}:
                    {key}
                    steps += 1
                    if steps {s.pick('==', '>', '!=')} at and len(xs) < 12:
                        {s.random.choice(changes)}
                    if steps > 30: break
                else:
                    steps += 1000
            except {s.pick('RuntimeError', 'Exception', '(RuntimeError, KeyError)')} as error:
                return str(error), steps, list(xs)
            return steps, list(xs)
    """)
    for _ in range(3):
        s.show(f"{name}({s.count(0, 9)}, {s.count(0, 5)})")


def counting(s: Scene) -> None:
    """range loops whose variable, bounds or step are rebound inside, read afterwards, or never bound."""
    name = f"counting{s.number}"
    s.write(f"""
        def {name}(a{s.hint('int')}, b{s.hint('int')}, c{s.hint('int')}):
            seen = []
            for i in range({s.pick('a, b, c', 'b', 'a, b', 'a, b, -c', 'a - b, a, c')}):
                {s.pick('i = i * 2', 'i += 1', 'b = i', 'a = None', 'c = 0.5', 'del b; b = 3', '')}
                seen.append(i)
                if len(seen) > {s.count(3, 12)}: {s.pick('break', 'break', 'return i, seen[-2:]')}
                {s.pick('for i in range(2): seen.append(-i)', f'if i == {s.count(0, 4)}: continue', 'i = str(i)', '', 'last = i')}
            {s.pick('else: seen.append(True)', '')}
            return i, {s.pick('last', 'b', 'a', 'c', 'seen[-1]')}, seen, {s.pick('len(range(a, b))', 'b in range(a, 9)', 'range(a, b)[c]', 'list(range(b))[-1]', 'i + 1')}
    """)
    near = s.pick("2**31", "2**47", "2**63", "-2**63", "-2**47", "0", "0")
    for _ in range(3):
        s.show(f"{name}({near} + {s.count(-3, 3)}, {near} + {s.count(-6, 9)}, {s.pick('1', '1', '2', '-1', '3', '0', 'True', '2**62', '1.0')})")
    s.show(f"{name}({s.value()}, {s.count(1, 8)}, {s.count(1, 3)})")


def calls(s: Scene) -> None:
    """Defaults, *args, keywords, wrong counts and wrong types, at known callees and through variables."""
    n, name = s.number, f"called{s.number}"
    parameters, arguments = s.random.choice((
        ("a, b=2, *rest", ("1", "1, 2, 3, 4", "*[1, 2, 3]", "", "b=5", "a=1, b=2.5", "1, a=2")),
        ("a, /, b, *, c=None", ("1, 2", "1, b=2, c=3", "a=1, b=2", "1, 2, 3", "1", "1, 2, **{'c': 2**63}")),
        ("a=[], *args, **kw", ("", "[1], 2", "a=3", "z=1, y=2", "*(), **{}", "1, a=2")),
        ("a: int, b: float = 1.5", ("1", "1, 2", "2.5, 'x'", "None", "True, False", "b=1", "1, 2, 3", "2**63, 2**53 + 1"))))
    names = [p.partition("=")[0].partition(":")[0].strip(" *") for p in parameters.split(",") if p.strip() not in ("/", "*")]
    s.write(f"""
        def {name}({parameters}):
            {s.pick('a = a', 'b = a', 'if isinstance(a, list): a.append(1)', 'a = (a, 1)')}
            return {', '.join(names)},
        def loop{n}(f):
            out = []
            for i in range({s.count(2, 6)}):
                out.append(f({s.pick('i', 'i, i', 'i, b=i', '*[i, i]', 'i, i, i')}))
                {s.pick('', f'if i == 2: f = lambda *a, **k: (a, k)', f'if i == 1: {name}.__defaults__ = (7,)', f'if i == 1: {name}.__defaults__ = None')}
            return out
    """)
    for _ in range(4):
        s.show(f"{name}({s.random.choice(arguments)})")
    s.show(f"loop{n}({name})")


def closures(s: Scene) -> None:
    n, name = s.number, f"closures{s.number}"
    s.write(f"""
        def {name}(start{s.hint('int')}, at):
            count = start
            def bump(by=1):
                nonlocal count
                count {s.pick('+=', '-=', '*=', '^=')} by
                return count
            def peek():
                return count{s.pick('', ' + 1', ' * 2**31')}
            functions = [lambda: i, lambda i=5: i]
            for i in range({s.count(2, 8)}):
                bump({s.pick('i', '', '2**31', 'count', '1.5')})
                if i == at:
                    count = {s.odd()}
                functions.append(lambda x=i: x + i)
                {s.pick('', 'if i == 3: del count', 'start = peek()', 'peek()')}
            return count, [f() for f in functions[:5]], peek(), start
    """)
    for _ in range(2):
        s.show(f"{name}({s.value()}, {s.count(0, 7)})")


def generators(s: Scene) -> None:
    """Generators half consumed, closed, thrown into and sent to; the frame outlives the loop."""
    n, name = s.number, f"produce{s.number}"
    s.write(f"""
        def {name}(n{s.hint('int')}):
            t = {s.pick('0', '2**47 - 2', '2**63 - 3', '0.5')}
            try:
                for i in range(n):
                    try:
                        got = yield {s.pick('t', 'i', 't * i', '(i, t)')}
                        t += {s.pick('1', 'i', 'got or 1', '2**31', 't')}
                    except ValueError as error:
                        t = {s.pick('-t', 'str(error)', 'None', '0')}
                    {s.pick('', f'if i == 3: return t', f'if i == 2: yield from range(2)', 'if i == 4: t = 1.5')}
            finally:
                print('finally', i if n else 'none')
        def consume{n}(n):
            g, out = {name}(n), []
            try:
                for x in g:
                    out.append(x)
                    if len(out) == {s.count(1, 4)}:
                        {s.pick('break', "out.append(g.throw(ValueError('thrown')))", 'out.append(g.send(2**40))', 'g.close()', "g.throw(KeyError('k'))", 'out.append(next(g))', 'out.append(next(g, None))')}
                {s.pick('out += list(g)', 'g.close()', 'out.append(sum(%s(3)))' % name, 'del g', 'g = None', 'out.append(next(g))')}
            except (KeyError, TypeError, StopIteration, RuntimeError) as error:
                out.append((type(error).__name__, str(error)))
            print('after')
            return out
    """)
    for _ in range(2):
        s.show(f"consume{n}({s.count(0, 8)})")
    s.show(f"{s.pick('sum', 'list', 'max', 'sorted', 'tuple')}({s.pick('x * x', 'x', 'x // 3', '-x')} for x in {name}({s.count(0, 6)}){s.pick('', ' if x')})")


def leaving(s: Scene) -> None:
    """break, continue, return and raise out of try, except and finally inside loops."""
    name = f"leaving{s.number}"
    ways = ("break", "continue", "return t", "raise KeyError(i)", "t += 1", "t = 1 // (i - 2)", "t += x[i]", "pass", "t += 2**62")
    s.write(f"""
        def {name}(n, x):
            t = {s.pick('0', '2**63 - 4', '1.5')}
            log = []
            for i in range(n):
                try:
                    log.append(i)
                    if i {s.pick('==', '>', '<')} {s.count(0, 4)}:
                        {s.random.choice(ways)}
                    try:
                        {s.random.choice(ways)}
                    finally:
                        t += 1
                        {s.pick('log.append("inner")', 'if i == 3: ' + s.random.choice(ways), 'pass')}
                except {s.pick('KeyError', 'LookupError', '(TypeError, ZeroDivisionError)')} as error:
                    log.append(str(error))
                    {s.random.choice(ways)}
                else:
                    log.append('else')
                    {s.pick('pass', s.random.choice(ways))}
                finally:
                    log.append('finally')
                    {s.pick('pass', 'pass', s.random.choice(ways))}
            else:
                log.append('done')
            print(log)
            return t, i
    """)
    for _ in range(3):
        s.show(f"{name}({s.count(0, 6)}, {s.pick('[1, 2, 3]', '[]', 'None', '{1: 2}', '[2**63, 0.5, None]')})")


def failing(s: Scene) -> None:
    """Exception classes of the program: made, raised through functions and managers, matched, read, and changed meanwhile."""
    n = s.number
    s.write(f"""
        class Fault{n}({s.pick('Exception', 'ValueError', 'LookupError', 'KeyError')}):
            {s.pick(f'level = {s.integer()}', '')}
            def __init__(self, place, reason{s.pick('', f'={s.value()}')}):
                {s.pick('super().__init__(place)', 'super().__init__(place, reason)', 'self.first = place', 'super().__init__()')}
                self.place = place
                self.reason = reason
            {s.pick('def __str__(self): return f"at {self.place}"', '')}
        class Near{n}(Fault{n}):
            {s.pick('pass', f'level = {s.odd()}', 'def far(self): return self.place')}
        class Guard{n}:
            def __init__(self, log):
                self.log = log
            def __enter__(self):
                return {s.pick('self', 'self.log', '5')}
            def __exit__(self, kind, error, traceback):
                self.log.append(kind.__name__ if kind else None)
                return {s.pick('False', 'None', f'kind is Near{n}', 'kind is not None and issubclass(kind, KeyError)', 'error is None')}
        def risky{n}(x, log):
            try:
                if x % 3 == 1:
                    raise {s.pick(f'Fault{n}', f'Near{n}')}(x, {s.value()})
                if x % 3 == 2:
                    raise {s.pick(f'Near{n}(x, x)', f'Near{n}', 'KeyError(x)', f'Fault{n}(x, None) from ValueError(x)', 'StopIteration')}
                return x
            finally:
                log.append({s.pick('x', '-x', s.odd())})
        def drive{n}(count):
            log = []
            for i in range(count):
                try:
                    with Guard{n}(log) as guard:
                        log.append(risky{n}(i, log))
                        {s.pick('if i == 4: continue', 'if i == 7: return log', 'if i == 5: break', '')}
                except {s.pick(f'Near{n}', f'(Near{n}, KeyError)', 'LookupError')} as error:
                    log.append((type(error).__name__, error.args, getattr(error, 'place', '-')))
                    {s.pick('error.place += 1', f'error.__class__ = Fault{n}', 'error.extra = i', 'del error.place', '', 'log.append(error.__context__ is None)')}
                except Exception as error:
                    log.append((str(error), {s.pick('error.args', "getattr(error, 'level', 0)", 'error.__cause__ is None', "error.__traceback__.tb_lineno > 0")}))
                    {s.pick('', 'last = error', f'Fault{n}.level = i', f'Near{n}.__str__ = lambda self: "changed"')}
            return log
    """)
    s.show(f"drive{n}({s.count(3, 14)})")
    s.show(f"drive{n}({s.count(3, 9)})")


def text(s: Scene) -> None:
    """Strings built, indexed, compared and formatted in loops."""
    name = f"text{s.number}"
    s.write(f"""
        def {name}(words{s.hint('list')}, n{s.hint('int')}):
            out, best, count = '', {s.pick("''", 'None', "'m'")}, {{}}
            for i, w in enumerate(words):
                try:
                    {s.pick('out += w', 'out = w + out', "out += f'{w}{i:03}'", "out += w[i]", "out += w[-1] * i", "out += str(w)", "out += '%s-%d' % (w, i)", "out = out + w[::-1]")}
                    if {s.pick('w > best', 'best is None or w < best', 'len(w) > i', "w == 'ab'", 'w in out', "out.endswith(w)")}:
                        best = w
                    for c in {s.pick('w', 'out[-3:]', 'w.upper()', 'reversed(w)')}:
                        count[c] = count.get(c, 0) + {s.pick('1', 'i', 'ord(c)', '0.5')}
                except (TypeError, IndexError, AttributeError) as error:
                    out += '!'
                    print(error)
                if len(out) > n: out = out[{s.pick('n // 2:', ':n', '1::2', '-n:')}]
            return out, best, count, f'{{out!r:>{s.count(5, 30)}}}|{{n:{s.pick("05d", "x", "+", ",", ">8", ".2f", "e")}}}'
    """)
    words = ", ".join(s.expression("str", 1) if s.scope.chance(0.85) else s.odd() for _ in range(s.count(1, 6)))
    s.show(f"{name}([{words}], {s.count(1, 20)})")
    s.show(f"{name}('{s.pick('abcab', 'h' + chr(233) + 'llo', chr(0x1f600) + 'z', '')}', {s.pick('5', '3', '2**40', 'True')})")


def tuples(s: Scene) -> None:
    """Tuples packed, returned and unpacked in loops, of the wrong length or type at times."""
    n, name = s.number, f"tuples{s.number}"
    s.write(f"""
        def parts{n}(x{s.hint('int')}):
            if x == {s.count(0, 5)}:
                return {s.pick('(x,)', 'x', '[x, 2.5]', "'ab'", '(x, x, x)', 'None', '{1: 2, 3: 4}', '(x, None)')}
            return {s.pick('x, x + 1', 'x * 2**30, -x', 'divmod(x, 3)', 'x + 1, str(x)', '(x / 2, x)')}
        def {name}(n{s.hint('int')}):
            a, b = {s.pick('0, 1', '2**63 - 1, 1', '0.0, 0')}
            log = []
            for i in range(n):
                try:
                    {s.pick('c, d = parts%d(i)', 'c, *d = parts%d(i)', '(c, d), e = parts%d(i), i', '*c, d = parts%d(i)') % n}
                    a, b = {s.pick('b, a + b', 'b, a', 'a + 1, b - a', 'b, c', 'd, a')}
                    log.append((c, d))
                except (TypeError, ValueError) as error:
                    log.append(str(error))
            return a, b, log, {s.pick('(a, b) < (b, a)', '(a, b) == (b, a)', '(a,) + (b,)', 'hash((a, b)) == hash((b, a))', 'c', 'sorted([(b, 1), (a, 0)])')}
    """)
    for _ in range(2):
        s.show(f"{name}({s.count(0, 9)})")


def reductions(s: Scene) -> None:
    """sum, min, max, any, all, sorted and comprehensions with functions of the program."""
    n, name = s.number, f"reductions{s.number}"
    key = s.pick("lambda v: -v", "abs", "lambda v: v % 7", "lambda v: (v & 3, v)", "lambda v: str(v)", "lambda v: 1 / v", "None")
    s.write(f"""
        def {name}(xs):
            squares = [x * x for x in xs if {s.condition(1, x='int')}]
            try:
                order = sorted(xs, key={key}{s.pick('', ', reverse=True')})
            except (TypeError, ZeroDivisionError) as error:
                order = str(error)
            return squares, order, sum({s.pick('xs', 'squares', 'x + 0.5 for x in xs', '[1.5, *xs]')}), {s.pick('min', 'max')}(xs, {s.pick('default=0', 'key=abs', 'key=lambda v: -v')}), {s.pick('any', 'all')}({s.condition(1, x='int')} for x in xs), {{x % 3: x for x in xs}}, [{s.expression('int', 2, x='int', i='int')} for i, x in enumerate(xs)]
    """)
    for _ in range(2):
        s.show(f"{name}([{', '.join(s.random.choice((s.integer, s.integer, s.large, s.value))() for _ in range(s.count(0, 7)))}])")


def unbound(s: Scene) -> None:
    """Locals that some paths bind and some do not."""
    name = f"unbound{s.number}"
    s.write(f"""
        def {name}(n, flag):
            if flag:
                x = {s.value()}
            for i in range(n):
                y = {s.pick('i', 'i * 0.5', 'x', 'i + 2**62')}
                if i == {s.count(0, 3)}:
                    {s.pick('x = i', 'del y', 'y = None', 'x = y', 'z = x')}
                    {s.pick('break', 'continue', 'pass')}
                {s.pick('z = y', 'z = x', 'y += 1', 'pass')}
            try:
                return {s.pick('x', 'x + y', 'y, x', 'i, x')}, {s.pick('i', 'y', 'z', 'n')}
            except (UnboundLocalError, NameError, TypeError) as error:
                return str(error)
            finally:
                {s.pick('pass', 'print(n, flag)', 'del i', 'print(y)')}
    """)
    for n in (0, s.count(1, 2), s.count(3, 6)):
        s.show(f"{name}({n}, {s.pick('True', 'False', '0', '1.5')})")


def keys(s: Scene) -> None:
    """Dicts and sets with tuples, strs and numbers as keys: found, found again, missing, removed in between, equal but not the same."""
    name = f"keys{s.number}"
    key = s.pick("(x, y)", "(x, y)", "x", "str(x) + 'k'", "(str(y), x)", "(x, (y, x))", "(x / 2, y)", "x * 0.5", "y == x")
    change = s.pick(f"counts[{key}] = counts.get({key}, 0) + 1", f"counts[{key}] += 1", f"counts[{key}] = counts[{key}] + [x][0]",
                    f"counts.setdefault({key}, []); counts[{key}] = x", f"counts[{key}] = counts.pop({key}) + 1", f"del counts[{key}]")
    s.write(f"""
        def {name}(pairs, m{s.hint('int')}):
            counts, seen, missing = {{}}, set(), []
            for x, y in pairs:
                {s.pick('x %= m', 'y = x % m', 'x, y = y, x', 'pass')}
                if {s.pick(f'{key} in seen', f'{key} in counts', f'counts.get({key}) is None', f'{key} not in seen')}:
                    try:
                        {change}
                    except KeyError as error:
                        missing.append((error.args, {s.pick('x', 'error.__context__', 'len(seen)')}))
                        counts[{key}] = {s.pick('0', '1', 'm', 'y')}
                    except TypeError as error:
                        missing.append(str(error))
                else:
                    seen.add({key})
                    {s.pick('', f'counts[{key}] = 5', 'counts.clear()', f'counts.pop({key}, None)')}
            return list(counts.items()), len(seen), missing[:5]
    """)
    numbers = [n if "nan" not in n and "inf" not in n else "0.0" for n in (s.random.choice((s.integer, s.integer, s.large, s.real, s.odd))() for _ in range(3))]  # (docs/contract.md)
    s.show(f"{name}([(i % {s.count(2, 9)}, i // {s.count(1, 4)}) for i in range({s.count(10, 60)})], {s.count(1, 5)})")
    s.show(f"{name}([(1, 2), (True, 2.0), (1, 2), ({numbers[0]}, {numbers[1]}), ({numbers[0]}, {numbers[1]}), ({numbers[2]}, 0), (0, {numbers[2]}), (1, 2)] * 2, {s.count(1, 5)})")


def arguments(s: Scene) -> None:
    """Method calls whose arguments fail, on receivers that have the method, or not."""
    name = f"arguments{s.number}"
    argument = s.pick("x + y", "x[y]", "-x", "x < y", "x.real", "f'{x:d}'", "(x, y % x)", "undefined", "x @ y", "[x // y]")
    method = s.pick("append", "replace", "index", "get", "missing", "__add__", "join", "count")
    s.write(f"""
        def {name}(o, x, y):
            try:
                return o.{method}({argument}{s.pick('', '', ', y', ', key=x + 1')})
            except {s.pick('Exception', '(AttributeError, TypeError)', 'LookupError')} as error:
                return type(error).__name__, str(error), error.__context__ is None
            if 0:
                undefined = 1
    """)
    for _ in range(4):
        s.show(f"{name}({s.pick('[]', repr('text'), '{}', '0', 'None', '(1, 2)', s.odd())}, {s.value()}, {s.value()})")


SCENES: tuple[Maker, ...] = (indexing, indexing, mutation, counting, counting, calls, closures, generators, leaving, failing, failing, text, tuples, reductions, unbound, keys, keys, arguments)
