import math
import no_such_module_anywhere  # error: [import-not-found]

print(math.pi, no_such_module_anywhere.value)
