import SQLite

/// One import, as the writer sees it: batches in, each a commit, and the search index at the end.
struct PermitLoad {
    let connection: Connection
    let columns: ImportColumns
    let progress: @Sendable (ImportProgress) throws -> Void

    /// Each commit writes anew every page that it touched of the companies' tree, so it takes several chunks of the file, some
    /// hundred thousand rows.
    private static let chunksPerCommit = 5

    func run(free: HandOver<ImportBatch>, full: HandOver<ImportMessage>) throws -> ImportReport {
        var store = try PermitBatchStore(connection: connection, columns: columns)
        var done = ImportProgress(stage: .rows, bytesRead: 0, rows: 0)
        while true {
            let ending = try connection.transaction {
                try storeSome(&store, free, full) {
                    done = ImportProgress(stage: .rows, bytesRead: $0.bytesRead, rows: $0.rowsRead)
                }
            }
            try progress(done)
            guard let ending else { continue }
            if !store.isIndexKept {
                try progress(ImportProgress(stage: .index, bytesRead: ending.bytesRead, rows: ending.rowsRead))
                try SearchIndex(connection: connection).rebuildIfNeeded()
            }
            return report(store, ending)
        }
    }

    /// Answers the file's ending when it came.
    private func storeSome(
        _ store: inout PermitBatchStore, _ free: HandOver<ImportBatch>, _ full: HandOver<ImportMessage>,
        stored: (ImportBatch) -> Void
    ) throws -> PermitFileReader.Ending? {
        for _ in 0..<Self.chunksPerCommit {
            switch full.receive() {
            case .batch(let batch):
                try store.store(batch)
                stored(batch)
                free.send(batch)
            case .end(let ending): return ending
            case .failure(let error): throw error
            case nil: throw DatabaseError(.misuse, "the file's reader ended without a word")
            }
        }
        return nil
    }

    private func report(_ store: PermitBatchStore, _ ending: PermitFileReader.Ending) -> ImportReport {
        var report = ImportReport()
        report.rowsRead = ending.rowsRead
        report.rejected = ending.rejected
        report.new = store.new
        report.updated = store.updated
        report.unchanged = store.unchanged
        report.unmappedWords = ending.unmappedWords
        report.unknownColumns = columns.unknown
        return report
    }
}
