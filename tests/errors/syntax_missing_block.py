def empty():
print("no body")  # error: [syntax-error]
empty()
