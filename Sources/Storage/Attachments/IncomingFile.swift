import Foundation

/// A file on its way in. Until it is kept it has a temporary name, and goes away with the last reference to it.
public final class IncomingFile {
    public let name: StoredName
    private let folder: AttachmentFolder
    private let descriptor: Int32
    private var isKept = false

    private var temporaryPath: String { Self.temporaryPath(of: name, in: folder) }

    init(_ name: StoredName, in folder: AttachmentFolder) throws(AttachmentFileError) {
        try folder.makeFolder(for: name)
        self.name = name
        self.folder = folder
        let path = Self.temporaryPath(of: name, in: folder)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw AttachmentFileError("made", path, code: errno) }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
        // What cannot be removed now has no record either: the next start clears it away.
        if !isKept { unlink(temporaryPath) }
    }

    public func append(_ bytes: ArraySlice<UInt8>) throws(AttachmentFileError) {
        var rest = bytes
        while !rest.isEmpty {
            let (count, code) = rest.withUnsafeBytes { folder.disk.write(descriptor, $0) }
            if count < 0 && code == EINTR { continue }
            // A write that takes nothing would be asked for ever.
            guard count > 0 else { throw AttachmentFileError("written", temporaryPath, code: count < 0 ? code : ENOSPC) }
            rest = rest.dropFirst(count)
        }
    }

    /// Its content and its name are on disk when this returns.
    public func keep() throws(AttachmentFileError) {
        let code = folder.disk.sync(descriptor)
        guard code == 0 else { throw AttachmentFileError("written", temporaryPath, code: code) }
        guard rename(temporaryPath, folder.path(of: name)) == 0 else {
            throw AttachmentFileError("renamed", temporaryPath, code: errno)
        }
        isKept = true
        do throws(AttachmentFileError) {
            try folder.syncFolder(of: name)
        } catch {
            try folder.remove(name)
            throw error
        }
    }

    private static func temporaryPath(of name: StoredName, in folder: AttachmentFolder) -> String {
        folder.path(of: name) + ".incoming"
    }
}
