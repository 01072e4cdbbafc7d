"""Arguments that no visible call promises live as long as their variables."""


class D:
    def __del__(self): print("del")
def f(x=None):
    print("in")
    y = x
    print("mid", y is None)
    print("out")
for i in range(2):
    f()
    f()
class C:
    def f(self, x=None):
        print("in")
        y = x
        print("mid", y is None)
        print("out")
    def g(self, x=None):
        print("in")
        z = self
        y = x
        print("out")
for i in range(2):
    getattr(C(), "fg"[i])(D())
    C().f()
    C().g()
