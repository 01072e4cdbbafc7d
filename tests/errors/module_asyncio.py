import math
import asyncio  # error: [unsupported-module]

print(math.pi, asyncio)
