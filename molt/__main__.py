"""`python -m molt`."""

import sys

from molt.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
