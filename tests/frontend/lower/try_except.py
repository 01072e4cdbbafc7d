def parse(text):
    try:
        return int(text)
    except ValueError as error:
        print(error)
    except (TypeError, KeyError):
        raise
    return None
