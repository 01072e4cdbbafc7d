print("broken_one starts")
from broken_two import anything

something = 1
