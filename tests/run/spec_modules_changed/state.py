tries = 0
parts = []
