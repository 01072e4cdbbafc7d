print("pkg runs", __name__)
public = 1
_private = 2
