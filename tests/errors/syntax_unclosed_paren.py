def area(width, height):
    return width * height


print(area(2, 3))
total = area(1,  # error: [syntax-error]
             2
