/// What a template may be given. Texts are plain text: `{{x}}` escapes them for HTML; so it does markup, which only
/// `{{{x}}}` and `{{&x}}` insert as it is. Absent for a section are `.nothing`, `.flag(false)`, an empty list and an empty text.
public enum Value: Sendable {
    case nothing
    case flag(Bool)
    case text(String)
    /// UTF-8 markup that the program itself made, never a visitor's.
    case markup([UInt8])
    case list([Value])
    case object(Object)
}

extension Value {
    public init(_ number: Int) { self = .text(String(number)) }

    public init(_ text: String?) { self = text.map(Value.text) ?? .nothing }

    public init(markup: String) { self = .markup(Array(markup.utf8)) }

    /// A list with one value for each item.
    public static func list<Items: Sequence, Failure: Error>(
        _ items: Items, _ transform: (Items.Element) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        var values: [Value] = []
        values.reserveCapacity(items.underestimatedCount)
        for item in items { values.append(try transform(item)) }
        return .list(values)
    }

    /// Whether a section shows its content for this value.
    var isPresent: Bool {
        switch self {
        case .nothing: false
        case .flag(let flag): flag
        case .text(let text): !text.utf8.isEmpty
        case .markup(let bytes): !bytes.isEmpty
        case .list(let values): !values.isEmpty
        case .object: true
        }
    }

    /// Whether a section repeats itself, or sees names, for this value.
    var hasParts: Bool {
        switch self {
        case .list, .object: true
        case .nothing, .flag, .text, .markup: false
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) { self = .text(text) }
}

extension Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension Value: ExpressibleByArrayLiteral {
    public init(arrayLiteral values: Value...) { self = .list(values) }
}
