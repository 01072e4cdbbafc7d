"""The probe of `probe.c`, as a component and as a native executable, and a way to run either."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

_REPOSITORY = Path(__file__).parents[2]
_HOST_PACKAGES = _REPOSITORY / "host" / "python"
for _folder in (_REPOSITORY, _HOST_PACKAGES):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from molt.package import component, native, tools  # noqa: E402
from molt_host.grants import Grants, from_flags  # noqa: E402

_CC_FLAGS = ("--target=wasm32-wasi", "-ffreestanding", "-g0", "-fno-sanitize=all", "-fno-stack-protector")

Build = Callable[..., bytes]
Command = Callable[..., list[str]]


def _zig(*words: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "ziglang", *map(str, words)], check=True, timeout=120)


@pytest.fixture(scope="session")
def build_core(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """`build_core(source, *flags)`: a core module from a C file."""
    folder = tmp_path_factory.mktemp("core")
    (folder / "wasi.h").write_text(component.bindings())

    def build(source: Path, *flags: str) -> bytes:
        object_file, module = folder / "probe.o", folder / "probe.wasm"
        _zig("cc", *_CC_FLAGS, *flags, "-I", folder, "-c", source, "-o", object_file)
        _zig("wasm-ld", "--no-entry", "-z", "stack-size=1048576", object_file, "-o", module)
        return module.read_bytes()

    return build


@pytest.fixture(scope="session")
def probe_source() -> Path:
    return Path(__file__).with_name("probe.c")


@pytest.fixture(scope="session")
def probe_core(build_core: Build, probe_source: Path) -> bytes:
    return build_core(probe_source, "-O2")


@pytest.fixture(scope="session")
def probe_component(probe_core: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("component") / "probe.wasm"
    path.write_bytes(component.encode(probe_core))
    return path


@pytest.fixture(scope="session")
def probe_shim(probe_component: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A native build that grants nothing."""
    path = tmp_path_factory.mktemp("native") / "probe"
    native.build_native(probe_component.read_bytes(), path, Grants())
    return path


@pytest.fixture(params=["python", "native"])
def command(request: pytest.FixtureRequest, probe_component: Path, tmp_path: Path) -> Command:
    """`command(*arguments, grants=[...])`: the words that run the probe under one of the hosts."""

    def words(*arguments: str, grants: tuple[str, ...] = ()) -> list[str]:
        if request.param == "python":
            return [sys.executable, "-m", "molt_host", *grants, str(probe_component), *arguments]
        executable = tmp_path / "native-probe"
        native.build_native(probe_component.read_bytes(), executable, from_flags(list(grants)))
        return [str(executable), *arguments]

    return words


@pytest.fixture
def host_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a subprocess import the host package without installing it."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(_HOST_PACKAGES), os.environ.get("PYTHONPATH", "")]))


@pytest.fixture(scope="session")
def encoder() -> Path:
    return tools.encoder()
