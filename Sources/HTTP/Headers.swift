/// Header fields in the order they came or were added; names are compared as ASCII without case (RFC 9110 §5.1).
///
/// Nothing in here can split a message. A name that is not a token is not added at all; in a value, every control
/// byte (CR, LF and NUL among them) becomes a space, as RFC 9110 §5.5 prescribes, and the ends are trimmed.
public struct Headers: Sendable {
    public private(set) var fields: [(name: String, value: String)] = []

    public init() {}

    public init(_ fields: [(name: String, value: String)]) {
        for field in fields { add(field.name, field.value) }
    }

    /// Reads the first field of that name. Writing replaces them all; nil removes them.
    public subscript(_ name: String) -> String? {
        get { fields.first { $0.name.equalsIgnoringASCIICase(name) }?.value }
        set {
            guard let newValue else { return fields.removeAll { $0.name.equalsIgnoringASCIICase(name) } }
            guard let index = fields.firstIndex(where: { $0.name.equalsIgnoringASCIICase(name) }) else {
                return add(name, newValue)
            }
            let value = Self.harmless(newValue)
            fields[(index + 1)...].removeAll { $0.name.equalsIgnoringASCIICase(name) }
            fields[index].value = value
        }
    }

    public func values(of name: String) -> [String] {
        fields.compactMap { $0.name.equalsIgnoringASCIICase(name) ? $0.value : nil }
    }

    public mutating func add(_ name: String, _ value: String) {
        guard !name.isEmpty, name.utf8.allSatisfy(ByteClass.token.contains) else { return }
        fields.append((name, Self.harmless(value)))
    }

    /// Those of the others whose names are not here yet. They were looked through when they were added there.
    public mutating func addMissing(from other: Headers) {
        let own = fields
        fields.reserveCapacity(own.count + other.fields.count)
        for field in other.fields where !own.contains(where: { $0.name.equalsIgnoringASCIICase(field.name) }) {
            fields.append(field)
        }
    }

    /// For the parser, whose bytes have passed the same rules already.
    mutating func appendValidated(_ name: String, _ value: String) {
        fields.append((name, value))
    }

    mutating func reserve(_ count: Int) { fields.reserveCapacity(count) }

    private static func harmless(_ value: String) -> String {
        let isClean =
            value.utf8.allSatisfy { !ByteClass.isControl($0) }
            && value.utf8.first != Byte.space && value.utf8.last != Byte.space
        if isClean { return value }
        var bytes = value.utf8.map { ByteClass.isControl($0) ? Byte.space : $0 }
        while bytes.last == Byte.space { bytes.removeLast() }
        return String(decoding: bytes.drop { $0 == Byte.space }, as: UTF8.self)
    }
}
