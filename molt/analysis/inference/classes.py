"""The classes that class statements make: bases, methods, and the layout of their instances."""

from __future__ import annotations

from dataclasses import dataclass, field

from molt.analysis.inference.group import Group
from molt.ir.copy import copy_function
from molt.ir.core import ClassPrediction, Function, Instr, Module, Value, owner_of, qualified

COPIED_INSTRUCTIONS = 3000  # of all copies of inherited methods together
_PLAIN_BASES = ("object",)
# Built-in exception classes whose objects have the fields that all exceptions have, and no others.
PLAIN_EXCEPTIONS = frozenset({
    "ArithmeticError", "AssertionError", "BaseException", "BufferError", "EOFError", "Exception", "FloatingPointError", "IndexError", "KeyError",
    "LookupError", "NotImplementedError", "OverflowError", "RecursionError", "ReferenceError", "RuntimeError", "TypeError", "ValueError",
    "UserWarning", "Warning", "ZeroDivisionError"})
_EXCEPTION_FIELDS = ("args", "__traceback__", "__cause__", "__context__", "__suppress_context__")  # attributes in slots of their own
_EXCEPTION_SLOTS = tuple(f"<{name}>" for name in _EXCEPTION_FIELDS)  # no code names these
_HOOKS = frozenset({"__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__new__"})


@dataclass(eq=False)
class ClassInfo:
    """A class statement at the top level of a module, by the symbol of its body. All symbols are qualified."""

    symbol: str
    name: str  # the global it is bound to
    bases: list[ClassInfo]
    is_known: bool  # are all bases such classes (or object, or one of PLAIN_EXCEPTIONS), and metaclass and decorators absent?
    methods: dict[str, str]  # name -> symbol of the function: own ones, plainly defined
    others: set[str]  # names bound otherwise in the body
    properties: dict[str, str] = field(default_factory=dict)  # name -> symbol of the getter
    slots: tuple[str, ...] | None = None  # of its own __slots__
    is_exception: bool = False
    mro: list[ClassInfo] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)  # inherited function -> its copy for instances of this class

    def method(self, name: str) -> str | None:
        """The function that `name` is on the instances of the class, if that is certain from the class statements."""
        for cls in self.mro:
            if name in cls.methods:
                return cls.methods[name]
            if name in cls.others:
                return None
        return None


    def target(self, name: str) -> str | None:
        """The function that a call of method `name` runs: the copy that is for this class, if there is one."""
        symbol = self.method(name)
        return self.copies.get(symbol, symbol) if symbol is not None else None

    def next_target(self, owner: str, name: str) -> str | None:
        """The same for `super().name` in a method of `owner`."""
        start = next((n for n, cls in enumerate(self.mro) if cls.symbol == owner), len(self.mro))
        for cls in self.mro[start + 1:]:
            if name in cls.methods:
                return self.copies.get(cls.methods[name], cls.methods[name])
            if name in cls.others:
                return None
        return None

    def leaves_to_builtin(self, owner: str, name: str) -> bool:
        """Is `super().name` in a method of `owner` what the built-in base class has?"""
        start = next((n for n, cls in enumerate(self.mro) if cls.symbol == owner), len(self.mro))
        return not any(name in cls.methods or name in cls.others for cls in self.mro[start + 1:])


class ClassTable:
    """All classes of the modules that are worth knowing, and what is predicted of them."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self.classes: dict[str, ClassInfo] = {}
        self._by_name: dict[tuple[str, str], str] = {}  # module and global -> class
        self._imports: dict[tuple[str, str], tuple[str, str | None]] = {}  # module and global -> module and name there; None: the module
        self._stars: dict[str, list[str]] = {}  # module -> those whose names it imports
        self.orders: dict[str, list[str]] = {}  # class -> the attributes that its `__init__` sets, in that order
        self.counts: dict[tuple[str, Instr], int] = {}  # how many of them `self` has before an instruction of the `__init__`
        for module in group.in_import_order():
            self._collect(module)
        self._copy_inherited()
        self.predictions: dict[str, ClassPrediction] = {}
        for info in self.classes.values():
            prediction = self._predict(info)
            if prediction is not None:
                self.predictions[info.symbol] = prediction

    def by_name(self, module: str, name: str) -> str | None:
        """The class that a name stands for in a module: a global, an imported one too, or `module.name`."""
        top, dot, rest = name.partition(".")
        if dot:
            owner, original = self._imports.get((module, top), ("", ""))
            return self.by_name(owner, rest) if original is None else None
        return self._find(module, name, set())

    def _find(self, module: str, name: str, seen: set[tuple[str, str]]) -> str | None:
        if (module, name) in self._by_name:
            return self._by_name[module, name]
        if (module, name) in seen:
            return None
        seen.add((module, name))
        if (module, name) in self._imports:
            owner, original = self._imports[module, name]
            return self._find(owner, original, seen) if original is not None else None
        return next((cls for owner in self._stars.get(module, ()) if (cls := self._find(owner, name, seen)) is not None), None)

    def _copy_inherited(self) -> None:
        """Gives each class its own copy of the methods it inherits, while they are few: in a copy, `self` has one class."""
        budget = COPIED_INSTRUCTIONS
        for info in self.classes.values():
            for base in info.mro[1:] if info.is_known else ():
                for symbol in base.methods.values():
                    function = self._group.functions[symbol]
                    size = sum(len(block.instrs) for block in function.blocks)
                    if size <= budget and function.entry.params and not function.info.is_generator:
                        budget -= size
                        copy = self._copy(function, symbol, info)
                        if copy is not None:
                            info.copies[symbol] = copy

    def _copy(self, function: Function, symbol: str, info: ClassInfo) -> str | None:
        """A copy of an inherited method, beside the original. A module that is shown has those it made for itself."""
        owner, (module, cls) = self._group.home(symbol), owner_of(info.symbol, "")
        name = f"{function.symbol}@{cls if module == owner.name else f'{module}.{cls}'}"
        if owner.is_shown:
            return qualified(owner.name, name) if name in owner.functions else None
        return self._group.add(owner, copy_function(function, name))

    def _collect(self, module: Module) -> None:
        body = module.functions["<module>"]
        defined = {r: i for block in body.blocks for i in block.instrs for r in i.results}
        stores: dict[Value, str] = {}
        bound: dict[str, int] = {}
        for function in module.functions.values():
            for block in function.blocks:
                for i in block.instrs:
                    if i.name in ("store_global", "del_global"):
                        bound[i.attrs["name"]] = bound.get(i.attrs["name"], 0) + 1
                        if i.name == "store_global":
                            stores[i.operands[0]] = i.attrs["name"]
        for block in body.blocks:
            for i in block.instrs:
                match i.name:
                    case "class_create" | "import_from" | "import_module" if bound.get(name := stores.get(i.result, "")) == 1:
                        self._bind(module, name, i, defined)
                    case "import_star" if (origin := defined.get(i.operands[0])) is not None and origin.name == "import_module":
                        self._stars.setdefault(module.name, []).append(origin.attrs["module"])

    def _bind(self, module: Module, name: str, i: Instr, defined: dict[Value, Instr]) -> None:
        """A global that is bound once."""
        match i.name:
            case "class_create":
                self._add(module, i, name, defined)
            case "import_module":
                self._imports[module.name, name] = i.attrs["module"], None
            case "import_from" if (origin := defined.get(i.operands[0])) is not None and origin.name == "import_module":
                submodule = f"{origin.attrs['module']}.{i.attrs['name']}"
                is_module = submodule in self._group.modules
                self._imports[module.name, name] = (submodule, None) if is_module else (origin.attrs["module"], i.attrs["name"])

    def _add(self, module: Module, i: Instr, name: str, defined: dict[Value, Instr]) -> None:
        symbol = qualified(module.name, i.attrs["body"])
        bases, is_known, is_exception = self._bases(module, i, defined)
        methods, others, properties, slots = _body(self._group.functions[symbol])
        methods, properties = ({n: qualified(module.name, s) for n, s in found.items()} for found in (methods, properties))
        is_known = is_known and defined.get(i.operands[3], i).name == "unset"
        info = ClassInfo(symbol, name, bases, is_known, methods, others, properties, slots, is_exception=is_exception)
        mro = _linearise(info)
        if mro is None:
            info.is_known = False
            mro = [info]
        info.mro = mro
        self.classes[symbol] = info
        self._by_name[module.name, name] = symbol

    def _bases(self, module: Module, i: Instr, defined: dict[Value, Instr]) -> tuple[list[ClassInfo], bool, bool]:
        """`class_bases` of a tuple of names; are all known, and do they make it an exception?"""
        resolved = defined.get(i.operands[1])
        if resolved is None or resolved.name != "class_bases":
            return [], False, False
        original = defined.get(resolved.operands[0])
        if original is None:
            return [], False, False
        if original.name == "const" and original.attrs["value"] == ():
            return [], True, False
        if original.name != "build_tuple":
            return [], False, False
        bases: list[ClassInfo] = []
        is_known, is_exception = True, False
        for operand in original.operands:
            base = defined.get(operand)
            if base is not None and base.name == "load_builtin" and base.attrs["name"] in _PLAIN_BASES:
                continue
            if base is not None and base.name == "load_builtin" and base.attrs["name"] in PLAIN_EXCEPTIONS:
                is_exception = True
                continue
            symbol = self.by_name(module.name, _dotted(base, defined))
            if symbol is None:
                is_known = False
            else:
                bases.append(self.classes[symbol])
        is_exception = is_exception or any(b.is_exception for b in bases)
        is_linear = len(original.operands) == 1  # else a class of the module may stand behind a built-in one in the MRO
        return bases, is_known and all(b.is_known for b in bases) and (is_linear or not is_exception), is_exception

    def _predict(self, info: ClassInfo) -> ClassPrediction | None:
        home = self._group.home(info.symbol)
        if not info.is_known or home.is_shown and owner_of(info.symbol, "")[1] not in home.predictions:
            return None
        every = {n for cls in info.mro for n in (*cls.methods, *cls.others, *cls.properties)}
        if every & _HOOKS:
            return None
        if info.is_exception and any(cls.slots is not None for cls in info.mro):
            return None
        slots = _EXCEPTION_SLOTS if info.is_exception else tuple(name for cls in reversed(info.mro) for name in cls.slots or ())
        has_dict = any(cls.slots is None for cls in info.mro)
        order = self.orders[info.symbol] = self._attributes(info)
        names = tuple(n for n in order if n not in slots) if has_dict else ()
        taken = {n for cls in info.mro for n in (*cls.methods, *cls.properties)}
        if any(n in taken for n in names) or len(names) > 60 or len(set(slots)) != len(slots):
            return None
        methods = tuple((name, symbol) for name in sorted(every) if (symbol := info.method(name)) is not None)
        init = "__init__" in every
        return ClassPrediction(info.symbol, slots, names, methods, not init or info.method("__init__") is not None, info.is_exception)

    def _attributes(self, info: ClassInfo) -> list[str]:
        """The attributes that `__init__` sets on its first parameter, in order, calls of base classes' `__init__` included."""
        found: dict[str, None] = {}
        symbol = info.method("__init__")
        if symbol is not None:
            self._walk_init(info, symbol, found, set())
        return list(found)

    def _walk_init(self, info: ClassInfo, symbol: str, found: dict[str, None], seen: set[str]) -> None:
        function = self._group.functions.get(info.copies.get(symbol, symbol))
        if function is None or symbol in seen or not function.entry.params:
            return
        seen.add(symbol)
        receiver = function.entry.params[0]
        super_names = {i.result for block in function.blocks for i in block.instrs if i.name == "load_builtin" and i.attrs["name"] == "super"}
        supers: set[Value] = set()
        for block in function.blocks:
            for i in block.instrs:
                if function.info.name == "__init__":
                    self.counts[info.symbol, i] = len(found)
                match i.name:
                    case "setattr" if i.operands[0] is receiver and not (info.is_exception and i.attrs["name"] in _EXCEPTION_FIELDS):
                        found[i.attrs["name"]] = None
                    case "call" if i.operands[0] in super_names:
                        supers.add(i.result)
                    case "call_method" if i.attrs["name"] == "__init__" and i.operands[0] in supers:
                        self._walk_next(info, symbol, found, seen)
                    case "call_method" if i.operands[0] is receiver and (callee := info.method(i.attrs["name"])) is not None:
                        self._walk_init(info, callee, found, seen)
                    case "call_method" if i.attrs["name"] == "__init__" and len(i.operands) > 1 and i.operands[1] is receiver:
                        self._walk_next(info, symbol, found, seen)

    def _walk_next(self, info: ClassInfo, symbol: str, found: dict[str, None], seen: set[str]) -> None:
        """`super().__init__(...)` in `symbol`."""
        owner = next((n for n, cls in enumerate(info.mro) if cls.methods.get("__init__") == symbol), None)
        for cls in info.mro[owner + 1:] if owner is not None else ():
            if "__init__" in cls.methods:
                self._walk_init(info, cls.methods["__init__"], found, seen)
                return


def _dotted(i: Instr | None, defined: dict[Value, Instr]) -> str:
    """The global, or attribute of a global, that an instruction loads, as the source writes it; empty for all else."""
    if i is not None and i.name == "load_global":
        return i.attrs["name"]
    if i is not None and i.name == "getattr":
        outer = _dotted(defined.get(i.operands[0]), defined)
        return f"{outer}.{i.attrs['name']}" if outer else ""
    return ""


def _body(function: Function) -> tuple[dict[str, str], set[str], dict[str, str], tuple[str, ...] | None]:
    """Methods, other names, properties and own slots that a class body binds. A name bound twice is an `other`."""
    functions: dict[Value, str] = {}
    constants: dict[Value, object] = {}
    tuples: dict[Value, list[Value]] = {}
    getters: dict[Value, str] = {}
    builtins: dict[Value, str] = {}
    methods: dict[str, str] = {}
    others: set[str] = set()
    properties: dict[str, str] = {}
    slots: tuple[str, ...] | None = None
    for block in function.blocks:
        for i in block.instrs:
            match i.name:
                case "make_function":
                    functions[i.result] = i.attrs["func"]
                case "const":
                    constants[i.result] = i.attrs["value"]
                case "load_builtin":
                    builtins[i.result] = i.attrs["name"]
                case "load_name" if i.attrs["name"] in ("property", "staticmethod", "classmethod"):
                    builtins[i.result] = i.attrs["name"]
                case "build_list" | "build_tuple":
                    tuples[i.result] = i.operands
                case "call" if builtins.get(i.operands[0]) == "property" and len(i.operands) == 2 and i.operands[1] in functions:
                    getters[i.result] = functions[i.operands[1]]
                case "store_name":
                    name, value = i.attrs["name"], i.operands[1]
                    is_new = name not in methods and name not in others and name not in properties
                    if name == "__slots__":
                        slots = _slot_names(value, constants, tuples)
                    if value in functions and is_new:
                        methods[name] = functions[value]
                    elif value in getters and is_new:
                        properties[name] = getters[value]
                        others.add(name)
                    else:
                        methods.pop(name, None)
                        properties.pop(name, None)
                        others.add(name)
    return methods, others, properties, slots


def _slot_names(value: Value, constants: dict[Value, object], tuples: dict[Value, list[Value]]) -> tuple[str, ...]:
    """The names in `__slots__`; one that cannot be a name when they are not constants, so that the prediction fails."""
    given = constants.get(value)
    if isinstance(given, str):
        return (given,)
    if isinstance(given, tuple):
        return given
    return tuple(str(constants.get(item, "?")) for item in tuples.get(value, [value]))


def _linearise(info: ClassInfo) -> list[ClassInfo] | None:
    """The method resolution order (C3; Barrett et al., OOPSLA 1996); None: inconsistent."""
    queues = [list(base.mro) for base in info.bases] + [list(info.bases)]
    order = [info]
    while queues := [q for q in queues if q]:
        head = next((q[0] for q in queues if not any(q[0] in other[1:] for other in queues)), None)
        if head is None:
            return None
        order.append(head)
        queues = [[c for c in q if c is not head] for q in queues]
    return order
