import Foundation
import Permitting
import SQLite

/// A file that `backup` wrote, on its way back into a data folder. It is tried out beside the records that are there, and takes
/// their place only when it is sound. They are whole under another name before the first of them moves, so that a crash at any
/// moment loses nothing; restoring again finishes what it cut off.
public struct RecordsCopy {
    private let path: String

    public init(path: String) { self.path = path }

    /// Answers the path of the records that were there before, nil where there were none. Attachments come from the folder beside
    /// the copy, or are in the data folder already; unless `requiresAttachments`, it goes on without those that are in neither.
    public func restore(into folder: DataFolder, at now: Instant, requiresAttachments: Bool = true) throws -> String? {
        let names = FileNames(folder: folder)
        // The newest changes of a database in use stand in its log, and this would leave them behind.
        guard FileNames.size(path + "-wal") ?? 0 == 0 else { throw Refusal.inUse(path: path) }
        try names.remove(names.trial)
        do {
            try FileCopy.copy(path, to: names.trial)
            let attachments = try check(names.trial)
            guard FileNames.size(names.trial + "-wal") ?? 0 == 0 else { throw Refusal.inUse(path: names.trial) }
            let live = AttachmentFolder(path: DataFolder.attachments(in: folder.path))
            let missing = try AttachmentCopies(target: live).bring(attachments, from: [.beside(path)])
            if requiresAttachments, let first = missing.first {
                throw Refusal.incomplete(count: missing.count, path: AttachmentFolder.beside(path).path(of: first.file))
            }
            let aside = try names.setAside(at: now)
            if let aside { try AttachmentCopies(target: .beside(aside)).bringAll(from: live) }
            try names.putTrialInPlace()
            return aside
        } catch {
            try? names.remove(names.trial)  // what went wrong before is what is told
            throw error
        }
    }

    /// Opens it as the portal will, which also brings an older copy to this program's schema. Answers its attachments.
    private func check(_ trial: String) throws -> [AttachmentStore.Listed] {
        do {
            try requireMigrations(trial)
            let database = try Database(path: trial, migrations: Schema.migrations)
            defer { database.close() }
            let findings = try database.quickCheck()
            guard findings.isEmpty else { throw Refusal.unsound(path: path, reason: findings.joined(separator: "\n")) }
            return try Records(connection: try database.reader()).attachments.listed()
        } catch let error as MigrationError {
            throw Refusal.unsound(path: path, reason: error.description)
        } catch let error as DatabaseError where error.kind == .corrupt {
            throw Refusal.unsound(path: path, reason: error.message)
        }
    }

    /// The migrator would make an empty file, or another program's, into records without a single permit.
    private func requireMigrations(_ trial: String) throws {
        let reader = try Connection(path: trial, mode: .reader)
        let first: String? = try reader.first(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'"
        ) { try $0[0] }
        guard first != nil,
            try reader.first("SELECT name FROM schema_migrations WHERE number = 1", map: { try $0[0] as String })
                == Schema.migrations.first?.name
        else { throw Refusal.unsound(path: path, reason: "it is no permit-portal's") }
    }
}
