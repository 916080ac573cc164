# Reads Package.swift (the first file), then the sources (the others), and prints every import that is not an arrow.

BEGIN {
    split("Foundation Dispatch Synchronization Glibc Testing", names, " ")
    for (n in names) outside[names[n]] = 1
    only_user["CSQLite"] = "SQLite"
    only_user["CCrypt"] = "Credentials"
    # The benchmark compares the program with SQLite itself, so it has to step statements bare.
    spared["Benchmark", "CSQLite"] = 1
}

FNR == 1 {
    swift_reset()
    if (NR != 1 && !read) read_manifest()
    if (NR != 1 && !broken) enter_file()
}

{ swift_line($0) }

NR == FNR {
    manifest = manifest KEPT "\n"
    next
}

target != "" {
    if (CODE ~ /@_exported/) finding("`@_exported` would lend this module's arrow to everyone who imports it")
    count = split(CODE, statements, ";")
    for (s = 1; s <= count; s++) read_statement(statements[s])
}

END {
    if (!read) read_manifest()
    exit found > 0
}

function finding(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what
    found++
}

function unreadable(position, what,    before) {
    before = substr(manifest, 1, position)
    printf "Package.swift:%d: %s\n", gsub(/\n/, "", before) + 1, what
    found++
}

# --- the sources

function enter_file(    name, longest) {
    target = ""
    longest = 0
    for (name in folder) {
        if (index(FILENAME, folder[name] "/") == 1 && length(folder[name]) > longest) {
            target = name
            longest = length(folder[name])
        }
    }
    if (target == "") finding("no target of Package.swift holds this file, so nobody builds it")
}

function read_statement(text,    module) {
    sub(/^[ \t]+/, "", text)
    while (match(text, /^(@[A-Za-z_]+(\([^)]*\))?|public|package|internal|fileprivate|private)[ \t]+/)) text = substr(text, RLENGTH + 1)
    if (text !~ /^import([ \t`]|$)/) return
    module = substr(text, 7)
    gsub(/`/, "", module)
    sub(/^[ \t]*(typealias|struct|class|enum|protocol|actor|let|var|func)[ \t]+/, "", module)
    gsub(/^[ \t]+|[ \t]+$/, "", module)
    sub(/\..*$/, "", module)
    if (module !~ /^[A-Za-z_][A-Za-z0-9_]*$/) finding("this import cannot be read; write it on one line")
    else if (module in folder) {
        if (!((target, module) in arrow)) finding(target " imports " module ", which Package.swift does not declare for it")
    } else if (module == "FoundationNetworking") finding("no module here speaks to the network but Server, with sockets of its own")
    else if (!(module in outside)) finding(module " is not a module of this package, and only " allowed() " come from outside")
    else if (module == "Testing" && folder[target] !~ /^Tests\//) finding("Testing is for Tests only, and " target " is shipped")
}

function allowed() { return "Foundation, Dispatch, Synchronization, Glibc and, in tests, Testing" }

# --- the manifest: the list of targets, read literally; what cannot be read so is refused

function read_manifest(    position, entry, size) {
    read = 1
    if (match(manifest, /\.package[ \n]*\(/)) unreadable(RSTART, "the toolchain, libsqlite3 and libcrypt only: no SwiftPM packages")
    if (match(manifest, /targets[ \n]*(\+=|\.append|\.insert)/)) unreadable(RSTART, "targets added by code cannot be read; list them")
    broken = 1
    if (!match(manifest, /targets:[ \n]*\[[ \n]*\./)) {
        unreadable(1, "no list of targets that can be read")
        return
    }
    position = RSTART + RLENGTH - 1
    while (position <= length(manifest)) {
        entry = substr(manifest, position)
        if (match(entry, /^[ \n,]+/)) position += RLENGTH
        else if (substr(entry, 1, 1) == "]") break
        else {
            size = closing_bracket(entry)
            if (entry !~ /^\.[A-Za-z]+\(/ || !size) {
                unreadable(position, "this is not a target that can be read")
                return
            }
            read_target(substr(entry, 1, size), position)
            position += size
        }
    }
    broken = 0
    check_arrows()
}

function closing_bracket(text,    n, c, open, quoted) {
    for (n = 1; n <= length(text); n++) {
        c = substr(text, n, 1)
        if (c == "\"") quoted = !quoted
        else if (!quoted && c == "(") open++
        else if (!quoted && c == ")" && --open == 0) return n
    }
    return 0
}

function read_target(entry, position,    kind, name, list, count, items, n) {
    kind = substr(entry, 2, index(entry, "(") - 2)
    name = quoted_after(entry, "name")
    if (kind !~ /^(systemLibrary|target|executableTarget|testTarget)$/ || name == "") {
        unreadable(position, "a target of this kind, or without a plain name, cannot be read")
        return
    }
    folder[name] = (kind == "testTarget" ? "Tests/" : "Sources/") name
    if (entry ~ /path:/) folder[name] = quoted_after(entry, "path")
    if (entry !~ /dependencies:/) return
    if (!match(entry, /dependencies:[ \n]*\[[^]]*\]/)) {
        unreadable(position, "the dependencies of " name " cannot be read; list them in place")
        return
    }
    list = substr(entry, RSTART, RLENGTH)
    gsub(/^[^[]*\[|\]$/, "", list)
    count = split(list, items, ",")
    for (n = 1; n <= count; n++) {
        gsub(/^[ \n]+|[ \n]+$/, "", items[n])
        if (items[n] ~ /^"[A-Za-z0-9_]+"$/) {
            gsub(/"/, "", items[n])
            arrow[name, items[n]] = position
        } else if (items[n] != "") {
            unreadable(position, "this dependency of " name " is not a plain name: " items[n])
            break
        }
    }
}

function quoted_after(entry, label) {
    if (!match(entry, label ":[ \n]*\"[A-Za-z0-9_/]+\"")) return ""
    entry = substr(entry, RSTART, RLENGTH - 1)
    sub(/^[^"]*"/, "", entry)
    return entry
}

function check_arrows(    pair, ends) {
    for (pair in arrow) {
        split(pair, ends, SUBSEP)
        if (!(ends[2] in folder)) unreadable(arrow[pair], ends[1] " depends on " ends[2] ", which is no target")
        if (ends[2] in only_user && only_user[ends[2]] != ends[1] && !(pair in spared))
            unreadable(arrow[pair], ends[2] " is for " only_user[ends[2]] " only, not for " ends[1])
    }
}
