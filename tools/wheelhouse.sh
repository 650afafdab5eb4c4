#!/bin/sh
# Makes a folder of wheels from which Lantu is installed on a machine without network (docs/production.md).
#   sh tools/wheelhouse.sh wheelhouse [server,ocr]
# Run it on a machine of the same system and Python as the one it is for.
set -eu

to=${1:-wheelhouse}
extras=${2:-server}
python=${PYTHON:-python3}
cd "$(dirname "$0")/.."
mkdir -p "$to"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

"$python" -m venv "$made/venv"
pip="$made/venv/bin/python -m pip --disable-pip-version-check --quiet"
$pip wheel --no-deps --wheel-dir "$to" .
# The versions that uv.lock pins, where uv is there to say them; else the newest that fit.
pinned="$made/pinned.txt"
: >"$pinned"
if command -v uv >/dev/null 2>&1; then
    options=""
    for extra in $(echo "$extras" | tr ',' ' '); do options="$options --extra $extra"; done
    # shellcheck disable=SC2086 # several options
    uv export --frozen --quiet --no-dev --no-emit-project --no-hashes $options >"$pinned"
fi
wheel=$(ls -t "$to"/lantu-*.whl | head -1)
$pip wheel --wheel-dir "$to" --constraint "$pinned" "$wheel[$extras]"
echo "$to: $(ls "$to" | wc -l) wheels, $(du -sh "$to" | cut -f1)"
echo "There: python3 -m venv venv && venv/bin/pip install --no-index --find-links $to 'lantu[$extras]'"
