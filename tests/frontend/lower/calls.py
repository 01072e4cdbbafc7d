def calls(o, a, *args, **kw):
    o.plain(a, key=a.b)
    o.ordered(a())
    o(*args, **kw)
    o(a, *args, key=1)
