class Settings:
    limit = 10

    def exceeded(self, value):
        return value > limit  # error: [undefined-name]


print(Settings().exceeded(5))
