# Uses of a built-in are compiled to the built-in itself.
import builtins

print(builtins.len("ab"))
builtins.print = repr  # error: [unsupported-builtin]
del builtins.len  # error: [unsupported-builtin]
