"""UnboundLocalError and NameError in every construct, with their exact messages."""


def attempt(function, *args):
    try:
        print(function.__name__, "->", function(*args))
    except NameError as error:
        print(function.__name__, "!!", type(error).__name__, error)


def read_before_assignment():
    print(x)
    x = 1


def augmented():
    x += 1
    return x


def only_in_branch(flag):
    if flag:
        x = 1
    return x


def only_in_loop(items):
    for x in items:
        y = x
    return x, y


def after_del():
    x = 1
    del x
    return x


def del_unbound():
    del x
    x = 1


def del_twice():
    x = 1
    del x
    del x


def del_in_loop():
    x = 1
    for _ in range(2):
        del x
        x = 2
    del x
    return x


def except_name():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e


def except_name_not_reached():
    try:
        pass
    except ValueError as e:
        pass
    return e


def with_target():
    class Fails:
        def __enter__(self):
            raise RuntimeError

        def __exit__(self, *exc):
            pass

    try:
        with Fails() as target:
            pass
    except RuntimeError:
        pass
    return target


def import_name():
    if False:
        import math
    return math.pi


def walrus_skipped():
    if False and (n := 5):
        pass
    return n


def comprehension_does_not_leak():
    values = [item for item in range(3)]
    return values[-1] if values else item_never_bound(values)


def item_never_bound(values):
    for item in values:
        pass
    return item


def nested_function_name():
    result = helper()

    def helper():
        return 1

    return result


def class_name_in_function():
    value = Local()

    class Local:
        pass

    return value


def closure_before_binding():
    def inner():
        return later

    value = inner()
    later = 1
    return value


def closure_after_del():
    value = 1

    def inner():
        return value

    del value
    return inner()


def parameter_deleted(p):
    del p
    return p


def unpacking_fails_half_way():
    try:
        a, b = 1, 2 // 0
    except ZeroDivisionError:
        pass
    return a


def unpacking_assigns_left_first():
    try:
        a, (b, c) = 1, 2
    except TypeError:
        pass
    return a, b


def star_target():
    for i, *rest in []:
        pass
    return rest


def try_else():
    try:
        x = int("z")
    except ValueError:
        pass
    else:
        y = x
    return y


def finally_sees():
    try:
        raise KeyError
    except KeyError:
        pass
    finally:
        z = q_unbound()
    q = z
    return q


def q_unbound():
    return q_local()


def q_local():
    r = s
    s = 1
    return r


def shadowed_global():
    value = module_value
    module_value = 2
    return value


def shadowed_builtin():
    n = len([1])
    len = 5
    return n


def while_condition():
    while flag:
        flag = False


def generator_local():
    return list(generates())


def generates():
    yield unbound_in_generator
    unbound_in_generator = 1


def lambda_default():
    return (lambda a=a_local: a)()
    a_local = 1


def f_string():
    return f"{inside}"
    inside = 1


def conditional_expression():
    return chosen if False else other
    chosen = other = 1


def assert_message():
    assert False, message
    message = "never"


module_value = 1
for function in (
    read_before_assignment,
    augmented,
    after_del,
    del_unbound,
    del_twice,
    del_in_loop,
    except_name,
    except_name_not_reached,
    with_target,
    import_name,
    walrus_skipped,
    comprehension_does_not_leak,
    nested_function_name,
    class_name_in_function,
    closure_before_binding,
    closure_after_del,
    unpacking_fails_half_way,
    unpacking_assigns_left_first,
    star_target,
    try_else,
    finally_sees,
    shadowed_global,
    shadowed_builtin,
    while_condition,
    generator_local,
    lambda_default,
    f_string,
    conditional_expression,
    assert_message,
):
    attempt(function)
attempt(only_in_branch, True)
attempt(only_in_branch, False)
attempt(only_in_loop, [1])
attempt(only_in_loop, [])
attempt(parameter_deleted, 1)
attempt(item_never_bound, [])
del module_value
attempt(lambda: module_value)
try:
    del module_value
except NameError as error:
    print(error)
module_value = "again"
attempt(lambda: module_value)


class Body:
    try:
        before = later_in_class
    except NameError as error:
        before = str(error)
    later_in_class = 1
    del later_in_class
    try:
        after = later_in_class
    except NameError as error:
        after = str(error)


print(Body.before, Body.after)
later_in_class = "module level"


class Falls:
    first = later_in_class
    later_in_class = "class level"
    second = later_in_class
    del later_in_class
    third = later_in_class


print(Falls.first, Falls.second, Falls.third)
