# error@6: [syntax-error]
greeting = "hello"


def greet(name):
    return greeting + ", + name


print(greet("you"))
