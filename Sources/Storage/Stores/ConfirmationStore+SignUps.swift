import Permitting
import SQLite

extension ConfirmationStore {
    /// Keeps what somebody typed to get an account, until its link is used.
    public func keep(_ person: Contractor, passwordHash: String, confirmation: Int) throws {
        try connection.run(
            """
            INSERT INTO sign_ups (confirmation_id, name, address, city, state, zip, phone, password_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, confirmation, person.companyName, person.address, person.city, person.state, person.zip, person.phone,
            passwordHash)
    }

    public func signUp(_ confirmation: Confirmation) throws -> (person: Contractor, passwordHash: String)? {
        try connection.first(
            "SELECT name, address, city, state, zip, phone, password_hash FROM sign_ups WHERE confirmation_id = ?",
            confirmation.id
        ) { row in
            var person = Contractor(id: 0, companyName: try row[0], license: "")
            person.email = confirmation.email
            person.address = try row[1]
            person.city = try row[2]
            person.state = try row[3]
            person.zip = try row[4]
            person.phone = try row[5]
            return (person, try row[6])
        }
    }

    /// What was typed is of no use: the address has an account.
    public func drop(confirmation: Int) throws {
        try connection.run("DELETE FROM sign_ups WHERE confirmation_id = ?", confirmation)
    }

    /// The address has an account now: whatever else was typed for it leads nowhere.
    public func endSignUps(email: String, at now: Instant) throws {
        try connection.run(
            """
            DELETE FROM sign_ups WHERE confirmation_id IN (
                SELECT id FROM confirmations WHERE lower(email) = lower(?) AND contractor_id IS NULL)
            """, email)
        try connection.run(
            "UPDATE confirmations SET ended_at = ? WHERE lower(email) = lower(?) AND contractor_id IS NULL AND ended_at IS NULL",
            now, email)
    }
}
