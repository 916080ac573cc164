/// What a template may be given. Texts are plain text: `{{x}}` escapes them for HTML; so it does markup, which only
/// `{{{x}}}` and `{{&x}}` insert as it is. Absent for a section are `.nothing`, `.flag(false)`, an empty list and an empty text.
public enum Value: Sendable {
    case nothing
    case flag(Bool)
    case text(String)
    /// UTF-8 markup that the program itself made, never a visitor's.
    case markup([UInt8])
    case list([Value])
    /// Made by `list(count:)`.
    case lazyList(LazyList)
    case object(Object)
}

extension Value {
    public init(_ number: Int) { self = .text(String(number)) }

    public init(_ text: String?) { self = text.map(Value.text) ?? .nothing }

    public init(markup: String) { self = .markup(Array(markup.utf8)) }

    /// A list with one value for each item.
    @inlinable
    public static func list<Items: Sequence, Failure: Error>(
        _ items: Items, _ transform: (Items.Element) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        var values: [Value] = []
        values.reserveCapacity(items.underestimatedCount)
        for item in items { values.append(try transform(item)) }
        return .list(values)
    }

    /// A list whose values are made when a section comes to them, by their places from 0 on: the same ones each time.
    public static func list(count: Int, _ make: @escaping @Sendable (Int) -> Value) -> Value {
        .lazyList(LazyList(count: count, make))
    }

    /// Whether a section shows its content for a value; one with parts has it repeated, or see names.
    enum Presence { case absent, plain, parts }

    var presence: Presence {
        switch self {
        case .nothing: .absent
        case .flag(let flag): flag ? .plain : .absent
        case .text(let text): text.utf8.isEmpty ? .absent : .plain
        case .markup(let bytes): bytes.isEmpty ? .absent : .plain
        case .list(let values): values.isEmpty ? .absent : .parts
        case .lazyList(let list): list.count == 0 ? .absent : .parts
        case .object: .parts
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
