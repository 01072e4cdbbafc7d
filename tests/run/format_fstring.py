"""f-strings: conversions, nested specs, the = form, quoting, evaluation order, __format__."""

name, width, precision, value = "Ada", 10, 3, 3.14159
items = [1, 2, 3]
table = {"key": "val", 1: "one"}

print(f"{name} {name!r} {name!s} {name!a} {name:>6} {name!r:>8}|{name:^{width}}|{name:{'*'}<{width}}")
print(f"{value:{width}.{precision}f}|{value:.{precision - 1}e}|{value:{'+'}.{1}f}|{value!r:.4}")
print(f"{{}} {{{name}}} }}{{ {'nested ' + f'{name + f"{1 + 1}"}'}")
print(f"{table['key']} {table[1]} {items[-1]} {len(items)} {items[1:]} {[x * 2 for x in items]} { {1, 2} == {2, 1} }")
print(f"{name=} {value=:.2f} {name = } {items[0]+1=} {name=!s} {len(name) = :>5}|")
print(f"{(lambda x: x * 2)(4)} {(a := 5)} {a} {a if a > 3 else -a} {a!r:0>4} {not a} {a == 5}")
print(f"line one {name}\n"
      f"line two {value:.1f} "
      "plain {not formatted} "
      rf"raw \n {name}")
print(f"""triple {name}
  {value
     :.3f} done""")
print(f"{'quoted'}" f'{"other"}' f"{'a' 'b'}" f"{chr(65)}" f"{'\n'.join('ab')}")
print(f"{1_000_000:,} {0.256:.1%} {255:#x} {-5:05d} {True} {True:d} {None} {10 ** 20} {b'bytes'} {()} {'':>3}|")
print(f"{1:>+{width}.{precision}f}", f"{'x':{width}}|", f"{name[0]:{name[1]}>{len(name) + 2}}")


class Angle:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        if spec.endswith("rad"):
            return format(self.degrees * 3.141592653589793 / 180, spec[:-3] or ".2f")
        return f"{self.degrees}°<{spec}>"

    def __repr__(self):
        return "Angle!"


angle = Angle(90)
print(f"{angle} {angle:.3frad} {angle:rad} {angle!r} {angle!r:>10} {angle!s:^10} {angle=} {angle=:x}")


class Plain:
    def __str__(self):
        return "plain"


print(f"{Plain()} {Plain():}", end=" ")
try:
    print(f"{Plain():>10}")
except TypeError as error:
    print(error)

log = []


def note(tag, result):
    log.append(tag)
    return result


print(f"{note('first', 1)} {note('second', 2):{note('width', 5)}} {note('third', 3)}", log)

for thunk in (lambda: f"{1:q}", lambda: f"{'s':d}", lambda: f"{1.5:d}", lambda: f"{None:5}", lambda: f"{[]:>5}", lambda: f"{'a':=5}", lambda: f"{1:{name}}",
              lambda: f"{1 / 0}", lambda: f"{'a':+}", lambda: f"{'abc':,}", lambda: f"{1.0:x}", lambda: f"{'s':.2f}"):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, error)
