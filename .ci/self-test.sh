# For the self-tests of the checks: builds a tree of files in a folder of its own and compares a check's findings with
# those expected, all of them and no others.

# In a git hook these name the repository that is being committed to.
unset $(git rev-parse --local-env-vars)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fired=0
failed=0

# A new, empty tree, in which the check will run.
tree() {
    expected=()
    cd "$scratch"
    rm -rf tree
    mkdir -p tree/Sources tree/Tests
    cd tree
    git init -q
}

# write FILE LINE…
write() {
    mkdir -p "$(dirname "$1")"
    printf '%s\n' "${@:2}" >"$1"
}

# expect FILE:LINE TEXT: the check must find this.
expect() { expected+=("$1: $2"); }

# The check must find what was expected, nothing else, and fail.
expect_findings() {
    local output place text line
    if output=$("$@" 2>&1); then complain "$1 accepts what it must refuse" "$output"; fi
    for line in "${expected[@]}"; do
        place=${line%%: *} text=${line#*: }
        if grep -F "$place: " <<<"$output" | grep -qF "$text"; then
            fired=$((fired + 1))
        else
            complain "$1 does not find $place: $text" "$output"
        fi
    done
    if [ "$(grep -c '^[^:]*:[0-9]*: ' <<<"$output")" != "${#expected[@]}" ]; then
        complain "$1 finds other things than the ${#expected[@]} expected" "$output"
    fi
}

expect_clean() {
    local output
    if ! output=$("$@" 2>&1) || [ -n "$output" ]; then complain "$1 refuses what is good" "$output"; fi
}

complain() {
    failed=$((failed + 1))
    printf 'self-test: %s. It said:\n%s\n' "$1" "$2" >&2
}

self_test_sum() {
    [ "$failed" = 0 ] && echo "$1: each rule can fail ($fired planted faults found)"
}
