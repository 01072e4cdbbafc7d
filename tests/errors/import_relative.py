from .helpers import greet  # error: [import-not-found]

print(greet())
