"""Which class came of which class statement, and whether it is still as the compiler predicted.

The interpreter's side of the runtime's predict.c. The host does not tell when a
class changes, so every guard looks at the class anew.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from types import FunctionType, MemberDescriptorType
from typing import TYPE_CHECKING, Any

from molt.ir.core import ClassPrediction

if TYPE_CHECKING:
    from molt.interp.program import ModuleState

_GONE = object()  # what a dead reference gives: None may stand in the attribute's place
_HEAP_TYPE, _ABSTRACT = 1 << 9, 1 << 20  # Py_TPFLAGS_*
_Reference = Callable[[], Any]


class PredictedClasses:
    """The classes of one module's class statements, by the symbol of the class body; None: not, or no longer, as predicted."""

    def __init__(self, module: ModuleState) -> None:
        self._module = module
        self._records: dict[str, _Record | None] = {}

    def class_made(self, body: str, cls: Any) -> None:
        """The class statement has run. If it ran before, the prediction is void: there are two classes."""
        prediction = self._module.module.predictions.get(body)
        if prediction is None:
            return
        is_first = body not in self._records
        self._records[body] = None
        if is_first and _agrees(cls, prediction, self._module):
            self._records[body] = _Record(prediction, cls)
            self._module.program.predictions[cls] = prediction

    def current(self, body: str) -> type | None:
        """The class that `body` made, if it is as predicted."""
        if ":" in body:
            owner, own = self._module.owner(body)
            return owner.predicted.current(own) if owner is not None else None
        record = self._records.get(body)
        cls = record.cls() if record else None
        if record is None or cls is None:
            return None
        if not record.holds(cls):
            self._records[body] = None
            return None
        return cls

    def prediction_of(self, cls: type) -> ClassPrediction:
        """For an instance whose shape a guard has shown. (Its slots stay where they are, whatever became of the class.)"""
        return self._module.program.predictions[cls]


class _Record:
    """A class, and the attributes of it and its bases that must not change."""

    def __init__(self, prediction: ClassPrediction, cls: type) -> None:
        self.prediction = prediction
        self.cls = weakref.ref(cls)
        self._watched = {*prediction.slots, *(name for name, _ in prediction.methods)}
        self._facts = {place: _reference(value) for place, value in self._watched_attributes(cls).items()}

    def holds(self, cls: type) -> bool:
        attributes = self._watched_attributes(cls)
        return (attributes.keys() == self._facts.keys()
                and all(reference() is attributes[place] for place, reference in self._facts.items())
                and not any(_overrides_instance(cls, name) for name in self.prediction.names))

    def _watched_attributes(self, cls: type) -> dict[tuple[int, str], Any]:
        """By class of the MRO and name: `super()` makes overridden methods matter as well."""
        return {(place, name): value for place, base in enumerate(cls.__mro__[:-1])
                for name, value in base.__dict__.items() if name in self._watched or _is_dunder(name)}


def lookup(cls: type, name: str) -> Any:
    """The class attribute as it stands in the class or a base; None when there is none."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


def _agrees(cls: Any, prediction: ClassPrediction, module: ModuleState) -> bool:
    return (type(cls) is type and _is_ordinary(cls, prediction)
            and (prediction.exception or all(type(lookup(cls, name)) is MemberDescriptorType for name in prediction.slots))
            and all(_is_method(lookup(cls, name), symbol, module) for name, symbol in prediction.methods)
            and not any(_overrides_instance(cls, name) for name in prediction.names)
            and (not prediction.constructible or _is_constructible(cls, prediction)))


def _is_ordinary(cls: type, prediction: ClassPrediction) -> bool:
    """No built-in base but object or exceptions, and attribute access is that base's."""
    builtin = next(base for base in cls.__mro__ if not base.__flags__ & _HEAP_TYPE)
    return (issubclass(builtin, BaseException) if prediction.exception else builtin is object
            and cls.__getattribute__ is builtin.__getattribute__ and cls.__setattr__ is builtin.__setattr__
            and cls.__delattr__ is builtin.__delattr__ and lookup(cls, "__getattr__") is None)


def _is_method(attribute: Any, symbol: str, module: ModuleState) -> bool:
    return type(attribute) is FunctionType and attribute.__code__ is module.stub_code(symbol)


def _overrides_instance(cls: type, name: str) -> bool:
    """Is the class attribute a data descriptor?"""
    kind = type(lookup(cls, name))
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def _is_constructible(cls: type, prediction: ClassPrediction) -> bool:
    builtin = next(base for base in cls.__mro__ if not base.__flags__ & _HEAP_TYPE)
    if cls.__flags__ & _ABSTRACT or cls.__new__ is not builtin.__new__:
        return False
    return cls.__init__ is builtin.__init__ or "__init__" in dict(prediction.methods)


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _reference(value: Any) -> _Reference:
    """A weak reference where there can be one: what is watched lives no longer for it."""
    try:
        reference = weakref.ref(value)
    except TypeError:
        return lambda: value
    return lambda: _GONE if (kept := reference()) is None else kept
