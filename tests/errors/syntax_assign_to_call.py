def settings():
    return {}


settings() = {"a": 1}  # error: [syntax-error]
print(settings())
