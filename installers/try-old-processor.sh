#!/bin/sh
# Starts the programs of a package on processors that this computer is not, as QEMU makes them up.
#
#     try-old-processor.sh PACKAGE.deb MODEL.gguf
#
# A program that needs an instruction which the processor lacks is ended by it, and then this fails.
set -eu

command -v qemu-x86_64 >/dev/null || {
    echo "qemu-x86_64 is missing: apt-get install qemu-user" >&2
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dpkg-deb -x "$1" "$work"
programs=$work/usr/lib/sanad/bin

runs() {
    processor=$1
    shift
    if qemu-x86_64 -cpu "$processor" "$@" </dev/null >"$work/said" 2>"$work/errors"; then
        echo "try-old-processor: $(basename "$1") runs on a $processor"
    else
        status=$?
        grep -v 'TCG doesn' "$work/errors" >&2 || true
        echo "try-old-processor: $(basename "$1") does not run on a $processor (status $status)" >&2
        exit 1
    fi
}

# 2008, without AVX; then 2013, with AVX2.
for processor in Nehalem Haswell; do
    runs $processor "$programs/sanad" --version
    # Measuring reads and writes with the model, so llama.cpp's own code runs.
    runs $processor "$programs/sanad-engine" measure --model "$2"
done
if [ -f "$programs/engines/sanad-engine-avx2" ]; then
    runs Haswell "$programs/engines/sanad-engine-avx2" measure --model "$2"
fi
