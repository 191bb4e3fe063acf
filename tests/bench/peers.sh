#!/usr/bin/env bash
# Builds llama.cpp's own tools, against which `make bench` measures, and prints the folder that they are in.
#
#     peers.sh FOLDER
#
# The source is what the PyPI source distribution of llama-cpp-python carries: nothing but a package registry is asked.
# Its 0.3.36 has ggml 0.25.3, the nearest that PyPI has to the ggml 0.26.0 of our llama-cpp-sys-2 0.1.161.
# Needs: cmake, a C++ compiler, python3 with pip; ten minutes on two quiet cores.
set -euo pipefail

folder=$1
release=llama-cpp-python==0.3.36
sha256=832db0699007f1be95a7e41ef12e88926b02ba836461e36a36372db2760c1a2e
tools=(llama-bench llama-server llama-completion)

source=$folder/llama.cpp
build=$folder/peers
mkdir -p "$folder/download"

if [ ! -f "$source/CMakeLists.txt" ]; then
    archive=$folder/download/llama_cpp_python-${release##*==}.tar.gz
    if [ ! -f "$archive" ]; then
        python3 -m pip download --quiet --no-deps --no-binary llama-cpp-python --dest "$folder/download" "$release" >&2
    fi
    echo "$sha256  $archive" | sha256sum --check --quiet
    mkdir -p "$source"
    tar --extract --file "$archive" --directory "$source" --strip-components=3 --wildcards '*/vendor/llama.cpp/*'
fi

# Release and native, as ours is; no web page in the server, no TLS.
if [ ! -f "$build/CMakeCache.txt" ]; then
    cmake -S "$source" -B "$build" \
        -DCMAKE_BUILD_TYPE=Release -DGGML_NATIVE=ON -DBUILD_SHARED_LIBS=OFF \
        -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_APP=OFF \
        -DLLAMA_BUILD_UI=OFF -DLLAMA_USE_PREBUILT_UI=OFF -DLLAMA_OPENSSL=OFF >&2
fi
# One job at the lowest priority: whoever works on the machine meanwhile is not to notice.
nice -n 19 cmake --build "$build" -j "${SANAD_BENCH_JOBS:-1}" --target "${tools[@]}" >&2
echo "$build/bin"
