import Permitting
import Storage

/// Somebody's wish to remove an attachment.
struct AttachmentRemoval {
    private let attachment: Attachment
    private let context: Context
    /// Its sender wants it back after the day it was sent on.
    let isTooLate: Bool

    /// The office may, and whoever sent it. Throws `.forbidden` for anybody else.
    init(_ attachment: Attachment, _ context: Context) throws {
        self.attachment = attachment
        self.context = context
        if let member = context.viewer.staffMember, member.role.may(.removeAttachments) {
            isTooLate = false
        } else if let contractor = context.viewer.contractorID, contractor == attachment.contractorID {
            isTooLate =
                !attachment.isRemoved
                && !attachment.mayBeTakenBack(by: contractor, today: context.today, clock: context.agency.clock)
        } else {
            throw PortalError.forbidden
        }
    }

    /// Whether there is a link to it.
    static func isOffered(_ attachment: Attachment, _ context: Context) -> Bool {
        if let member = context.viewer.staffMember { return member.role.may(.removeAttachments) }
        guard let contractor = context.viewer.contractorID else { return false }
        return attachment.mayBeTakenBack(by: contractor, today: context.today, clock: context.agency.clock)
    }

    /// The record goes first: a file that stays behind because of a crash is found at the next start. Done twice it is done.
    func perform() throws {
        let (attachment, actor, now) = (attachment, context.actor, context.now)
        let file = try context.write { records -> StoredName? in
            if try records.attachments.remove(id: attachment.id, at: now) {
                try records.events.record(
                    "attachment removed", by: actor, permit: attachment.permitID, detail: attachment.name.rawValue, at: now)
            }
            return try records.attachments.file(id: attachment.id)
        }
        if let file { try context.site.database.attachments.remove(file) }
    }
}
