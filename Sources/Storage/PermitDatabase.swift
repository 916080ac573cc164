import Permitting
import SQLite

/// Every record of one permit office, in one SQLite file. This module holds every SQL statement of the portal, and nothing that
/// decides: rules are in Permitting. What must never be broken (a fee paid once, one open request of a type) stands in the schema.
/// Reads go through a reader that its thread owns; writes wait for one writer and are on disk when `write` returns.
public final class PermitDatabase: Sendable {
    /// Rings when a write has added mail.
    public let outboxBell = OutboxBell()
    private let database: Database
    /// Where the content of attachments lies.
    public let attachments: AttachmentFolder

    /// `disk` is what attachments are written by.
    public init(folder: DataFolder, disk: AttachmentDisk = .system) throws {
        database = try Database(path: folder.databasePath, migrations: Schema.migrations)
        attachments = AttachmentFolder(path: DataFolder.attachments(in: folder.path), disk: disk)
    }

    public func reader() throws -> RecordsReader {
        RecordsReader(connection: try database.reader())
    }

    public func write<T: Sendable>(_ body: @escaping @Sendable (Records) throws -> T) throws -> T {
        let mark = OutboxMark()
        let result = try database.write { try body(Records(connection: $0, outboxMark: mark)) }
        if mark.isSet { outboxBell.ring() }
        return result
    }

    /// Exclusive use of the writer, outside any transaction: for imports, which commit in batches.
    func bulk<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) throws -> T {
        try database.bulk(body)
    }

    public func close() { database.close() }

    public var figures: DatabaseFigures { DatabaseFigures(database) }

    /// A reader of a folder's records that needs no lock: for exports, also while another program serves them.
    public static func reader(folder path: String) throws -> RecordsReader {
        RecordsReader(connection: try Connection(path: path + "/" + DataFolder.databaseName, mode: .reader))
    }

    /// What SQLite finds wrong with the file; empty when it is sound.
    public func check() throws -> [String] { try database.quickCheck() }

    /// Whether the record of who did what is as it was written.
    public func auditEvents() throws -> EventAudit { try EventChain.audit(try database.reader()) }
}

extension PermitDatabase {
    /// Brings the stored records in line with the program and the agency file that open them now: the states of status words, what
    /// companies sign in with first, and the search index after a bulk load that was cut off. Done at every start.
    public func prepare(for agency: Agency) throws {
        let first = agency.signIn.firstPassword
        try write { records in
            try StatusMap(connection: records.connection).apply(agency.statuses)
            try records.office.keep(first)
        }
        try bulk { try SearchIndex(connection: $0).rebuildIfNeeded() }
    }
}
