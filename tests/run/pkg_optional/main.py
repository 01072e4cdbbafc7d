"""Optional dependencies: missing modules caught at run time, fallbacks, errors inside imported modules."""
try:
    import fast_module_that_is_missing as fast
except ImportError as error:
    import slow as fast
    print(type(error).__name__, error, error.name)
try:
    from missing_package.sub import thing
except ModuleNotFoundError as error:
    thing = None
    print(error, error.name)
try:
    from slow import turbo
except ImportError as error:
    print(type(error).__name__, str(error).partition(" (")[0], error.name)

    def turbo(x):
        return x
print(fast.compute(5), thing, turbo("fallback"))
try:
    import failing
except ZeroDivisionError as error:
    print("import failed with", error)
try:
    import failing
except ZeroDivisionError as error:
    print("and is tried again:", error)
try:
    import needs_missing
except ImportError as error:
    print("through another module:", error, repr(error.__cause__))
try:
    failing
except NameError as error:
    print(error)


def load(name):
    if name == "json_like":
        try:
            import ultra_json_like as module
        except ImportError:
            import slow as module
        return module.__name__
    try:
        import another_missing_one
    except ImportError as error:
        return f"no module: {error}"
    else:
        return "never"
    finally:
        print("load", name)


print(load("json_like"), load("other"))


class Lazy:
    def __getattr__(self, name):
        if name == "module":
            import slow
            self.module = slow
            return slow
        raise AttributeError(name)


lazy = Lazy()
print(lazy.module.compute(2), "module" in lazy.__dict__, lazy.module.loaded)
import slow as first
import slow as second

print(first is second, first.loaded)
