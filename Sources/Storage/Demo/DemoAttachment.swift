import Permitting

/// A file of the demo records.
struct DemoAttachment: Sendable {
    /// It lies in the attachments' folder already.
    struct Kept: Sendable {
        let file: StoredName
        let size: FileSize
        let digest: [UInt8]
        let attachment: DemoAttachment
    }

    let permit: String
    let name: String
    let description: String
    let content: [UInt8]

    func keep(in folder: AttachmentFolder, digest: ([UInt8]) -> [UInt8]) throws -> Kept {
        let incoming = try folder.begin()
        try incoming.append(content[...])
        try incoming.keep()
        return Kept(file: incoming.name, size: FileSize(bytes: content.count), digest: digest(content), attachment: self)
    }
}
