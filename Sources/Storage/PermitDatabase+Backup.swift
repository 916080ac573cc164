import Permitting
import SQLite

extension PermitDatabase {
    /// Copies the records of a folder into a new file and their attachments into `FILE.attachments`, also while another program
    /// serves them. Answers the files that the records name and that are not there.
    @discardableResult
    public static func backup(folder path: String, to file: String) throws -> [String] {
        let source = AttachmentFolder(path: DataFolder.attachments(in: path))
        let copies = AttachmentCopies(target: .beside(file))
        guard try copies.target.contents().isEmpty else {
            throw RecordsCopy.Refusal.cannot("written", path: copies.target.path, reason: "there are files in it already")
        }
        while true {
            let reader = try reader(folder: path)
            // One moment for both: the files that are brought are those of the records that are copied.
            try reader.begin()
            let listed = try listedAttachments(reader.records)
            let missing = try copies.bring(listed, from: [source])
            let isStillListed = Set(try listedAttachments(try Self.reader(folder: path).records).map(\.id))
            // One that was removed meanwhile is no loss: the records are read anew, which then know of it.
            guard missing.allSatisfy({ isStillListed.contains($0.id) }) else {
                try reader.end()
                continue
            }
            try reader.records.connection.backup(to: file)
            try reader.end()
            return missing.map { source.path(of: $0.file) }
        }
    }

    private static func listedAttachments(_ records: Records) throws -> [AttachmentStore.Listed] {
        try records.attachments.isKnown ? try records.attachments.listed() : []
    }
}
