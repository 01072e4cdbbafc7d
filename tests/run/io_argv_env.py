# argv: one "two words" --flag=é "" -
# env: MOLT_TEST_NAME=value with spaces
# env: MOLT_TEST_EMPTY=
"""Command line arguments, environment variables, and simple facts of sys."""

import os
import sys

print(len(sys.argv), sys.argv[1:])
options, rest = {}, []
for argument in sys.argv[1:]:
    if argument.startswith("--"):
        name, _, value = argument[2:].partition("=")
        options[name] = value
    else:
        rest.append(argument)
print(options, rest, type(sys.argv).__name__)

print(
    os.environ["MOLT_TEST_NAME"],
    repr(os.environ["MOLT_TEST_EMPTY"]),
    os.environ.get("MOLT_TEST_NONE"),
    os.environ.get("MOLT_TEST_NONE", "d"),
)
print("MOLT_TEST_NAME" in os.environ, "MOLT_TEST_NONE" in os.environ)
try:
    os.environ["MOLT_TEST_NONE"]
except KeyError as error:
    print(repr(error))
try:
    os.environ.get()
except TypeError as error:
    print(error)
try:
    print(sys.argv[99])
except IndexError as error:
    print(error)

print(
    sys.maxsize,
    sys.maxsize == 2**63 - 1,
    sys.version_info[:2],
    sys.version_info >= (3, 8),
    sys.version_info[0],
    sys.version_info.major,
)
sys.argv.append("added")
print(sys.argv[-1], len(sys.argv))
alias = sys
print(alias is sys, alias.argv is sys.argv)


def parse(arguments):
    """A tiny option parser: -v flags, -o VALUE, -- ends the options."""
    flags, values, positional = set(), {}, []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            positional.extend(remaining)
        elif argument.startswith("-o"):
            values["o"] = argument[2:] or next(remaining, None)
        elif argument.startswith("-") and argument != "-":
            flags.update(argument[1:])
        else:
            positional.append(argument)
    return sorted(flags), values, positional


print(parse(["-vx", "file", "-oout", "-", "--", "-v"]), parse(["-o", "name"]), parse(["-o"]), parse([]))
