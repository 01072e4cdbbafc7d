"""The ops of specialised code: what each gives, when it leaves by `slow`, and how long objects live around it."""

import math

import pytest

from molt.interp.table import FRAMED, LEAVE, PLAIN, UNSET

MIN, MAX = -2**63, 2**63 - 1
INF, NAN = math.inf, math.nan


def perform(name, *operands, **attrs):
    return FRAMED[name](None, attrs, *operands) if name in FRAMED else PLAIN[name](*operands)


@pytest.mark.parametrize("name, operands, expected", [
    ("to_i64", (2**47 - 1,), 2**47 - 1), ("to_i64", (-2**47,), -2**47), ("to_i64", (2**47,), LEAVE), ("to_i64", (-2**47 - 1,), LEAVE),
    ("to_i64", (True,), LEAVE), ("to_i64", (1.0,), LEAVE), ("to_i64", (UNSET,), LEAVE),
    ("to_f64", (1.5,), 1.5), ("to_f64", (1,), LEAVE),
    ("to_bool", (False,), False), ("to_bool", (0,), LEAVE),
    ("box_i64", (MIN,), MIN), ("box_small", (-2**47,), -2**47), ("bool_to_i64", (True,), 1), ("i64_to_f64", (2**53 + 1,), 2.0**53),
    ("i64_to_f64_exact", (2**53,), 2.0**53), ("i64_to_f64_exact", (2**53 + 1,), LEAVE),
    ("f64_to_i64", (-2.7,), -2), ("f64_to_i64", (2.0**63,), LEAVE), ("f64_to_i64", (NAN,), LEAVE), ("f64_to_i64", (-INF,), LEAVE),
    ("i64_add", (MAX, 1), LEAVE), ("i64_add", (MAX, -1), MAX - 1), ("i64_sub", (MIN, 1), LEAVE), ("i64_sub", (0, MIN), LEAVE),
    ("i64_mul", (2**32, 2**31), LEAVE), ("i64_mul", (-2**32, 2**31), MIN), ("i64_mul", (MIN, -1), LEAVE),
    ("i64_floordiv", (-7, 2), -4), ("i64_floordiv", (7, 0), LEAVE), ("i64_floordiv", (MIN, -1), LEAVE),
    ("i64_mod", (-7, 3), 2), ("i64_mod", (7, -3), -2), ("i64_mod", (7, 0), LEAVE),
    ("i64_udiv", (MAX, 2), MAX // 2), ("i64_urem", (7, 3), 1),
    ("i64_truediv", (1, 3), 1 / 3), ("i64_truediv", (1, 0), LEAVE), ("i64_truediv", (2**53 + 1, 1), LEAVE),
    ("i64_pow", (-3, 3), -27), ("i64_pow", (2, 62), 2**62), ("i64_pow", (2, 63), LEAVE), ("i64_pow", (2, -1), LEAVE),
    ("i64_pow", (-2, 63), MIN), ("i64_pow", (-1, 2**40 + 1), -1), ("i64_pow", (2, 2**40), LEAVE), ("i64_pow", (0, 0), 1),
    ("i64_lshift", (1, 62), 2**62), ("i64_lshift", (2, 62), LEAVE), ("i64_lshift", (1, -1), LEAVE), ("i64_lshift", (0, 2**40), LEAVE),
    ("i64_rshift", (-5, 1), -3), ("i64_rshift", (-5, 100), -1), ("i64_rshift", (5, -1), LEAVE),
    ("i64_and", (-4, 7), 4), ("i64_or", (-4, 1), -3), ("i64_xor", (5, 1), 4), ("i64_invert", (MAX,), MIN),
    ("i64_neg", (MIN,), LEAVE), ("i64_neg", (MAX,), -MAX), ("i64_abs", (MIN,), LEAVE), ("i64_abs", (-3,), 3),
    ("i64_step", (3, -1), 2), ("i64_min", (3, -1), -1), ("i64_max", (3, -1), 3), ("i64_lt", (1, 2), True), ("i64_ne", (1, 1), False),
    ("f64_add", (0.1, 0.2), 0.1 + 0.2), ("f64_truediv", (1.0, -0.0), LEAVE), ("f64_truediv", (1.0, INF), 0.0),
    ("f64_floordiv", (-7.5, 2.0), -4.0), ("f64_floordiv", (1.0, 0.0), LEAVE), ("f64_mod", (-7.5, 2.0), 0.5), ("f64_mod", (1.0, 0.0), LEAVE),
    ("f64_pow", (2.0, 0.5), 2.0**0.5), ("f64_pow", (-2.0, 0.5), LEAVE), ("f64_pow", (0.0, -1.0), LEAVE), ("f64_pow", (10.0, 400.0), LEAVE),
    ("f64_sqrt", (2.25,), 1.5), ("f64_sqrt", (-1.0,), LEAVE), ("f64_abs", (-1.5,), 1.5), ("f64_neg", (1.5,), -1.5),
    ("f64_eq", (NAN, NAN), False), ("f64_ne", (NAN, NAN), True), ("f64_ge", (0.0, -0.0), True),
    ("list_len", ([1],), 1), ("list_item", ([1, 2], -1), 2), ("list_item", ([1], 1), LEAVE), ("list_item", ([1], -2), LEAVE),
    ("list_has", ([1, 2], 2), True), ("list_has", ([1, "a", None], 2), False), ("list_has", ([(1,), 2], 2), LEAVE), ("list_has", ([1], (2,)), LEAVE),
    ("tuple_has", (("a",), "a"), True), ("tuple_has", ((), "a"), False),
    ("tuple_item", ((1, 2), 0), 1), ("tuple_item", ((), 0), LEAVE), ("tuple_len", ((1, 2),), 2),
    ("list_set", ([], 0, 1), LEAVE), ("list_set_plain", ([], 0, 1), LEAVE), ("list_set_plain", (["heap"], 0, 1), LEAVE),
    ("list_set_plain", ([2**47], 0, 1), LEAVE),
    ("list_f64", ([1.5], 0), 1.5), ("list_i64", ([1, 2], 1), 2), ("list_bool", ([False], 0), False),
    ("str_len", ("äb",), 2), ("str_item", ("ab", -1), "b"), ("str_item", ("ab", 2), LEAVE), ("str_item", ("äb", 1), LEAVE),
    ("str_ord", ("a",), 97), ("str_ord", ("ä",), LEAVE), ("str_ord", ("ab",), LEAVE), ("str_eq", ("ab", "ab"), True),
    ("dict_len", ({1: 2},), 1), ("dict_item", ({1: 2}, 1), 2), ("dict_item", ({1: 2}, 3), LEAVE), ("dict_item", ({(): 2}, ()), 2),
    ("dict_item", ({((),): 2}, ((),)), LEAVE), ("dict_item", ({(1, "a"): 2}, (1, "a")), 2), ("dict_get", ({}, (1, None), 0), 0),
    ("dict_item_or_raise", ({1: 2}, 1), 2), ("dict_item_or_raise", ({((),): 2}, ((),)), LEAVE),
    ("dict_item_of", ({(1, "a"): 2}, 1, "a"), 2), ("dict_item_of", ({}, 1, "a"), LEAVE), ("dict_item_of", ({((),): 2}, ()), LEAVE),
    ("dict_get_of", ({(1,): 2}, 0, 1), 2), ("dict_get_of", ({}, 0, 1), 0), ("dict_has_of", ({(1, 2): 3}, 1, 2), True), ("dict_has_of", ({}, ()), LEAVE),
    ("set_has", ({(1, 2)}, (1, 2)), True), ("set_has_of", ({(1, 2)}, 1, 2), True), ("set_has_of", ({(1, 2)}, 2, 1), False),
    ("box_tuple", (1, 2), (1, 2)), ("box_range", (1, 9, 3), range(1, 9, 3)),
])
def test_result(name, operands, expected):
    result = perform(name, *operands)
    assert result == expected and type(result) is type(expected)


@pytest.mark.parametrize("name", ["f64_sqrt", "f64_neg"])
def test_zero_keeps_its_sign(name):
    assert math.copysign(1, perform(name, 0.0)) == (-1 if name == "f64_neg" else 1)
    assert math.copysign(1, perform(name, -0.0)) == (1 if name == "f64_neg" else -1)
    assert math.isnan(perform(name, NAN))


def test_what_must_fit_is_checked():
    with pytest.raises(AssertionError):
        perform("box_i64", MAX + 1)
    with pytest.raises(AssertionError):
        perform("i64_step", MAX, 1)


def test_stores():
    items = [1, None, 2.5]
    assert perform("list_set", items, -1, "x") is None and perform("list_set_plain", items, 0, "y") is None
    assert items == ["y", None, "x"]


def test_counts():
    assert perform("guard_count", (1, 2), n=2) is None and perform("guard_count", (1,), n=2) is LEAVE


def test_tags():
    assert perform("guard_tag", [], tag="list") is None and perform("guard_tag", perform, tag="function") is None
    assert perform("guard_tag", type("L", (list,), {})(), tag="list") is LEAVE
    assert perform("guard_tag", True, tag="int") is LEAVE


def test_loops_as_objects():
    assert [*perform("box_range_iter", 5, 1, -2)] == [5, 3]
    items = [1, 2, 3]
    iterator = perform("box_list_iter", items, 1)
    items.append(4)
    assert [*iterator] == [2, 3, 4]


def test_check_init():
    assert perform("check_init", None) is None
    with pytest.raises(TypeError, match=r"^__init__\(\) should return None, not 'int'$"):
        perform("check_init", 3)


@pytest.mark.parametrize("of, good, bad", [("float", 1.5, 1), ("int", 3, 1 << 47), ("int", 3, True), ("bool", False, 0)])
def test_list_holds(of, good, bad):
    items = [good] * 20
    assert perform("list_holds", items, 1, 19, of=of, before=-1, after=1) is True
    assert perform("list_holds", items, 0, 19, of=of, before=-1, after=0) is False  # would begin before the first item
    assert perform("list_holds", items, 0, 20, of=of, before=0, after=1) is False
    assert perform("list_holds", items, 20, 20, of=of, before=0, after=0) is False
    assert perform("list_holds", tuple(items), 0, 20, of=of, before=0, after=0) is False
    items[19] = bad
    assert perform("list_holds", items, 0, 20, of=of, before=0, after=0) is False
    assert perform("list_holds", items, 0, 19, of=of, before=0, after=0) is True
