import circular_b

a = 1
