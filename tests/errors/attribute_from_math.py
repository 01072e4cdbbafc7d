from math import floor, ceiling  # error: [unsupported-attribute]

print(floor(1.5), ceiling(1.5))
