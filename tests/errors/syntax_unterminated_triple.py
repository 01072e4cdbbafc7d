# error@4: [syntax-error]
def document():
    return 1
"""This text is never closed.

print(document())
