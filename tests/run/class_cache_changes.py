"""What attribute caches assume of classes, changed under them: data, methods, properties, descriptors, metaclasses."""

class Desc:
    def __init__(self, n): self.n = n
class A:
    total = 0
    node = None
    K = 1
    def __init__(self): self.v = 1
    def m(self): return "A.m"
    @property
    def p(self): return self.v
    @staticmethod
    def s(x): return ("s", x)
    @classmethod
    def c(cls, x): return (cls.__name__, x)
class B(A):
    def m(self): return "B.m"
class C(B): pass

def look(o):
    return (o.total, o.node, o.K, o.m(), o.p, o.s(1), o.c(2))
def look_class(k):
    return (k.total, k.node, k.K, k.s(1), k.c(2), k.m(k()) )
def put(o, x): o.q = x
def show(tag):
    print(tag)
    for o in objs:
        try: print(" ", look(o))
        except Exception as e: print(" ", type(e).__name__, e)
    for k in (A, B, C):
        try: print(" ", look_class(k))
        except Exception as e: print(" ", type(e).__name__, e)
objs = [A(), B(), C(), C()]
show("start"); show("again")
for i in range(3): A.total += 1
show("total")
B.total = 10; show("B.total")
C.total = "c"; show("C.total")
del B.total; show("del B.total")
A.node = Desc(4); A.node = A.node.n; show("node")
setattr(B, "".join(["to", "tal"]), 77); show("dynamic name")
class D:
    def __get__(self, o, t): return ("got", o is None, t.__name__)
A.K = D(); show("descriptor")
A.K = Desc(1); 
d = A.K
A.K = d
print([o.K is d for o in objs], A.K is d)
Desc.__get__ = lambda self, o, t: ("late", o is None)
show("late descriptor")
del Desc.__get__
A.K = 5
e = Desc(3)
A.K = e
print([o.K is e for o in objs], A.K is e, B.K is e)
D.__init__ = Desc.__init__
e.__class__ = D
show("class assigned")
A.K = 6
A.p = property(lambda self: "new p"); show("p rebound")
A.p = 3; show("p data")
objs[1].p = "own"; show("own p")
A.p = property(lambda self: "data wins"); show("data wins")
A.s = lambda self, x=0: ("bound", x); show("s method")
A.s = staticmethod(lambda x: ("again", x)); show("s static")
A.c = classmethod(lambda cls, x: ("cc", cls.__name__, x)); show("c")
objs[0].m = lambda: "own m"; objs[0].s = lambda x: "own s"; show("own m")
B.m = A.m; show("B.m")
C.m = 5
show("C.m = 5")
del C.m
objs[3].__dict__["total"] = "in dict"; show("dict mode")
objs[2].__class__ = A; show("class change")
class S:
    __slots__ = ("a", "b")
    lim = 4
    def get(self): return self.a, self.lim
s = S(); s.a = 1
def gets(x): return x.a, x.lim
print(gets(s)); S.lim = 5; print(gets(s)); del s.a
try: print(gets(s))
except AttributeError as ex: print(ex)
s.a = 8; print(gets(s))
class Prop:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v
    @property
    def ro(self): return 1
def setx(o, v):
    o.x = v; return o.x
def setro(o): o.ro = 4
q = Prop()
for i in range(3): print(setx(q, i))
for i in range(2):
    try: setro(q)
    except AttributeError as ex: print(ex)
class Slow:
    def __set__(self, o, v): o.hidden = v
    def __get__(self, o, t): return "slow"
class T:
    z = Slow()
def setz(o, v): o.z = v
for i in range(3):
    t = T(); setz(t, i); print(t.__dict__, t.z)
def addz(o): o.fresh = 1
for i in range(3):
    t = T(); addz(t); print(t.__dict__)
T.fresh = Slow()
t = T(); addz(t); print(t.__dict__)
T.fresh = 9
t = T(); addz(t); print(t.__dict__)
class Meta(type):
    def __getattr__(cls, n): return "meta " + n
    @property
    def mp(cls): return "meta prop"
class M(metaclass=Meta):
    mp = 1
    y = 2
def cls_get(k): return k.mp, k.y, k.nope
print(cls_get(M), cls_get(M)); M.y = 3; print(cls_get(M))
class Rec:
    n = 0
    def f(self): return self.n
    @property
    def deep(self): return self.deep
r = Rec()
try: r.deep
except RecursionError as ex: print("rec", ex)
def make(i):
    class L:
        k = i
        def m(self): return self.k
        @staticmethod
        def st(): return i
        @property
        def pp(self): return self.k + 1
    return L
out = []
for i in range(50):
    L = make(i); l = L()
    out.append(l.m() + l.k + L.k + l.st() + l.pp)
print(sum(out), out[-1])
A.total = 1
def self_delete():
    class X:
        @property
        def gone(self):
            del X.gone
            return "still"
        def meth(self):
            del X.meth
            return "m still"
    x = X()
    print(x.gone, x.meth())
    try: x.gone
    except AttributeError as ex: print(ex)
self_delete()
print(A.__annotations__, A.total)
import gc; gc.collect()
