import Foundation

/// A system call on an attachment's file that failed.
public struct AttachmentFileError: Error, Sendable, CustomStringConvertible {
    let what: String
    let path: String
    /// The system's errno.
    let code: Int32

    init(_ what: String, _ path: String, code: Int32) {
        self.what = what
        self.path = path
        self.code = code
    }

    var isOutOfSpace: Bool { code == ENOSPC || code == EDQUOT }

    public var description: String { "\(path) cannot be \(what): \(String(cString: strerror(code)))" }
}
