/// `field-name ":" OWS field-value OWS` (RFC 9112 §5), for header and trailer sections alike.
struct FieldLine {
    let name: Range<Int>
    /// Without the blanks around it.
    let value: Range<Int>
    /// Blanks stand around the value that no sender writes: more than the one before it.
    let isPadded: Bool

    /// `line` is not empty and has lost its CRLF.
    init(_ line: Span<UInt8>) throws(Refusal) {
        let token = ByteClass.token
        var colon = 0
        while colon < line.count && token.contains(line[colon]) { colon += 1 }
        guard colon > 0, colon < line.count, line[colon] == Byte.colon else {
            throw Self.refusal(of: line, at: colon)
        }
        name = 0..<colon

        var start = colon + 1
        var end = line.count
        while start < end && Self.isBlank(line[start]) { start += 1 }
        while end > start && Self.isBlank(line[end - 1]) { end -= 1 }
        value = start..<end
        isPadded = end < line.count || start > colon + 2 || (start == colon + 2 && line[colon + 1] == Byte.tab)
        // No early exit, so that the compiler may test many bytes at once.
        var controls: UInt8 = 0
        for index in value {
            let byte = line[index]
            controls |= (byte < 0x20 ? 1 : 0) & (byte == Byte.tab ? 0 : 1) | (byte == Byte.delete ? 1 : 0)
        }
        guard controls == 0 else { throw .bad("A header field has a control byte in it.") }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == Byte.space || byte == Byte.tab }

    private static func refusal(of line: Span<UInt8>, at index: Int) -> Refusal {
        if index == line.count { return .bad("A header field has no colon.") }
        if isBlank(line[index]) {
            // At the start it would continue the line before (obs-fold, RFC 9112 §5.2), elsewhere it would stand
            // before the colon (§5.1): proxies have read both in more than one way.
            return .bad(index == 0 ? "A header line begins with a blank." : "A blank stands in or after a field's name.")
        }
        return .bad("A field's name is not a token.")
    }
}
