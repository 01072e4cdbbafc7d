rows = [[1, 2], [3]]
print([cell for row in rows for cell in row])
print(cell)  # error: [undefined-name]
