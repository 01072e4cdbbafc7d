"""A static server on a thread, as any would serve a site."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class _Handler(http.server.SimpleHTTPRequestHandler):
    isolated = False

    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        if self.isolated:
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
            self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()


class _IsolatedHandler(_Handler):
    isolated = True


@contextmanager
def serve(folder: Path, *, isolated: bool = False) -> Iterator[str]:
    """The address of `folder`. With `isolated`, its pages may share memory with their workers."""
    handler = functools.partial(_IsolatedHandler if isolated else _Handler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
