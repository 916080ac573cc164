/// A value with parameters behind it, `form-data; name="plan"; filename="a.pdf"` (RFC 9110 §5.6.6, RFC 2183 §2).
///
/// Blanks stand around semicolons only, and no parameter twice. Within quotes a backslash escapes a quote and a backslash;
/// before anything else it is itself, since browsers do not escape it in the names of files.
struct ParameterizedValue {
    /// Before the first semicolon, as sent.
    let value: String
    /// Names in lower case.
    private(set) var parameters: [(name: String, value: [UInt8])] = []

    /// Nil when it cannot be read to the letter.
    init?(_ bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count, ByteClass.token.contains(bytes[index]) || bytes[index] == Byte.slash { index += 1 }
        guard index > 0 else { return nil }
        value = String(ascii: bytes.extracting(0..<index))
        Self.skipBlanks(bytes, from: &index)
        while index < bytes.count {
            guard bytes[index] == Byte.semicolon else { return nil }
            index += 1
            Self.skipBlanks(bytes, from: &index)
            // Empty parameters are allowed (RFC 9110 §5.6.6).
            guard index < bytes.count, bytes[index] != Byte.semicolon else { continue }
            guard readParameter(bytes, from: &index) else { return nil }
            Self.skipBlanks(bytes, from: &index)
        }
    }

    init?(_ text: String) {
        self.init(Array(text.utf8).span)
    }

    subscript(_ name: String) -> [UInt8]? {
        parameters.first { $0.name == name }?.value
    }

    private static func skipBlanks(_ bytes: Span<UInt8>, from index: inout Int) {
        while index < bytes.count, bytes[index] == Byte.space || bytes[index] == Byte.tab { index += 1 }
    }

    private mutating func readParameter(_ bytes: Span<UInt8>, from index: inout Int) -> Bool {
        guard let name = Self.readToken(bytes, from: &index) else { return false }
        let lowercase = String(decoding: name.map(Byte.lowercased), as: UTF8.self)
        guard self[lowercase] == nil, index < bytes.count, bytes[index] == Byte.equals else { return false }
        index += 1
        let isQuoted = index < bytes.count && bytes[index] == Byte.quote
        guard let value = isQuoted ? Self.readQuoted(bytes, from: &index) : Self.readToken(bytes, from: &index) else {
            return false
        }
        parameters.append((lowercase, value))
        return true
    }

    private static func readToken(_ bytes: Span<UInt8>, from index: inout Int) -> [UInt8]? {
        var token: [UInt8] = []
        while index < bytes.count, ByteClass.token.contains(bytes[index]) {
            token.append(bytes[index])
            index += 1
        }
        return token.isEmpty ? nil : token
    }

    /// From quote to quote; nil without the second.
    private static func readQuoted(_ bytes: Span<UInt8>, from index: inout Int) -> [UInt8]? {
        var text: [UInt8] = []
        index += 1
        while index < bytes.count {
            var byte = bytes[index]
            index += 1
            if byte == Byte.quote { return text }
            if byte == Byte.backslash, index < bytes.count, bytes[index] == Byte.quote || bytes[index] == Byte.backslash {
                byte = bytes[index]
                index += 1
            }
            text.append(byte)
        }
        return nil
    }
}
