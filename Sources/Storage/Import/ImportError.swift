/// Why an import cannot begin, or cannot go on. What is wrong with single rows is no error: they are set aside.
public enum ImportError: Error, Equatable, Sendable {
    /// The file is empty, or its first line cannot be read.
    case noColumnNames(reason: String)
    case numberColumnMissing(found: [String])
    case columnTwice(String, first: String, second: String)
    case badMap(reason: String)
    case cannotRead(reason: String)
    case cannotSetAside(path: String, reason: String)
}

extension ImportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noColumnNames(let reason): "the first line does not name the columns: \(reason)"
        case .numberColumnMissing(let found):
            "there is no PermitNum column; a map can name it. Columns found: \(found.joined(separator: ", "))"
        case .columnTwice(let column, let first, let second): "two columns are \(column): \(first) and \(second)"
        case .badMap(let reason): "the map cannot be used: \(reason)"
        case .cannotRead(let reason): "the file cannot be read: \(reason)"
        case .cannotSetAside(let path, let reason): "rejected rows cannot be written to \(path): \(reason)"
        }
    }
}
