#!/usr/bin/env bash
# The two commands of this repository. Both set up what is missing on a fresh machine first.
#   ./meguri.sh test   the gate: format, build with checked target arrows, tests, rule examples, crash, hostile, race and export runs
#   ./meguri.sh demo   builds a release binary and shows a program at work
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    sed -n '2,4s/^# \{0,1\}//p' meguri.sh >&2
    exit 2
}

fail() {
    printf 'meguri.sh: %s\n' "$*" >&2
    exit 1
}

has_sqlite() {
    { command -v pkg-config >/dev/null && pkg-config --exists sqlite3; } || [ -f /usr/include/sqlite3.h ]
}

set_up() {
    command -v swift >/dev/null || fail "no swift on the PATH: install a Swift 6.2 toolchain or newer (swift.org/install)"
    local missing=()
    has_sqlite || missing+=(libsqlite3-dev)
    command -v python3 >/dev/null || missing+=(python3)
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "missing, and there is no apt-get to install it: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || fail "missing; as root, run: apt-get install ${missing[*]}"
        as_root=(sudo -n)
    fi
    local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}")
    printf '== missing, installing: %s\n' "${missing[*]}"
    "${install[@]}" || { "${as_root[@]}" apt-get update -q && "${install[@]}"; } \
        || fail "apt-get could not install ${missing[*]}"
    has_sqlite || fail "libsqlite3-dev was installed, but its header is not to be found"
}

running=""
trap '[ -z "$running" ] || { kill "$running" && wait "$running"; } 2>/dev/null || true' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Runs one step in the background and waits, so that an interrupt ends the step by its own pid.
step() {
    local name=$1 start=$SECONDS status=0
    shift
    printf '\n== %s: %s\n' "$name" "$*"
    "$@" <&0 &
    running=$!
    wait "$running" || status=$?
    running=""
    [ "$status" -eq 0 ] || fail "FAILED at '$name' (exit $status, $((SECONDS - start)) s): $*"
    printf '== %s: passed (%d s)\n' "$name" $((SECONDS - start))
}

run_tests() {
    local start=$SECONDS
    step format swift format lint -r -p --strict Package.swift Sources Tests
    step build swift build --build-tests --explicit-target-dependency-import-check error
    step tests swift test
    step rules .build/debug/meguri rules test --rules Rules
    step crash scripts/crash --rounds 5 --binary .build/debug/meguri
    step hostile scripts/hostile --binary .build/debug/meguri
    step races scripts/races --rounds 4 --binary .build/debug/meguri
    step exports scripts/export-check --transactions 2000 --binary .build/debug/meguri
    printf '\n== the whole gate: passed (%d s)\n' $((SECONDS - start))
}

run_demo() {
    [ -x scripts/demo ] || fail "scripts/demo is not there"
    step build swift build -c release --product meguri
    scripts/demo .build/release/meguri
}

[ $# -eq 1 ] || usage
case $1 in
test)
    set_up
    run_tests
    ;;
demo)
    set_up
    run_demo
    ;;
*) usage ;;
esac
