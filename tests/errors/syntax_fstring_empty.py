name = "Ada"
print(f"hello {name}, {}")  # error: [syntax-error]
