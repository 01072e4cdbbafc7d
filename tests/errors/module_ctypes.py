import ctypes as c  # error: [unsupported-module]

print(c.sizeof(c.c_int))
