"""What the compiler predicts of a class statement, as static data for the runtime (`struct Prediction` in `ops.h`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.backend import layout

if TYPE_CHECKING:
    from molt.backend.lower import ModuleContext

PREDICTION, FUNCTIONS, SHAPES = "prediction", "functions", "shapes"  # the parts that compiled code refers to


def define(context: ModuleContext, symbol: str) -> str:
    """Defines the Prediction of the class that a class body makes, once; gives its name.

    What class_predict() fills in (functions, shapes) is zero, so that no guard succeeds before.
    """
    prediction, data = context.module.predictions[symbol], context.data
    names = prediction.slots + prediction.names
    methods = [f"{{ ptr, ptr }} {{ ptr {data.string(name)}, ptr {context.code_of(function)} }}"
               for name, function in prediction.methods]
    parts = [data.array(context.part("members", symbol), "i32", [str(prediction.slot(name)) for name in prediction.members]),
             data.array(context.part("attributes", symbol), "ptr", [data.string(name) for name in names]),
             _constant(context, context.part("methods", symbol), len(methods), "{ ptr, ptr }", ", ".join(methods)),
             _zeros(context, FUNCTIONS, symbol, len(methods)),
             _zeros(context, SHAPES, symbol, len(prediction.steps) + 1)]
    flags = layout.PREDICT_CONSTRUCTIBLE * prediction.constructible | layout.PREDICT_EXCEPTION * prediction.exception
    floats = sum(1 << n for n, name in enumerate(names) if name in prediction.floats)
    numbers = (len(prediction.slots), len(prediction.names), len(methods), flags, len(prediction.members), floats & 0xFFFF_FFFF, floats >> 32)
    name = context.part(PREDICTION, symbol)
    fields = ", ".join(["ptr null", *(f"i32 {n}" for n in numbers), *(f"ptr {part}" for part in parts)])
    return data.add(name, f"{name} = {context.linkage(symbol)} global {{ ptr, i32, i32, i32, i32, i32, i32, i32, ptr, ptr, ptr, ptr, ptr }} {{ {fields} }}")


def shape(context: ModuleContext, symbol: str, count: int) -> str:
    """The address of the shape of an instance after the first `count` steps, as a constant expression."""
    return f"getelementptr inbounds (ptr, ptr {_table(context, SHAPES, symbol)}, i32 {count})"


def function(context: ModuleContext, symbol: str, method: str) -> str:
    """The address of a method's function."""
    index = [name for name, _ in context.module.predictions[symbol].methods].index(method)
    return f"getelementptr inbounds (ptr, ptr {_table(context, FUNCTIONS, symbol)}, i32 {index})"


def _table(context: ModuleContext, kind: str, symbol: str) -> str:
    """A table that the runtime fills in."""
    if ":" in symbol:
        return context.data.external(context.part(kind, symbol))
    context.prediction(symbol)
    return context.part(kind, symbol)


def _constant(context: ModuleContext, name: str, n: int, element: str, items: str) -> str:
    return context.data.add(name, f"{name} = internal constant [{n} x {element}] [{items}]")


def _zeros(context: ModuleContext, kind: str, symbol: str, n: int) -> str:
    name = context.part(kind, symbol)
    return context.data.add(name, f"{name} = {context.linkage(symbol)} global [{n} x ptr] zeroinitializer")
