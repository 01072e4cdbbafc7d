"""Classes that delegate: read-only views, caching proxies, adapters of sequences and mappings."""


class ReadOnlyView:
    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        item = self._data[key]
        return type(self)(item) if isinstance(item, (list, dict)) else item

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def __contains__(self, item):
        return item in self._data

    def __eq__(self, other):
        return self._data == (other._data if isinstance(other, ReadOnlyView) else other)

    def __repr__(self):
        return f"View({self._data!r})"


class Chained:
    """Several mappings searched in order; writes go to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"{key!r} not in the first mapping") from None

    def keys(self):
        seen = {}
        for mapping in reversed(self.maps):
            seen.update(dict.fromkeys(mapping))
        return list(seen)

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.keys())

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def child(self):
        return Chained({}, *self.maps)


class Window:
    """A slice of a sequence without copying; windows of windows are flattened."""

    def __init__(self, base, *bounds):
        if isinstance(base, Window):
            self.base, self.range = base.base, base.range[slice(*bounds)]
        else:
            self.base, self.range = base, range(*slice(*bounds).indices(len(base)))

    def __len__(self):
        return len(self.range)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Window(self, index.start, index.stop, index.step)
        return self.base[self.range[index]]

    def __setitem__(self, index, value):
        self.base[self.range[index]] = value

    def __repr__(self):
        return f"Window({list(self)})"


class Recorder:
    def __init__(self, target):
        self.__dict__["target"] = target
        self.__dict__["calls"] = []

    def __getattr__(self, name):
        value = getattr(self.target, name)
        if not callable(value):
            self.calls.append(f"read {name}")
            return value

        def record(*args, **kwargs):
            result = value(*args, **kwargs)
            self.calls.append(f"{name}{args} -> {result!r}")
            return result

        return record

    def __setattr__(self, name, value):
        self.calls.append(f"write {name}")
        setattr(self.target, name, value)

    def __len__(self):
        return len(self.target)

    def __getitem__(self, key):
        return self.__getattr__("__getitem__")(key)


data = {"a": [1, {"b": 2}], "n": 5}
view = ReadOnlyView(data)
print(
    view["a"],
    view["a"][1]["b"],
    view["n"],
    len(view),
    list(view),
    "a" in view,
    view == data,
    view["a"] == [1, {"b": 2}],
    view != {},
)
data["n"] = 6
print(view["n"], {**{k: view[k] for k in view}}.keys())
try:
    view["n"] = 7
except TypeError as error:
    print(error)
try:
    del view["n"]
except TypeError as error:
    print(error)
scope = Chained({"x": 1}, {"x": 0, "y": 2})
inner = scope.child()
inner["x"] = "inner"
inner["z"] = "new"
print(
    inner["x"],
    scope["x"],
    inner["y"],
    list(inner),
    len(scope),
    inner.get("q", "none"),
    {**inner},
    dict(inner),
    "z" in scope.keys(),
    inner.maps[0],
)
del inner["x"]
print(inner["x"])
for bad in (lambda: inner["q"], lambda: inner.__delitem__("y"), lambda: Chained()["k"]):
    try:
        bad()
    except KeyError as error:
        print(error, error.args)
numbers = list(range(10))
w = Window(numbers, 2, 9, 2)
ww = w[1:]
ww[0] = "changed"
print(
    w,
    ww,
    len(ww),
    w[-1],
    numbers,
    list(reversed(w)),
    w[::-1],
    6 in w,
    max(Window("hello", 1, 4)),
    [*Window(numbers, -3, None)],
)
try:
    w[4]
except IndexError as error:
    print(error)
r = Recorder([3, 1, 2])
r.append(0)
r.sort()
r.index(2)
print(len(r), r[0], r.target, *r.calls, sep="\n")
p = Recorder(scope)
p.extra = [1]
p.extra.append(2)
print(scope.extra, p.maps is scope.maps, p.calls)
