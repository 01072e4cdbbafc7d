import sys

trace = sys.settrace  # error: [unsupported-attribute]
print(trace)
