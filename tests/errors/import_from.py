import sys
from missing_package.tools import wrench  # error: [import-not-found]

print(sys.argv, wrench)
