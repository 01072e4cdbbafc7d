"""Facts stated once, as tables: ops, modules, features."""
