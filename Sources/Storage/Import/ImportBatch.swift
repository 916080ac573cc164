/// A stretch of the file and the rows in it.
///
/// Unchecked: the compiler cannot follow it
/// because it is handed from thread to thread, and whoever has handed it on touches it no more.
final class ImportBatch: @unchecked Sendable {
    let chunk: CSVChunk
    var contents = ImportRows()
    /// Of the whole file, up to the end of this batch.
    var bytesRead = 0
    var rowsRead = 0

    init(limits: CSVLimits) { chunk = CSVChunk(capacity: limits.chunkBytes) }
}
