/// Passwords that fingers type rather than heads: neighbouring keys ("qwerty", "1qaz2wsx"), the alphabet, counting, and two such
/// rows woven together ("a1b2c3").
enum KeyboardWalk {
    /// Three in a row are a walk; two letters are neighbours too often by chance.
    private static let shortest = 3
    private static let mostStrays = 2

    /// Whether walks are all there is, but for one or two characters at one end: "qwerty1", "ab123456". Takes small letters and digits.
    static func fills(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= shortest else { return false }
        if isWoven(text) { return true }
        return (0...mostStrays).contains { strays in
            text.count - strays >= shortest && (isTiled(text.dropFirst(strays)) || isTiled(text.dropLast(strays)))
        }
    }

    /// Whether it falls into walks of three keys or more, end to end.
    private static func isTiled(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        // ends[n]: the first n characters fall into walks.
        var ends = [true] + Array(repeating: false, count: text.count)
        let keys = Array(text)
        for start in keys.indices where ends[start] {
            var end = start + 1
            while end < keys.count, isStep(keys[end - 1], keys[end]) {
                end += 1
                if end - start >= shortest { ends[end] = true }
            }
        }
        return ends[keys.count]
    }

    private static func isWoven(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 2 * shortest else { return false }
        return zip(text, text.dropFirst(2)).allSatisfy { isStep($0, $1) }
    }

    private static func isStep(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        if one == next || isCounting(one, next) || isStepOnPad(one, next) { return true }
        guard let from = places[one], let to = places[next] else { return false }
        // Each row stands half a key to the right of the one above it.
        return switch to.row - from.row {
        case 0: abs(to.column - from.column) == 1
        case 1: to.column == from.column || to.column == from.column - 1
        case -1: to.column == from.column || to.column == from.column + 1
        default: false
        }
    }

    /// One letter after the other, or one digit, forwards or backwards; 0 follows 9.
    private static func isCounting(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        guard one.isASCII, next.isASCII, one.properties.isAlphabetic == next.properties.isAlphabetic else { return false }
        let ends: Set = [one, next]
        return abs(Int(one.value) - Int(next.value)) == 1 || ends == ["0", "9"]
    }

    /// The block of digits at the right: 147258, 159753.
    private static func isStepOnPad(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        guard let from = pad[one], let to = pad[next] else { return false }
        return abs(to.row - from.row) <= 1 && abs(to.column - from.column) <= 1
    }

    private static let places = places(of: ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"])
    private static let pad = places(of: ["789", "456", "123"])

    private static func places(of rows: [String]) -> [Unicode.Scalar: (row: Int, column: Int)] {
        let keys = rows.enumerated().flatMap { row, keys in
            keys.unicodeScalars.enumerated().map { column, key in (key, (row: row, column: column)) }
        }
        return Dictionary(uniqueKeysWithValues: keys)
    }
}
