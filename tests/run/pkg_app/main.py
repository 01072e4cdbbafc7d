# argv: report --top 2
# stdin: apple 3\npear 5\napple 4\n# comment\nbroken\nfig x\nfig 1\n
# exit: 2
"""A small application of several modules: command line, model, storage, errors and the exit status."""
import sys

from app import __version__, cli
from app.errors import AppError
import app.model as model


def main(argv):
    print("version", __version__, "name", __name__)
    try:
        return cli.run(argv[1:], sys.stdin)
    except AppError as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}", file=sys.stderr)
        return error.status


if __name__ == "__main__":
    status = main(sys.argv)
    print("first status", status, "items", len(model.ITEMS))
    status = main([sys.argv[0], "explode"])
    sys.exit(status)
else:
    print("imported, not run")
