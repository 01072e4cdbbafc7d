source = "1 + 2"
code = compile(source, "<text>", "eval")  # error: [unsupported-builtin]
print(code)
