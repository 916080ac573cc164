/// Comparisons and readings by byte. Swift compares strings by canonical equivalence, for which the Kelvin sign is a
/// "K" and the Greek question mark a semicolon; a protocol knows no such equality.
extension String {
    func equalsIgnoringASCIICase(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return zip(utf8, other.utf8).allSatisfy { Byte.lowercased($0) == Byte.lowercased($1) }
    }

    func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }

    /// Nil when the bytes are not UTF-8; nothing is repaired. Most are ASCII, which needs no validation.
    init?(validating bytes: Span<UInt8>) {
        guard !bytes.isASCII else {
            self.init(ascii: bytes)
            return
        }
        let text = bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
        guard let text else { return nil }
        self = text
    }

    /// For bytes that have been found to be ASCII.
    init(ascii bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
