def first[T](values: list[T]) -> T:  # error: [unsupported-type-params]
    return values[0]


print(first([1, 2]))
