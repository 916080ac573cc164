/// Named values, made by a `Shape`. It holds the values and where each name stands, not the names.
public struct Object: Sendable {
    let fields: FieldTable
    /// Never fewer than the shape has names: rendering reads them unchecked.
    let values: [Value]

    init(fields: FieldTable, count: Int, values: [Value]) {
        self.fields = fields
        self.values = values.count < count ? values + Array(repeating: .nothing, count: count - values.count) : values
    }

    /// For tests of view models; a render finds values by number.
    public subscript(name: String) -> Value? {
        let slot = fields.slot(of: NameTable.number(of: name))
        return slot >= 0 ? values[slot] : nil
    }
}
