count: int = 1
type Matrix = list[list[float]]  # error: [unsupported-type-params]
rows: Matrix = [[1.0]]
print(count, rows)
