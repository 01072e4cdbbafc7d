"""Hashes of integers and the equalities that dictionaries and sets rely on."""

MODULUS = 2**61 - 1

for n in (
    0,
    1,
    -1,
    -2,
    2,
    2**31,
    2**60,
    MODULUS - 1,
    MODULUS,
    MODULUS + 1,
    -MODULUS,
    -MODULUS - 1,
    2**61,
    2**64,
    2**122,
    10**30,
    -(10**30),
):
    print(n, hash(n))

print(hash(True), hash(False), hash(1.0), hash(-1.0), hash(2.0**70) == hash(2**70), hash(0.5), hash(-0.0))
print(hash(float("inf")), hash(float("-inf")), hash(1e300) == hash(int(1e300)))

table = {1: "int"}
table[True] = "bool"
table[1.0] = "float"
print(table)
table[2**70] = "big"
table[2.0**70] = "big float"
print(table, table[1 << 70])
print({0, False, 0.0, -0.0}, {1, True}, len({2**53, 2.0**53, 2**53 + 1}))

print(1 == 1.0, 2**53 + 1 == 2.0**53, 2**53 == 2.0**53, 2**53 + 1 > 2.0**53)
print(10**400 > 1e308, 10**400 < float("inf"), -(10**400) > float("-inf"), 10**400 == float("nan"))
print(1 == "1", 1 != "1", 0 == None, 0 != None, 1 == True, 2 == True)


class Modular(int):
    """An int subclass that compares and hashes by its residue modulo seven."""

    def __eq__(self, other):
        return int(self) % 7 == int(other) % 7

    def __hash__(self):
        return hash(int(self) % 7)

    def __repr__(self):
        return f"Modular({int(self)})"


residues = {}
for i in range(20):
    residues.setdefault(Modular(i), []).append(i)
print(residues)
print(Modular(3) == 10, 10 == Modular(3), Modular(3) != 10, Modular(1) in [8], 8 in [Modular(1)])
print(Modular(3) + Modular(5), type(Modular(3) + 1).__name__, -Modular(2), Modular(9) // 2)

a = 10**30
b = 10**15 * 10**15
print(a == b, hash(a) == hash(b), {a: 1}[b], a in {b}, [b].index(a))
print(hash((1, 2, 3)) == hash((1, 2, 3)), hash((1,)) == hash((1.0,)), hash(()), hash((1, 2)), hash((0, -1, 2**70)))
