#!/bin/sh
# Builds the engine once for each kind of processor, for machines other than this one, and puts the executables
# into FOLDER/engines; the best that a machine can run is chosen by the app when it starts.
#
#     engine-variants.sh cpu FOLDER      AVX2 and AVX512-VNNI; ten minutes each on two quiet cores
#     engine-variants.sh vulkan FOLDER   for a GPU; needs libvulkan-dev, glslc and spirv-headers
#     engine-variants.sh portable FOLDER the app for any 64-bit processor and the engine for those with SSE4.2 (2009),
#                                        into FOLDER/packages, which is what packages are made from
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
portable)
    # No AVX of any kind: who has it gets a faster engine beside this one, and nobody an illegal instruction.
    # An empty value turns off the `target-cpu=native` of .cargo/config.toml.
    CARGO_TARGET_DIR="$folder/portable" CARGO_ENCODED_RUSTFLAGS='' \
        GGML_SSE42=ON GGML_AVX=OFF GGML_AVX2=OFF GGML_BMI2=OFF GGML_FMA=OFF GGML_F16C=OFF \
        cargo build --quiet --release --locked --workspace --bin sanad --bin sanad-engine
    mkdir -p "$folder/packages"
    cp "$folder/portable/release/sanad" "$folder/portable/release/sanad-engine" "$folder/packages/"
    rm -rf "$folder/packages/engines"
    if [ -d "$folder/engines" ]; then cp -r "$folder/engines" "$folder/packages/engines"; fi
    echo "$folder/packages"
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
    echo "engine-variants.sh cpu|portable|vulkan FOLDER" >&2
    exit 2
    ;;
esac
