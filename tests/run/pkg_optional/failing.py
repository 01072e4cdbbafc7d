print("loading failing")
value = 1 // 0
