/// What one proxy says in a `Forwarded` field (RFC 7239 §4): `for="[2001:db8::17]:4711";proto=https`.
struct ForwardedElement: Equatable {
    /// Nil where the proxy does not tell: "unknown" (§6.2), or a name of its own such as "_hidden" (§6.3).
    private(set) var client: IPAddress?
    private(set) var isSecure = false

    /// Nil when it is malformed, a parameter given twice included (§4).
    init?(_ text: Substring) {
        var rest = text.utf8.drop(while: Self.isBlank)
        var names: Set<String> = []
        while !rest.isEmpty {
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = String(Substring(rest[..<equals])).lowercased()
            rest = rest[rest.index(after: equals)...]
            guard !name.isEmpty, names.insert(name).inserted, let value = Self.takeValue(from: &rest) else { return nil }
            if name == "for" { client = IPAddress(value) }
            if name == "proto" { isSecure = value.lowercased() == "https" }
        }
        guard !names.isEmpty else { return nil }
    }

    /// The elements of a field, or of several joined by commas, from right to left: the nearest proxy's first. Read from that
    /// side, a quote that a visitor left open spoils what stands left of our own proxies' words and nothing else.
    static func texts(of field: String) -> [Substring] {
        var texts: [Substring] = []
        let bytes = field.utf8
        var end = bytes.endIndex
        var isQuoted = false
        for index in bytes.indices.reversed() {
            if bytes[index] == UInt8(ascii: "\""), !isEscaped(index, in: bytes) { isQuoted.toggle() }
            guard !isQuoted, bytes[index] == UInt8(ascii: ",") else { continue }
            texts.append(field[bytes.index(after: index)..<end])
            end = index
        }
        texts.append(field[..<end])
        // A list may have empty elements, which say nothing (RFC 9110 §5.6.1).
        return texts.filter { !$0.utf8.allSatisfy(isBlank) }
    }

    /// A quoted string without its quotes and escapes, or what stands before the next semicolon; and takes that semicolon.
    private static func takeValue(from rest: inout Substring.UTF8View) -> String? {
        var value: [UInt8] = []
        if rest.first == UInt8(ascii: "\"") {
            rest = rest.dropFirst()
            while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
                guard let plain = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte else { return nil }
                value.append(plain)
                guard !rest.isEmpty else { return nil }  // never closed
            }
        } else {
            while let byte = rest.first, byte != UInt8(ascii: ";"), !isBlank(byte) {
                guard byte != UInt8(ascii: "\"") else { return nil }
                value.append(byte)
                rest = rest.dropFirst()
            }
        }
        rest = rest.drop(while: isBlank)
        if let byte = rest.popFirst() {
            guard byte == UInt8(ascii: ";") else { return nil }
            rest = rest.drop(while: isBlank)
        }
        return String(decoding: value, as: UTF8.self)
    }

    private static func isEscaped(_ index: String.Index, in bytes: String.UTF8View) -> Bool {
        bytes[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
