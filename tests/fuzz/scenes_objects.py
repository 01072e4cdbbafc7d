"""Scenes about instances and classes: shapes that change, methods that are replaced, operators that a class defines."""

from __future__ import annotations

from fuzz.scene import Maker, Scene


def shapes(s: Scene) -> None:
    """Attributes set in different orders, late, removed, and of changing types, behind one loop that reads them."""
    n = s.number
    s.write(f"""
        class Shape{n}:
            {s.pick('', f'z = {s.value()}', "__slots__ = ('x', 'y', 'z')")}
            def __init__(self, x, y, swap{s.pick('=False', '=None')}):
                if swap:
                    self.y = y
                    self.x = x
                else:
                    self.x = x
                    self.y = y
                {s.pick('', 'if x == y: self.z = x', 'self.z = (x, y)', 'if swap: del self.y')}
            def total(self):
                return self.x {s.pick('+', '*', '-')} self.y
        def walk{n}(shapes, at):
            t = {s.pick('0', '0.0', s.large())}
            log = []
            for i, shape in enumerate(shapes):
                if i == at:
                    {s.pick(f'shape.x = {s.odd()}', 'del shape.x', 'shape.late = i', f'shape.y = {s.real()}', 'shape.z = shape', f'shape.y = {s.large()}', 'shape.total = lambda: 41')}
                try:
                    t = t + shape.x {s.pick('+', '*', '-')} shape.y
                    shape.x = {s.pick('shape.x + 1', 't', 'shape.y', 'i', 'shape.x * 2**20', '-shape.x')}
                    {s.pick('t += shape.total()', 'log.append(shape.total())', 'shape.y += shape.x', 'log.append(shape.z)', '')}
                except (AttributeError, TypeError) as error:
                    log.append(str(error))
                if isinstance(t, int) and t.bit_length() > 120:
                    t >>= 100
            return t, [entry for entry in log if not isinstance(entry, Shape{n})]
    """)
    items = ", ".join(f"Shape{n}({s.value()}, {s.value()}{s.pick('', '', ', True')})" for _ in range(s.count(3, 6)))
    s.show(f"walk{n}([{items}], {s.count(0, 5)})")
    s.show(f"walk{n}([Shape{n}({s.integer()}, {s.integer()}, {s.pick('True', 'False')})] * {s.count(1, 6)}, {s.count(0, 3)})")


def methods(s: Scene) -> None:
    """Methods replaced on the class or the instance between the calls of a loop; inheritance and super()."""
    n = s.number
    change = s.pick(f"Base{n}.step = lambda self, x: x - 100", f"Sub{n}.step = lambda self, x: None", f"del Sub{n}.step", f"item.__class__ = Other{n}",
                    "item.step = lambda x: -x", f"Base{n}.step = staticmethod(lambda x: x)", f"Base{n}.factor = {s.odd()}", f"Sub{n}.factor = {s.real()}",
                    f"item.factor = {s.large()}", f"Base{n}.step = 5", f"Base{n}.step = property(lambda self: abs)")
    s.write(f"""
        class Base{n}:
            factor = {s.integer()}
            def __init__(self, value):
                self.value = value
            def step(self, x{s.hint('int')}):
                return x * self.factor + self.value
        class Other{n}(Base{n}):
            def step(self, x):
                return {s.pick('0.5', 'x', 'self.value', 'super().step(x) // 2')}
        class Sub{n}(Base{n}):
            def step(self, x{s.hint('int')}, more={s.integer()}):
                return super().step(x) {s.pick('+', '-', '*', '^')} more
        def run{n}(items, at):
            t, log = {s.pick('0', '1', s.large())}, []
            for i in range({s.count(3, 8)}):
                for item in items:
                    if i == at:
                        try:
                            {change}
                        except (AttributeError, TypeError) as error:
                            log.append(type(error).__name__)
                    try:
                        t = item.step({s.pick('t', 'i', 't + i', 'x=i')})
                    except (TypeError, AttributeError) as error:
                        log.append(str(error))
                        t = i
                    if isinstance(t, int) and not -2**70 < t < 2**70:
                        t %= 2**{s.pick('31', '47', '53', '63')}
                    log.append(t)
            return t, log[-12:]
    """)
    s.show(f"run{n}([Base{n}({s.integer()}), Sub{n}({s.value()})], {s.count(0, 4)})")
    s.show(f"run{n}([Sub{n}({s.large()}), {s.pick(f'Base{n}(2)', f'Other{n}(1)', f'Sub{n}(3)')}], {s.count(0, 9)})")


_UNARY = ("neg", "invert", "abs", "bool", "len", "int", "float", "index")
_BINARY = {"add": "+", "sub": "-", "mul": "*", "floordiv": "//", "mod": "%", "and": "&", "rshift": ">>", "truediv": "/"}


def operators(s: Scene) -> None:
    """Operator methods, reflected and in place, among plain numbers in the same loop; NotImplemented and odd results."""
    n = s.number
    name = s.random.choice(sorted(_BINARY))
    symbol = _BINARY[name]
    kind = s.pick("", "", "(int)", "(float)")
    value = "self.v" if not kind else "self.real"
    init = "def __init__(self, v): self.v = v" if not kind else "tag = 1"
    method = s.pick(f"__{name}__", f"__r{name}__", f"__i{name}__")
    result = s.pick(f"Box{n}({value})", "NotImplemented", "17", "'text'", f"{value} {symbol} 3", "None", "other", "self")
    compared = s.pick("__eq__", "__lt__", "__gt__", "__le__")
    s.write(f"""
        class Box{n}{kind}:
            {init}
            def {method}(self, other):
                {s.pick('', "print('called', type(other).__name__)")}
                return {result}
            def {compared}(self, other):
                return {s.pick('True', 'NotImplemented', '[]', '0', 'other is None', 'self is other')}
            {s.pick(*(f'def __{u}__(self): return {r}' for u in _UNARY for r in ('3', '0', "'no'", '-1', 'True')))}
            def __repr__(self):
                return 'Box'
        def mix{n}(items):
            t, log = {s.integer()}, []
            for i, item in enumerate(items):
                try:
                    {s.pick(f't = t {symbol} item', f't {symbol}= item', f't = item {symbol} t', f't = item; t {symbol}= i')}
                    if {s.pick('t == item', 'item < t', 't', 'not item', 'i <= item', 'item != i', 'item in items')}:
                        log.append('yes')
                    log.append({s.pick('abs(item)', '-item', 'bool(item)', 'len(items)', 'max(t, item)', 'int(item)', 'items[item]', 'len(item)', 'range(item)', '~item')})
                except (TypeError, ValueError, IndexError, ZeroDivisionError, OverflowError) as error:
                    log.append(str(error))
                    t = i
            return t, log
    """)
    make = f"Box{n}({s.pick('2', '7', '0', '-1')})"
    s.show(f"mix{n}([{s.integer()}, {make}, {s.value()}, {make}])")
    s.show(f"mix{n}([{make}, {s.integer()}, {s.real()}, 3])")


def properties(s: Scene) -> None:
    """Properties, __getattr__, __slots__ and class attributes that hide or reveal each other."""
    n = s.number
    s.write(f"""
        class Owner{n}:
            {s.pick('', "__slots__ = ('_x', 'count')")}
            def __init__(self, x):
                self._x = x
                self.count = 0
            @property
            def x(self):
                self.count += 1
                return self._x
            @x.setter
            def x(self, value):
                {s.pick('self._x = value', "if value is None: raise ValueError('none')", 'self._x = value + 1')}
            def __getattr__(self, name):
                if name == {s.pick("'missing'", "'late'", "'_x'")}:
                    return {s.pick('0', '2.5', 'len(name)', s.odd())}
                raise AttributeError({s.pick('name', "f'no {name}'", '')})
        def use{n}(o, at):
            t, log = 0, []
            for i in range({s.count(3, 9)}):
                try:
                    t += {s.pick('o.x', 'o.x + o.missing', 'o.late', 'o.count', 'o._x')}
                    o.x = {s.pick('i', 't', 'None', 'o.x + 1', s.real())}
                    if i == at:
                        {s.pick(f'del Owner{n}.x', 'del o._x', f'Owner{n}.x = 5', 'o.late = 3', f'Owner{n}.late = 2.5', 'o.count = None', f'del Owner{n}.__getattr__')}
                except (AttributeError, TypeError, ValueError) as error:
                    log.append(str(error))
            return t, log
    """)
    s.show(f"use{n}(Owner{n}({s.value()}), {s.count(0, 5)})")
    s.show(f"use{n}(Owner{n}({s.integer()}), {s.count(0, 5)})")


def linked(s: Scene) -> None:
    """Nodes that hold nodes or None: attribute chains in loops, identity tests, cycles."""
    n = s.number
    s.write(f"""
        class Node{n}:
            def __init__(self, value{s.hint('int')}, next=None):
                self.value = value
                self.next = next
        def build{n}(count{s.hint('int')}):
            head = None
            for i in range(count):
                head = Node{n}({s.pick('i', 'i * 2**40', '-i', 'i + 0.5', f'i if i != 2 else {s.odd()}')}, head)
            return head
        def total{n}(node):
            t, steps = {s.pick('0', '2**63 - 5', '0.0')}, 0
            while node is not None{s.pick('', ' and steps < 9')}:
                t {s.pick('+=', '-=', '^=', '+=')} node.value
                node.value = {s.pick('t', 'steps', 'node.value', 'None')}
                node = node.next
                steps += 1
                if steps > 20: break
            return t, steps
        def reverse{n}(node):
            before = None
            while node:
                node.next, before, node = before, node, node.next
            return before
    """)
    s.show(f"total{n}(build{n}({s.count(0, 12)}))")
    s.show(f"total{n}(reverse{n}(build{n}({s.count(1, 9)})))")
    s.write(f"""
        ring{n} = build{n}({s.count(2, 5)})
        ring{n}.next = ring{n}
    """)
    s.show(f"total{n}(ring{n})")
    s.show(f"total{n}(ring{n}.next.next)")
    s.show(f"total{n}({s.pick('5', 'None', '[]', 'ring%d.value' % n)})")


def finalisers(s: Scene) -> None:
    """The moment at which objects die, in loops, on exceptions and when variables are rebound."""
    n = s.number
    s.write(f"""
        class Dying{n}:
            def __init__(self, name):
                self.name = name
            def __del__(self):
                print('del', self.name)
        def hold{n}(count):
            kept = []
            x = Dying{n}('first')
            for i in range(count):
                x = Dying{n}(i)
                {s.pick('kept.append(x)', 'if i % 2: kept.append(x)', 'y = x', 'x.again = x.name', 'kept = [x]', '')}
                try:
                    {s.pick('print(x.name + 1)', "x.name += ''", 'print(1 // (i - 1))', '[Dying%d(-1), 1 // i]' % n, 'if i == 2: return x.name')}
                except (TypeError, ZeroDivisionError) as error:
                    print(error)
                {s.pick('del x; x = i', 'if i == 1: break', 'kept.clear()', 'print(i)')}
            print('end', len(kept))
            return {s.pick('None', 'x', 'len(kept)')} is None
    """)
    s.show(f"hold{n}({s.count(1, 5)})")


def float_fields(s: Scene) -> None:
    """Attributes that are floats, until one is set to something else by a way that is not seen where they are read."""
    n = s.number
    odd = s.random.choice((s.odd, s.integer, s.large, s.real))()
    spoil = s.pick(f"setattr(p, 'xyz'[i % 3], {odd})", f"vars(p).update(x={odd})", f"p.__dict__['y'] = {odd}", f"object.__setattr__(p, 'z', {odd})", "delattr(p, 'y')",
                   f"p.__class__ = Far{n}", f"setattr(p, 'late', {odd})", f"p.__init__({odd}, 1.5)", f"p.__dict__ = {{'x': {odd}, 'y': 0.5, 'z': 2.0}}")
    s.write(f"""
        class Point{n}:
            {s.pick('', '', "__slots__ = ('x', 'y', 'z')")}
            def __init__(self, x{s.hint('float')}, y{s.hint('float')}):
                self.x = x
                self.y = {s.pick('y', 'y * 0.5', 'x + y')}
                self.z = {s.pick('0.0', '-1.5', '1e300')}
            def move(self, by):
                self.x {s.pick('+=', '-=', '*=')} by
                self.z = self.x {s.pick('+', '-', '*')} self.y
                return self.z
            def __add__(self, other):
                return Point{n}(self.x + other.x, self.y - other.y)
        class Far{n}(Point{n}):
            __slots__ = ()
            def __init__(self, x, y):
                super().__init__(x, y)
                {s.pick('pass', 'self.x = -x', 'self.z = y')}
        def fly{n}(points, at):
            total, log = 0.0, []
            for i in range({s.count(3, 12)}):
                for p in points:
                    try:
                        if i == at:
                            {spoil}
                        total += p.move({s.pick('0.5', '1.0', 'p.y', 'i * 0.25', 'i')})
                        {s.pick('', 'total -= (p + points[0]).x', 'p.y = total', 'p.x, p.y = p.y, p.x', 'total = total if p.x < p.y else p.z')}
                    except (AttributeError, TypeError) as error:
                        log.append(str(error))
                        total = {s.pick('0.0', '1.0')}
                    except OverflowError as error:
                        log.append('overflow')
            return total, log[:6], [(type(p).__name__, getattr(p, 'x', None), getattr(p, 'y', None), getattr(p, 'z', None)) for p in points]
    """)
    make = [f"{s.pick('Point', 'Point', 'Far')}{n}({s.real()}, {s.pick(s.real(), s.real(), s.integer())})" for _ in range(3)]
    s.show(f"fly{n}([{', '.join(make)}], {s.count(0, 12)})")
    s.show(f"fly{n}([Point{n}(0.5, {s.real()}), Point{n}({s.real()}, 2.0)], {s.count(0, 6)})")


SCENES: tuple[Maker, ...] = (shapes, shapes, methods, methods, operators, operators, properties, linked, finalisers, float_fields, float_fields)
