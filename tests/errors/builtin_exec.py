def run(text):
    namespace = {}
    exec(text, namespace)  # error: [unsupported-builtin]
    return namespace


print(run("x = 1")["x"])
