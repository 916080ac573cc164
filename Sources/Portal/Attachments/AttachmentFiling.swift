import Credentials
import HTTP
import Permitting
import Storage

/// Takes a file from a form to its place, and then to its record.
struct AttachmentFiling {
    let context: Context
    let permit: Permit
    let contractor: Int

    private var folder: AttachmentFolder { context.site.database.attachments }
    private var room: AttachmentRoom { AttachmentRoom(permit: permit, contractor: contractor, context) }

    /// Answers the id of the attachment: that of the one that is there already where the same was sent before, because the form
    /// was sent twice. Throws `AttachmentRefusal` where there is no room.
    func file(_ sent: AttachmentForm.Sent) throws -> Int {
        let likeness = AttachmentStore.Likeness(
            permit: permit.id, digest: try digest(of: sent.file), name: sent.name, description: sent.description)
        if let known = try context.records.attachments.find(likeness) { return known }
        // Before a hundred megabytes are copied in vain; and again when nobody can come between any more.
        try room.check(sent.size, context.records)
        let incoming = try folder.begin()
        try sent.file.forEachPiece { try incoming.append($0) }
        try incoming.keep()
        let upload = AttachmentStore.Upload(likeness, file: incoming.name, kind: sent.kind, size: sent.size)
        do {
            let (id, isNew) = try record(upload)
            if !isNew { try folder.remove(upload.file) }
            return id
        } catch {
            // What cannot be removed now has no record, and is cleared away at the next start.
            try? folder.remove(upload.file)
            throw error
        }
    }

    private func record(_ upload: AttachmentStore.Upload) throws -> (id: Int, isNew: Bool) {
        let (room, contractor, actor, now, member) = (
            room, contractor, context.actor, context.now, context.viewer.member?.id
        )
        return try context.write { records in
            if let known = try records.attachments.find(upload.likeness) { return (known, false) }
            try room.check(upload.size, records)
            try records.events.record(
                "attachment sent", by: actor, permit: upload.likeness.permit,
                detail: upload.likeness.name.rawValue, at: now)
            return (try records.attachments.insert(upload, contractor: contractor, member: member, at: now), true)
        }
    }

    private func digest(of file: UploadedFile) throws -> [UInt8] {
        var hasher = SHA256()
        try file.forEachPiece { hasher.update($0) }
        return hasher.finish()
    }
}
