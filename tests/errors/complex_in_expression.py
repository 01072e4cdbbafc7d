ROOTS = [
    1,
    -1,
    0.5 + 2.5e-1J,  # error: [unsupported-complex]
]
print(ROOTS)
