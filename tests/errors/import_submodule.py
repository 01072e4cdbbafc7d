import os
import os.nonexistent_part  # error: [import-not-found]

print(os.environ)
