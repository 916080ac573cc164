/// What stands at a place in a chunk.
enum CSVOutcome: Equatable {
    case record
    case blankLine
    case fault(CSVFault)
    /// The chunk ends inside the record.
    case incomplete
}
