import Mustache
import Permitting

/// Asks once more before a file goes for good.
struct AttachmentRemovalPage: Page {
    static let template = "Attachments/Removal"
    let name: String
    let number: String
    let facts: [Fact]
    /// nil where it is too late.
    let address: String?
    let cancelAddress: String

    init(_ attachment: Attachment, _ permit: Permit, isTooLate: Bool) {
        self.init(
            name: attachment.name.rawValue, number: permit.number.rawValue,
            facts: [
                Fact("File", "\(attachment.kind.word), \(attachment.size)"), Fact("Description", attachment.description),
                Fact("Sent by", attachment.sender),
            ], address: isTooLate ? nil : Link.attachmentRemoval(permit.number, attachment.id).address,
            cancelAddress: Link.permit(permit.number, .attachments).address)
    }

    private init(name: String, number: String, facts: [Fact], address: String?, cancelAddress: String) {
        self.name = name
        self.number = number
        self.facts = facts
        self.address = address
        self.cancelAddress = cancelAddress
    }

    static let sample = AttachmentRemovalPage(
        name: "site-plan.pdf", number: "RES16-0688", facts: [Fact("File", "PDF, 1.2 MB")],
        address: "/permits/RES16-0688/attachments/1/removal", cancelAddress: "/permits/RES16-0688/attachments")

    private static let shape = Shape("name", "number", "facts", "removeAddress", "cancelAddress")
    var value: Value {
        Self.shape(.text(name), .text(number), .list(facts.map(\.value)), .optional(address), .text(cancelAddress))
    }
}
