import Glibc

/// A temporary file's system call that failed.
public struct BodyFileError: Error, Sendable, Equatable, CustomStringConvertible {
    public let operation: String
    /// The system's errno.
    public let code: Int32

    public init(_ operation: String, code: Int32) {
        self.operation = operation
        self.code = code
    }

    /// The disk or the quota is full: 507, not a fault of the program.
    public var isOutOfSpace: Bool { code == ENOSPC || code == EDQUOT }

    public var description: String {
        "\(operation) of a request's temporary file failed: \(String(cString: strerror(code)))"
    }
}
