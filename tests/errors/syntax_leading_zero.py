mode = 0o755
other = 0755  # error: [syntax-error]
print(mode, other)
