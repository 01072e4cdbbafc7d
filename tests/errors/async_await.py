def prepare(url):
    return url.lower()


async def main(fetch):  # error: [unsupported-async]
    first = await fetch(prepare("A"))
    return first, await fetch("b")


print(prepare("B"))
