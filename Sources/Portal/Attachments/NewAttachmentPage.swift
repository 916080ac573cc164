import Mustache
import Permitting

/// The form by which a file is sent.
struct NewAttachmentPage: Page {
    static let template = "Attachments/New"
    let number: String
    let address: String
    let cancelAddress: String
    let description: Field
    let file: FileField
    let faults: [Fault]

    init(_ form: AttachmentForm, _ permit: Permit, _ context: Context, faults: [Fault] = []) {
        let words = AttachmentRefusalText(settings: context.agency.attachments)
        var description = Field("description", "Description")
        description.value = form.description
        description.hint = "What the file shows, such as \u{201C}Site plan with setbacks\u{201D}."
        description.error = faults.text("description")
        description.maxlength = AttachmentForm.longestDescription
        description.autocomplete = "off"
        var file = FileField("file", "File")
        file.hint = "\(words.kinds), at most \(context.agency.attachments.largest)."
        file.error = faults.text("file")
        file.accept = words.accept
        self.init(
            number: permit.number.rawValue, address: Link.newAttachment(permit.number).address,
            cancelAddress: Link.permit(permit.number, .attachments).address, description: description, file: file, faults: faults)
    }

    private init(number: String, address: String, cancelAddress: String, description: Field, file: FileField, faults: [Fault]) {
        self.number = number
        self.address = address
        self.cancelAddress = cancelAddress
        self.description = description
        self.file = file
        self.faults = faults
    }

    static let sample = NewAttachmentPage(
        number: "RES16-0688", address: "/permits/RES16-0688/attachments/new", cancelAddress: "/permits/RES16-0688/attachments",
        description: Field("description", "Description"), file: FileField("file", "File"),
        faults: [Fault("file", "Choose a file")])

    private static let shape = Shape("number", "action", "cancelAddress", "descriptionField", "fileField")
    var value: Value {
        Self.shape(.text(number), .text(address), .text(cancelAddress), description.content, file.content)
    }
}
