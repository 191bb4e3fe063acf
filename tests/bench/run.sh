#!/usr/bin/env bash
# Prints the figures that the project reports, as JSON. Figures, not verdicts: machines differ.
set -euo pipefail
bin="${CARGO_TARGET_DIR:-target}/release"
"$bin/measure-window"
