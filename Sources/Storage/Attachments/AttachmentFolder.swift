import Foundation
import Permitting

/// The content of attachments: files under random names in folders of their first two digits, readable by this user only.
/// A file is whole and on disk before it has its name, and has its name before the records say so. What a crash leaves in
/// between is a file that no record names; the next start clears it away.
public struct AttachmentFolder: Sendable {
    public let path: String
    let disk: AttachmentDisk

    init(path: String, disk: AttachmentDisk = .system) {
        self.path = path
        self.disk = disk
    }

    /// Beside a database or a copy of one.
    static func beside(_ database: String) -> AttachmentFolder { AttachmentFolder(path: database + ".attachments") }

    public func path(of name: StoredName) -> String { path + "/" + name.folder + "/" + name.rawValue }

    /// A new file, to be filled and then kept.
    public func begin() throws(AttachmentFileError) -> IncomingFile { try IncomingFile(StoredName(), in: self) }

    /// nil where there is no such file.
    public func size(of name: StoredName) -> FileSize? {
        var status = stat()
        guard stat(path(of: name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileSize(bytes: Int(status.st_size))
    }

    public func remove(_ name: StoredName) throws(AttachmentFileError) {
        let path = path(of: name)
        guard unlink(path) == 0 || errno == ENOENT else { throw AttachmentFileError("removed", path, code: errno) }
    }

    /// The folder of that name, made where it is not there yet.
    func makeFolder(for name: StoredName) throws(AttachmentFileError) {
        try make(path, in: (path as NSString).deletingLastPathComponent)
        try make(path + "/" + name.folder, in: path)
    }

    /// A name is on disk once its folder is.
    func syncFolder(of name: StoredName) throws(AttachmentFileError) { try sync(path + "/" + name.folder) }

    private func make(_ folder: String, in parent: String) throws(AttachmentFileError) {
        guard mkdir(folder, 0o700) != 0 else { return try sync(parent.isEmpty ? "." : parent) }
        guard errno == EEXIST else { throw AttachmentFileError("made", folder, code: errno) }
    }

    private func sync(_ folder: String) throws(AttachmentFileError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw AttachmentFileError("read", folder, code: errno) }
        defer { close(descriptor) }
        let code = disk.sync(descriptor)
        guard code == 0 else { throw AttachmentFileError("written", folder, code: code) }
    }
}
