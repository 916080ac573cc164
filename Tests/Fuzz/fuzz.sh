#!/usr/bin/env bash
# Lets libFuzzer look for requests, forms and templates that break a property: `make fuzz SECONDS=600`. The time is
# shared out between the targets, as many at once as there are cores. What it learns stays in .build/fuzz/corpus, so that
# the next run goes on from there; an input that breaks something is in .build/fuzz/findings, and the exit status is 1.
set -euo pipefail
cd "$(dirname "$0")/../.."
targets="request multipart form template"
folder=.build/fuzz

# target NAME SECONDS
fuzz() {
    mkdir -p "$folder/corpus/$1" "$folder/findings"
    rm -f "$folder/findings/$1"-*
    # Swift's own report of a crash stumbles over the sanitizer's.
    SWIFT_BACKTRACE=enable=no nice "$folder/$1" -max_total_time="$2" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
        -dict="Tests/Fuzz/Dictionaries/$1.dict" -artifact_prefix="$folder/findings/$1-" \
        "$folder/corpus/$1" "Tests/Fuzz/Seeds/$1" >"$folder/$1.log" 2>&1 && echo 0 >"$folder/$1.status" ||
        echo $? >"$folder/$1.status"
}

# shellcheck disable=SC2086 # SWIFT may be a command of several words
build() {
    local swift=${SWIFT:-swift} sanitizers="-sanitize=fuzzer,address"
    $swift build -c release --scratch-path "$folder" --product Fuzz -Xswiftc "$sanitizers" >"$folder/build.log" 2>&1 &&
        # The linker warns of each of the sanitizer's own symbols.
        ${swift}c "$sanitizers" -parse-as-library "$folder/release/libFuzz.a" -o "$folder/fuzz" >>"$folder/build.log" 2>&1 ||
        { cat "$folder/build.log" && return 1; }
    for target in $targets; do ln -sf fuzz "$folder/$target"; done
}

# Prints the table's line; fails for what was found, and for a target that did not run.
report() {
    local log="$folder/$1.log" found
    found=$(find "$folder/findings" -name "$1-*" | wc -l)
    awk -v target="$1" -v found="$found" '
        { for (n = 1; n < NF; n++) if ($n == "cov:") coverage = $(n + 1) }
        /^stat::number_of_executed_units:/ { runs = $2 }
        END { printf "%-12s%12d%12d%12d\n", target, runs, coverage, found }' "$log"
    [ "$found" = 0 ] && [ "$(cat "$folder/$1.status")" = 0 ]
}

if [ "${1:-}" = --target ]; then
    fuzz "$2" "$3"
    exit
fi

mkdir -p "$folder"
build
cores=$(nproc)
each=$((${1:-120} * (cores < 4 ? cores : 4) / 4))
echo "Each target for $((each < 1 ? 1 : each)) seconds, $cores at once"
tr ' ' '\n' <<<"$targets" | xargs -P "$cores" -I{} "$0" --target {} "$((each < 1 ? 1 : each))"

printf '%-12s%12s%12s%12s\n' target runs coverage findings
status=0
for target in $targets; do report "$target" || status=1; done
if [ "$status" != 0 ]; then
    for target in $targets; do
        [ "$(cat "$folder/$target.status")" = 0 ] || { echo && grep -aE "Fatal error|ERROR:|SUMMARY:|Test unit" "$folder/$target.log"; }
    done
    echo "To see one again: .build/fuzz/TARGET .build/fuzz/findings/FILE"
fi >&2
exit "$status"
