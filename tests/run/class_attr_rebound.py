"""Class attributes rebound over and over, between plain data, functions and descriptors, and seen at once everywhere."""

class A:
    total = 0
    other = "x"
    def m(self): return "m"
class B(A): pass
class C(B): total = 5
class G:
    def __get__(self, o, t): return "G"
def setk(k, v): k.total = v
def read(o): return o.total, getattr(o, "total"), type(o).total, vars(type(o)).get("total", "none")
objs = [A(), B(), C()]
def show():
    print([read(o) for o in objs])
show()
for v in (1, 2.5, "s", None, [1], (2,), 10**30, A, objs[0].m, len, lambda self: 1, G(), 3, 4):
    for k in (A, C, B):
        setk(k, v)
        try:
            print(k.__name__, [type(x).__name__ for o in objs for x in read(o)])
        except Exception as e: print(type(e).__name__, e)
        if k is B: del B.total
show()
for i in range(5):
    setk(A, i); A.other += "y"
    show()
print(A.other, B.other)
class N:
    live = 0
    def __init__(self):
        N.live += 1
    def __del__(self):
        N.live -= 1
def churn():
    xs = [N() for i in range(100)]
    print(N.live)
    xs = xs[:10]
    print(N.live)
churn()
print(N.live)
