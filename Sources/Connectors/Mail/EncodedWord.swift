/// Words of a header beyond ASCII (RFC 2047), in "Q" encoding with the few characters that are safe in a name too (§5 (3)).
enum EncodedWord {
    /// RFC 2047 §2: at most 75 characters each, delimiters included, on lines of at most 76.
    private static let longest = 75

    /// Words to be put apart by blanks, which readers leave out again. None of them cuts a character in two, and each has room
    /// on the line of that header.
    static func words(_ text: String, in header: String) -> [String] {
        let mostBytes = longest - header.utf8.count - 1 - "=?utf-8?Q?".utf8.count - "?=".utf8.count
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let written = String(scalar).utf8.flatMap(encode)
            if words[words.count - 1].count + written.count > mostBytes { words.append([]) }
            words[words.count - 1] += written
        }
        return words.map { "=?utf-8?Q?" + String(decoding: $0, as: UTF8.self) + "?=" }
    }

    private static func encode(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: " "): [UInt8(ascii: "_")]
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            [byte]
        case let byte where "!*+-/".utf8.contains(byte): [byte]
        default: QuotedPrintable.escaped(byte)
        }
    }
}
