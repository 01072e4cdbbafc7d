print("loading needs_missing")
try:
    import this_module_does_not_exist_either as helper
except ModuleNotFoundError as error:
    raise ImportError(f"needs_missing needs {error.name}") from error

