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
        let file = path + "/lock"
        lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw .cannotBeWritten(path: path, reason: Self.text(errno)) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let failure = errno
            Glibc.close(lock)
            throw failure == EWOULDBLOCK ? .inUse(path: path) : .cannotBeWritten(path: path, reason: Self.text(failure))
        }
    }

    deinit { Glibc.close(lock) }

    public static let databaseName = "permits.db"
    public var databasePath: String { path + "/" + Self.databaseName }

    public var holdsRecords: Bool { FileManager.default.fileExists(atPath: databasePath) }

    private static func text(_ failure: Int32) -> String { String(cString: strerror(failure)) }
}
