def main():
    prnt("hello")  # error: [undefined-name]


main()
