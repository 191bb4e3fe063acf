#!/bin/sh
# Builds the engine once for each kind of processor, for machines other than this one, and puts the executables
# into FOLDER/engines; the best that a machine can run is chosen by the app when it starts.
#
#     engine-variants.sh cpu FOLDER      AVX2 and AVX512-VNNI; ten minutes each on two quiet cores
#     engine-variants.sh vulkan FOLDER   for a GPU; needs libvulkan-dev, glslc and spirv-headers
#
# Each has a target folder of its own, since another `RUSTFLAGS` or `GGML_*` compiles llama.cpp anew.
# The Rust part of every build stays at x86-64-v3, so that build scripts run on any machine that builds.
set -eu

what=$1
folder=$2

build() {
    name=$1
    features=$2
    CARGO_TARGET_DIR="$folder/engine-$name" RUSTFLAGS="-C target-cpu=x86-64-v3" \
        cargo build --quiet --release --locked -p sanad-engine --bin sanad-engine $features
    mkdir -p "$folder/engines"
    cp "$folder/engine-$name/release/sanad-engine" "$folder/engines/sanad-engine-$name"
    # One that needed a loader of a GPU could not be started without it, and would be no engine for processors.
    if [ "$name" != vulkan ] && readelf -d "$folder/engines/sanad-engine-$name" | grep -Eqi 'NEEDED.*(vulkan|cuda|hip|OpenCL)'; then
        echo "sanad-engine-$name needs a GPU loader" >&2
        exit 1
    fi
    echo "$folder/engines/sanad-engine-$name"
}

case $what in
cpu)
    build avx2 ""
    # A subshell, since a shell need not hand on what stands before the name of a function.
    (
        export GGML_AVX512=ON GGML_AVX512_VNNI=ON
        build avx512-vnni ""
    )
    ;;
vulkan)
    for program in glslc cmake; do
        command -v $program >/dev/null || {
            echo "$program is missing: apt-get install libvulkan-dev glslc spirv-headers" >&2
            exit 1
        }
    done
    build vulkan "--features vulkan"
    ;;
*)
    echo "engine-variants.sh cpu|vulkan FOLDER" >&2
    exit 2
    ;;
esac
