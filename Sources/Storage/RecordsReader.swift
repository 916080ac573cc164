import SQLite

/// A read-only connection that one thread owns. Between `begin` and `end` everything it reads is of one moment.
public final class RecordsReader {
    private let connection: Connection

    init(connection: Connection) { self.connection = connection }

    public var records: Records { Records(connection: connection) }
    public func begin() throws { try connection.begin() }
    public func end() throws { try connection.end() }
}
