import Permitting
import SQLite

/// Whether the database can be read and written, tried out.
public struct HealthStore {
    let connection: Connection

    public func read() throws -> Instant? {
        try connection.first("SELECT probed_at FROM health") { row -> Instant? in try row[0] } ?? nil
    }

    public func write(at now: Instant) throws {
        try connection.run("UPDATE health SET probed_at = ?", now)
    }
}
