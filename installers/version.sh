#!/bin/sh
# Prints the version that packages bear: the workspace's own, or PACKAGE_VERSION where a test asks for another.
set -eu
cargo_toml=$(dirname "$0")/../Cargo.toml
echo "${PACKAGE_VERSION:-$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' "$cargo_toml")}"
