from .config import VERSION as __version__
