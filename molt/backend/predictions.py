"""What the compiler predicts of a class statement, as static data for the runtime (`struct Prediction` in `ops.h`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.backend import layout

if TYPE_CHECKING:
    from molt.backend.lower import ModuleContext


def name_of(context: ModuleContext, kind: str, symbol: str) -> str:
    """The global of a part of a prediction: `prediction` itself, `methods`, `shapes` and so on."""
    from molt.backend.lower import quoted
    return f"@{quoted(f'{kind}:{context.module.name}.{symbol}')}"


def define(context: ModuleContext, symbol: str) -> str:
    """Defines the Prediction of the class that a class body makes, once; gives its name.

    What class_predict() fills in (functions, shapes) is zero, so that no guard succeeds before.
    """
    prediction, data = context.module.predictions[symbol], context.data
    names = prediction.slots + prediction.names
    methods = [f"{{ ptr, ptr }} {{ ptr {data.string(name)}, ptr {context.info_symbol(context.module.functions[function])} }}"
               for name, function in prediction.methods]
    parts = [data.array(name_of(context, "attributes", symbol), "ptr", [data.string(name) for name in names]),
             _constant(context, name_of(context, "methods", symbol), len(methods), "{ ptr, ptr }", ", ".join(methods)),
             _zeros(context, name_of(context, "functions", symbol), len(methods)),
             _zeros(context, name_of(context, "shapes", symbol), len(prediction.names) + 1)]
    flags = layout.PREDICT_CONSTRUCTIBLE * prediction.constructible | layout.PREDICT_EXCEPTION * prediction.exception
    numbers = (len(prediction.slots), len(prediction.names), len(methods), flags)
    name = name_of(context, "prediction", symbol)
    fields = ", ".join(["ptr null", *(f"i32 {n}" for n in numbers), *(f"ptr {part}" for part in parts)])
    return data.add(name, f"{name} = internal global {{ ptr, i32, i32, i32, i32, ptr, ptr, ptr, ptr }} {{ {fields} }}")


def shape(context: ModuleContext, symbol: str, count: int) -> str:
    """The address of the shape of an instance with the first `count` attributes, as a constant expression."""
    context.prediction(symbol)
    return f"getelementptr inbounds (ptr, ptr {name_of(context, 'shapes', symbol)}, i32 {count})"


def function(context: ModuleContext, symbol: str, method: str) -> str:
    """The address of a method's function."""
    context.prediction(symbol)
    index = [name for name, _ in context.module.predictions[symbol].methods].index(method)
    return f"getelementptr inbounds (ptr, ptr {name_of(context, 'functions', symbol)}, i32 {index})"


def _constant(context: ModuleContext, name: str, n: int, element: str, items: str) -> str:
    return context.data.add(name, f"{name} = internal constant [{n} x {element}] [{items}]")


def _zeros(context: ModuleContext, name: str, n: int) -> str:
    return context.data.add(name, f"{name} = internal global [{n} x ptr] zeroinitializer")
