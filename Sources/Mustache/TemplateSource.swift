/// A template's name and bytes. Offsets into the bytes become lines and columns only when an error is told.
struct TemplateSource: Sendable {
    let name: String
    let bytes: [UInt8]

    init(name: String, text: String) {
        self.name = name
        bytes = Array(text.utf8)
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Lines end in "\n", a "\r" before it belongs to the line end; columns count scalars, not bytes.
    func position(of offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in bytes[..<min(offset, bytes.count)] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }

    func error(at offset: Int, found: String, expected: String) -> TemplateError {
        let (line, column) = position(of: offset)
        return TemplateError(template: name, line: line, column: column, found: found, expected: expected)
    }

    /// The first offset of these bytes at or behind an offset.
    func find(_ sought: [UInt8], from offset: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            guard let first = sought.first else { return nil }
            var start = offset
            while start + sought.count <= bytes.count {
                if bytes[start] == first, bytes[start..<start + sought.count].elementsEqual(sought) { return start }
                start += 1
            }
            return nil
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// Whether a line begins at this offset.
    func startsLine(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") }

    /// The first offset from here on that is neither space nor tab.
    func endOfBlanks(from offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
        return end
    }

    /// Where the line begins if only blanks stand before this offset on it.
    func lineStart(before offset: Int) -> Int? {
        var start = offset
        while start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
        return startsLine(start) ? start : nil
    }

    /// The line end ("\n", "\r\n", or nothing at the end of the template) if only blanks stand before it from this offset on.
    func lineEnd(after offset: Int) -> Range<Int>? {
        let end = endOfBlanks(from: offset)
        if end == bytes.count { return end..<end }
        if bytes[end] == UInt8(ascii: "\n") { return end..<end + 1 }
        guard bytes[end...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]) else { return nil }
        return end..<end + 2
    }
}
