print("broken_two starts")
from broken_one import something

anything = 2
