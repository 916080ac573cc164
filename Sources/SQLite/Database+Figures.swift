import Glibc

extension Database {
    public var figures: WriteFigures { writer.figures }

    /// The file's size in bytes; 0 where it cannot be seen.
    public var fileBytes: Int { Self.size(of: path) }

    /// The write-ahead log's. It is cut back to nothing only when the database closes; what counts is that it does not grow on.
    public var logBytes: Int { Self.size(of: path + "-wal") }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
