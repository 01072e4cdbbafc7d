def read(lines):
    for line in lines:
        try:
            if line:
                return line
        finally:
            print("next")
