async def collect(source):  # error: [unsupported-async]
    out = []
    async for item in source:
        out.append(item)
    return out
