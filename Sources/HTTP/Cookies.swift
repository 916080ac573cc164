/// The cookies of a request. Read leniently, as browsers send them (RFC 6265 §5.4): pairs split at semicolons, blanks
/// around them dropped, quotes kept as part of the value, pairs without a name passed over. The first of a name wins.
public struct Cookies: Sendable {
    public private(set) var all: [(name: String, value: String)] = []

    public init(_ headers: Headers) {
        for line in headers.values(of: "Cookie") {
            for pair in Array(line.utf8).split(separator: Byte.semicolon) {
                guard let equals = pair.firstIndex(of: Byte.equals) else { continue }
                let name = Self.trimmed(pair[..<equals])
                guard !name.isEmpty else { continue }
                all.append((name, Self.trimmed(pair[(equals + 1)...])))
            }
        }
    }

    public subscript(_ name: String) -> String? {
        all.first { $0.name.hasSameBytes(as: name) }?.value
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank = { (byte: UInt8) in byte == Byte.space || byte == Byte.tab }
        var bytes = bytes.drop(while: isBlank)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
