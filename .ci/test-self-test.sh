# The self-test of .ci/test: closing lines as Swift Testing and pytest write them, and what they must add up to.
# shellcheck shell=bash
log=$(mktemp)
trap 'rm -f "$log"' EXIT
wrong=0

# counts COUNTER STATUS "passed failed" LINE…
counts() {
    local counted
    printf '%s\n' "${@:4}" >"$log"
    counted=$("$1" "$log" "$2")
    [ "$counted" = "$3" ] && return
    wrong=1
    printf 'self-test: %s says "%s", not "%s", of:\n' "$1" "$counted" "$3" >&2
    cat "$log" >&2
}

counts count_swift 0 '39 0' '✔ Test "a" passed after 0.1 seconds.' '✔ Test run with 39 tests in 9 suites passed after 0.341 seconds.'
counts count_swift 0 '1 0' '✔ Test run with 1 test in 0 suites passed after 0.001 seconds.'
counts count_swift 1 '5 3' '✘ Test "a" recorded an issue at A.swift:5:27: Expectation failed: 1 == 2' \
    '✘ Test "with cases" with 3 test cases failed after 0.001 seconds with 1 issue.' \
    '✘ Test case passing 1 argument n → 2 to "with cases" failed after 0.001 seconds with 1 issue.' \
    '✘ Test plainBad() failed after 0.001 seconds with 1 issue.' '✘ Test "a" failed after 0.001 seconds with 2 issues.' \
    '✘ Suite ATests failed after 0.001 seconds with 5 issues.' \
    '✘ Test run with 8 tests in 1 suite failed after 0.002 seconds with 5 issues.'
counts count_swift 0 '7 1' '➜ Test "a" skipped: "why"' '✔ Test run with 8 tests in 1 suite passed after 0.002 seconds.'
counts count_swift 1 '0 1' '✔ Test "a" passed after 0.1 seconds.' 'error: exited with unexpected signal code 4'
counts count_swift 1 '0 1' 'error: no such module'
counts count_swift 1 '39 1' '✔ Test run with 39 tests in 9 suites passed after 0.341 seconds.'
counts count_swift 0 '0 1' '✔ Test run with 0 tests in 0 suites passed after 0.001 seconds.'
counts count_swift 0 '0 1' ''

counts count_pytest 0 '12 0' '............ [100%]' '12 passed in 3.20s'
counts count_pytest 0 '120 0' '===== 120 passed, 2 warnings in 83.20s (0:01:23) ====='
counts count_pytest 1 '12 5' 'FAILED a - assert 3 in 4' '2 failed, 12 passed, 1 skipped, 2 errors in 3.20s'
counts count_pytest 0 '12 2' '12 passed, 1 xfailed, 1 xpassed in 3.20s'
counts count_pytest 5 '0 1' 'no tests ran in 0.01s'
counts count_pytest 2 '0 1' '1 error in 0.10s'
counts count_pytest 139 '0 1' 'Segmentation fault'
counts count_pytest 1 '12 1' '12 passed in 3.20s'

[ "$wrong" = 0 ] && echo 'test: the sum is right'
