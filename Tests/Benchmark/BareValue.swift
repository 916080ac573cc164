/// A value that was bound to a statement.
enum BareValue: Equatable {
    case null
    case integer(Int64)
    case text([UInt8])
    case blob([UInt8])
}
