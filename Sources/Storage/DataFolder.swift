import Foundation

/// The folder that holds an office's records. One program at a time may write there, and says so by a lock.
public final class DataFolder: Sendable {
    public enum Refusal: Error, CustomStringConvertible {
        case cannotBeMade(path: String, reason: String)
        case cannotBeWritten(path: String, reason: String)
        case inUse(path: String)
        case noRecords(path: String)

        public var description: String {
            switch self {
            case .cannotBeMade(let path, let reason): "the data folder \(path) cannot be made: \(reason)"
            case .cannotBeWritten(let path, let reason): "the data folder \(path) cannot be written: \(reason)"
            case .noRecords(let path): "the data folder \(path) holds no records: it is not there"
            case .inUse(let path): "the data folder \(path) is in use by another permit-portal; stop that one first"
            }
        }
    }

    public let path: String
    private let lock: Int32

    /// `makes`: whether a folder that is not there is made, or refused as a slip of the pen.
    public init(path: String, makes: Bool = true) throws(Refusal) {
        self.path = path
        if !makes && access(path, F_OK) != 0 { throw .noRecords(path: path) }
        if mkdir(path, 0o700) != 0 {
            let failure = errno
            guard failure == EEXIST else { throw .cannotBeMade(path: path, reason: Self.text(failure)) }
        }
        lock = try Self.lock(path)
    }

    deinit { Glibc.close(lock) }

    public static let databaseName = "permits.db"
    public var databasePath: String { path + "/" + Self.databaseName }
    static func attachments(in path: String) -> String { path + "/attachments" }

    public var holdsRecords: Bool { FileManager.default.fileExists(atPath: databasePath) }

    /// The open lock file. It is closed here on failure: an initializer that throws once `lock` is set would have `deinit` close
    /// it a second time, and with it whatever has the number by then.
    private static func lock(_ path: String) throws(Refusal) -> Int32 {
        let descriptor = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotBeWritten(path: path, reason: text(errno)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let failure = errno
            Glibc.close(descriptor)
            throw failure == EWOULDBLOCK ? .inUse(path: path) : .cannotBeWritten(path: path, reason: text(failure))
        }
        return descriptor
    }

    private static func text(_ failure: Int32) -> String { String(cString: strerror(failure)) }
}
