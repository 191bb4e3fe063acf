#!/usr/bin/env bash
# Measures the engine beside llama.cpp's own tools, which it builds first: see compare.py.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=${CARGO_TARGET_DIR:-$here/../../target}
folder=$target/bench
tools=$("$here/peers.sh" "$folder")
synthetic=$folder/synthetic-1.2b.Q4_K_M.gguf
[ -f "$synthetic" ] || python3 "$here/make-synthetic.py" "$synthetic"

# The layout of the weights that is the fastest here, as the app finds it out; the usual one on a machine that is busy.
data=$folder/data
fastest() {
    "$target/release/sanad" --data-dir "$data" --model "$1" models measure --json |
        python3 -c 'import json, sys; print(((json.load(sys.stdin)["fastest"] or {}).get("layout") or "repacked").replace("_", "-"))' ||
        true
}
starter=$HOME/.cache/sanad/models/SmolLM2-135M-Instruct.Q4_1.gguf
prepared=$data/models/SmolLM2-135M-Instruct.Q8_0.gguf
[ -f "$prepared" ] || "$target/release/sanad" --data-dir "$data" --model "$starter" models prepare >&2
python3 "$here/compare.py" --tools "$tools" --measure "$target/release/measure-engine" \
    --starter "$starter" --prepared "$prepared" --synthetic "$synthetic" \
    --synthetic-layout "$(fastest "$synthetic")" --prepared-layout "$(fastest "$prepared")" \
    --speculation "$target/release/examples/measure-speculation" \
    --results "$folder/results"
