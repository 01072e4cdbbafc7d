def run(task):
    try:
        return task()
    except* (KeyError, IndexError):  # error: [unsupported-except-star]
        result = "lookup"
    except* TypeError:
        result = "type"
    finally:
        print("done")
    return result


print(run(lambda: 1))
