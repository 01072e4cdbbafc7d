def table(rows):
    return {k: [v for v in vs] for k, vs in rows}


def callbacks(n):
    return [lambda: i for i in range(n)]
