/// `chunk-size [ chunk-ext ]` (RFC 9112 §7.1): 1 to 16 hexadecimal digits, then extensions.
///
/// Unknown extensions must be ignored (§7.1.1), so those of the right syntax are; `;name`, `;name=token` and
/// `;name="quoted"`. The blanks the grammar tolerates around their signs are refused: no sender may write them, and
/// parsers disagree about where a size with a blank behind it ends.
struct ChunkLine {
    let size: UInt64
    let extensionSize: Int

    /// `line` has lost its CRLF.
    init(_ line: Span<UInt8>) throws(Refusal) {
        var index = 0
        var size: UInt64 = 0
        while index < line.count, let digit = Byte.hexValue(line[index]) {
            guard index < 16 else { throw Self.malformed }
            size = size << 4 | UInt64(digit)
            index += 1
        }
        guard index > 0 else { throw Self.malformed }
        self.size = size
        extensionSize = line.count - index
        while index < line.count { index = try Self.extensionEnd(line, from: index) }
    }

    private static let malformed = Refusal.bad("A chunk's size is malformed.")

    private static func extensionEnd(_ line: Span<UInt8>, from start: Int) throws(Refusal) -> Int {
        guard line[start] == Byte.semicolon else { throw malformed }
        let equals = try tokenEnd(line, from: start + 1)
        guard equals < line.count, line[equals] == Byte.equals else { return equals }
        let value = equals + 1
        guard value < line.count, line[value] == Byte.quote else { return try tokenEnd(line, from: value) }
        return try quotedEnd(line, from: value + 1)
    }

    private static func tokenEnd(_ line: Span<UInt8>, from start: Int) throws(Refusal) -> Int {
        var index = start
        while index < line.count && ByteClass.token.contains(line[index]) { index += 1 }
        guard index > start else { throw malformed }
        return index
    }

    /// Behind the closing quote (quoted-string, RFC 9110 §5.6.4).
    private static func quotedEnd(_ line: Span<UInt8>, from start: Int) throws(Refusal) -> Int {
        var index = start
        while index < line.count {
            let byte = line[index]
            guard !ByteClass.isControl(byte) || byte == Byte.tab else { throw malformed }
            index += 1
            if byte == Byte.quote { return index }
            // The escaped byte may be a quote; that it is no control is seen in the next turn, unless skipped here.
            if byte == Byte.backslash, index < line.count, line[index] == Byte.quote || line[index] == Byte.backslash {
                index += 1
            }
        }
        throw malformed
    }
}
