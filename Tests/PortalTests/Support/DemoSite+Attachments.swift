import Credentials
import Permitting
import Storage
import Testing

extension DemoSite {
    /// A file that a company sent today, past the form.
    @discardableResult
    func addAttachment(
        _ name: String = "truss-plan.pdf", _ content: String = "%PDF-1.4 trusses", as description: String = "Truss plan",
        to number: String = "RES16-0688", by license: String = rich
    ) throws -> Int {
        let (permit, contractor, now) = (try permit(number).id, try credentials(license).id, clock.now)
        let name = try #require(AttachmentName(rawValue: name))
        let file = try database.attachments.begin()
        try file.append(Array(content.utf8)[...])
        try file.keep()
        let likeness = AttachmentStore.Likeness(
            permit: permit, digest: SHA256.digest(content.utf8), name: name, description: description)
        let upload = AttachmentStore.Upload(
            likeness, file: file.name, kind: .pdf, size: FileSize(bytes: content.utf8.count))
        return try write { try $0.attachments.insert(upload, contractor: contractor, at: now) }
    }

    func attachments(_ number: String = "RES16-0688") throws -> [Permitting.Attachment] {
        let permit = try permit(number).id
        return try read { try $0.attachments.all(permit: permit) }
    }

    /// What is in the folder that no record names, nothing of it old enough yet to be cleared away.
    func strays() throws -> [String] { try database.auditAttachments(at: clock.now).strays }
}
