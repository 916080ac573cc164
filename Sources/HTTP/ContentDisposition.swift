/// The header that makes a browser save an answer instead of showing it, and under which name (RFC 6266).
public enum ContentDisposition {
    /// Names with anything but plain ASCII go in twice: as they are (RFC 8187), and with "_" for what old clients cannot read.
    /// Nothing in a name can end the quotes, the field or the folder it is saved in.
    public static func attachment(named name: String) -> String {
        let fallback = String(decoding: name.unicodeScalars.map { isPlain($0) ? UInt8($0.value) : underscore }, as: UTF8.self)
        let plain = "attachment; filename=\"\(fallback)\""
        return fallback.hasSameBytes(as: name) ? plain : plain + "; filename*=UTF-8''" + encoded(name)
    }

    private static let underscore = UInt8(ascii: "_")

    /// Some browsers undo percent-encoding in the quotes too (RFC 6266, appendix D).
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value < 0x7F && !["\"", "\\", "%", "/"].contains(scalar)
    }

    private static func encoded(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if isAttributeByte(byte) {
                bytes.append(byte)
            } else {
                bytes += [Byte.percent, Byte.hexDigit(byte >> 4), Byte.hexDigit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// attr-char (RFC 8187 §3.2.1): a token's bytes but for three of them.
    private static func isAttributeByte(_ byte: UInt8) -> Bool {
        ByteClass.token.contains(byte) && ![UInt8(ascii: "*"), UInt8(ascii: "'"), UInt8(ascii: "%")].contains(byte)
    }
}
