import Foundation

/// Attachments' files on their way out to a backup, aside, or back in. A file is never changed once it has its name, so that
/// one name more for it is a copy.
struct AttachmentCopies {
    let target: AttachmentFolder

    /// The files of those names, each from the first folder that has it whole. Answers those that none has.
    func bring(_ listed: [AttachmentStore.Listed], from sources: [AttachmentFolder]) throws -> [AttachmentStore.Listed] {
        try listed.filter { attachment in
            if target.size(of: attachment.file) == attachment.size { return false }
            guard let source = sources.first(where: { $0.size(of: attachment.file) == attachment.size }) else { return true }
            try bring(attachment.file, from: source)
            return false
        }
    }

    /// Every attachment that a folder holds, whatever the records say of it.
    func bringAll(from source: AttachmentFolder) throws {
        for name in try source.contents().compactMap(\.name) { try bring(name, from: source) }
    }

    private func bring(_ name: StoredName, from source: AttachmentFolder) throws {
        try target.makeFolder(for: name)
        let partial = target.path(of: name) + ".incoming"
        guard unlink(partial) == 0 || errno == ENOENT else { throw FileCopy.failure("removed", partial) }
        try FileCopy.linkOrCopy(source.path(of: name), to: partial)
        // One that has the right name and another size is put right by this.
        guard rename(partial, target.path(of: name)) == 0 else { throw FileCopy.failure("renamed", partial) }
        // rename(2) does nothing where both are names of one file already.
        guard unlink(partial) == 0 || errno == ENOENT else { throw FileCopy.failure("removed", partial) }
        try target.syncFolder(of: name)
    }
}
