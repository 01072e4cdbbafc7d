"""Operations that look simple and run user code, which changes what the loop around them relies on."""


class Saboteur:
    """Each special method runs the action of the moment."""

    action = staticmethod(lambda: None)

    def __add__(self, other):
        Saboteur.action()
        return other

    __radd__ = __add__

    def __eq__(self, other):
        Saboteur.action()
        return False

    def __hash__(self):
        Saboteur.action()
        return 1

    def __bool__(self):
        Saboteur.action()
        return True

    def __len__(self):
        Saboteur.action()
        return 2

    def __index__(self):
        Saboteur.action()
        return 0

    def __lt__(self, other):
        Saboteur.action()
        return True

    def __getattr__(self, name):
        Saboteur.action()
        return 1

    def __iter__(self):
        Saboteur.action()
        return iter(())

    def __str__(self):
        Saboteur.action()
        return "saboteur"

    __format__ = lambda self, spec: str(self)

    def __enter__(self):
        Saboteur.action()

    def __exit__(self, *exc):
        Saboteur.action()

    def __del__(self):
        Saboteur.action()


class Box:
    def __init__(self):
        self.value = 1
        self.items = [1, 2, 3]


def with_context(s):
    with s:
        pass


SIMPLE = {
    "add": lambda s: 1 + s,
    "eq": lambda s: s == 1,
    "hash": lambda s: {s: 1},
    "bool": lambda s: 1 if s else 2,
    "len": lambda s: len(s),
    "index": lambda s: [5][s],
    "lt": lambda s: min(1, s),
    "getattr": lambda s: s.absent,
    "iter": lambda s: [*s],
    "str": lambda s: f"{s}",
    "with": with_context,
    "in": lambda s: 7 in [s],
    "range": lambda s: range(s),
    "del": lambda s: Saboteur() and None,
    "sort": lambda s: sorted([s, s]),
    "percent": lambda s: "%s" % s,
}
FACTOR = 1


def watch(operation, act, rounds=6):
    """Reads a local box's attribute and list and a global before and after the operation."""
    global FACTOR
    FACTOR = 1
    box, s, trail = Box(), Saboteur(), []
    Saboteur.action = staticmethod(lambda: None)
    for i in range(rounds):
        before = box.value * FACTOR, len(box.items)
        if i == 2:
            Saboteur.action = staticmethod(lambda: act(box))
        operation(s)
        Saboteur.action = staticmethod(lambda: None)
        after = box.value * FACTOR, len(box.items)
        trail.append(after == before)
    total = 0
    for x in box.items:
        total += x
    return trail.count(False), after, total


def change_value(box):
    box.value = 0.5


def change_items(box):
    box.items.append(10)


def rebind_items(box):
    box.items = (7, 7.5, 2**63)


def change_global(box):
    global FACTOR
    FACTOR = 2**62


def change_class(box):
    Box.value = property(lambda self: 1000)


for name, operation in SIMPLE.items():
    print(name, *(watch(operation, act) for act in (change_value, change_items, rebind_items, change_global)))
for name in ("add", "bool", "len"):
    print(name, watch(SIMPLE[name], lambda box: box.__dict__.update(value=3)))
    Box.__getattr__ = lambda self, name: 2
    print(name, watch(SIMPLE[name], lambda box: delattr(box, "value")))
    del Box.__getattr__
    try:
        watch(SIMPLE[name], lambda box: delattr(box, "value"))
    except AttributeError as error:
        print(error)
    print(name, watch(SIMPLE[name], change_class))
    del Box.value


def local_iteration(s, n):
    """The list is changed by the comparison that the loop itself makes."""
    items = list(range(n))
    Saboteur.action = staticmethod(lambda: items.pop())
    seen = 0
    for x in items:
        if s == x:
            break
        seen += x
    Saboteur.action = staticmethod(lambda: None)
    return seen, len(items)


print(local_iteration(Saboteur(), 1000))
Saboteur.action = staticmethod(lambda: None)
