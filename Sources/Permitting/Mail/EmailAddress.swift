/// A mail address as every mail program takes it: a dot-atom, one `@` and a domain name (RFC 5321 §4.1.2), in ASCII. Quoted names
/// and addresses in other scripts are refused, because few servers deliver them; so nothing in here can end a header line.
public struct EmailAddress: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public var description: String { rawValue }

    public init?(rawValue: String) {
        let bytes = Array(rawValue.utf8)
        // RFC 5321 §4.5.3.1: 64 bytes before the sign, 254 in all.
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard bytes.count <= 254, parts.count == 2, parts[0].count <= 64, Self.isDotAtom(parts[0]), Self.isDomain(parts[1]) else {
            return nil
        }
        self.rawValue = rawValue
    }

    /// For looking an address up: letter case counts nowhere in practice.
    public var folded: String { rawValue.lowercased() }

    private static func isDotAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy { isAlphanumeric($0) || $0 == hyphen }
            }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
