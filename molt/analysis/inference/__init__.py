"""Which types values will likely have: inference over all functions of a group of modules.

The results are hints. Nothing that is compiled relies on them; they say which
guards are worth having (see `molt/passes/specialise`).
"""

from molt.analysis.inference.driver import Hints, infer

__all__ = ["Hints", "infer"]
