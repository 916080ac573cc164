import Permitting

/// The status words of a file, each by a number, and on how many rows it stands.
struct StatusWords {
    private let agency: Agency
    private let cellsPerRow: Int
    private let place: Int?
    private var index = ByteIndex()
    private var words: [(word: String, rows: Int)] = []

    init(agency: Agency, columns: ImportColumns) {
        self.agency = agency
        cellsPerRow = columns.places.count
        place = columns.places.firstIndex { $0.kind == .status }
    }

    /// The number of the last row's word; a new word is noted with the rows. A file without the column has one empty word.
    mutating func number(_ chunk: CSVChunk, _ rows: inout ImportRows) -> Int {
        var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        if let place { bytes = chunk.bytes(of: rows.cells[rows.cells.count - cellsPerRow + place]) }
        let (number, isNew) = index.number(of: bytes)
        if isNew {
            let word = String(decoding: bytes, as: UTF8.self)
            words.append((word, 0))
            rows.newStatuses.append(agency.statuses.status(word))
        }
        words[number].rows += 1
        return number
    }

    /// Those that the agency file does not map, the most frequent first.
    var unmapped: [ImportReport.Word] {
        guard place != nil else { return [] }
        return words.filter { !agency.statuses.isKnown($0.word) }
            .map { ImportReport.Word(word: $0.word, rows: $0.rows) }
            .sorted { ($1.rows, $0.word) < ($0.rows, $1.word) }
    }
}
