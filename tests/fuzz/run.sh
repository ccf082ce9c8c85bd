#!/usr/bin/env bash
# The API held to its own document by schemathesis: generated requests, as an SHO and signed out, to a small
# demonstration started for it. Fails on an answer of 5xx, and on any answer that the document does not promise.
#   FUZZ_CASES=25   generated requests to each operation (and as many signed out as a fifth of that)
#   FUZZ_SEED=1934  another seed, other requests
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cases=${FUZZ_CASES:-25} seed=${FUZZ_SEED:-1934}
home=$PWD/target/fuzz version=4.32.5
venv=$home/venv out=$home/out

if ! command -v python3 >/dev/null 2>&1 || ! python3 -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "missing: python3 and python3-venv, which fetch schemathesis (a tool of the tests, kept in $venv)" >&2
    echo "on Debian or Ubuntu: apt-get install python3 python3-venv" >&2
    exit 1
fi
mkdir -p "$home"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
if ! "$venv/bin/python" -c "import importlib.metadata as m; assert m.version('schemathesis') == '$version'" 2>/dev/null; then
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "schemathesis==$version" || {
        echo "missing: schemathesis $version: \`$venv/bin/python -m pip install schemathesis==$version\` failed;" \
            "it needs a Python package index once" >&2
        exit 1
    }
fi
program=${ROZNAMCHA_PROGRAM:-target/debug/roznamcha}
if [ ! -x "$program" ]; then cargo build -p roznamcha; fi

rm -rf "$out" && mkdir -p "$out"
ROZNAMCHA_RATE_PER_SECOND=0 ROZNAMCHA_LOG=warn "$program" demo --small --port 0 --data "$out/data" \
    >"$out/said" 2>"$out/log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
until grep -q '^ready ' "$out/said"; do
    kill -0 "$server" 2>/dev/null || { echo "the demonstration did not start:" >&2; cat "$out/log" >&2; exit 1; }
    sleep 0.2
done
address=$(sed -n 's/^ready //p' "$out/said")
read -r _ _ officer password secret < <(grep '^sign-in sho ' "$out/said")
token=$("$venv/bin/python" tests/fuzz/token.py "$address" "$officer" "$password" "$secret")

# Signing out and a new password would end the session that all the other requests need; every 401 after them would be
# right and would hide the rest. They are asked signed out only.
checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance,ignored_auth
fuzz() {
    local name=$1 cases=$2
    shift 2
    echo "=== $name"
    # From its own folder: it leaves a cache where it runs.
    (cd "$out" && exec "$venv/bin/schemathesis" run "$address/api/v1/openapi.json" \
        --url "$address/api/v1" --checks "$checks" --phases examples,coverage,fuzzing --mode all \
        --max-examples "$cases" --seed "$seed" --generation-database none \
        --request-timeout 30 --continue-on-failure --no-color --report junit --report-junit-path "$out/$name.xml" "$@") \
        >"$out/$name.log" 2>&1 || { cat "$out/$name.log"; echo "=== $name FAILED: $out/$name.log" >&2; return 1; }
    grep -E 'Test cases:|Operations:|generated|passed' "$out/$name.log" || tail -5 "$out/$name.log"
}
status=0
fuzz sho "$cases" --header "Authorization: Bearer $token" --header "X-Purpose: duty" \
    --exclude-path-regex '^/session(/password)?$' || status=1
fuzz signed-out $((cases / 5 + 1)) || status=1
if ! kill -0 "$server" 2>/dev/null; then
    echo "the server ended under the requests:" >&2
    cat "$out/log" >&2
    exit 1
fi
"$program" fsck --data "$out/data" >"$out/fsck" || { cat "$out/fsck"; status=1; }
exit "$status"
