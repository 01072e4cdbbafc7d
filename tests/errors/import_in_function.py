def load():
    import numpyy as np  # error: [import-not-found]
    return np.zeros(3)


if __name__ == "__main__":
    print(load())
