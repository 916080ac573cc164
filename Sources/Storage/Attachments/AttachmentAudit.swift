import Foundation
import Permitting

/// Whether each attachment's file is there as it was sent, and what is there besides.
public struct AttachmentAudit {
    /// A file without a record may still be on its way to one: so long it is left alone.
    static let graceSeconds = 3_600

    /// Of how many attachments the records tell.
    public let count: Int
    /// Sentences, one a file: "data/attachments/ab/abc… is missing".
    public let faults: [String]
    /// Files that no record names.
    public let strays: [String]
    private let removable: [String]

    /// `isSound` looks at the content of a file that has the right size.
    init(
        listed: [AttachmentStore.Listed], folder: AttachmentFolder, at now: Instant,
        isSound: (AttachmentStore.Listed, _ path: String) throws -> Bool
    ) throws {
        count = listed.count
        faults = try listed.compactMap { attachment in
            let path = folder.path(of: attachment.file)
            guard let size = folder.size(of: attachment.file) else { return "\(path) is missing" }
            guard size == attachment.size else { return "\(path) has \(size.bytes) bytes instead of \(attachment.size.bytes)" }
            return try isSound(attachment, path) ? nil : "\(path) does not hold what was sent"
        }
        let known = Set(listed.map(\.file))
        let unknown = try folder.contents().filter { found in found.name.map { !known.contains($0) } ?? true }
        strays = unknown.map(\.path)
        removable = unknown.filter { $0.changedAt < now.adding(seconds: -Self.graceSeconds) }.map(\.path)
    }

    func removeStrays() throws(AttachmentFileError) {
        for path in removable where unlink(path) != 0 && errno != ENOENT {
            throw AttachmentFileError("removed", path, code: errno)
        }
    }
}

extension PermitDatabase {
    public func auditAttachments(
        at now: Instant, isSound: (AttachmentStore.Listed, _ path: String) throws -> Bool = { _, _ in true }
    ) throws -> AttachmentAudit {
        try AttachmentAudit(listed: try reader().records.attachments.listed(), folder: attachments, at: now, isSound: isSound)
    }

    /// Clears away what uploads and removals that were cut off have left. For a start: nothing is on its way then.
    public func sweepAttachments(at now: Instant) throws {
        try auditAttachments(at: now).removeStrays()
    }
}
