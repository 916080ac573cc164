import Credentials
import Foundation
import Permitting
import Storage

/// Whether what was sent is still there, for `permit-portal check`.
public struct AttachmentCheck {
    private let database: PermitDatabase
    private let now: Instant

    public init(database: PermitDatabase, now: Instant) {
        self.database = database
        self.now = now
    }

    /// `readsContents`: every byte, besides the files' sizes.
    public func run(readsContents: Bool) throws -> AttachmentAudit {
        guard readsContents else { return try database.auditAttachments(at: now) }
        return try database.auditAttachments(at: now) { try Self.digest(ofFile: $1) == $0.digest }
    }

    private static func digest(ofFile path: String) throws -> [UInt8] {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }  // it was only read
        var hasher = SHA256()
        while let piece = try file.read(upToCount: 64 * 1024), !piece.isEmpty { hasher.update(piece) }
        return hasher.finish()
    }
}
