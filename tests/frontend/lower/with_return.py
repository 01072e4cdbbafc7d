def locked(lock):
    with lock as held:
        return held
