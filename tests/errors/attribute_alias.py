import math as m

values = [m.sqrt(4), m.squareroot(4)]  # error: [unsupported-attribute]
print(values)
