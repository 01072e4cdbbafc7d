def list_files():
    import subprocess  # error: [unsupported-module]
    return subprocess.run(["ls"])


print(list_files())
