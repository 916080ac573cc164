/// The text of a statement, made of literals in the source only.
///
/// Outside this module there is no initializer from `String` and no interpolation, so a visitor's input cannot
/// become part of a statement: values are bound. Two pieces may be joined, for a choice such as an `ORDER BY`.
public struct SQL: ExpressibleByStringLiteral, Sendable {
    @usableFromInline let source: Source

    /// A single literal is known by its address, which is the same at every call; a joined text is not.
    @usableFromInline
    enum Source: Sendable {
        case literal(StaticString)
        case joined(JoinedText)
    }

    @inlinable
    public init(stringLiteral value: StaticString) {
        // A StaticString may hold a lone scalar instead of a pointer; that one has no address to be known by.
        source = value.hasPointerRepresentation ? .literal(value) : .joined(JoinedText(value.description))
    }

    init(joined: String) {
        source = .joined(JoinedText(joined))
    }

    public static func + (lhs: SQL, rhs: SQL) -> SQL {
        SQL(joined: lhs.text + rhs.text)
    }

    public var text: String {
        switch source {
        case .literal(let literal): literal.description
        case .joined(let joined): joined.text
        }
    }

    /// Hashed once, when it is joined, and not each time that its statement is looked for.
    @usableFromInline
    struct JoinedText: Hashable, Sendable {
        let text: String
        private let digest: Int

        @usableFromInline
        init(_ text: String) {
            self.text = text
            digest = text.hashValue
        }

        @usableFromInline
        func hash(into hasher: inout Hasher) { hasher.combine(digest) }
    }
}
