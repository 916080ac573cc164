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

    /// The profile's fields. A company's name and licence are the office's to change, and an address is confirmed first.
    public func update(_ contractor: Contractor) throws {
        try connection.run(
            """
            UPDATE contractors SET address = ?, city = ?, state = ?, zip = ?, phone = ?, cell_phone = ?, fax = ?,
                company_name = iif(kind = 'public', ?, company_name)
            WHERE id = ?
            """,
            contractor.address, contractor.city, contractor.state, contractor.zip, contractor.phone, contractor.cellPhone,
            contractor.fax, contractor.companyName, contractor.id)
    }

    public func setEmail(_ email: String, contractor: Int) throws {
        try connection.run("UPDATE contractors SET email = ? WHERE id = ?", email, contractor)
    }

    /// A new first password ends the password there was, and every session.
    public func setFirstPassword(_ hash: String, contractor: Int) throws {
        try connection.run(
            """
            UPDATE contractors SET first_password_hash = ?, first_password_used_at = NULL, password_hash = NULL, failures = 0,
                locked_until = NULL WHERE id = ?
            """, hash, contractor)
        try SessionStore(connection: connection).endAll(contractor: contractor)
    }

    /// Whether somebody signs in with the account's first password for the first time; asked again, the answer is no.
    public func noteFirstSignIn(contractor: Int, at now: Instant) throws -> Bool {
        try connection.run(
            """
            UPDATE contractors SET first_password_used_at = ?
            WHERE id = ? AND first_password_used_at IS NULL AND password_hash IS NULL
            """, now, contractor) == 1
    }

    /// A first password is dead once another is set.
    public func setPassword(_ hash: String, contractor: Int) throws {
        try connection.run(
            "UPDATE contractors SET password_hash = ?, first_password_hash = NULL, failures = 0, locked_until = NULL WHERE id = ?",
            hash, contractor)
    }

    /// The same password hashed anew, unless another was set meanwhile.
    public func renewPassword(_ hash: String, insteadOf old: String, contractor: Int) throws {
        try connection.run("UPDATE contractors SET password_hash = ? WHERE id = ? AND password_hash = ?", hash, contractor, old)
    }

    public func setSecurityQuestion(_ question: String, answerHash: String, contractor: Int) throws {
        try connection.run(
            "UPDATE contractors SET security_question = ?, secret_answer_hash = ? WHERE id = ?", question, answerHash, contractor)
    }
}
