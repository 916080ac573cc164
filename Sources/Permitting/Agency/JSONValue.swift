/// A value of an agency file. Numbers are whole: amounts and percentages are written as text, "65.00", so that none is rounded.
enum JSONValue {
    case null
    case bool(Bool)
    case number(Int)
    /// Never asked for, but told where it stands.
    case fraction(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// What was found, in words.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let number): "the number \(number)"
        case .fraction(let number): "the number \(number)"
        case .text(let text): "the text \"\(text)\""
        case .list: "a list"
        case .object: "an object"
        }
    }
}
