import Foundation
import Permitting
import SQLite

/// Takes over a permit office's records from a file of comma-separated values with BLDS columns.
///
/// A row goes in whole or is set aside with its line and reason. Known permits change only where their row changed since
/// the last import, so the same file again changes nothing and what the office did since stays. Rows are on disk batch by
/// batch: an import that was cut off is finished by running it again.
public struct PermitImport: Sendable {
    private let database: PermitDatabase
    private let agency: Agency
    private let limits: CSVLimits

    public init(database: PermitDatabase, agency: Agency) {
        self.init(database: database, agency: agency, limits: CSVLimits())
    }

    init(database: PermitDatabase, agency: Agency, limits: CSVLimits) {
        self.database = database
        self.agency = agency
        self.limits = limits
    }

    /// Other writes wait meanwhile. What `progress` throws stops the import between two batches, and is thrown here once the
    /// read under way has ended.
    /// - Parameters:
    ///   - descriptor: the file or pipe, read to its end and not closed.
    ///   - rejects: the path of the file that rows set aside are written to; none is made when there are none.
    /// Throws `ImportError`, or `DatabaseError` when a batch cannot be stored.
    public func run(
        descriptor: Int32, map: ColumnMap = .none, rejects: String,
        progress: @escaping @Sendable (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        let batch = ImportBatch(limits: limits)
        var reader = PermitFileReader(
            file: CSVReader(descriptor: descriptor, limits: limits), agency: agency, map: map,
            rejects: try RejectFile(path: rejects))
        let columns = try reader.readColumns(into: batch)
        let free = HandOver<ImportBatch>()
        let full = HandOver<ImportMessage>()
        for _ in 0..<2 { free.send(ImportBatch(limits: limits)) }
        let reading = PermitReadingThread(reader, free: free, full: full)
        reading.start()
        defer {
            free.close()
            reading.wait()
        }
        return try database.bulk { connection in
            try BulkSettings.with(connection) {
                try PermitLoad(connection: connection, columns: columns, progress: progress).run(free: free, full: full)
            }
        }
    }
}
