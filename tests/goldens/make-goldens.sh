#!/usr/bin/env bash
# Writes starter-greedy.json: what llama.cpp's own llama-completion answers at temperature 0 on our prompts.
#
# The libraries are built from the tree that the crate llama-cpp-sys-2 carries, with the flags that cargo gives it.
# The crate leaves the sources of the tools out; those of llama-completion, which only call the libraries,
# come from the source distribution of llama-cpp-python, a few weeks older.
#
# Needs: cargo, cmake, a C++ compiler, python3 with pip, the starter model. Ten minutes on two cores.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/sanad
model=${1:-$HOME/.cache/sanad/models/SmolLM2-135M-Instruct.Q4_1.gguf}
max_tokens=64

completion_release=llama-cpp-python==0.3.36
completion_sha256=832db0699007f1be95a7e41ef12e88926b02ba836461e36a36372db2760c1a2e

[ -f "$model" ] || { echo "There is no model at $model: run make starter-model first." >&2; exit 1; }

cd "$root"
tree=$(cargo metadata --format-version 1 --locked | python3 -c '
import json, os, sys
packages = [p for p in json.load(sys.stdin)["packages"] if p["name"] == "llama-cpp-sys-2"]
print(os.path.join(os.path.dirname(packages[0]["manifest_path"]), "llama.cpp"))')

sources=$cache/goldens/sources
if [ ! -d "$sources" ]; then
    mkdir -p "$cache/goldens/download"
    pip download --no-deps --no-binary :all: --dest "$cache/goldens/download" "$completion_release"
    archive=$(ls "$cache"/goldens/download/llama_cpp_python-*.tar.gz)
    echo "$completion_sha256  $archive" | sha256sum --check --quiet
    mkdir -p "$sources"
    tar --extract --file "$archive" --directory "$sources" --strip-components=5 --wildcards \
        '*/vendor/llama.cpp/tools/completion/*'
fi

build=$cache/goldens/build
cmake -S "$here" -B "$build" -DCMAKE_BUILD_TYPE=Release \
    -DLLAMA_CPP_TREE="$tree" -DCOMPLETION_SOURCES="$sources"
cmake --build "$build" --target llama-completion -j "$(nproc)"

# Both once under the same flags: the example renders, the engine says which CPU features it was built for.
cargo build --release -p sanad-engine --example render-prompt
cargo build --release -p sanad-engine
target=$(cargo metadata --format-version 1 --locked --no-deps |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')
"$target/release/examples/render-prompt" "$model" < "$here/questions.txt" 2> "$cache/goldens/render.log" |
    python3 "$here/make-goldens.py" \
        --completion "$build/llama-completion" --engine "$target/release/sanad-engine" \
        --model "$model" --tree "$tree" --max-tokens "$max_tokens" --output "$here/starter-greedy.json"
