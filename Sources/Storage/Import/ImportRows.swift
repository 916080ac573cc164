import Permitting

/// Rows taken apart and checked, ready to be stored. Their text still stands in the chunk it was read into.
struct ImportRows: Sendable {
    struct Cell: Sendable {
        enum Kind: UInt8, Sendable {
            case null, bytes, scratch, integer, decimal
        }

        var kind: Kind
        var count: Int32 = 0
        /// Where the bytes begin, or the number itself (a Double by its bit pattern).
        var payload: Int64 = 0
    }

    struct Row: Sendable {
        let digest: Int64
        /// By their numbers in the file reader's lists; -1 for no company.
        let status: Int32
        let company: Int32
    }

    struct Company: Sendable {
        let name: String
        let license: String
    }

    var rows: [Row] = []
    /// As many for each row as the file has columns that are kept.
    var cells: [Cell] = []
    /// Status words and companies that no earlier batch had, in the order of their numbers.
    var newStatuses: [PermitStatus] = []
    var newCompanies: [Company] = []

    mutating func empty() {
        rows.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        newStatuses = []
        newCompanies = []
    }
}
