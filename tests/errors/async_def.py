async def fetch(url):  # error: [unsupported-async]
    return url


print(fetch("somewhere"))
