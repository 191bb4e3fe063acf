#!/usr/bin/env bash
# Stops with one sentence when Node is missing or too old for the window's build.
set -euo pipefail
if ! command -v node >/dev/null; then
  echo "Node.js 20.19 or newer is needed to build the window. Please install it, then run this again." >&2
  exit 1
fi
node -e '
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js ${process.versions.node} is too old: 20.19 or newer is needed.`);
  process.exit(1);
}'
