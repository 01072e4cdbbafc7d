class Stack[T]:  # error: [unsupported-type-params]
    def __init__(self):
        self.items: list[T] = []


print(Stack())
