def plain(values):
    return [value for value in values]


async def gather(source):  # error: [unsupported-async]
    return [item async for item in source]


print(plain([1]))
