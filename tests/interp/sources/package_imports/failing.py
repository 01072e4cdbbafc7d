def boom():
    raise ValueError("f")


boom()
