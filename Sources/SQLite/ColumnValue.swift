/// A value that can be bound to a parameter and read from a column.
///
/// A type with a raw value that is a `ColumnValue` needs no more than `extension PermitNumber: ColumnValue {}`.
/// Any other type says which column value it is kept as:
///
///     extension Money: ColumnValue {
///         public func bind(to parameter: Parameter) throws(DatabaseError) { try cents.bind(to: parameter) }
///         public static func read(_ column: Column) throws(DatabaseError) -> Money { Money(cents: try .read(column)) }
///     }
public protocol ColumnValue {
    func bind(to parameter: Parameter) throws(DatabaseError)

    /// Throws `.mismatch` for a NULL (unless `Self` is optional) and for anything that is not a `Self`.
    static func read(_ column: Column) throws(DatabaseError) -> Self
}

extension ColumnValue where Self: RawRepresentable, RawValue: ColumnValue {
    @inlinable
    public func bind(to parameter: Parameter) throws(DatabaseError) {
        try rawValue.bind(to: parameter)
    }

    @inlinable
    public static func read(_ column: Column) throws(DatabaseError) -> Self {
        guard let value = Self(rawValue: try RawValue.read(column)) else { throw column.mismatch(Self.self) }
        return value
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    @inlinable
    public func bind(to parameter: Parameter) throws(DatabaseError) {
        switch self {
        case .none: try parameter.bindNull()
        case .some(let value): try value.bind(to: parameter)
        }
    }

    @inlinable
    public static func read(_ column: Column) throws(DatabaseError) -> Wrapped? {
        try column.isNull ? nil : Wrapped.read(column)
    }
}
