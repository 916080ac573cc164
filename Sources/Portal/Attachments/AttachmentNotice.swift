import HTTP
import Permitting

/// The banner after a file was sent or removed, worked out anew from the record that the address names.
struct AttachmentNotice {
    let context: Context
    let permit: Permit

    func read(_ query: FormFields) throws -> Notice? {
        if let sent = try find(query["sent"]), !sent.isRemoved {
            return Notice(kind: .success, text: "\(sent.name) was received. It is on this permit now.")
        }
        if let removed = try find(query["removed"]), removed.isRemoved {
            return Notice(kind: .success, text: "\(removed.name) was removed.")
        }
        return nil
    }

    private func find(_ text: String?) throws -> Attachment? {
        guard let text, text.utf8.count <= 18, let id = Int(text) else { return nil }
        return try context.records.attachments.find(id: id, permit: permit.id)
    }
}
