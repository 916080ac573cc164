import HTTP
import Permitting

/// A file and what its sender says of it.
struct AttachmentForm: Sendable {
    static let longestDescription = 200

    /// A file that may be kept, for all that can be known of it alone.
    struct Sent: Sendable {
        let file: UploadedFile
        let name: AttachmentName
        let kind: AttachmentKind
        let description: String

        var size: FileSize { FileSize(bytes: file.size) }
    }

    var description = ""
    private var file: UploadedFile?

    init() {}

    /// A form without a file may come in either encoding.
    init(_ request: Request) throws {
        let form = request.isMultipart ? try request.multipartForm() : nil
        description = try (form?.fields ?? request.form())["description"]?.trimmed ?? ""
        file = form?.file("file")
    }

    /// As the client calls it.
    var name: String { file.flatMap { AttachmentName(given: $0.fileName) }?.rawValue ?? "The file" }

    var faults: [Fault] {
        var faults: [Fault] = []
        if description.isEmpty {
            faults.append(Fault("description", "Say what the file shows"))
        } else if description.count > Self.longestDescription {
            faults.append(Fault("description", "The description may have at most \(Self.longestDescription) characters"))
        }
        if file == nil {
            faults.append(Fault("file", "Choose a file"))
        } else if file.flatMap({ AttachmentName(given: $0.fileName) }) == nil {
            faults.append(Fault("file", "The file came without a name: rename it and choose it again"))
        }
        return faults
    }

    /// The file, nil where there is none or it has no name.
    func sent(_ rules: AttachmentRules) throws -> Sent? {
        guard let file, let name = AttachmentName(given: file.fileName) else { return nil }
        let start = try file.prefix(AttachmentKind.signatureBytes)
        let kind = try rules.kind(of: name, size: FileSize(bytes: file.size), start: start)
        return Sent(file: file, name: name, kind: kind, description: description)
    }

    /// A browser that shows a form again has lost the file that was chosen there.
    func withReminder(_ faults: [Fault]) -> [Fault] {
        guard file != nil, faults.text("file") == nil else { return faults }
        return faults + [Fault("file", "Choose \(name) again: a browser does not keep it when a form comes back")]
    }
}
