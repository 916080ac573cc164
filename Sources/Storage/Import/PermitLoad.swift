import SQLite

/// One import, as the writer sees it: batches in, each a commit, and the search index at the end.
struct PermitLoad {
    let connection: Connection
    let columns: ImportColumns
    let progress: @Sendable (ImportProgress) throws -> Void

    func run(free: HandOver<ImportBatch>, full: HandOver<ImportMessage>) throws -> ImportReport {
        var store = try PermitBatchStore(connection: connection, columns: columns)
        while let message = full.receive() {
            switch message {
            case .batch(let batch):
                try connection.transaction { try store.store(batch) }
                try progress(ImportProgress(stage: .rows, bytesRead: batch.bytesRead, rows: batch.rowsRead))
                free.send(batch)
            case .failure(let error): throw error
            case .end(let ending):
                if !store.isIndexKept {
                    try progress(ImportProgress(stage: .index, bytesRead: ending.bytesRead, rows: ending.rowsRead))
                    try SearchIndex(connection: connection).rebuildIfNeeded()
                }
                return report(store, ending)
            }
        }
        throw DatabaseError(.misuse, "the file's reader ended without a word")
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
