/// A validator for one version of a page (RFC 9110 §8.8.3). Two are equal when byte and weakness agree; to compare
/// them as HTTP does, ask `matchesStrongly` or `matchesWeakly`.
public struct EntityTag: Sendable, Equatable {
    /// Without its quotes.
    public let opaque: String
    public let isWeak: Bool

    /// Bytes that a tag cannot hold (quotes, blanks, controls) are left out.
    public init(_ opaque: String, isWeak: Bool = false) {
        self.opaque =
            opaque.utf8.allSatisfy(Self.isTagByte)
            ? opaque : String(decoding: opaque.utf8.filter(Self.isTagByte), as: UTF8.self)
        self.isWeak = isWeak
    }

    /// Nil unless the whole text is one tag.
    public init?(headerValue: String) {
        guard let tags = Self.list(headerValue), tags.count == 1 else { return nil }
        self = tags[0]
    }

    public var headerValue: String { isWeak ? "W/\"\(opaque)\"" : "\"\(opaque)\"" }

    /// Both strong and the same (RFC 9110 §8.8.3.2).
    public func matchesStrongly(_ other: EntityTag) -> Bool { !isWeak && !other.isWeak && opaque.hasSameBytes(as: other.opaque) }

    /// The same, weak or not.
    public func matchesWeakly(_ other: EntityTag) -> Bool { opaque.hasSameBytes(as: other.opaque) }

    public static func == (one: EntityTag, other: EntityTag) -> Bool {
        one.isWeak == other.isWeak && one.opaque.hasSameBytes(as: other.opaque)
    }

    /// The tags of an If-None-Match list; commas may stand within the quotes. Nil when any part of it is no tag, and
    /// for "*", which is not one either.
    public static func list(_ fieldValue: String) -> [EntityTag]? {
        var tags: [EntityTag] = []
        var rest = fieldValue.utf8[...]
        var wantsComma = false
        while true {
            rest = rest.drop { $0 == Byte.space || $0 == Byte.tab }
            guard let first = rest.first else { return tags.isEmpty ? nil : tags }
            if first == Byte.comma {
                // Empty elements are passed over (RFC 9110 §5.6.1.2).
                wantsComma = false
                rest = rest.dropFirst()
                continue
            }
            guard !wantsComma, let (tag, after) = leadingTag(of: rest) else { return nil }
            tags.append(tag)
            rest = after
            wantsComma = true
        }
    }

    private static func leadingTag(of bytes: Substring.UTF8View) -> (EntityTag, Substring.UTF8View)? {
        let isWeak = bytes.starts(with: "W/".utf8)
        let quoted = isWeak ? bytes.dropFirst(2) : bytes
        guard quoted.first == Byte.quote else { return nil }
        let opaque = quoted.dropFirst().prefix(while: isTagByte)
        guard opaque.endIndex < quoted.endIndex, quoted[opaque.endIndex] == Byte.quote else { return nil }
        let after = quoted[quoted.index(after: opaque.endIndex)...]
        return (EntityTag(String(Substring(opaque)), isWeak: isWeak), after)
    }

    /// etagc (RFC 9110 §8.8.3).
    private static func isTagByte(_ byte: UInt8) -> Bool { byte > Byte.space && byte != Byte.quote && byte != Byte.delete }
}
