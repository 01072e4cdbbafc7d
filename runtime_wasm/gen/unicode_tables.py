"""Writes the C tables of Unicode properties and case mappings that unicode.c includes.

    python gen/unicode_tables.py OUT.h

The data are those of the running interpreter: each property is asked of `str` itself, so that the
compiled program agrees with it. Three encodings keep the tables small:

- a property is a list of run lengths (absent, present, absent, ...) as LEB128 bytes, with an index
  entry (code point, byte offset) at every 64th pair of runs;
- mappings of one code point to one are ranges: first, count and stride packed in a word, and a delta;
- mappings to several code points, and context-free exceptions, are a sorted table of offsets into a
  pool of zero-terminated UTF-8.
"""

import sys
import unicodedata

CODE_POINTS = range(sys.maxunicode + 1)
INDEX_STRIDE = 64
COUNT_BITS = 10


def is_cased(char):
    return (char + "a").title()[-1] == "a"


def is_case_ignorable(char):
    """A capital sigma looks for a cased letter before it, past what is case-ignorable."""
    final = "\u03c2"
    return ("A" + char + "\u03a3").lower()[-1] == final != (char + "\u03a3").lower()[-1]


PROPERTIES = {
    "alpha": str.isalpha,
    "digit": str.isdigit,
    "numeric": str.isnumeric,
    "upper": str.isupper,
    "lower": str.islower,
    "title": lambda char: unicodedata.category(char) == "Lt",
    "cased": is_cased,
    "case_ignorable": is_case_ignorable,
    "printable": str.isprintable,
    "identifier_start": str.isidentifier,
    "identifier_continue": lambda char: ("a" + char).isidentifier(),
}


def leb128(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return out


def run_boundaries(has_property):
    """Code points at which the property begins or ceases to hold, from absent at 0."""
    boundaries = []
    present = False
    for cp in CODE_POINTS:
        if has_property(chr(cp)) != present:
            present = not present
            boundaries.append(cp)
    if present:
        boundaries.append(len(CODE_POINTS))
    return boundaries


def emit_array(out, ctype, name, items, per_line=16):
    out.append(f"static const {ctype} {name}[] = {{")
    items = [str(item) for item in items]
    for at in range(0, len(items), per_line):
        out.append("  " + ", ".join(items[at : at + per_line]) + ",")
    out.append("};")


def emit_property(out, name, has_property):
    data = bytearray()
    index = []
    previous = 0
    for position, boundary in enumerate(run_boundaries(has_property)):
        if position % INDEX_STRIDE == 0:
            index.append(f"{{{previous}, {len(data)}}}")
        data += leb128(boundary - previous)
        previous = boundary
    emit_array(out, "uint8_t", f"{name}_runs", data, 24)
    emit_array(out, "RunIndex", f"{name}_index", index, 8)
    out.append(
        f"static const RunSet {name}_set = {{{name}_runs, sizeof {name}_runs, {name}_index, {len(index)}}};"
    )


def emit_decimals(out):
    """Decimal digits come in tens: the code points of the zeros say all, ASCII aside."""
    zeros = [cp for cp in CODE_POINTS if unicodedata.decimal(chr(cp), -1) == 0]
    digits = {zero + value: value for zero in zeros for value in range(10)}
    assert digits == {
        cp: unicodedata.decimal(chr(cp)) for cp in CODE_POINTS if chr(cp).isdecimal()
    }
    emit_array(out, "uint32_t", "decimal_zeros", zeros)


def delta_ranges(mapping):
    """Packs {code point: code point} into (first, count, stride, delta), stride 1 or 2."""
    ranges = []
    for cp, target in sorted(mapping.items()):
        delta = target - cp
        if ranges:
            first, count, stride, range_delta = ranges[-1]
            gap = cp - (first + (count - 1) * stride)
            fits = delta == range_delta and count < 1 << COUNT_BITS
            if fits and (gap == stride or count == 1 and gap <= 2):
                ranges[-1] = (first, count + 1, gap, delta)
                continue
        ranges.append((cp, 1, 1, delta))
    return ranges


class Pool:
    """Zero-terminated strings, each stored once."""

    def __init__(self):
        self.data = bytearray()
        self.offsets = {}

    def offset(self, text):
        if text not in self.offsets:
            self.offsets[text] = len(self.data)
            self.data += text.encode() + b"\0"
        return self.offsets[text]


def emit_mapping(out, name, convert, base, pool):
    """`base` is the conversion that an absent entry stands for."""
    simple, special = {}, {}
    for cp in CODE_POINTS:
        text = convert(chr(cp))
        if text == base(chr(cp)) or cp < 0x80:  # unicode.c converts ASCII without a table
            continue
        if len(text) == 1:
            simple[cp] = ord(text)
        else:
            special[cp] = text
    assert all(cp < 0x10000 for cp in special)
    ranges = [
        f"{{{first << 11 | (count - 1) << 1 | stride - 1}u, {delta}}}"
        for first, count, stride, delta in delta_ranges(simple)
    ]
    specials = [f"{{{cp}, {pool.offset(text)}}}" for cp, text in sorted(special.items())]
    emit_array(out, "CaseRange", f"{name}_ranges", ranges, 6)
    if specials:
        emit_array(out, "SpecialCase", f"{name}_specials", specials, 10)
    table = f"{name}_specials" if specials else "0"
    out.append(
        f"static const CaseMap {name}_map = {{{name}_ranges, {len(ranges)}, {table}, {len(specials)}}};"
    )


def identity(char):
    return char


def render():
    out = [
        f"/* Unicode {unicodedata.unidata_version}, generated by gen/unicode_tables.py. */",
        f'#define UNICODE_VERSION "{unicodedata.unidata_version}"',
        f"enum {{ RUN_INDEX_STRIDE = {INDEX_STRIDE}, CASE_COUNT_BITS = {COUNT_BITS} }};",
    ]
    for name, has_property in PROPERTIES.items():
        emit_property(out, name, has_property)
    emit_decimals(out)
    pool = Pool()
    emit_mapping(out, "lower", str.lower, identity, pool)
    emit_mapping(out, "upper", str.upper, identity, pool)
    emit_mapping(out, "title", str.title, str.upper, pool)
    emit_mapping(out, "casefold", str.casefold, str.lower, pool)
    emit_array(out, "uint8_t", "special_pool", pool.data, 24)
    return "\n".join(out) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: unicode_tables.py OUT.h")
    with open(sys.argv[1], "w", encoding="ascii", newline="\n") as file:
        file.write(render())


if __name__ == "__main__":
    main()
