def run(tasks):
    failed = ()
    try:
        for task in tasks:
            task()
    except* ValueError as group:  # error: [unsupported-except-star]
        failed = group.exceptions
    return failed


print(run([]))
