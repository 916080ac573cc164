import Foundation
import Permitting

extension AttachmentFolder {
    struct Found {
        let path: String
        /// nil for what no attachment is called: a file on its way in, or one that somebody else put there.
        let name: StoredName?
        let changedAt: Instant
    }

    /// Every file in the folder, none where there is no folder.
    func contents() throws(AttachmentFileError) -> [Found] {
        var found: [Found] = []
        for folder in try Self.names(in: path) {
            for file in try Self.names(in: path + "/" + folder) {
                let path = path + "/" + folder + "/" + file
                var status = stat()
                guard lstat(path, &status) == 0 else { throw AttachmentFileError("read", path, code: errno) }
                let name = StoredName(rawValue: file).flatMap { $0.folder == folder ? $0 : nil }
                found.append(Found(path: path, name: name, changedAt: Instant(status.st_mtim.tv_sec)))
            }
        }
        return found
    }

    private static func names(in folder: String) throws(AttachmentFileError) -> [String] {
        guard let directory = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw AttachmentFileError("read", folder, code: errno)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while true {
            // readdir(3) says by errno alone whether nil is the end or a failure.
            errno = 0
            guard let entry = readdir(directory) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != "." && name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw AttachmentFileError("read", folder, code: errno) }
        return names.sorted()
    }
}
