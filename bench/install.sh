#!/bin/sh
# Installs the peers into an environment of their own, one by one; one that does not install is skipped with a line.
#   sh bench/install.sh .venv-bench
set -eu
VENV=$1
here=$(dirname "$0")
python3 -m venv "$VENV"
grep -v '^#' "$here/requirements.txt" | while read -r peer; do
    # shellcheck disable=SC2086 -- a peer may name what it needs beside it
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --pre setuptools $peer </dev/null >/dev/null 2>&1 \
        || echo "skipped: ${peer%% *} does not install here"
done
