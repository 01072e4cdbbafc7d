"""The words that grant capabilities."""

import pytest

from molt_host import grants
from molt_host.grants import ALL, GrantError, Grants, from_flags, from_json, from_manifest


def test_flags_add_up():
    given = from_flags(["--allow-read=a", "--allow-read=./b/", "--allow-write=/c//d", "--allow-env=X", "--allow-read=b"])
    assert given == Grants(read=("a", "b"), write=("/c/d",), env=("X",))


def test_nothing_is_granted_by_default():
    assert from_flags([]) == Grants() == from_manifest({})
    assert Grants().preopens() == []
    assert Grants().environment({"A": "1"}) == {}


@pytest.mark.parametrize("path, name", [(".", "."), ("./", "."), ("/", "/"), ("..", ".."), ("./../x", "../x"), ("a/../b", "a/../b")])
def test_names_of_folders(path, name):
    assert Grants(read=(path,)).read == (name,)


def test_all():
    assert from_flags(["--allow-all"]) == ALL
    assert dict(ALL.preopens()) == {"/": True, ".": True}
    assert ALL.environment({"A": "1"}) == {"A": "1"}


def test_the_manifest_has_the_same_words():
    table = {"allow-read": ["."], "allow-env": ["A", "B"], "entry": "main.py"}
    assert from_manifest(table) == from_flags(["--allow-read=.", "--allow-env=A", "--allow-env=B"])
    assert from_manifest({"allow-all": True}) == ALL


@pytest.mark.parametrize("table", [{"allow-read": "."}, {"allow-env": [1]}, {"allow-all": "yes"}, {"allow-write": [""]}])
def test_wrong_manifests(table):
    with pytest.raises(GrantError, match=r"\[tool.molt\] allow-"):
        from_manifest(table)


@pytest.mark.parametrize(
    "word, message",
    [
        ("--allow-read", "--allow-read needs a value: --allow-read=DIR"),
        ("--allow-env=", "--allow-env needs a value: --allow-env=NAME"),
        ("--allow-all=x", "--allow-all takes no value"),
        ("--allow-net=x", "'--allow-net=x' is not a grant"),
    ],
)
def test_wrong_flags(word, message):
    with pytest.raises(GrantError) as failure:
        from_flags([word])
    assert str(failure.value) == message


def test_which_words_are_grants():
    assert all(map(grants.is_flag, ["--allow-read=x", "--allow-read", "--allow-all"]))
    assert not any(map(grants.is_flag, ["--allow", "allow-read=x", "--release", "--"]))


def test_a_write_grant_wins_over_reading():
    assert Grants(read=("a", "b"), write=("a",)).preopens() == [("a", True), ("b", False)]


@pytest.mark.parametrize(
    "denials, left",
    [
        ("", Grants(("r",), ("w",), ("E",))),
        ("write", Grants(("r", "w"), (), ("E",))),
        ("read", Grants((), (), ("E",))),
        (" env , write ", Grants(("r", "w"))),
        ("all", Grants()),
    ],
)
def test_denials(denials, left):
    assert Grants(("r",), ("w",), ("E",)).narrowed(denials) == left


def test_json_round_trip():
    given = Grants(read=("ü",), write=("/",), env=("*",))
    assert from_json(given.to_json()) == given
    with pytest.raises(GrantError):
        from_json('{"network": []}')
