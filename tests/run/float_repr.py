"""The shortest text that reads back as the same double, and where exponents appear."""

VALUES = [
    0.0,
    -0.0,
    1.0,
    -1.5,
    0.1,
    0.2,
    0.1 + 0.2,
    1 / 3,
    2 / 3,
    100.0,
    1e15,
    1e16,
    123456789012345680.0,
    1e17,
    1e-4,
    1e-5,
    0.00012345,
    1.7976931348623157e308,
    5e-324,
    2.2250738585072014e-308,
    4.35,
    2.675,
    1e22,
    1e23,
    9007199254740993.0,
    3.141592653589793,
    1e100,
    1.5e-10,
    123456.789,
    0.30000000000000004,
    5e15,
    9999999999999998.0,
    1.1e16,
    float("inf"),
    float("-inf"),
    float("nan"),
]

for value in VALUES:
    print(repr(value), str(value), f"{value}", "%r %s" % (value, value), float(repr(value)) == value)

print([0.5, -2.0, 1e300], (1.0,), {1.5: 2.5}, {0.25})


def accumulate(step, count):
    total = 0.0
    sums = []
    for _ in range(count):
        total += step
        sums.append(total)
    return sums


print(accumulate(0.1, 12))
print(accumulate(-0.7, 5))
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([0.1, 0.2, 0.3], 1), sum([1, 2.5, True]))

power = 1.0
for exponent in range(0, 330, 30):
    print(10.0**exponent if exponent < 309 else "inf", end=" ")
print()
while power > 0:
    smallest = power
    power /= 2
print(smallest, smallest / 2, smallest * 1.5)

value = 1.0
for _ in range(12):
    print(value, end=" ")
    value /= 7
print()
print(1e308 * 10, -1e308 * 10, 1e-320 * 1e-10, -1e-200 * 1e-200)
print(2.0**53, 2.0**53 + 1, 2.0**63, 2.0**64, float(2**63 - 1), float(10**22), float(10**23))
