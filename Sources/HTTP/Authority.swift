import Glibc

/// `uri-host [ ":" port ]`, as in Host and in absolute-form targets (RFC 9110 §7.2, RFC 3986 §3.2.2).
enum Authority {
    /// In lower case. No host at all, a user name, a list or a port that is no number are refused.
    static func read(_ bytes: Span<UInt8>) throws(Refusal) -> String {
        guard !bytes.isEmpty, bytes.count <= 255 + 6 else { throw malformed }
        let end = try bytes[0] == UInt8(ascii: "[") ? literalEnd(bytes) : nameEnd(bytes)
        try checkPort(bytes.extracting(end..<bytes.count))
        return bytes.withUnsafeBufferPointer { buffer in
            String(unsafeUninitializedCapacity: buffer.count) { text in
                for index in buffer.indices { text[index] = Byte.lowercased(buffer[index]) }
                return buffer.count
            }
        }
    }

    private static let malformed = Refusal.bad("The host is malformed.")

    private static func nameEnd(_ bytes: Span<UInt8>) throws(Refusal) -> Int {
        let end = bytes.firstIndex(of: Byte.colon, in: bytes.indices) ?? bytes.count
        guard end > 0 else { throw malformed }
        for index in 0..<end where !ByteClass.hostName.contains(bytes[index]) { throw malformed }
        return end
    }

    /// The end of `[2001:db8::1]`.
    private static func literalEnd(_ bytes: Span<UInt8>) throws(Refusal) -> Int {
        guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), in: bytes.indices) else { throw malformed }
        let literal = bytes.extracting(1..<bracket)
        for index in literal.indices {
            let byte = literal[index]
            guard Byte.hexValue(byte) != nil || byte == Byte.colon || byte == Byte.dot else { throw malformed }
        }
        var address = in6_addr()
        guard inet_pton(AF_INET6, String(ascii: literal), &address) == 1 else { throw malformed }
        return bracket + 1
    }

    /// Nothing, or a colon and a number; the number may be missing (RFC 3986 §3.2.3).
    private static func checkPort(_ bytes: Span<UInt8>) throws(Refusal) {
        guard !bytes.isEmpty else { return }
        guard bytes[0] == Byte.colon, bytes.count <= 6 else { throw malformed }
        var port = 0
        for index in 1..<bytes.count {
            guard Byte.isDigit(bytes[index]) else { throw malformed }
            port = port * 10 + Int(bytes[index] - Byte.zero)
        }
        guard port <= 65_535 else { throw malformed }
    }
}
