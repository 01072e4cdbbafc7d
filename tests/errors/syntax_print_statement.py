name = "Ada"
print name  # error: [syntax-error]
