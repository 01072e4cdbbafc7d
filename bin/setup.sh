# Sourced by bin/molt and bin/test: finds a Python, makes .venv and installs Molt into it, once.
# Sets `root` and `venv`. Progress goes to stderr.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$root/.venv"
stamp="$venv/.molt-setup"

is_new_enough() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1
}

# Candidates: MOLT_PYTHON, PATH, pyenv's and uv's folders; the lowest 3.12+ of each place first.
find_python() {
    local candidate
    for candidate in ${MOLT_PYTHON:+"$MOLT_PYTHON"} python3.12 python3.13 python3.14 python3 python \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python3 \
        "${UV_PYTHON_INSTALL_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/uv/python}"/cpython-3.1[2-9]*/bin/python3 \
        /opt/homebrew/bin/python3.1[2-9] /usr/local/bin/python3.1[2-9]; do
        candidate=$(command -v "$candidate" 2>/dev/null) || continue
        if is_new_enough "$candidate"; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

is_set_up() {
    [ -x "$venv/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$1" ]
}

install() {
    local python
    if ! [ -x "$venv/bin/python" ] || ! is_new_enough "$venv/bin/python"; then
        if ! python=$(find_python); then
            echo "molt: Python 3.12 or newer is needed and was not found on PATH, in pyenv or in uv." >&2
            echo "      Install it, or set MOLT_PYTHON to its path." >&2
            exit 1
        fi
        echo "molt: setting up $venv with $("$python" --version) (once; about a minute)" >&2
        "$python" -m venv --clear "$venv" >&2
    fi
    echo "molt: installing llvmlite, ziglang, wasmtime" >&2
    "$venv/bin/python" -m pip install --disable-pip-version-check --quiet -e "$root[test]" >&2 || {
        echo "molt: the installation failed; see above" >&2
        exit 1
    }
    echo "$1" >"$stamp"
}

# One at a time: a second call waits for the first and finds the work done.
setup() {
    local wanted lock="$root/.venv.lock"
    wanted=$(cksum <"$root/pyproject.toml")
    is_set_up "$wanted" && return 0
    while ! mkdir "$lock" 2>/dev/null; do
        is_set_up "$wanted" && return 0
        if [ -n "$(find "$lock" -maxdepth 0 -mmin +10 2>/dev/null)" ]; then
            rmdir "$lock" 2>/dev/null || true # left behind by a call that was killed
        fi
        sleep 1
    done
    trap 'rmdir "$lock" 2>/dev/null || true' EXIT
    is_set_up "$wanted" || install "$wanted"
    rmdir "$lock" 2>/dev/null || true
    trap - EXIT
}

setup
