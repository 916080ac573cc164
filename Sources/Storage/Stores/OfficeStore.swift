import Permitting
import SQLite

/// What the records know of the agency file that opened them last, for a command that is given none.
public struct OfficeStore {
    let connection: Connection

    /// Until a file was there, as every office did it at first.
    public func firstPassword() throws -> FirstPassword {
        try connection.first("SELECT first_password FROM office") { try $0[0] } ?? .pin
    }

    func keep(_ first: FirstPassword) throws {
        try connection.run(
            """
            INSERT INTO office (id, first_password) VALUES (1, ?)
            ON CONFLICT DO UPDATE SET first_password = excluded.first_password WHERE first_password <> excluded.first_password
            """, first)
    }
}
