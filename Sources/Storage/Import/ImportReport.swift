/// What came of an import.
public struct ImportReport: Sendable, Equatable {
    public struct Word: Sendable, Equatable {
        public let word: String
        public let rows: Int
    }

    public internal(set) var rowsRead = 0
    public internal(set) var new = 0
    public internal(set) var updated = 0
    public internal(set) var unchanged = 0
    public internal(set) var rejected = 0
    /// Status words that the agency file does not map, the most frequent first.
    public internal(set) var unmappedWords: [Word] = []
    /// Columns of the file that are not kept, as it spells them.
    public internal(set) var unknownColumns: [String] = []
}
