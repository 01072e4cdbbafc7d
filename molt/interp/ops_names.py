"""Globals, cells, class namespaces and imports."""

from __future__ import annotations

import builtins
from types import CellType
from typing import Any

from molt.interp.machine import Frame
from molt.interp.table import UNSET, framed, plain

_ABSENT = object()


def _name_error(name: str) -> NameError:
    return NameError(f"name {name!r} is not defined", name=name)


@framed("load_global")
def load_global(frame: Frame, attrs: dict[str, Any]) -> Any:
    return _global_or_builtin(frame, attrs["name"])


def _global_or_builtin(frame: Frame, name: str) -> Any:
    value = frame.module.globals.get(name, _ABSENT)
    if value is _ABSENT:
        value = builtins.__dict__.get(name, _ABSENT)
        if value is _ABSENT:
            raise _name_error(name)
    return value


@framed("store_global")
def store_global(frame: Frame, attrs: dict[str, Any], v: Any) -> None:
    frame.module.globals[attrs["name"]] = v


@framed("del_global")
def del_global(frame: Frame, attrs: dict[str, Any]) -> None:
    if attrs["name"] not in frame.module.globals:
        raise _name_error(attrs["name"])
    del frame.module.globals[attrs["name"]]


@framed("load_builtin")
def load_builtin(frame: Frame, attrs: dict[str, Any]) -> Any:
    return builtins.__dict__[attrs["name"]]


@framed("load_name")
def load_name(frame: Frame, attrs: dict[str, Any], ns: Any) -> Any:
    value = _in_namespace(ns, attrs["name"])
    return _global_or_builtin(frame, attrs["name"]) if value is _ABSENT else value


@framed("load_name_cell")
def load_name_cell(frame: Frame, attrs: dict[str, Any], ns: Any, c: CellType) -> Any:
    value = _in_namespace(ns, attrs["name"])
    return _cell_content(c, attrs["name"], is_free=True) if value is _ABSENT else value


def _in_namespace(ns: Any, name: str) -> Any:
    if type(ns) is dict:
        return ns.get(name, _ABSENT)
    try:
        return ns[name]
    except KeyError:
        return _ABSENT


@framed("store_name")
def store_name(frame: Frame, attrs: dict[str, Any], ns: Any, v: Any) -> None:
    ns[attrs["name"]] = v


@framed("del_name")
def del_name(frame: Frame, attrs: dict[str, Any], ns: Any) -> None:
    name = attrs["name"]
    if _in_namespace(ns, name) is _ABSENT:
        raise _name_error(name)
    del ns[name]


@framed("check_bound")
def check_bound(frame: Frame, attrs: dict[str, Any], v: Any) -> None:
    if v is UNSET:
        raise UnboundLocalError(_unbound_local(attrs["name"]))


def _unbound_local(name: str) -> str:
    return f"cannot access local variable {name!r} where it is not associated with a value"


@plain("make_cell")
def make_cell(v: Any) -> CellType:
    return CellType() if v is UNSET else CellType(v)


@framed("load_cell")
def load_cell(frame: Frame, attrs: dict[str, Any], c: CellType) -> Any:
    return _cell_content(c, attrs["name"], attrs["is_free"])


def _cell_content(cell: CellType, name: str, is_free: bool) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        pass
    if is_free:
        message = f"cannot access free variable {name!r} where it is not associated with a value in enclosing scope"
        raise NameError(message, name=name)
    raise UnboundLocalError(_unbound_local(name))


@plain("store_cell")
def store_cell(c: CellType, v: Any) -> None:
    if v is not UNSET:
        c.cell_contents = v
        return
    try:
        del c.cell_contents
    except ValueError:
        return  # empty already


@framed("closure")
def closure(frame: Frame, attrs: dict[str, Any]) -> CellType:
    return frame.cells[attrs["index"]]


@framed("import_module")
def import_module(frame: Frame, attrs: dict[str, Any]) -> Any:
    return frame.module.program.import_module(attrs["module"])


@framed("import_from")
def import_from(frame: Frame, attrs: dict[str, Any], m: Any) -> Any:
    """Python/ceval.c import_from."""
    name = attrs["name"]
    value = getattr(m, name, _ABSENT)
    if value is not _ABSENT:
        return value
    module_name = getattr(m, "__name__", None)
    program = frame.module.program
    submodule = program.imported(f"{module_name}.{name}") if isinstance(module_name, str) else None
    if submodule is not None:
        return submodule
    shown = module_name if isinstance(module_name, str) else "<unknown module name>"
    path = getattr(m, "__file__", None)
    place = path if isinstance(path, str) else "unknown location"
    if program.is_initialising(m):
        message = (f"cannot import name {name!r} from partially initialized module {shown!r} "
                   f"(most likely due to a circular import) ({place})")
    else:
        message = f"cannot import name {name!r} from {shown!r} ({place})"
    raise ImportError(message, name=shown, path=path, name_from=name)


@framed("import_star")
def import_star(frame: Frame, attrs: dict[str, Any], m: Any) -> None:
    names = getattr(m, "__all__", None)
    if names is None:
        names = [name for name in m.__dict__ if not name.startswith("_")]
    for name in names:
        frame.module.globals[name] = getattr(m, name)


@framed("import_missing")
def import_missing(frame: Frame, attrs: dict[str, Any]) -> Any:
    name = attrs["module"]
    package = name.rpartition(".")[0]
    parent = frame.module.program.imported(package)
    why = f"; {package!r} is not a package" if parent is not None and not hasattr(parent, "__path__") else ""
    raise ModuleNotFoundError(f"No module named {name!r}{why}", name=name)
