#!/usr/bin/env bash
# The browser tests: every *.test.mjs here, or those named. They drive target/debug/roznamcha as it was last built, or
# the program ROZNAMCHA_PROGRAM names.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
files=("$@")
if [ ${#files[@]} = 0 ]; then
    shopt -s nullglob
    files=(tests/browser/*.test.mjs)
fi
if [ ${#files[@]} = 0 ]; then
    echo "0 browser journeys"
    exit 0
fi
if [ ! -d node_modules/playwright-core ]; then
    echo "playwright-core is not there: ./run assets fetches it" >&2
    exit 1
fi
if [ -z "${ROZNAMCHA_PROGRAM:-}" ] && [ ! -x target/debug/roznamcha ] && grep -qE 'startDemo|openDesk' "${files[@]}"; then
    cargo build -p roznamcha
fi
rm -rf tests/browser/out
# One file at a time: each has a server and a browser of its own, and there may be only two cores.
exec node --test --test-concurrency=1 --test-reporter=spec "${files[@]}"
