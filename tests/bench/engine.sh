#!/usr/bin/env bash
# Measures the engine beside llama.cpp's own tools, which it builds first: see compare.py.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=${CARGO_TARGET_DIR:-$here/../../target}
folder=$target/bench
tools=$("$here/peers.sh" "$folder")
synthetic=$folder/synthetic-1.2b.Q4_K_M.gguf
[ -f "$synthetic" ] || python3 "$here/make-synthetic.py" "$synthetic"
python3 "$here/compare.py" --tools "$tools" --measure "$target/release/measure-engine" \
    --starter "$HOME/.cache/sanad/models/SmolLM2-135M-Instruct.Q4_1.gguf" --synthetic "$synthetic" \
    --results "$folder/results"
