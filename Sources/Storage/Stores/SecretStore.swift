import SQLite

/// Keys the portal made for itself, so that what it signed before a restart still counts after it.
public struct SecretStore {
    let connection: Connection

    /// The key of that name; made once.
    public func key(_ name: String, make: () -> [UInt8]) throws -> [UInt8] {
        try connection.run("INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, make())
        return try connection.first("SELECT value FROM secrets WHERE name = ?", name) { try $0[0] } ?? []
    }
}
