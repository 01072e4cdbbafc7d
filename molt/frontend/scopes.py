"""Scopes: which names each block of code binds, and where each name it uses lives.

Rules of the Python reference, section 4.2, as CPython 3.12 applies them: list, set and dict comprehensions are scopes for
names but run inside their function (PEP 709), so that only functions, classes and generator expressions make closures.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

MODULE, CLASS, FUNCTION, COMPREHENSION = "module", "class", "function", "comprehension"
INLINED = (ast.ListComp, ast.SetComp, ast.DictComp)
ScopeNode = (ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.GeneratorExp | ast.ListComp
             | ast.SetComp | ast.DictComp)


@dataclass(eq=False)
class Scope:
    """One block of code. Names are mangled. Dicts with None values are ordered sets."""

    kind: str
    node: ScopeNode
    name: str
    qualname: str
    parent: Scope | None
    private_class: str | None = None  # for mangling: the innermost class around
    params: tuple[str, ...] = ()
    bound: dict[str, None] = field(default_factory=dict)
    used: dict[str, None] = field(default_factory=dict)
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)
    cells: set[str] = field(default_factory=set)  # own names that inner functions capture
    free: dict[str, None] = field(default_factory=dict)  # names captured from outside
    is_generator: bool = False
    star_import: bool = False
    has_annotations: bool = False

    @property
    def is_function_like(self) -> bool:
        return self.kind in (FUNCTION, COMPREHENSION)

    def binds(self, name: str) -> bool:
        return name in self.bound and name not in self.global_names and name not in self.nonlocal_names

    @property
    def function(self) -> Scope:
        """The scope whose code this one runs in: itself unless it is an inlined comprehension."""
        scope = self
        while scope.kind == COMPREHENSION:
            assert scope.parent is not None
            scope = scope.parent
        return scope

    @property
    def free_order(self) -> tuple[str, ...]:
        return tuple(sorted(self.free))


@dataclass(frozen=True)
class Place:
    """Where a name lives for one scope.

    kind: local (variable of `owner`), cell (captured variable of `owner`), free (through the closure), name (class
    namespace), name_cell (class namespace, else closure) or global.
    """

    kind: str
    name: str
    owner: Scope | None = None


def mangle(name: str, class_name: str | None) -> str:
    """Private name mangling."""
    if class_name is None or not name.startswith("__") or name.endswith("__") or "." in name:
        return name
    stripped = class_name.lstrip("_")
    return f"_{stripped}{name}" if stripped else name


@dataclass(eq=False)
class Scopes:
    """The scopes of one module, by the node that opens them."""

    module: Scope
    by_node: dict[ast.AST, Scope]
    global_bindings: dict[str, None]  # every global that code of the module binds
    names: list[tuple[Scope, ast.Name]]  # every name that is loaded
    attributes: list[tuple[Scope, ast.Attribute]]  # every attribute of a plain name that is loaded

    def of(self, node: ast.AST) -> Scope:
        return self.by_node[node]


def analyse(tree: ast.Module, *, postponed_annotations: bool = False) -> Scopes:
    """Builds the scope tree, then decides which variables are cells."""
    module = Scope(MODULE, tree, "<module>", "<module>", None)
    builder = _Builder({tree: module}, postponed_annotations)
    _visit_all(builder, module, tree.body)
    for scope in builder.by_node.values():
        for name in scope.used:
            _capture(scope, name)
    bindings = dict.fromkeys(module.bound)
    for scope in builder.by_node.values():
        bindings |= dict.fromkeys(n for n in scope.bound if n in scope.global_names)
    return Scopes(module, builder.by_node, bindings, builder.names, builder.attributes)


def place_of(scope: Scope, name: str) -> Place:
    """Where a (mangled) name lives for code in a scope."""
    if scope.kind == MODULE or name in scope.global_names:
        return Place("global", name)
    if scope.binds(name):
        if scope.kind == CLASS:
            return Place("name", name)
        return Place("cell" if name in scope.cells else "local", name, scope)
    owner = owner_of(scope, name)
    if owner is None:
        return Place("name" if scope.kind == CLASS else "global", name)
    if owner.function is scope.function and not (owner.kind == CLASS and scope.kind != COMPREHENSION):
        return Place("cell" if name in owner.cells else "local", name, owner)
    return Place("name_cell" if scope.kind == CLASS else "free", name)


def owner_of(scope: Scope, name: str) -> Scope | None:
    """The enclosing scope that binds a name which `scope` does not; None for a global or built-in."""
    outer = scope.parent
    while outer is not None and outer.kind != MODULE:
        if outer.kind == CLASS:
            if name == "__class__":  # what a class gives to the scopes in it
                return outer
        elif name in outer.global_names:
            return None
        elif outer.binds(name):
            return outer
        outer = outer.parent
    return None


def _capture(scope: Scope, name: str) -> None:
    """Makes a name that `scope` takes from an enclosing function a cell there and free in between."""
    if name in scope.global_names or scope.binds(name):
        return
    owner = owner_of(scope, name)
    if owner is None:
        return
    inner: Scope | None = scope
    crossed = []
    while inner is not owner:
        assert inner is not None
        if inner.kind != COMPREHENSION:
            crossed.append(inner)
        inner = inner.parent
    if crossed or owner.kind == CLASS:
        owner.cells.add(name)
    for between in crossed:
        between.free[name] = None


@dataclass(eq=False)
class _Builder:
    by_node: dict[ast.AST, Scope]
    postponed_annotations: bool
    names: list[tuple[Scope, ast.Name]] = field(default_factory=list)
    attributes: list[tuple[Scope, ast.Attribute]] = field(default_factory=list)


_Visit = Callable[[_Builder, Scope, ast.AST], None]
_VISITORS: dict[type[ast.AST], _Visit] = {}


def _visits(*types: type[ast.AST]) -> Callable[[_Visit], _Visit]:
    def register(function: _Visit) -> _Visit:
        for node_type in types:
            _VISITORS[node_type] = function
        return function
    return register


def _visit(b: _Builder, scope: Scope, node: ast.AST) -> None:
    # A loop over the common case of one statement nested in another's `else` keeps long elif chains off the stack.
    while isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        _visit(b, scope, node.test)
        _visit_all(b, scope, node.body)
        node = node.orelse[0]
    visitor = _VISITORS.get(type(node))
    if visitor is not None:
        visitor(b, scope, node)
    else:
        _visit_all(b, scope, ast.iter_child_nodes(node))


def _visit_all(b: _Builder, scope: Scope, nodes: Iterable[ast.AST | None]) -> None:
    for node in nodes:
        if node is not None:
            _visit(b, scope, node)


def _bind(scope: Scope, name: str) -> None:
    scope.bound[mangle(name, scope.private_class)] = None


def _open(b: _Builder, parent: Scope, node: ScopeNode, kind: str, name: str, private_class: str | None) -> Scope:
    function = parent.function
    if function.kind == MODULE or mangle(name, parent.private_class) in function.global_names:
        qualname = name
    else:
        has_locals = function.kind == FUNCTION and not isinstance(function.node, ast.GeneratorExp)
        qualname = f"{function.qualname}{'.<locals>.' if has_locals else '.'}{name}"
    scope = Scope(kind, node, name, qualname, parent, private_class)
    b.by_node[node] = scope
    return scope


@_visits(ast.Name)
def _name(b: _Builder, scope: Scope, node: ast.Name) -> None:
    name = mangle(node.id, scope.private_class)
    if isinstance(node.ctx, ast.Load):
        b.names.append((scope, node))
        scope.used[name] = None
        if name == "super" and scope.is_function_like:
            scope.used["__class__"] = None
    else:
        scope.bound[name] = None
        if name in scope.nonlocal_names:
            scope.used[name] = None


@_visits(ast.Attribute)
def _attribute(b: _Builder, scope: Scope, node: ast.Attribute) -> None:
    if isinstance(node.value, ast.Name) and isinstance(node.ctx, ast.Load):
        b.attributes.append((scope, node))
    _visit(b, scope, node.value)


@_visits(ast.NamedExpr)
def _walrus(b: _Builder, scope: Scope, node: ast.NamedExpr) -> None:
    _visit(b, scope, node.value)
    target = scope
    while target.parent is not None and isinstance(target.node, (*INLINED, ast.GeneratorExp)):
        target = target.parent
    name = mangle(node.target.id, scope.private_class)
    target.bound[name] = None
    if target is not scope:
        # Not bound in the comprehension itself: found from there like any outer variable.
        scope.used[name] = None
        if name in target.global_names or target.kind == MODULE:
            inner: Scope = scope
            while inner is not target:
                inner.global_names.add(name)
                assert inner.parent is not None
                inner = inner.parent


@_visits(ast.Global)
def _global(b: _Builder, scope: Scope, node: ast.Global) -> None:
    names = [mangle(n, scope.private_class) for n in node.names]
    scope.global_names.update(names)


@_visits(ast.Nonlocal)
def _nonlocal(b: _Builder, scope: Scope, node: ast.Nonlocal) -> None:
    names = [mangle(n, scope.private_class) for n in node.names]
    scope.nonlocal_names.update(names)
    scope.used |= dict.fromkeys(names)


@_visits(ast.FunctionDef, ast.AsyncFunctionDef)
def _function(b: _Builder, scope: Scope, node: ast.FunctionDef) -> None:
    _bind(scope, node.name)
    _visit_all(b, scope, node.decorator_list)
    _visit_defaults(b, scope, node.args)
    if not b.postponed_annotations:
        _visit_all(b, scope, annotations_of(node))
    inner = _open(b, scope, node, FUNCTION, node.name, scope.private_class)
    _bind_params(inner, node.args)
    _visit_all(b, inner, node.body)


@_visits(ast.Lambda)
def _lambda(b: _Builder, scope: Scope, node: ast.Lambda) -> None:
    _visit_defaults(b, scope, node.args)
    inner = _open(b, scope, node, FUNCTION, "<lambda>", scope.private_class)
    _bind_params(inner, node.args)
    _visit(b, inner, node.body)


def annotations_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.expr]:
    """A function's annotations, in the order in which CPython evaluates them."""
    arguments = annotated_arguments(node.args)
    return [a.annotation for a in arguments if a.annotation] + ([node.returns] if node.returns else [])


def annotated_arguments(args: ast.arguments) -> list[ast.arg]:
    """All parameters in the order of `__annotations__`."""
    return [a for a in [*args.posonlyargs, *args.args, args.vararg, *args.kwonlyargs, args.kwarg] if a is not None]


def _visit_defaults(b: _Builder, scope: Scope, args: ast.arguments) -> None:
    _visit_all(b, scope, [*args.defaults, *args.kw_defaults])


def _bind_params(scope: Scope, args: ast.arguments) -> None:
    ordered = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    scope.params = tuple(mangle(a.arg, scope.private_class) for a in ordered if a is not None)
    scope.bound |= dict.fromkeys(scope.params)


@_visits(ast.ClassDef)
def _class(b: _Builder, scope: Scope, node: ast.ClassDef) -> None:
    _bind(scope, node.name)
    _visit_all(b, scope, [*node.decorator_list, *node.bases, *node.keywords])
    inner = _open(b, scope, node, CLASS, node.name, node.name)
    inner.bound |= {"__module__": None, "__qualname__": None}
    _visit_all(b, inner, node.body)


@_visits(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
def _comprehension(b: _Builder, scope: Scope, node: ast.ListComp) -> None:
    first = node.generators[0]
    _visit(b, scope, first.iter)  # the outermost iterable belongs to the enclosing scope
    if isinstance(node, ast.GeneratorExp):
        inner = _open(b, scope, node, FUNCTION, "<genexpr>", scope.private_class)
        inner.params = (".0",)
        inner.bound[".0"] = None
        inner.is_generator = True
    else:
        inner = _open(b, scope, node, COMPREHENSION, scope.name, scope.private_class)
    _visit(b, inner, first.target)
    _visit_all(b, inner, first.ifs)
    _visit_all(b, inner, node.generators[1:])
    _visit_all(b, inner, [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])


@_visits(ast.comprehension)
def _generator_clause(b: _Builder, scope: Scope, node: ast.comprehension) -> None:
    _visit_all(b, scope, [node.iter, node.target, *node.ifs])


@_visits(ast.Yield, ast.YieldFrom)
def _yield(b: _Builder, scope: Scope, node: ast.Yield) -> None:
    scope.is_generator = True
    _visit_all(b, scope, [node.value])


@_visits(ast.Import, ast.ImportFrom)
def _import(b: _Builder, scope: Scope, node: ast.Import | ast.ImportFrom) -> None:
    for alias in node.names:
        if alias.name == "*":
            scope.star_import = True
        elif isinstance(node, ast.Import):
            _bind(scope, alias.asname or alias.name.partition(".")[0])
        else:
            _bind(scope, alias.asname or alias.name)


@_visits(ast.ExceptHandler)
def _handler(b: _Builder, scope: Scope, node: ast.ExceptHandler) -> None:
    _visit_all(b, scope, [node.type])
    if node.name:
        _bind(scope, node.name)
    _visit_all(b, scope, node.body)


@_visits(ast.AnnAssign)
def _annotated(b: _Builder, scope: Scope, node: ast.AnnAssign) -> None:
    if node.simple and scope.kind in (MODULE, CLASS):
        scope.has_annotations = True
        _bind(scope, "__annotations__")
        scope.used["__annotations__"] = None
    if not isinstance(node.target, ast.Name):
        _visit(b, scope, node.target)
    elif node.simple or node.value is not None:
        _bind(scope, node.target.id)
    if scope.kind in (MODULE, CLASS) and not b.postponed_annotations:
        _visit(b, scope, node.annotation)
    _visit_all(b, scope, [node.value])


@_visits(ast.MatchAs, ast.MatchStar)
def _capture_pattern(b: _Builder, scope: Scope, node: ast.MatchAs | ast.MatchStar) -> None:
    if isinstance(node, ast.MatchAs):
        _visit_all(b, scope, [node.pattern])
    if node.name:
        _bind(scope, node.name)


@_visits(ast.MatchMapping)
def _mapping_pattern(b: _Builder, scope: Scope, node: ast.MatchMapping) -> None:
    _visit_all(b, scope, [*node.keys, *node.patterns])
    if node.rest:
        _bind(scope, node.rest)
