"""A headless Chromium, driven over the DevTools protocol by way of its pipe: JSON messages that end in a zero byte."""

from __future__ import annotations

import base64
import itertools
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
          "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
          "--window-size=1000,720")
_READ_FD, _WRITE_FD = 3, 4  # where Chromium looks for the pipe
_TIMEOUT_S = 60


def executable() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Browser:
    """One process with one page. Use as a context manager."""

    def __init__(self, profile: Path, *flags: str) -> None:
        command_end, self._commands = os.pipe()
        self._replies, reply_end = os.pipe()
        self._buffer = bytearray()
        self._ids = itertools.count(1)

        def place() -> None:
            # By way of high numbers: one end may sit where the other belongs.
            ends = os.dup(command_end), os.dup(reply_end)
            os.dup2(ends[0], _READ_FD)
            os.dup2(ends[1], _WRITE_FD)

        command = [executable() or "chromium", *_FLAGS, *flags, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(command, preexec_fn=place, close_fds=False, stdin=subprocess.DEVNULL,
                                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(command_end)
        os.close(reply_end)
        self._session: str | None = None
        target = self._wait_for_page()
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._send("Browser.close", {}, session=False)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._commands)
        os.close(self._replies)

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page; a promise is waited for."""
        reply = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in reply, reply["exceptionDetails"]
        return reply["result"].get("value")

    def wait_until(self, expression: str, timeout_s: float = _TIMEOUT_S) -> Any:
        """Evaluates until the value is true, and returns it."""
        return _poll(lambda: self.evaluate(expression), timeout_s, expression)

    def use_colour_scheme(self, scheme: str) -> None:
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def screenshot(self) -> bytes:
        """The page as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """The result of a command of the protocol."""
        wanted = self._send(method, parameters, session=self._session is not None)
        end = time.monotonic() + _TIMEOUT_S
        while True:
            message = self._receive(end)
            if message.get("id") == wanted:
                assert "error" not in message, (method, message["error"])
                return message["result"]

    def _wait_for_page(self) -> str:
        def page() -> str | None:
            targets = self.call("Target.getTargets")["targetInfos"]
            return next((t["targetId"] for t in targets if t["type"] == "page"), None)

        return _poll(page, _TIMEOUT_S, "a page")

    def _send(self, method: str, parameters: dict[str, object], *, session: bool) -> int:
        message = {"id": next(self._ids), "method": method, "params": parameters}
        if session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        return message["id"]

    def _receive(self, end: float) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._replies], [], [], max(0, end - time.monotonic()))
            data = os.read(self._replies, 1 << 20) if ready else b""
            assert data, "Chromium does not answer"
            self._buffer += data
        message, _, rest = self._buffer.partition(b"\0")
        self._buffer = bytearray(rest)
        return json.loads(message)


def _poll(get: Callable[[], Any], timeout_s: float, what: str) -> Any:
    end = time.monotonic() + timeout_s
    while not (value := get()):
        assert time.monotonic() < end, f"still waiting for {what}"
        time.sleep(0.05)
    return value
