"""The order in which attributes, __slots__, payloads and chains of objects are released, and when __del__ runs."""

class Chain:
    def __init__(self, nxt): self.nxt = nxt
class Noisy(Chain):
    def __init__(self, nxt, tag): super().__init__(nxt); self.tag = tag
    def __del__(self): print("del", self.tag)
def chains():
    head = None
    for i in range(50000):
        head = Chain(head)
    head = Noisy(head, "top")
    head = Chain(Noisy(head, "second"))
    head = None
    print("gone")
    a = Chain(None); a.one = Noisy(None, 1); a.two = Noisy(None, 2); a.three = Noisy(None, 3); a.four = Noisy(None, 4); a.five = Noisy(None, 5); a.six = Noisy(None, 6)
    a.nxt = a.one
    a = None
    print("end")
chains()
class ListSub(list):
    def __init__(self): self.n = Noisy(None, "attr")
def subs():
    s = ListSub(); s.append(Noisy(None, "item"))
    s = None
    class SL:
        __slots__ = ("a", "b", "__dict__")
    x = SL(); x.z = Noisy(None, "z"); x.b = Noisy(None, "b"); x.a = Noisy(None, "a")
    x = None
    class E(Exception): pass
    e = E(Noisy(None, "arg")); e.z = Noisy(None, "ez")
    e = None
subs()
def kill_class():
    class T: pass
    t = T(); t.a = Noisy(None, "ta"); t.b = Noisy(None, "tb")
    del T
    t = None
kill_class()
keep = []
class Rez:
    def __init__(self): self.x = Noisy(None, "rez")
    def __del__(self):
        keep.append(self)
        print("rez")
r = Rez(); r = None
print(len(keep)); keep.clear(); print("cleared")
