import circular_a

try:
    from circular_a import a
except ImportError as e:
    print(str(e).partition(" (/")[0])
