class Session:
    async def request(self, lock):  # error: [unsupported-async]
        async with lock as held:
            return held


print(Session())
