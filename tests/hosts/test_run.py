"""What both hosts, wasmtime-py and the native executable, must do alike."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("host_environment")


def _run(words: list[str], **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, timeout=60, check=False, **options)


def test_arguments_and_output(command):
    done = _run(command("args", "a b", "ü", ""))
    assert done.stdout.splitlines()[1:] == ["args", "a b", "ü", ""]
    assert (done.returncode, done.stderr) == (0, "")


def test_an_argument_that_is_not_text(command):
    assert _run(command("args", "a\udcffb")).stdout.splitlines()[2] == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("code", [0, 1, 3, 255])
def test_exit_status(command, code):
    assert _run(command("exit", str(code))).returncode == code


def test_standard_error(command):
    done = _run(command("stderr", "oops"))
    assert (done.stdout, done.stderr) == ("", "oops\n")


def test_standard_input(command):
    text = "line\n" * 50_000
    assert _run(command("stdin"), input=text).stdout == text


def test_empty_standard_input(command):
    assert _run(command("stdin"), stdin=subprocess.DEVNULL).stdout == ""


def test_sleeping(command):
    done = _run(command("sleep", "50"))
    assert 50 <= int(done.stdout.removeprefix("ms ")) < 5000


def test_randomness(command):
    assert len({_run(command("random")).stdout for _ in range(3)}) == 3


def test_many_small_writes(command):
    assert _run(command("lines", "2000")).stdout == "line\n" * 2000


def test_environment_is_denied(command):
    assert _run(command("env"), env={**os.environ, "SECRET": "1"}).stdout == ""


def test_environment_is_granted_by_name(command):
    environment = {**os.environ, "GRANTED": "yes", "SECRET": "1"}
    done = _run(command("env", grants=("--allow-env=GRANTED", "--allow-env=ABSENT")), env=environment)
    assert done.stdout == "GRANTED=yes\n"


def test_whole_environment_is_granted(command):
    done = _run(command("env", grants=("--allow-env=*",)), env={**os.environ, "A": "1", "NOT_TEXT": "\udcff"})
    assert "A=1\n" in done.stdout
    assert "NOT_TEXT" not in done.stdout


def test_files_are_denied(command):
    done = _run(command("cat", "/etc/hostname"))
    assert (done.returncode, done.stderr) == (1, "no preopen\n")


def test_reading_a_granted_folder(command, tmp_path):
    (tmp_path / "in.txt").write_text("content")
    done = _run(command("cat", f"{tmp_path}/in.txt", grants=(f"--allow-read={tmp_path}",)))
    assert (done.returncode, done.stdout) == (0, "content")


def test_relative_grants_keep_their_names(command, tmp_path):
    (tmp_path / "data").mkdir()
    done = _run(command("preopens", grants=("--allow-read=.", "--allow-write=./data/")), cwd=tmp_path)
    assert sorted(done.stdout.split()) == [".", "data"]


def test_a_read_grant_does_not_allow_writing(command, tmp_path):
    (tmp_path / "kept").write_text("before")
    for name in ("kept", "new"):
        done = _run(command("put", f"{tmp_path}/{name}", "after", grants=(f"--allow-read={tmp_path}",)))
        assert (done.returncode, done.stdout) == (1, "error 31\n")  # error-code.not-permitted
    assert (tmp_path / "kept").read_text() == "before"
    assert not (tmp_path / "new").exists()


def test_a_write_grant_allows_both(command, tmp_path):
    words = command("put", f"{tmp_path}/new", "text", grants=(f"--allow-read={tmp_path}", f"--allow-write={tmp_path}"))
    assert _run(words).returncode == 0
    assert (tmp_path / "new").read_text() == "text"


def test_no_path_leads_out_of_a_grant(command, tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret").write_text("secret")
    (inside / "link").symlink_to("../secret")
    (inside / "absolute").symlink_to(tmp_path / "secret")
    (inside / "folder").symlink_to(tmp_path)
    for name in ("../secret", "link", "absolute", "folder/secret", "./../inside/../secret"):
        done = _run(command("cat", f"{inside}/{name}", grants=(f"--allow-write={inside}",)))
        assert (done.returncode, done.stdout) == (1, "error 31\n"), name


def test_denials_take_grants_back(command, tmp_path):
    words = command("preopens", grants=(f"--allow-write={tmp_path}", "--allow-env=A"))
    assert _run(words, env={**os.environ, "MOLT_DENY": "read"}).stdout == ""
    assert _run(words, env={**os.environ, "MOLT_DENY": "env"}).stdout == f"{tmp_path}\n"
    assert "MOLT_DENY: 'x' is not one of" in _run(words, env={**os.environ, "MOLT_DENY": "x"}).stderr


def test_a_grant_of_no_folder_is_one_clear_line(command, tmp_path):
    done = _run(command(grants=(f"--allow-read={tmp_path}/absent",)))
    assert done.stderr == f"molt: cannot grant '{tmp_path}/absent': it is not a directory\n"
    assert done.returncode == 125


def test_a_trap_is_one_clear_line(command):
    done = _run(command("trap"))
    assert done.stderr == "molt: the program trapped: wasm `unreachable` instruction executed\n"
    assert (done.returncode, done.stdout) == (134, "")


def test_deep_recursion_fits(command):
    assert _run(command("recurse", "200000")).returncode == 0


def test_endless_recursion_is_a_trap(command):
    done = _run(command("recurse", "100000000"))
    assert done.stderr == "molt: the program trapped: call stack exhausted\n"
    assert done.returncode == 134


def test_a_reader_that_left_is_an_error_of_the_stream(command):
    process = subprocess.Popen(command("yes"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(1000)
    process.stdout.close()
    assert process.wait(timeout=60) == 7
    assert process.stderr.read() == b""
    process.stderr.close()


def test_interrupt_ends_the_process_by_its_signal(command):
    process = subprocess.Popen(command("spin"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "spinning\n"
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (-signal.SIGINT, "", "")


def test_output_does_not_wait_for_the_end(command):
    process = subprocess.Popen(command("stdin"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    process.stdin.write("one\n")
    process.stdin.flush()
    assert process.stdout.readline() == "one\n"
    process.stdin.close()
    assert process.wait(timeout=60) == 0
    process.stdout.close()


def test_closed_standard_output(command):
    done = _run(["sh", "-c", 'exec "$@" >&-', "sh", *command("args")])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_no_component(tmp_path: Path, probe_core: bytes):
    from molt_host.runner import NOT_STARTED, HostError, execute
    from molt_host.grants import Grants

    for name, data in {"text.wasm": b"hello", "core.wasm": probe_core, "cut.cwasm": b"\x7fELF"}.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(HostError) as failure:
            execute(path, ["x"], {}, Grants())
        assert failure.value.status == NOT_STARTED
        assert "\n" not in str(failure.value)
