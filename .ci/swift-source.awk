# Tells code, comments and string literals of Swift apart, line by line.
#
# swift_line(line) sets CODE (comments gone, strings emptied to ""), COMMENT, LITERAL (the strings' contents)
# and KEPT (comments gone, strings as they are); swift_reset() begins a file. Knows nested comments, raw strings,
# multi-line strings, names in backticks, and interpolations, which count as code. Bare regex literals that hold a
# quote it does not know: a string that its line leaves open is taken back at the line's end.

function swift_reset() {
    depth = 0
    mode[0] = "code"
}

function swift_push(what) {
    mode[++depth] = what
    brackets[depth] = 0
}

function swift_line(line,    position, size, rest, two) {
    CODE = COMMENT = LITERAL = KEPT = ""
    if (depth == 0 && line !~ /["\/]/) {
        CODE = KEPT = line
        return
    }
    position = 1
    size = length(line)
    while (position <= size) {
        rest = substr(line, position)
        two = substr(rest, 1, 2)
        if (mode[depth] == "comment") position += swift_comment(rest, two)
        else if (mode[depth] == "string") position += swift_string(rest)
        else if (two == "//") {
            COMMENT = COMMENT rest
            break
        } else position += swift_code(rest, two)
    }
    while (mode[depth] == "string" && !spans[depth]) depth--
}

function swift_comment(rest, two) {
    if (two == "*/") {
        depth--
        return 2
    }
    if (two == "/*") {
        swift_push("comment")
        return 2
    }
    COMMENT = COMMENT substr(rest, 1, 1)
    return 1
}

function swift_code(rest, two,    first) {
    if (match(rest, /^`[^`]*`/)) {
        CODE = CODE substr(rest, 1, RLENGTH)
        KEPT = KEPT substr(rest, 1, RLENGTH)
        return RLENGTH
    }
    first = substr(rest, 1, 1)
    if (two == "/*") {
        swift_push("comment")
        return 2
    }
    if (first == "\"" || (first == "#" && match(rest, /^#+"/))) return swift_open(rest)
    if (depth > 0 && first == "(") brackets[depth]++
    if (depth > 0 && first == ")" && brackets[depth]-- == 0) depth--
    CODE = CODE first
    KEPT = KEPT first
    return 1
}

function swift_open(rest,    opening) {
    match(rest, /^#*"/)
    opening = substr(rest, 1, RLENGTH)
    swift_push("string")
    hashes[depth] = substr(opening, 1, RLENGTH - 1)
    spans[depth] = substr(rest, RLENGTH, 3) == "\"\"\""
    if (spans[depth]) opening = opening "\"\""
    closing[depth] = (spans[depth] ? "\"\"\"" : "\"") hashes[depth]
    CODE = CODE "\""
    LITERAL = LITERAL "\n"
    KEPT = KEPT opening
    return length(opening)
}

function swift_string(rest,    escape, width) {
    if (index(rest, closing[depth]) == 1) {
        CODE = CODE "\""
        KEPT = KEPT closing[depth]
        width = length(closing[depth])
        depth--
        return width
    }
    escape = "\\" hashes[depth]
    width = 1
    if (index(rest, escape) == 1) {
        width = length(escape) + 1
        if (substr(rest, width, 1) == "(") {
            KEPT = KEPT substr(rest, 1, width)
            CODE = CODE "("
            swift_push("code")
            return width
        }
    }
    LITERAL = LITERAL substr(rest, 1, width)
    KEPT = KEPT substr(rest, 1, width)
    return width
}
