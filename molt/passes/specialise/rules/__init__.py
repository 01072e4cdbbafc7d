"""The op specialisers: how an op is done where its operands are what the hints say.

A rule gets the emitter and the instruction of the source function. It looks at
what is known of the operands and either returns False, having emitted nothing that
changes state, and the op is done on objects; or it emits guards and typed ops,
says with `Emitter.define` how the result is represented, and returns True. A guard or typed op that does not apply leaves by
`Emitter.slow()`: there the op is done on objects, and what follows is generic.
"""

from molt.passes.specialise.rules import calls, containers, instances, iteration, names, numbers
from molt.passes.specialise.rules.registry import RULES

__all__ = ["RULES", "calls", "containers", "instances", "iteration", "names", "numbers"]
