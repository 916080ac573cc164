/// The names of an object's fields, made once (`static let shape = Shape("number", "address")`); calling it with the values
/// in the order of the names makes an object: `shape("2026-0142", .text(address))`.
public final class Shape: Sendable {
    public let names: [String]
    private let fields: FieldTable

    public convenience init(_ names: String...) { self.init(names: names) }

    public init(names: [String]) {
        assert(Set(names).count == names.count, "a name stands twice in Shape(\(names.joined(separator: ", ")))")
        self.names = names
        fields = FieldTable.of(names.map(NameTable.number))
    }

    /// One value for each name. Values left out are a mistake that tests stop at; a visitor would see them as `.nothing`.
    public func callAsFunction(_ values: Value...) -> Value { object(of: values) }

    public func object(of values: [Value]) -> Value {
        assert(values.count == names.count, "\(values.count) values for Shape(\(names.joined(separator: ", ")))")
        return .object(Object(fields: fields, count: names.count, values: values))
    }
}
