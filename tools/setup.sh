#!/bin/sh
# Makes the environment that the Makefile's commands run in: exactly what uv.lock pins, the checkout itself as `lantu`.
#   sh tools/setup.sh .venv
# With uv on the machine, uv does it. Without, Python makes the environment and a pinned uv inside it does the rest.
set -eu

VENV=${1:-.venv}
UV_PINNED=0.13.9
unset VIRTUAL_ENV # another environment that happens to be active is not meant
export UV_PROJECT_ENVIRONMENT="$VENV"
EXTRA=${LANTU_EXTRA:+--extra $LANTU_EXTRA} # LANTU_EXTRA=ocr: with character recognition

say() { printf '%s\n' "$*" >&2; }

# One line for this machine's package manager; $1 apt, $2 dnf, $3 brew.
how() {
    if command -v apt-get >/dev/null 2>&1; then say "  sudo apt-get install $1"
    elif command -v dnf >/dev/null 2>&1; then say "  sudo dnf install $2"
    elif command -v brew >/dev/null 2>&1; then say "  brew install $3"
    else say "  sudo apt-get install $1   or   sudo dnf install $2   or   brew install $3"
    fi
}

# The first Python of 3.11 or later that can import $1 (a comma-separated list).
# Names that version managers leave on the PATH may answer only with an error, so each is run.
find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c "import $1; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
}

need_python() {
    say "Lantu needs Python 3.11 or later, and there is none on the PATH. Install it:"
    if command -v python3 >/dev/null 2>&1; then
        how "python3.11 python3.11-venv" "python3.11" "python@3.12"
    else
        how "python3 python3-venv" "python3" "python@3.12"
    fi
    say "or install uv, which brings its own Python:"
    say "  curl -LsSf https://astral.sh/uv/install.sh | sh"
    exit 1
}

need_venv() {
    say "$1 cannot make virtual environments: its venv module (with ensurepip) is missing. Install it:"
    version=$("$1" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    how "$version-venv" "$version" "python@${version#python}"
    exit 1
}

if uv --version >/dev/null 2>&1; then
    exec uv sync --frozen $EXTRA
fi

if ! "$VENV/bin/uv" --version >/dev/null 2>&1; then
    python=$(find_python sys,venv,ensurepip)
    if [ -z "$python" ]; then
        python=$(find_python sys)
        [ -n "$python" ] || need_python
        need_venv "$python"
    fi
    "$python" -m venv --clear "$VENV"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$UV_PINNED"
fi
exec "$VENV/bin/uv" sync --frozen $EXTRA --python "$VENV/bin/python"
