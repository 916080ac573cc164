/// Text as quoted-printable (RFC 2045 §6.7): lines of at most 76 characters, all ASCII, that end in CRLF.
enum QuotedPrintable {
    private static let longestLine = 76

    /// Lines of `text` end in "\n".
    static func encode(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for line in lines {
            encode(line, into: &output)
            output += [13, 10]
        }
        return output
    }

    private static func encode(_ line: ArraySlice<UInt8>, into output: inout [UInt8]) {
        var room = longestLine
        // A dot alone ends the mail for some programs, and "From " begins another one in a mailbox (RFC 2049 §3).
        let isTricky = line.starts(with: ".".utf8) || line.starts(with: "From ".utf8)
        for (index, byte) in zip(line.indices, line) {
            let isLast = index == line.endIndex - 1
            let isSafe = isPlain(byte, isLast: isLast) && !(isTricky && index == line.startIndex)
            let written = isSafe ? [byte] : escaped(byte)
            // The last place is kept for the sign that the line goes on.
            if written.count > room - (isLast ? 0 : 1) {
                output += [UInt8(ascii: "="), 13, 10]
                room = longestLine
            }
            output += written
            room -= written.count
        }
    }

    private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        default: (0x21...0x7E).contains(byte)
        }
    }

    static func escaped(_ byte: UInt8) -> [UInt8] { [UInt8(ascii: "="), digit(byte >> 4), digit(byte & 15)] }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
}
