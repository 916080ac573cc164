/// What may stand in a mail: names and subjects are one line, bodies are lines of printable text.
enum MailText {
    /// Controls and every kind of line end become blanks, and blanks in a row one: no name or subject begins a header of its own.
    static func line(_ text: String) -> String {
        text.unicodeScalars.split { isControl($0) || $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }
            .joined(separator: " ")
    }

    /// Lines end in "\n"; other controls but the tab are gone, and blanks at the ends of lines too.
    static func body(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").unicodeScalars.split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" || $0 == "\u{2029}"
        }
        let kept = lines.map { line in
            var line = line.filter { $0 == "\t" || !isControl($0) }
            while let last = line.last, last == " " || last == "\t" { line.removeLast() }
            return String(String.UnicodeScalarView(line))
        }
        return kept.joined(separator: "\n")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        // Marks that turn the direction of what follows could make an address read as another.
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
