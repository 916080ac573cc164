# Reads the project's text files and prints each breach of the house's rules as `file:line: what and why`.
# The lists of exceptions come in from `.ci/house-rules`: triples ("file tag" pairs) and markup (files).

BEGIN {
    # In pieces, so that this file does not find itself.
    unfinished = word("TO" "DO|FIX" "ME|XX" "X")
    private_path = "(^|[^A-Za-z0-9_./-])/(ro" "ot/|ho" "me/|tm" "p/wt|wo" "rk/(main|shared))"
    promises = word("@unchecked[ \t]+Sendable|nonisolated\\(unsafe\\)|unowned")
    sql = word("SELECT|INSERT( OR [A-Z]+)? INTO|UPDATE( OR [A-Z]+)? [a-z_]+|DELETE FROM|(CREATE|DROP|ALTER) [A-Z]+|PRAGMA")
    html = "</?[a-z][a-z0-9]*([ \n/>]|$)|<!DOCTYPE|<!--|&(nbsp|amp|lt|gt|quot|#[0-9]+);"

    count = split(triples, pairs, "\n")
    for (n = 1; n <= count; n++) triple_allowed[pairs[n]] = 1
    count = split(markup, pairs, "\n")
    for (n = 1; n <= count; n++) markup_allowed[pairs[n]] = 1
    for (n = 1; n < ARGC; n++) {
        name = ARGV[n]
        if (name ~ /^Templates\/.*\.mustache$/) template_file[substr(name, 11, length(name) - 19)] = name
        if (name ~ /^Tests\/PortalTests\/[^\/]+\/.*\.swift$/) tested[part(name, 3)] = 1
    }
}

FNR == 1 { enter_file() }

{
    length_of[FILENAME] = FNR
    if ($0 ~ unfinished) finding("finish it or leave it out: what is here is done")
    if ($0 ~ private_path) finding("a path of one machine says nothing on another")
}

swift { check_swift() }
swift_test { check_swift_test() }
python_test { check_python_test() }
FILENAME ~ /^Templates\// { check_template() }

END {
    if (page) leave_page()
    check_lengths()
    check_mirror()
    exit found > 0
}

function enter_file() {
    if (page) leave_page()
    swift_reset()
    because = 0
    swift = FILENAME ~ /\.swift$/
    source = swift && FILENAME ~ /^Sources\//
    request_path = source && FILENAME !~ /^Sources\/PermitPortal\//
    without_sql = source && FILENAME !~ /^Sources\/(Storage|SQLite)\//
    without_markup = FILENAME ~ /^Sources\/Portal\// && !(FILENAME in markup_allowed)
    test = FILENAME ~ /^Tests\// && FILENAME !~ /^Tests\/(Benchmark|Fuzz|Soak)\//
    swift_test = test && swift
    python_test = test && FILENAME ~ /\.py$/
    page = FILENAME ~ /^Sources\/Portal\/.*Page\.swift$/
    left = FILENAME
    declared = 0
}

function word(pattern) { return "(^|[^A-Za-z0-9_])(" pattern ")([^A-Za-z0-9_]|$)" }

function finding(what) { finding_at(FILENAME, FNR, what) }

function finding_at(file, line, what) {
    printf "%s:%d: %s\n", file, line, what
    found++
}

function part(path, number,    parts) {
    split(path, parts, "/")
    return parts[number]
}

# --- Swift

function check_swift() {
    swift_line($0)
    if (source) check_template_name()
    if (request_path) check_traps(CODE)
    if (without_sql && LITERAL ~ sql) finding("SQL lives in Storage; ask a store")
    if (without_markup && LITERAL ~ html) finding("markup lives in Templates; hand the page plain text")
    check_promises()
}

function check_traps(code) {
    if (code ~ /(^|[^A-Za-z0-9_])try!/) finding("`try!` ends the server for everyone; throw")
    if (code ~ /(^|[^A-Za-z0-9_])fatalError[ \t]*\(/) finding("`fatalError` ends the server for everyone; throw")
    if (code ~ /(^|[^A-Za-z0-9_])as!/) finding("`as!` ends the server for everyone; use `as?`")
    gsub(/(try|as)!/, "", code)
    if (code ~ /[])}A-Za-z0-9_?>"`]!([^=]|$)/) finding("a forced unwrap ends the server for everyone; use `guard let`")
}

# A comment that begins with "because", or with what it is about and "because", speaks for its own line and for the line under its block.
function check_promises() {
    if (COMMENT ~ /^[\/* \t]*(`[^`]*` )?[Bb]ecause/) because = 1
    if (CODE ~ promises && !because) finding("the compiler is told to trust this: say why, in a comment that begins with \"because\"")
    if (COMMENT == "" || CODE ~ /[^ \t]/) because = 0
}

function check_swift_test() {
    # A test's name is a sentence, which may say anything.
    gsub(/`[^`]*`/, "``", CODE)
    gsub(/`[^`]*`/, "``", KEPT)
    if (CODE ~ /(^|[^A-Za-z0-9_])(u|nano)?sleep[ \t]*\(|asyncAfter/) finding("a test that sleeps is slow or fails by chance; wait for what it waits for")
    if (KEPT ~ /\.disabled\((\)|"|if)|\.enabled\(if|XCTSkip|withKnownIssue|Test\.cancel/) finding("a test that is skipped proves nothing")
    if (COMMENT ~ /\/\/[ \t]*@Test/) finding("a test that is commented out proves nothing")
}

function check_python_test() {
    if ($0 ~ /(^|[^A-Za-z0-9_])sleep[ \t]*\(|wait_for_timeout/) finding("a test that sleeps is slow or fails by chance; wait for what it waits for")
    if ($0 ~ /mark\.(skip|xfail)|pytest\.(skip|xfail|importorskip)|unittest\.(skip|expectedFailure)/) finding("a test that is skipped proves nothing")
    if ($0 ~ /^[ \t]*#[ \t]*def test_/) finding("a test that is commented out proves nothing")
}

# --- templates, and the mirror: a page, its template, the feature's tests

function check_template(    rest, tag) {
    rest = $0
    while (match(rest, /[{][{]([{]|[ \t]*&)[^}]*/)) {
        tag = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        gsub(/^[{]+[ \t]*&?[ \t]*|[ \t]+$/, "", tag)
        if (!((FILENAME " " tag) in triple_allowed)) finding("unescaped `" tag "`: what people type would become markup; write {{" tag "}}, or list it in .ci/house-rules")
    }
}

function check_template_name(    named) {
    if (!match(KEPT, /static let template[^=]*=[ \t]*"[^"]*"/)) return
    named = substr(KEPT, RSTART, RLENGTH)
    sub(/^[^"]*"/, "", named)
    sub(/"$/, "", named)
    declared = 1
    shown[named] = 1
    if (!(named in template_file)) finding("there is no Templates/" named ".mustache")
    else if (page && feature() != "" && part(named, 1) != feature()) finding("a page of " feature() " has its template in Templates/" feature())
}

function feature() { return FILENAME ~ /^Sources\/Portal\/[^\/]+\// ? part(FILENAME, 3) : "" }

function leave_page(    folder) {
    folder = part(left, 4) == "" ? "" : part(left, 3)
    if (folder == "" || left ~ /\/Page\.swift$/) return
    if (!declared) finding_at(left, 1, "a page names its template: static let template = \"" folder "/…\"")
    if (!(folder in tested) && !(folder in missed)) finding_at(left, 1, "the pages of " folder " have no tests in Tests/PortalTests/" folder)
    missed[folder] = 1
}

function check_mirror(    name) {
    for (name in template_file) {
        if (name !~ /\// || name ~ /^(Layout|Parts)\//) continue
        if (!(name in shown)) finding_at(template_file[name], 1, "no page names this template; what several pages share is in Templates/Parts")
    }
}

# --- lengths

function check_lengths(    name) {
    for (name in length_of) {
        if (name ~ /^Public\/.*\.css$/) too_long(name, 700)
        else if (name ~ /\.swift$/ || name ~ /^Public\/.*\.js$/) {
            if (!too_long(name, 400) && name ~ /\.swift$/ && length_of[name] > 250)
                printf "%s: hint: %d lines; more than 250 wants a reason\n", name, length_of[name]
        }
    }
}

function too_long(name, limit) {
    if (length_of[name] <= limit) return 0
    finding_at(name, limit + 1, length_of[name] " lines, and " limit " is the end; part it by what its parts are about")
    return 1
}
