import Permitting
import SQLite

extension ContractorStore {
    @discardableResult
    public func insert(_ contractor: Contractor) throws -> Int {
        let license = contractor.license.isEmpty ? nil : contractor.license
        try connection.run(
            """
            INSERT INTO contractors (company_name, license, address, city, state, zip, email, phone, cell_phone, fax)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            contractor.companyName, license, contractor.address, contractor.city, contractor.state, contractor.zip,
            contractor.email, contractor.phone, contractor.cellPhone, contractor.fax)
        return Int(connection.lastInsertedRowID)
    }

    /// The profile's fields; company and licence are the office's to change.
    public func update(_ contractor: Contractor) throws {
        try connection.run(
            """
            UPDATE contractors SET address = ?, city = ?, state = ?, zip = ?, email = ?, phone = ?, cell_phone = ?, fax = ?
            WHERE id = ?
            """,
            contractor.address, contractor.city, contractor.state, contractor.zip, contractor.email, contractor.phone,
            contractor.cellPhone, contractor.fax, contractor.id)
    }

    /// A new first password ends the password there was, and every session.
    public func setFirstPassword(_ hash: String, contractor: Int) throws {
        try connection.run(
            "UPDATE contractors SET first_password_hash = ?, password_hash = NULL, failures = 0, locked_until = NULL WHERE id = ?",
            hash, contractor)
        try SessionStore(connection: connection).endAll(contractor: contractor)
    }

    /// A first password is dead once another is set.
    public func setPassword(_ hash: String, contractor: Int) throws {
        try connection.run(
            "UPDATE contractors SET password_hash = ?, first_password_hash = NULL, failures = 0, locked_until = NULL WHERE id = ?",
            hash, contractor)
    }

    public func setSecurityQuestion(_ question: String, answerHash: String, contractor: Int) throws {
        try connection.run(
            "UPDATE contractors SET security_question = ?, secret_answer_hash = ? WHERE id = ?", question, answerHash, contractor)
    }

    /// One more wrong password. The count is taken here, in the writer's order, so that attempts at once all count.
    public func noteFailure(contractor: Int, lockout: Lockout, at now: Instant) throws {
        let failures =
            try connection.first(
                "UPDATE contractors SET failures = failures + 1 WHERE id = ? RETURNING failures", contractor
            ) { row -> Int in try row[0] } ?? 0
        guard let until = lockout.lockedUntil(afterFailure: failures, at: now) else { return }
        try connection.run("UPDATE contractors SET locked_until = ?, failures = 0 WHERE id = ?", until, contractor)
    }

    public func noteSuccess(contractor: Int) throws {
        try connection.run(
            "UPDATE contractors SET failures = 0, locked_until = NULL WHERE id = ? AND (failures > 0 OR locked_until IS NOT NULL)",
            contractor)
    }
}
